"""Files, archives, caches, processes and the terminal."""
