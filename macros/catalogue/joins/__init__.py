"""Records joined with what belongs to them, one module for each subject."""
