"""What the sixth block asks of the database."""
