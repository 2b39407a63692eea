"""Publishing: what is ready, the public weeks, faces by choice, and what the council reads."""
