"""Ground floor: knows no record."""
