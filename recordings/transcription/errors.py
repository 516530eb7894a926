"""What can go wrong between a sound file and its transcript. Each message is one sentence for the user.

TranscriptionError
├── ModelUnavailable     no verified speech model can be had
├── ModelRefused         a further one could not be had, is not what it should be, or could not be removed
│   ├── DownloadPaused
│   └── DownloadCancelled
├── EngineUnavailable    no recogniser at all can be loaded
├── SoundUndecodable      the file is missing, or is not sound
└── RecogniserFailed     the recogniser gave up on a stretch of sound
"""

from __future__ import annotations


class TranscriptionError(Exception):
    """Something outside the program keeps it from transcribing."""


class ModelUnavailable(TranscriptionError):
    """A speech model is missing or is not, bit for bit, the one that was asked for."""


class ModelRefused(TranscriptionError):
    """A further speech model could not be had, is none, or could not be kept or removed; no other changed."""


class DownloadPaused(ModelRefused):
    """The user wants the rest of it later; what has come is kept."""


class DownloadCancelled(ModelRefused):
    """The user does not want it any more; nothing of it is left."""


class EngineUnavailable(TranscriptionError):
    """No recogniser could be loaded."""


class SoundUndecodable(TranscriptionError):
    """The file is not there, or nothing in it can be read as sound."""


class RecogniserFailed(TranscriptionError):
    """The recogniser gave up on a stretch of sound."""
