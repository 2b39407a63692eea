"""Forms of the sixth block: it asks nothing."""
