"""What may be the matter with a microphone, in the sentences that the user reads."""

from __future__ import annotations

NO_MICROPHONE = "No microphone was found. Plug one in, or type your answer instead."
NOT_THERE = "The microphone you chose is not plugged in. Plug it in, or choose another one."
SAID_IS_KEPT = "What you said is saved."
UNPLUGGED = f"The microphone was unplugged. {SAID_IS_KEPT} Plug it back in and resume, or choose another one."
NO_DATA = f"The microphone has stopped sending sound. {SAID_IS_KEPT} Resume, or choose another microphone."
SERVER_GONE = f"The computer's sound system has stopped. {SAID_IS_KEPT} Please try again in a few seconds."
SERVER_HANGS = (
    f"The computer's sound system is not responding. {SAID_IS_KEPT} Try again in a moment, or type your answer."
)
REFUSED = (
    "The microphone could not be opened; it may be in use. Close the program using it, or choose another microphone."
)
NEVER_HEARD = (
    "The microphone is not sending any sound. Check that this program is allowed to use it and that no other program "
    "is using it, or choose another microphone."
)
SILENT = (
    "The microphone is sending only silence. Check that it is not muted and that this program is allowed to use it."
)
