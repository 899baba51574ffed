"""The index of the site's search: each page's own words by section, with all names of its record.

The theme's own index runs the cells of a table together, and repeats on every page what other pages say. Pages come
from the adapter; the browser searches the entries by
docs/overrides/assets/javascripts/workers/accent_folding_index.js.
"""
