"""What a pull request changes, said to its readers."""
