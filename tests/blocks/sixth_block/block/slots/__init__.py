"""What the sixth block answers to the rest of the house."""
