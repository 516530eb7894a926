"""What fills the window: widgets and signals of one screen each. No rules, no library."""
