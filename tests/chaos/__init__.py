"""Runs in which everything around a build goes wrong: ``make chaos``. They take minutes; ``make test`` has them not."""
