"""A faithful, growing copy of the news."""
