"""Tests of the screens of managers."""
