"""Records joined with each other, and judged on a day."""
