"""A Trello board becomes cards."""
