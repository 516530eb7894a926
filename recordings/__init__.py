"""Everything between the air and the transcript: microphone, takes, voice activity, recogniser. No widgets or rules."""
