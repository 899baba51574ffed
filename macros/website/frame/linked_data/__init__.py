"""Linked data: what a page and its record are, as JSON-LD in the vocabulary of schema.org, for programs.

It says nothing that the page does not say. The site belongs to no authority, so the data set names the site as its
creator; authorities are named as publishers of their documents.
"""
