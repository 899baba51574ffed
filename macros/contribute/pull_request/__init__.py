"""A pull request described: the records and pages that it changes, as a comment on it."""
