"""The Qt shell of an interview: the timer, the signals and the voice around the engine of `simulator.interview`."""
