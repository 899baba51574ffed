"""Values as pages and exports show them, in a language: no HTML, no file."""
