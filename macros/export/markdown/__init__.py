"""Markdown twins of the pages, and a guide to the site for language models."""
