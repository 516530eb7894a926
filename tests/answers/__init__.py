"""Answers labelled by hand, key point by key point: what the judge of content learns from, and what it is measured on."""
