"""What the pages of all five blocks do alike."""
