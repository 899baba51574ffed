"""Adapters to MkDocs and the theme."""
