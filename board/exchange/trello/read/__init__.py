"""Reading a Trello export: from the bytes of a file to plain things."""
