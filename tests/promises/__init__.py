"""What is promised, put to the proof: killed, cut off, fed with rubbish, and used for hours."""
