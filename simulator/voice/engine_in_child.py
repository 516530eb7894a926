"""A voice engine as the program uses it: requests are done in a child process, killed when it takes too long.

How long a child lives is `voice_children`; what happens on its side is `voice_child`.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from simulator.child_process import ChildDied
from simulator.errors import VoiceUnavailable
from simulator.voice.pronunciation import Pronunciation
from simulator.voice.sound_cache import has_sound
from simulator.voice.voice_child import ListVoices, NoVoiceEngine, Render, Rendered, Voices
from simulator.voice.voice_children import ChildForEach, ChildThatStays, VoiceChildren
from simulator.voice.voice_engine import KnownEngine, VoiceInfo

FAILURES_UNTIL_OFF: Final = 3
CHARACTERS_IN_TIME: Final = 400
"""How long a text may be to be rendered within the time given, as any question is; a longer one has more time."""
READ_ON: Final = "The question stays on the screen."

Answer = TypeVar("Answer")


class EngineInChild:
    """One engine. `render` and `voices` block for at most `timeout_s` seconds, or longer for a text that is longer
    than any question, and raise VoiceUnavailable.

    After three failures in a row it is off, and both fail at once.
    """

    def __init__(self, engine: KnownEngine, timeout_s: float) -> None:
        self._engine = engine
        self._timeout_s = timeout_s
        self._failures = 0
        self._is_closed = False
        children = ChildThatStays if engine.stays else ChildForEach
        self._children: VoiceChildren = children(engine.in_child)
        self._lock = threading.Lock()

    @property
    def id_prefix(self) -> str:
        """What the ids of its voices begin with."""
        return self._engine.id_prefix

    @property
    def pronunciation(self) -> Pronunciation:
        """How it has to be given the field's terms."""
        return self._engine.pronunciation

    @property
    def is_off(self) -> bool:
        """Whether it is not tried any more: three failures in a row, or closed."""
        return self._is_closed or self._failures >= FAILURES_UNTIL_OFF

    @property
    def has_failed(self) -> bool:
        """Whether the last thing that was tried failed."""
        return self._failures > 0

    def voice_for(self, voice: str) -> str:
        """The id of the voice that reads when this one of the engine is chosen: its own if that one is gone."""
        return voice if self._engine.has(voice.removeprefix(self.id_prefix)) else self.id_prefix

    def render(self, spoken: str, voice: str, wpm: int, path: Path) -> None:
        """Say these words into the file at `path`; `voice` is one of this engine, empty but for the prefix its own."""
        with self._counting_failures():
            own_id = voice.removeprefix(self.id_prefix) or None
            patience_s = self._timeout_s * max(1.0, len(spoken) / CHARACTERS_IN_TIME)
            self._ask(Render(spoken, own_id, wpm, str(path)), Rendered, patience_s)
            if not has_sound(path):
                raise VoiceUnavailable(f"The voice made no sound. {READ_ON}")

    def voices(self) -> tuple[VoiceInfo, ...]:
        """All its voices, of any language."""
        with self._counting_failures():
            voices = self._ask(ListVoices(), Voices, self._timeout_s).voices
        return tuple(replace(voice, id=f"{self.id_prefix}{voice.id}") for voice in voices)

    def close(self) -> None:
        """Stop whatever is being rendered, now; whoever waits for it gets VoiceUnavailable."""
        self._is_closed = True
        self._children.close()

    @contextlib.contextmanager
    def _counting_failures(self) -> Iterator[None]:
        if self._failures >= FAILURES_UNTIL_OFF:
            raise VoiceUnavailable(f"The voice was turned off after {FAILURES_UNTIL_OFF} failures. {READ_ON}")
        try:
            yield
        except VoiceUnavailable:
            with self._lock:
                self._failures += 1
            raise
        with self._lock:
            self._failures = 0

    def _ask(self, request: object, expected: type[Answer], timeout_s: float) -> Answer:
        """A child's answer to one request."""
        if self._is_closed:
            raise VoiceUnavailable(f"The voice has been shut down. {READ_ON}")
        try:
            answer = self._children.ask(request, timeout_s)
        except TimeoutError as error:
            raise VoiceUnavailable(f"The voice did not finish within {timeout_s:g} s. {READ_ON}") from error
        except ChildDied as error:
            raise VoiceUnavailable(f"The voice stopped unexpectedly. {READ_ON}") from error
        if isinstance(answer, NoVoiceEngine):
            raise VoiceUnavailable(f"No voice could be started: {answer.what_to_do}. {READ_ON}")
        if not isinstance(answer, expected):
            raise TypeError(f"the voice's child said {answer!r}")
        return answer
