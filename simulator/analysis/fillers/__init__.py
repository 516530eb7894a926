"""Fillers: sounds, words and repeats, told apart from speech that only looks like them, and counted."""
