"""The preview: a site that is kept up to date while somebody works on the project."""
