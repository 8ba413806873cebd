"""How sure must a body be to be stored? Pure.

Of the 214 pages of the article-extraction-benchmark's and fundus's shared halves 1.9 % lie below
LOW, two of the four among them whose body is worse than .8 (F1), and 0.9 % below TOO_LOW, both good
ones. Of 121 Chinese pages 12 lie below LOW, 9 of 22 bad ones among them,
and 4 below TOO_LOW, all bad.
"""

from mirror.article import Extract, Fault

LOW = 0.75  # agreement below that is worth a look; where two extractors have it no third is asked
TOO_LOW = 0.5  # more of the text is doubtful than not


def doubt(found: Extract, url: str, *, known: bool) -> Fault | None:
    """What is to be said of a body of low confidence; None for one that is sure enough.

    `known`: it is on the site of a configured source.
    """
    if found.agreement >= (LOW if known else TOO_LOW):
        return None
    said = f"the extractors agree on {found.agreement:.0%} of its text"
    if known:
        said += ": stored; have a look at it, and write body rules if it is wrong"
    else:
        said += (
            ", and no source knows the site: see what `mirror extract` finds on it, and teach"
            " the site by a table, as `mirror sources new` proposes one"
        )
    return Fault(url, "low-confidence", said)
