"""A Trello board becomes cards: read the file, map its lists, plan, and only then write."""
