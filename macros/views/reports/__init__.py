"""Reports on a year or quarter."""
