"""Each place joins one screen to the parts behind it. Screens know no parts, parts know no screens (see ui.wiring)."""
