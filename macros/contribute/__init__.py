"""Ways for facts to come in: web forms, the interview, workbooks, pull requests, and the guides to them."""
