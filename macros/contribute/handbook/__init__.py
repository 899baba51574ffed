"""Parts of the guides that are made from the project: messages, pictures, specimens, fields."""
