"""Signalen: what reaches us from outside, over all opgaven, with or without one (seed 000)."""
