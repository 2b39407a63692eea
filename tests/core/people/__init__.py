"""Tests of people and their names."""
