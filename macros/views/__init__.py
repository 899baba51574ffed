"""Records in a language: no HTML, no file."""
