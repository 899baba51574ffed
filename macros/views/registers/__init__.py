"""Registers that a reader can filter and sort: each row's keys with their labels, and its rank in every column.

The browser only compares what is computed here. A key is the same in both languages, for it stands in addresses; a
label is in one language; a rank is a number that follows the language's alphabet, the calendar or the size.
"""
