"""Interview at a terminal: a record asked for field by field, Vietnamese first, by the forms of the site."""
