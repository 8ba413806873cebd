"""What a page says of its article besides the text: title, address, time, authors."""
