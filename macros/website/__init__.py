"""HTML, the theme and MkDocs."""
