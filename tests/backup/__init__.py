"""A backup, and the way back."""
