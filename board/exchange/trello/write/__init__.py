"""Bringing planned cards on a board, and comparing them with what is there."""
