"""How the records became what they are."""
