"""Opgavebord: small actions inside, results a citizen notices outside, one deliberate step to publish."""
