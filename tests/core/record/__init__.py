"""Tests of history, what may be public, photos, days and weeks."""
