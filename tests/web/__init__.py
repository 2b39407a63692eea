"""Tests of requests and pages, whatever the screen."""
