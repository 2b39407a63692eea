"""Figures of the house: what its names, imports and sizes are, for this checkout or for an older one beside it."""
