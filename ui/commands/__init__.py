"""What the command line does, one file per group of calls. No Qt, no engine; each is imported when it is called."""
