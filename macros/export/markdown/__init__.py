"""Markdown twins of the pages, and their list."""
