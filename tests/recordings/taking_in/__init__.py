"""Tests of recordings made elsewhere and how they come into the library."""
