"""Answers labelled by hand, point by point: what the judge of content learns from, and is measured on."""
