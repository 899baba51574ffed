"""Briefs before a meeting with a partner or with somebody from a country: what is on record, on one or two pages."""
