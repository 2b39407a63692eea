"""The page of one opgave."""
