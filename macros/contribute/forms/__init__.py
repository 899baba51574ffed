"""Web forms and the questions of the interview: which fields each asks for, as prepared from the schema."""
