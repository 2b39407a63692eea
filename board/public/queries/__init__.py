"""The allow-list: every question to the database whose answer an inwoner may read, one module per thing."""
