"""Pure functions over text. They advise; they never block."""
