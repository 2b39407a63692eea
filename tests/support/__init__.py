"""What tests share, each by its noun: nothing in here is a test."""
