"""Feed -> article -> post -> YAML and HTML, with made-up input; `heavy/` does it at length."""

from generated_feeds import articles, check, feeds
from hypothesis import given, settings


@settings(max_examples=150, deadline=None)
@given(feeds())
def test_whatever_a_feed_holds_its_posts_are_sound(feed: bytes) -> None:
    for article in articles(feed):
        check(article)
