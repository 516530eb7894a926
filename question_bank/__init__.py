"""Questions as data: what they are, how they are loaded, checked and chosen. No other room is seen from here."""
