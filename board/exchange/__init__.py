"""Imports and exports: how a team's work comes in from elsewhere and goes out again."""
