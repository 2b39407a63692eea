"""The work: opgaven with their teams, cards, results, lessons and worries."""
