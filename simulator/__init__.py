"""The interview itself: plan, session, timing, transcript, analysis and store. No Qt, no audio device, no engine."""
