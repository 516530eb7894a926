"""The interviewer's voice: texts turned into sound files by the first engine that works. Nothing is played here.

Which engines there are is `engines`; how one is asked is `engine_in_child`; where the files lie is `sound_cache`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulator.errors import VoiceUnavailable
from simulator.voice.engine_in_child import READ_ON, EngineInChild
from simulator.voice.engines import ENGINES
from simulator.voice.sound_cache import CACHE_BYTES, SoundCache, has_sound
from simulator.voice.spoken_text import OwnWords, spoken_text
from simulator.voice.voice_engine import KnownEngine, VoiceInfo


class Voice:
    """The interviewer's voice, as sound files in the folder `cache`: one for each text, voice and speed, made once.

    `render` and `voices` block, for at most `timeout_s` seconds an engine once its turn has come; call them from
    a background thread. The engine of the chosen voice is tried first, then the other `engines` in their order. One
    that fails three times in a row is off; once all are, both fail at once, so that a broken voice costs a session no
    further waiting.
    `own_words` are the user's own pronunciations; a file is found again by what is said in it, so they may change.
    """

    def __init__(
        self,
        cache: Path,
        timeout_s: float = 10.0,
        engines: Sequence[KnownEngine] = ENGINES,
        cache_bytes: int = CACHE_BYTES,
    ) -> None:
        self.own_words: OwnWords = ()
        self._cache = SoundCache(cache, cache_bytes)
        self._engines = tuple(EngineInChild(engine, timeout_s) for engine in engines)

    @property
    def is_off(self) -> bool:
        """Whether nothing is tried any more: three failures in a row of every engine, or closed."""
        return all(engine.is_off for engine in self._engines)

    def cached(self, text: str, voice_id: str | None, wpm: int) -> Path | None:
        """The sound file of `text` if there is one already, of the first engine that has not just failed."""
        for engine, voice in self._in_order(voice_id):
            path = self._cache.path_of(self._spoken(text, engine), voice, wpm)
            if has_sound(path):
                return path
            if not engine.has_failed:
                return None
        return None

    def render(self, text: str, voice_id: str | None, wpm: int) -> Path:
        """The sound file (WAV, mono) of `text` at `wpm` words per minute; `voice_id` None is an engine's own voice.

        Raises VoiceUnavailable when there is no voice, or none that comes to an end with sound in the file.
        """
        found = self.cached(text, voice_id, wpm)
        if found is not None:
            return found
        if not spoken_text(text, self.own_words):
            raise VoiceUnavailable(f"There is nothing to read aloud. {READ_ON}")
        refusal: VoiceUnavailable | None = None
        for engine, voice in self._worth_trying(voice_id):
            try:
                return self._rendered(engine, self._spoken(text, engine), voice, wpm)
            except VoiceUnavailable as error:
                refusal = error
        raise refusal or VoiceUnavailable(f"There is no voice. {READ_ON}")

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices of this system that can read a question, engine by engine, by language and name.

        Questions are English, so those are the English ones; where none says that it is, all of them. Raises
        VoiceUnavailable if no engine has any to name.
        """
        found: list[VoiceInfo] = []
        refusal: VoiceUnavailable | None = None
        for engine, _ in self._worth_trying(None):
            try:
                found += sorted(engine.voices(), key=lambda voice: (voice.language, voice.name))
            except VoiceUnavailable as error:
                refusal = error
        if not found and refusal is not None:
            raise refusal
        return tuple(voice for voice in found if _is_english(voice)) or tuple(found)

    def why_not_own(self) -> str:
        """Why the first engine, which is the program's own voice, cannot be used, as a sentence; empty if it can."""
        try:
            for engine in self._engines[:1]:
                engine.voices()
        except VoiceUnavailable as error:
            return str(error).removesuffix(READ_ON).rstrip()
        return ""

    def close(self) -> None:
        """Stop whatever is being rendered, now; whoever waits for it gets VoiceUnavailable."""
        for engine in self._engines:
            engine.close()

    def _spoken(self, text: str, engine: EngineInChild) -> str:
        """The text as this engine has to be given it."""
        return spoken_text(text, self.own_words, engine.pronunciation)

    def _in_order(self, voice_id: str | None) -> list[tuple[EngineInChild, str]]:
        """The engines in the order in which to try them, the one of the chosen voice first, each with its voice.

        The others read in their own voice, as all do where none is chosen, or the chosen one is gone.
        """
        owners = [engine for engine in self._engines if voice_id is not None and voice_id.startswith(engine.id_prefix)]
        owner = max(owners, key=lambda engine: len(engine.id_prefix), default=None)
        others = [(engine, engine.id_prefix) for engine in self._engines if engine is not owner]
        return [(owner, owner.voice_for(voice_id)), *others] if owner is not None and voice_id is not None else others

    def _worth_trying(self, voice_id: str | None) -> list[tuple[EngineInChild, str]]:
        """Those in order that are not off; all, if all are: they say so themselves."""
        in_order = self._in_order(voice_id)
        return [(engine, voice) for engine, voice in in_order if not engine.is_off] or in_order

    def _rendered(self, engine: EngineInChild, spoken: str, voice: str, wpm: int) -> Path:
        path = self._cache.path_of(spoken, voice, wpm)
        if has_sound(path):
            return path
        try:
            with self._cache.part() as part:
                engine.render(spoken, voice, wpm, part)
                part.replace(path)
        except OSError as error:
            reason = error.strerror or error
            raise VoiceUnavailable(f"The voice cannot write to {self._cache.folder} ({reason}). {READ_ON}") from error
        self._cache.prune()
        return path


def _is_english(voice: VoiceInfo) -> bool:
    return voice.language.startswith("en")
