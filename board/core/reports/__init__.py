"""Reports: rows and counts that screens show, derived from the cards. Nothing here writes."""
