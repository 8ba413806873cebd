"""Extracting articles from pages: mirror's extract against trafilatura alone."""

from authored import compare, page
from trafilatura import bare_extraction

from mirror.article import Source
from mirror.extract import extract

PAGES = 100


def main() -> None:
    pages = [page(seed) for seed in range(PAGES)]
    source = Source("bench", "测试")
    assert all(extract(html, "https://news.example/n/1.htm", source).html for html in pages[:3])
    compare(
        lambda: [extract(html, "https://news.example/n/1.htm", source) for html in pages],
        lambda: [bare_extraction(html, url="https://news.example/n/1.htm") for html in pages],
        what=f"{PAGES} pages, extract against trafilatura",
    )


if __name__ == "__main__":
    main()
