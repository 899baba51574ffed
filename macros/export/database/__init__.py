"""The tables as an SQLite database, with views for common questions."""
