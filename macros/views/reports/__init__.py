"""Reports on a year or quarter, the review of agreements, and the coverage of the data."""
