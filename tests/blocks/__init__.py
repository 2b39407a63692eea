"""The five building blocks: their pages, their living answers, and when they ask attention."""
