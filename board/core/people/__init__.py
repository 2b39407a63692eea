"""People: who they are, what they are called, how they sign in, and the organisation they work for."""
