"""Photos that citizens see."""
