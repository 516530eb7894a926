"""What is worth saying of an answer, and which of it is said. Measures nothing."""
