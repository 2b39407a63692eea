"""What the first block answers to the rest of the house: a module for each screen that asks."""
