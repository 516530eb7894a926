"""An interview: which questions, what is possible when, how long, and the engine that holds it. No clock, no sound."""
