"""Chinese news pages: the corpus's posts in page templates written for this test."""
