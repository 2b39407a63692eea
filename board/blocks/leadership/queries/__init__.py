"""What the fourth block asks of the database: a module for each thing."""
