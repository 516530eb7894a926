"""Parts that screens are made of. Each knows its own look, and nothing of the program."""
