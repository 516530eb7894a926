"""One answer being listened to: sound goes in, words come out, final as soon as a pause allows. No files, no pipe."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from recordings.prosody import ProsodyTrack
from recordings.transcription.chunks import Chunk, Chunker
from recordings.transcription.engines import Engine
from recordings.transcription.filled_pauses import look_again, merged
from recordings.transcription.invented_text import believable, is_doubtful, is_unsure_without_hesitation, sureness
from recordings.transcription.language import LanguageVote
from recordings.transcription.laughter import fits_of_laughter, without_bursts, without_laughed
from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import SAMPLE_RATE, Samples
from recordings.transcription.speech_detector import WINDOW, WINDOW_S, SpeechDetector, Voicing, joined
from recordings.transcription.voiced_islands import Island, voiced_islands
from recordings.transcription.word_times import fitted_to_voice, in_order
from simulator.transcript import FilledPause, Transcript, Word

_UNSURE_END_S = 0.6  # the last words before a forced cut may be half words
_LEAST_GUESS_S = 0.5
_FEWEST_WORDS_TO_MOVE_CUT = 3
_LOOK_BACK = round(2.0 / WINDOW_S)  # a hummed "hmm" between two chunks is no voice to the detector
_WORDS_BACK = 5
_KNOWN_HESITATIONS = 100  # the last ones, as a room and a voice change within an hour


class Listening:
    """Hears one answer. The words depend on the sound alone, not on how it was portioned or how often one asked."""

    def __init__(self, engine: Engine, terms: tuple[str, ...] = ()) -> None:
        self._engine = engine
        self._terms = terms
        self._detector = SpeechDetector()
        self._voicing = Voicing()
        self._chunker = Chunker()
        self._language = LanguageVote(engine)
        self._prosody = ProsodyTrack()
        self._pending: deque[float] = deque()
        self._kept: Samples = np.empty(0, np.int16)
        self._kept_from = 0
        self._received = 0
        self._is_over = False
        self._guess: tuple[Word, ...] = ()
        self._guessed_until = 0
        self._filled_pauses: list[FilledPause] = []
        self._hesitations: deque[Island] = deque(maxlen=_KNOWN_HESITATIONS)
        self._looked_until_s = 0.0
        self.settled: list[Word] = []

    @property
    def duration_s(self) -> float:
        return self._received / SAMPLE_RATE

    def feed(self, samples: Samples) -> None:
        """Takes the next samples of the answer."""
        self._received += len(samples)
        self._kept = np.concatenate([self._kept, samples])
        self._pending.extend(self._detector.feed(samples))

    def end(self) -> None:
        """No more sound will come."""
        self._pending.extend(self._detector.finish())
        self._is_over = True

    def settle(self) -> bool:
        """Decodes the next complete chunk into `settled`; False if there is none yet."""
        chunk = self._next_chunk()
        if chunk is None:
            return False
        samples = self._samples(chunk.start, chunk.end)
        words = self._placed(self._best_phrases(samples, self._voiced_s(chunk)), chunk.start, len(samples))
        if chunk.is_forced and len(words) >= _FEWEST_WORDS_TO_MOVE_CUT:
            words = self._move_cut(chunk, words)
        self.settled += self._looked_at(words, chunk.start, chunk.end)
        self._guess = ()
        self._language.offer(samples)
        self._prosody.hear(samples, chunk.start * WINDOW_S)
        self._forget()
        return True

    def tentative(self) -> tuple[Word, ...]:
        """Words heard in what is not settled yet; they may still change. Decodes only when there is more voice."""
        start, voiced_until = self._chunker.open_start, self._chunker.voiced_until
        if start is None or (voiced_until - start) * WINDOW_S < _LEAST_GUESS_S:
            self._guess = ()
        elif voiced_until != self._guessed_until:
            self._guessed_until = voiced_until
            samples = self._kept[start * WINDOW - self._kept_from :]
            phrases = self._engine.hear(samples, self._terms, Manner.BRISK)
            if not is_doubtful(phrases, len(samples) / SAMPLE_RATE):
                self._guess = self._placed(phrases, start, len(samples))
        return self._guess

    def transcript(self) -> Transcript:
        """Everything that was heard; call it once the sound is over and nothing is left to settle."""
        speech = joined(self._voicing.spans(), self.duration_s)
        self._looked_at((), self._received // WINDOW, self._received // WINDOW)
        return Transcript(
            duration_s=self.duration_s,
            words=tuple(self.settled),
            speech=speech,
            filled_pauses=tuple(self._filled_pauses),
            language=self._language.result() if self.settled else None,
            model=self._engine.model,
            cannot_hear=self._engine.cannot_hear or None,
            prosody=self._prosody.measure(speech),
        )

    def _next_chunk(self) -> Chunk | None:
        while self._pending:
            chunk = self._chunker.push(self._voicing.push(self._pending.popleft()))
            if chunk is not None:
                return chunk
        self._forget()
        return self._chunker.finish() if self._is_over else None

    def _best_phrases(self, samples: Samples, voiced_s: float) -> tuple[Phrase, ...]:
        """What the engine hears in the first manner that leaves no doubt, else in the one it is surest of.

        Where it heard nothing at first, a doubtful word is worth less than none.
        """
        tried: list[tuple[Phrase, ...]] = []
        for manner in self._engine.manners:
            phrases = self._engine.hear(samples, self._terms, manner)
            if not is_doubtful(phrases, len(samples) / SAMPLE_RATE, voiced_s):
                return phrases if tried else self._surest(samples, phrases)
            tried.append(phrases)
        return max(tried, key=sureness) if tried[0] else ()

    def _surest(self, samples: Samples, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """The phrases, or what is heard without the prompt where that misled the engine."""
        if Manner.PLAIN not in self._engine.manners or not is_unsure_without_hesitation(phrases):
            return phrases
        again = self._engine.hear(samples, self._terms, Manner.PLAIN)
        return phrases if is_doubtful(again, len(samples) / SAMPLE_RATE) else max(phrases, again, key=sureness)

    def _voiced_s(self, chunk: Chunk) -> float:
        start_s, end_s = chunk.start * WINDOW_S, chunk.end * WINDOW_S
        spans = self._voicing.spans(start_s)
        return sum(max(0.0, min(span.end_s, end_s) - max(span.start_s, start_s)) for span in spans)

    def _placed(self, phrases: tuple[Phrase, ...], start: int, length: int) -> tuple[Word, ...]:
        """The believable words of `length` samples from window `start` on, in seconds of the whole answer."""
        start_s, end_s = start * WINDOW_S, min(start * WINDOW_S + length / SAMPLE_RATE, self.duration_s)
        heard = [
            replace(word, start_s=word.start_s + start_s, end_s=word.end_s + start_s) for word in believable(phrases)
        ]
        floor_s = max(start_s, self.settled[-1].end_s if self.settled else 0.0)
        return in_order(fitted_to_voice(heard, self._voicing.spans(start_s)), floor_s, end_s)

    def _move_cut(self, chunk: Chunk, words: Sequence[Word]) -> tuple[Word, ...]:
        """Gives the last words before a forced cut back to the next chunk, which hears them whole."""
        sure = [word for word in words if word.end_s <= chunk.end * WINDOW_S - _UNSURE_END_S]
        if not sure or len(sure) == len(words):
            return tuple(words)
        boundary_s = (sure[-1].end_s + words[len(sure)].start_s) / 2
        self._chunker.resume_at(max(chunk.start + 1, round(boundary_s / WINDOW_S)))
        return tuple(sure)

    def _looked_at(self, words: Sequence[Word], start: int, end: int) -> tuple[Word, ...]:
        """The words of windows `start` to `end` after the second look, which keeps what it finds beside them."""
        start = max(0, self._kept_from // WINDOW, start - _LOOK_BACK)
        islands = [island.later(start * WINDOW_S) for island in voiced_islands(self._samples(start, end))]
        next_s = self._chunker.open_start * WINDOW_S if self._chunker.open_start is not None else self.duration_s
        before = [word for word in self.settled[-_WORDS_BACK:] if word.end_s > start * WINDOW_S]
        fits = fits_of_laughter(islands, [*before, *words])
        fresh = [
            island for island in without_bursts(islands, fits) if self._looked_until_s < island.span.end_s <= next_s
        ]
        voiced = self._voicing.spans(start * WINDOW_S)
        look = look_again(without_laughed(words, fits), fresh, voiced, before, self._hesitations)
        self._hesitations.extend(look.hesitations)
        self._filled_pauses = merged([*self._filled_pauses, *look.filled_pauses])
        self._looked_until_s = end * WINDOW_S
        return look.words

    def _samples(self, start: int, end: int) -> Samples:
        return self._kept[start * WINDOW - self._kept_from : end * WINDOW - self._kept_from]

    def _forget(self) -> None:
        """Lets go of sound that no chunk will need again, so that an hour costs no more memory than a minute."""
        needed_from = (self._chunker.needed_from - _LOOK_BACK) * WINDOW
        if needed_from > self._kept_from:
            self._kept = self._kept[needed_from - self._kept_from :].copy()
            self._kept_from = needed_from
