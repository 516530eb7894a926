"""Files fetched when the user has pressed Download, and at no other time."""
