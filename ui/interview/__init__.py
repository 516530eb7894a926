"""The Qt shell of an interview: the clock, the signals and the voice around the engine in `simulator.interview`."""
