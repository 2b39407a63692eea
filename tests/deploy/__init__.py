"""What stands in deploy/, used as it stands there."""
