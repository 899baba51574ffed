"""The frame of a page: metadata in its head, the foot below its content, citations and licences."""
