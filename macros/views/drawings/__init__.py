"""Coordinates of charts and maps."""
