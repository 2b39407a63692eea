"""“Ongedaan maken”: taking the last step back, and what is said of it."""
