"""What the analysis knows of English: word lists, word forms, phrases and what means the same. Judges nothing."""
