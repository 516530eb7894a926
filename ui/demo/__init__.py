"""`viva-voce demo`: a whole interview held by a synthetic candidate, without a person, a display or a sound card."""
