"""Removal of an opgave: all of it in a file first, then for good, with a tombstone that says so."""
