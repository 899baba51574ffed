"""The parts of guides that are printed from the project."""
