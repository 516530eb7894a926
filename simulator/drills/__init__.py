"""Short exercises beside the interview, each for one habit, and what each says of an answer."""
