"""The questions of this block to the database."""
