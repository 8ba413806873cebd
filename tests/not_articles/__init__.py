"""Pages that are no article, and articles that look alike: authored, generated from tables."""
