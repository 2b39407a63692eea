"""Tests of signing in and Beheer."""
