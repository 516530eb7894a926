"""Texts turned into sound files, each in a child process of its own that can be killed. Nothing is played here.

The engine (pyttsx3, and through it the system's voice) is imported in the child only: in the program's own process it
could neither be stopped nor survive a crash of the voice.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import threading
import time
import wave
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from simulator.child_process import Child, ChildDied, Connection
from simulator.errors import VoiceUnavailable
from simulator.voice.spoken_text import OwnWords, spoken_text

if TYPE_CHECKING:
    from pyttsx3.engine import Engine

FAILURES_UNTIL_OFF: Final = 3
CACHE_BYTES: Final = 200_000_000

_STALE_AFTER_S: Final = 3600.0
_PART_SUFFIX: Final = ".part.wav"
_READ_ON: Final = "The question stays on the screen."
_INSTALL: Final = {
    "linux": "install espeak-ng (for example with “sudo apt install espeak-ng”)",
    "win32": "add a voice under Settings, Time & language, Speech",
    "darwin": "add a voice under System Settings, Accessibility, Spoken Content",
}

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice of this system; `language` is a tag such as "en-gb", empty if the voice names none."""

    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class _Render:
    """To the child: say `text` into the file at `path`."""

    text: str
    voice_id: str | None
    wpm: int
    path: str


@dataclass(frozen=True, slots=True)
class _ListVoices:
    """To the child: which voices are there?"""


@dataclass(frozen=True, slots=True)
class _Rendered:
    """From the child: the file is complete."""


@dataclass(frozen=True, slots=True)
class _Voices:
    """From the child: all voices."""

    voices: tuple[VoiceInfo, ...]


@dataclass(frozen=True, slots=True)
class _NoEngine:
    """From the child: the system's voice cannot be started."""

    reason: str


