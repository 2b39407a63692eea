"""Many hands at once, on real processes: `python -m tests.load.…` prints figures."""
