"""Interviews as files to keep, print, send or read by a program. What is said in them is worded in `ui.words`."""
