"""Many hands at once, on real processes: what was accepted is there afterwards, and nobody waits for a stranger."""
