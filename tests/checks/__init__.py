"""The checks read text, and need no database and no pages."""
