"""Records written as YAML."""
