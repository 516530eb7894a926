"""Putting right what a check of the library found, so that it can be undone."""
