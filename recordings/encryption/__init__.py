"""A library made encrypted, or plain again: what there is to change, one file at a time, and all of it without loss."""
