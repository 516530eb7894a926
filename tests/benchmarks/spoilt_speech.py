"""Word errors where bad equipment spoils the sound. They differ by processor, so the suite asks for less than this."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path
from typing import Final

from recordings.transcription.models import install_built_in
from tests.benchmarks.table import Figure
from tests.recordings.transcription.speaking import spoken, word_errors
from tests.recordings.transcription.spoiling import SENTENCE, SPOILT, heard, laughter

MOST_ERRORS: Final = 0.5


def measure() -> list[Figure]:
    """One sentence of a synthetic voice, spoilt in each way and written down again."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # SpeechRecognition imports aifc and audioop
        from recordings.transcription.whisper import WhisperEngine
    with tempfile.TemporaryDirectory() as folder:
        engine = WhisperEngine(install_built_in(Path(folder)))
        sentence = spoken(SENTENCE, Path(folder))
        errors = {name: word_errors(SENTENCE, heard(engine, spoil(sentence)).text) for name, spoil in SPOILT.items()}
        laughed = len(heard(engine, laughter(12.0)).words)
    return [
        *(Figure(f"Word errors of {name} speech", rate, MOST_ERRORS) for name, rate in errors.items()),
        Figure("Words heard in 12 s of laughter", laughed, 0),
    ]
