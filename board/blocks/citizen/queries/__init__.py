"""What the second block asks of the database: a module for each thing."""
