"""Tests of the screens of a team."""
