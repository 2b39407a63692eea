"""The public week: its page, its words, and the ways it travels: as text, in a frame."""
