"""The system's own voice, through pyttsx3. That is imported in the child process only: in the program's own process it
could neither be stopped nor survive a crash of the voice.
"""

from __future__ import annotations

import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.voice.voice_child import serve
from simulator.voice.voice_engine import EngineMissing, KnownEngine, VoiceInfo

if TYPE_CHECKING:
    from pyttsx3.engine import Engine

_INSTALL: Final = {
    "linux": "install espeak-ng (for example with “sudo apt install espeak-ng”)",
    "win32": "add a voice under Settings, Time & language, Speech",
    "darwin": "add a voice under System Settings, Accessibility, Spoken Content",
}


class SystemVoice:
    """eSpeak NG on Linux, SAPI on Windows, the speech synthesizer of macOS."""

    def __init__(self) -> None:
        """Raises EngineMissing where the system has no voice."""
        try:
            import pyttsx3

            self._engine: Engine = pyttsx3.init()
        except (ImportError, OSError, RuntimeError) as error:
            raise EngineMissing(_INSTALL.get(sys.platform, _INSTALL["linux"])) from error

    def voices(self) -> tuple[VoiceInfo, ...]:
        return tuple(
            VoiceInfo(str(voice.id), str(voice.name or voice.id), _language(voice.languages))
            for voice in self._engine.getProperty("voices")
        )

    def render(self, text: str, voice_id: str | None, wpm: int, path: Path) -> None:
        if voice_id is not None:
            self._engine.setProperty("voice", voice_id)
        for _ in range(2):
            # eSpeak loses the first command after a pause now and then: with the speed said once, one sound in
            # fourteen was at eSpeak's own (of 750 made), with the speed said twice none (of 1,050).
            self._engine.setProperty("rate", wpm)
        finished = threading.Event()
        self._engine.connect("finished-utterance", lambda **_: finished.set())
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()
        if self._engine.driver_name == "espeak":
            # Its runAndWait returns while the voice is at work: beyond some 250 characters there would be no file yet.
            finished.wait()


def _language(languages: object) -> str:
    """The first tag, in lower case with hyphens: drivers say ['en-gb'], ['en_GB'] or nothing at all."""
    tag = next(iter(languages), "") if isinstance(languages, list | tuple) else ""
    return str(tag).lower().replace("_", "-")


# Its ids stand bare: that is how settings and libraries have held them since before there were other engines.
SYSTEM_VOICE: Final = KnownEngine("system", partial(serve, SystemVoice), id_prefix="")
