"""Which points of a question an answer makes, and which red flags it raises: by its words and by what they mean."""
