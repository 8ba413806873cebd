"""Which part of a page is the article: finding its blocks, and keeping their HTML and pictures."""
