"""All published results, for who wants to do something with them."""
