"""The `opgavebord` command, from outside."""
