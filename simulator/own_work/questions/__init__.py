"""What an interviewer asks about the user's projects and techniques, and about the company."""
