"""The record: history, what may be public, photos, and days and weeks. The lowest floor; it knows no other."""
