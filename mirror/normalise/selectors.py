"""The two languages of a source's rules: CSS selectors and XPath."""

from parsel import Selector, SelectorList


def find(page: Selector, rule: str) -> SelectorList[Selector]:
    """What `rule` finds: a CSS selector (`::text` and `::attr()` too), or an XPath.

    An XPath begins with `/`, `./` or `(`. Raises ValueError, or cssselect's SyntaxError and
    RuntimeError, for what is neither.
    """
    return page.xpath(rule) if rule.startswith(("/", "./", "(")) else page.css(rule)
