"""Undo: reading the history back, taking a step back, and the counters that tell whether a screen is still right."""
