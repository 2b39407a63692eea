"""Search: what people can find by its words, in any form of them, and only what they may read."""
