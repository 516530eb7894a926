"""Qt, and the command line beside it: wiring, screens, widgets. Rules of the interview belong in `simulator`."""
