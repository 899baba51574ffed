"""Records joined, and judged on a day."""
