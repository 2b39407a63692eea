"""Tests of cards, results, teams and worries."""
