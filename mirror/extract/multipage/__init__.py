"""Articles that go on over several pages: finding these, and joining them."""
