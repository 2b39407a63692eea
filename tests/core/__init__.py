"""Tests of what all blocks stand on."""
