"""An interview as rules: which questions, what is possible when, how long, in which tone. No clock, no sound, no Qt."""
