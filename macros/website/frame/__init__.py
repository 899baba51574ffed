"""What stands around the content of a page."""
