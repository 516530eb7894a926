"""Tests of what the user brings."""
