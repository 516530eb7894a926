"""What the user reads, as text: times, titles, figures, sessions, reports. No Qt, and nothing is worked out."""
