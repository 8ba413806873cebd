"""Making bodies safe: safe_body against nh3, and against a round trip through html5lib.

nh3 is compiled and keeps no byte of a clean body as it was; html5lib, in Python, only parses and
writes. Both are in `pip install .[bench]`.
"""

import html5lib
import nh3
from authored import body, compare

from mirror.normalise.body import safe_body

BODIES = 500


def round_trip(html: str) -> str:
    return html5lib.serialize(html5lib.parseFragment(html))


def main() -> None:
    for kind in (True, False):
        bodies = [body(seed, clean=kind) for seed in range(BODIES)]
        for peer in (nh3.clean, round_trip):
            compare(
                lambda bodies=bodies: [safe_body(html, "https://news.example/") for html in bodies],
                lambda bodies=bodies, peer=peer: [peer(html) for html in bodies],
                what=f"{BODIES} {'clean' if kind else 'dirty'} bodies, against {peer.__name__}",
            )


if __name__ == "__main__":
    main()
