"""A sixth block for a test: a folder of a block, its templates, its table, and a walk through the house with it."""
