"""What pages and acts cost, measured: queries, bytes, nodes and time, on both databases."""
