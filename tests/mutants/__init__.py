"""Small changes to the rules of the product, and whether a test notices each of them."""
