"""Data read, checked, written and remembered."""
