"""The check: rules over all records, and their messages."""
