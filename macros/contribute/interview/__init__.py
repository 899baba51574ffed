"""A record asked for field by field in a terminal, Vietnamese first: the same forms as on the site."""
