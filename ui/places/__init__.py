"""Each desk joins one place of the window to the parts behind it. Screens know no parts, parts know no screens."""
