"""Files besides pages, one package for each kind of output."""
