"""What a whole interview comes to: its questions with all that was answered to them, and what is worth saying of it."""
