"""What places have done for them, a class for each thing: planning, reading aloud, deleting, correcting, exchanging."""
