"""Tests of the screens of the work."""
