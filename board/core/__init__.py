"""What all blocks stand on: people, opgaven, cards, results and their history. Models and queries, no routes."""