def speak_in_child(connection: Connection) -> None:
    """The child's side: do the one thing that is asked for, then leave."""
    request = connection.recv()
    # pyttsx3 prints where it saved to, and the traceback of a missing engine.
    with (
        Path(os.devnull).open("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        try:
            import pyttsx3

            engine = pyttsx3.init()
        except (ImportError, OSError, RuntimeError) as error:
            connection.send(_NoEngine(str(error)))
            return
        connection.send(_render(engine, request) if isinstance(request, _Render) else _voices_of(engine))


def _render(engine: Engine, request: _Render) -> _Rendered:
    if request.voice_id is not None:
        engine.setProperty("voice", request.voice_id)
    engine.setProperty("rate", request.wpm)
    finished = threading.Event()
    engine.connect("finished-utterance", lambda **_: finished.set())
    engine.save_to_file(request.text, request.path)
    engine.runAndWait()
    if engine.driver_name == "espeak":
        # Its runAndWait returns while the voice is at work: beyond some 250 characters there would be no file yet.
        finished.wait()
    return _Rendered()


def _voices_of(engine: Engine) -> _Voices:
    return _Voices(
        tuple(
            VoiceInfo(str(voice.id), str(voice.name or voice.id), _language(voice.languages))
            for voice in engine.getProperty("voices")
        )
    )


def _language(languages: object) -> str:
    """The first tag, in lower case with hyphens: drivers say ['en-gb'], ['en_GB'] or nothing at all."""
    tag = next(iter(languages), "") if isinstance(languages, list | tuple) else ""
    return str(tag).lower().replace("_", "-")


class Voice:
    """The system's voice, as sound files in the folder `cache`: one for each text, voice and speed, made once.

    `render` and `voices` block, for at most `timeout_s` seconds; call them from a background thread. After three
    failures in a row the voice is off and both fail at once, so that a broken voice costs a session no further waiting.
    `own_words` are the user's own pronunciations; a file is found again by what is said in it, so they may change.
    `in_child` does the child's part; tests put theirs in its place.
    """

    def __init__(
        self,
        cache: Path,
        timeout_s: float = 10.0,
        in_child: Callable[[Connection], None] = speak_in_child,
        cache_bytes: int = CACHE_BYTES,
    ) -> None:
        self.own_words: OwnWords = ()
        self._cache = cache
        self._timeout_s = timeout_s
        self._in_child = in_child
        self._cache_bytes = cache_bytes
        self._failures = 0
        self._is_closed = False
        self._children: set[Child] = set()
        self._lock = threading.Lock()

    @property
    def is_off(self) -> bool:
        """Whether nothing is tried any more: three failures in a row, or closed."""
        return self._is_closed or self._failures >= FAILURES_UNTIL_OFF

    def cached(self, text: str, voice_id: str | None, wpm: int) -> Path | None:
        """The sound file of `text` if there is one already."""
        path = self._path_of(spoken_text(text, self.own_words), voice_id, wpm)
        return path if has_sound(path) else None

    def render(self, text: str, voice_id: str | None, wpm: int) -> Path:
        """The sound file (WAV, mono) of `text` at `wpm` words a minute; `voice_id` None is the system's own voice.

        Raises VoiceUnavailable when there is no voice, or none that comes to an end with sound in the file.
        """
        spoken = spoken_text(text, self.own_words)
        path = self._path_of(spoken, voice_id, wpm)
        if has_sound(path):
            return path
        if not spoken:
            raise VoiceUnavailable(f"There is nothing to read aloud. {_READ_ON}")
        with self._counting_failures():
            self._render_to(path, spoken, voice_id, wpm)
        self.prune_cache()
        return path

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices of this system that can read a question, by language and name. Raises VoiceUnavailable.

        Questions are English, so those are the English ones; where none says that it is, all of them.
        """
        with self._counting_failures():
            voices = self._ask(_ListVoices(), _Voices).voices
        english = [voice for voice in voices if _is_english(voice)]
        return tuple(sorted(english or voices, key=lambda voice: (voice.language, voice.name)))

    def prune_cache(self) -> None:
        """Delete the oldest sound files until the rest fits into `cache_bytes`, and what killed children left."""
        kept_bytes = 0
        for path, bytes_, modified_s in _newest_first(self._cache):
            is_stale = path.name.endswith(_PART_SUFFIX) and time.time() - modified_s > _STALE_AFTER_S
            kept_bytes += bytes_
            if is_stale or kept_bytes > self._cache_bytes:
                with contextlib.suppress(OSError):
                    path.unlink()

    def close(self) -> None:
        """Stop whatever is being rendered, now; whoever waits for it gets VoiceUnavailable."""
        with self._lock:
            self._is_closed = True
            children = tuple(self._children)
        for child in children:
            child.kill()

    def _path_of(self, spoken: str, voice_id: str | None, wpm: int) -> Path:
        key = "\0".join((voice_id or "", str(wpm), spoken))
        return self._cache / (hashlib.sha256(key.encode()).hexdigest()[:40] + ".wav")

    @contextlib.contextmanager
    def _counting_failures(self) -> Iterator[None]:
        if self._failures >= FAILURES_UNTIL_OFF:
            raise VoiceUnavailable(f"The voice is off after {FAILURES_UNTIL_OFF} failures. {_READ_ON}")
        try:
            yield
        except VoiceUnavailable:
            with self._lock:
                self._failures += 1
            raise
        with self._lock:
            self._failures = 0

    def _render_to(self, path: Path, spoken: str, voice_id: str | None, wpm: int) -> None:
        try:
            with _part_file(self._cache) as part:
                self._ask(_Render(spoken, voice_id, wpm, str(part)), _Rendered)
                if not has_sound(part):
                    raise VoiceUnavailable(f"The voice made no sound. {_READ_ON}")
                part.replace(path)
        except OSError as error:
            reason = error.strerror or error
            raise VoiceUnavailable(f"The voice cannot write to {self._cache} ({reason}). {_READ_ON}") from error

    def _ask(self, request: object, expected: type[Answer]) -> Answer:
        """One child's answer to one request."""
        child = Child(self._in_child, name="voice")
        try:
            with self._alive(child):
                child.send(request)
                answer = child.receive(self._timeout_s)
        except TimeoutError as error:
            raise VoiceUnavailable(f"The voice did not finish within {self._timeout_s:g} s. {_READ_ON}") from error
        except ChildDied as error:
            raise VoiceUnavailable(f"The voice stopped unexpectedly. {_READ_ON}") from error
        if isinstance(answer, _NoEngine):
            how = _INSTALL.get(sys.platform, _INSTALL["linux"])
            raise VoiceUnavailable(f"No voice could be started: {how}. {_READ_ON}")
        if not isinstance(answer, expected):
            raise TypeError(f"the voice's child said {answer!r}")
        return answer

    @contextlib.contextmanager
    def _alive(self, child: Child) -> Iterator[None]:
        """The child started, known to `close`, and gone at the end whatever happened."""
        with self._lock:
            if self._is_closed:
                raise VoiceUnavailable(f"The voice is closed. {_READ_ON}")
            self._children.add(child)
            child.start()
        try:
            yield
        finally:
            child.kill()
            with self._lock:
                self._children.discard(child)


def delete_speech(cache: Path) -> None:
    """Delete every sound file in the cache: what was read aloud may have held a user's own words. Raises OSError."""
    for path in cache.glob("*.wav"):
        path.unlink(missing_ok=True)


def has_sound(path: Path) -> bool:
    """Whether `path` is a WAV file with anything but silence in it."""
    try:
        with wave.open(str(path), "rb") as sound:
            return any(sound.readframes(sound.getnframes()))
    except (OSError, EOFError, wave.Error):
        return False


def _is_english(voice: VoiceInfo) -> bool:
    return voice.language.startswith("en")


@contextlib.contextmanager
def _part_file(folder: Path) -> Iterator[Path]:
    """An empty file of this user's alone (0600) for a child to write into; gone at the end unless it was moved."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=folder, suffix=_PART_SUFFIX)
    os.close(descriptor)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _newest_first(folder: Path) -> list[tuple[Path, int, float]]:
    """Sound files with their size in bytes and time of change; those that vanish meanwhile are left out."""
    found = []
    for path in folder.glob("*.wav"):
        with contextlib.suppress(OSError):
            status = path.stat()
            found.append((path, status.st_size, status.st_mtime))
    return sorted(found, key=lambda entry: entry[2], reverse=True)
