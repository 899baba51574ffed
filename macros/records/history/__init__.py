"""History of the records: the data replayed commit by commit."""
