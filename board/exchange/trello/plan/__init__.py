"""Planning what an export becomes here; this knows no web and no database."""
