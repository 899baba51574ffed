"""The whole of ``data/``: every file read, every record in the form of its model, each with its place."""

from macros.records.dataset.entries import Dataset, Entry
from macros.records.dataset.reading import Kept, read, read_record
from macros.records.dataset.trimming import checked

__all__ = ["Dataset", "Entry", "Kept", "checked", "read", "read_record"]
