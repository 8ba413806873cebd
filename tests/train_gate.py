"""Make the gate's model anew from authored pages, and say how good the way is.

`pip install -e '.[train]'`, then `python tests/train_gate.py`. Printed is what models say
of sets that they have not met: each set of pages is judged by a model of all the others.
"""

import gzip
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from multiprocessing import Pool

import numpy as np
from not_articles.articles import ARTICLES
from not_articles.kinds import IN_OTHER_WORDS, KINDS
from not_articles.sites import pages
from not_articles.whole_pages import learnt_from, whole_pages
from not_articles.wordings import cases
from scipy.sparse import csr_matrix, diags
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression

from mirror.article import Source
from mirror.extract import find
from mirror.extract.parsing import parse_page
from mirror.extract.quality import features
from mirror.extract.quality.model import ARTICLE, PATH, Model

UNKNOWN = Source(name="", title="")
UNTOLD = {"garbled", "wrong-language"}  # their words may be an article's
SITES = 4  # in whose templates a made article stands
SEEN = 2  # pages at least that have a feature
FEATURES = 40_000  # that tell most
STRICT = 100.0  # inverse strength of regularisation
FINE = 127  # steps of a weight, so that it is a small integer


@dataclass(frozen=True)
class Sample:
    set: str  # "refused-a1": one author, one day
    label: str
    features: frozenset[str]


def made() -> Iterator[tuple[str, str, str]]:
    """Pages that are made of tables, in the templates of a few sites; with their problem or ""."""
    refused = (*KINDS.values(), *IN_OTHER_WORDS.values())
    articles = (ARTICLES, cases("article", None))
    for tables, each in ((refused, 1), (articles, SITES)):
        for case, html in chain.from_iterable(pages(one, each=each).values() for one in tables):
            yield "made", case.problem or "", html


def rows() -> Iterator[tuple[str, str, str]]:
    """The set, the class and the HTML of each page that its words may tell."""
    whole = chain(whole_pages("refused"), whole_pages("articles"))
    every = ((page.set, "".join(page.problems[:1]), page.html) for page in whole)
    for name, problem, html in chain(every, made()):
        if problem not in UNTOLD:
            yield name, problem or ARTICLE, html


def sample(row: tuple[str, str, str]) -> Sample:
    name, label, html = row
    return Sample(name, label, features.features_of(find(parse_page(html, "", ""), UNKNOWN)))


def words(sample: Sample) -> frozenset[str]:
    return sample.features


def matrix(samples: list[Sample], counter: CountVectorizer) -> csr_matrix:
    """A row a page: its features, known or not, have length 1 together."""
    shares = [1 / math.sqrt(len(sample.features)) for sample in samples]
    return csr_matrix(diags(shares) @ counter.transform(samples).astype(float))


def trained(samples: list[Sample]) -> Model:
    labels = [sample.label for sample in samples]
    counter = CountVectorizer(analyzer=words, min_df=SEEN, binary=True).fit(samples)
    rows = matrix(samples, counter)
    # Those that depend most on the class.
    kept = np.sort(np.argsort(-np.nan_to_num(chi2(rows, labels)[0]), kind="stable")[:FEATURES])
    fitted = LogisticRegression(C=STRICT, max_iter=500).fit(rows[:, kept], labels)
    scale = float(np.abs(fitted.coef_).max()) / FINE
    weights = np.round(fitted.coef_.T / scale).astype(int).tolist()
    vocabulary = counter.get_feature_names_out()[kept].tolist()
    return Model(
        classes=tuple(map(str, fitted.classes_)),
        bias=tuple(round(float(each), 4) for each in fitted.intercept_),
        scale=round(scale, 6),
        weights={one: row for one, row in zip(vocabulary, weights, strict=True) if any(row)},
    )


def write(model: Model) -> None:
    made = {
        "learnt_from": learnt_from(),
        "classes": model.classes,
        "bias": model.bias,
        "scale": model.scale,
        "weights": model.weights,
    }
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    PATH.write_bytes(gzip.compress(text.encode(), mtime=0))


def names(model: Model, features: frozenset[str]) -> str:
    probable = model.probabilities(features)
    return max(probable, key=lambda each: probable[each])


def judged(samples: list[Sample]) -> Iterator[tuple[str, int, int]]:
    """Each set's name, its pages, and those that a model of the other sets names rightly."""
    for name in sorted({sample.set for sample in samples} - {"made"}):
        model = trained([sample for sample in samples if sample.set != name])
        these = [sample for sample in samples if sample.set == name]
        yield name, len(these), sum(names(model, one.features) == one.label for one in these)


def main() -> None:
    with Pool() as pool:
        samples = pool.map(sample, rows(), chunksize=16)
    write(trained(samples))
    print(f"{PATH.name}: {PATH.stat().st_size:,} bytes, made of {len(samples):,} pages")
    total = {"refused": [0, 0], "articles": [0, 0]}
    for name, size, right in judged(samples):
        print(f"{name}: {right} of {size} named rightly", flush=True)
        total[name.partition("-")[0]][0] += right
        total[name.partition("-")[0]][1] += size
    for kind, (right, size) in total.items():
        print(
            f"{kind}: {right / size:.1%} of {size:,} named rightly by models that had not met them"
        )


if __name__ == "__main__":
    main()
