"""What the first block asks of the database: a module for each thing."""
