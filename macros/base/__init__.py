"""Dates, texts, languages, words of the interface and the system: everything that knows no record."""
