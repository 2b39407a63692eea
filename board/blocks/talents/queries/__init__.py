"""What the fifth block asks of the database: a module for each thing."""
