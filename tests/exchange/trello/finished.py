"""Moments at which cards of Trello were finished."""

THIRD, FOURTH, FIFTH = (f"2026-03-0{day}T10:00:00.000Z" for day in (3, 4, 5))
