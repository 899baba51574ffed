"""The history in words: ``Agreement with Daegu (2004): expiry set to 3 August 2023``, in a language.

Values are named by today's records and words. A record that is no longer there is named by what the old file said, and
a value that has no words stands for itself, so that no history is too old to be told.
"""
