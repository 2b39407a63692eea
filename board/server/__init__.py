"""The server: its port, its workers, and how it takes in what people send."""
