"""What the third block asks of the database: a module for each thing."""
