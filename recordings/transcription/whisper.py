"""Whisper through SpeechRecognition's own adapter, around a model that is loaded once. Child side only."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray
from speech_recognition.audio import AudioData
from speech_recognition.recognizers.whisper_local.base import WhisperCompatibleRecognizer
from speech_recognition.recognizers.whisper_local.faster_whisper import TranscribableAdapter
from tqdm import tqdm

from recordings.transcription.errors import ModelUnavailable, RecogniserFailed
from recordings.transcription.invented_text import without_leak
from recordings.transcription.missed_hesitations import Hesitations, Tokens, with_missed_hesitations
from recordings.transcription.phrases import Manner, Phrase, whole_words
from recordings.transcription.sound import SAMPLE_RATE, Samples
from recordings.transcription.threads import thread_count
from recordings.transcription.verbatim_prompt import prompt_for
from simulator.transcript import Word

_SURE_OF_LANGUAGE = 0.8
_FULL_SCALE = 32768.0
_WHOLE_CONTEXT_S = 30.0
_CONTEXT_S = {Manner.FULL: 15.0, Manner.PLAIN: 15.0, Manner.BRISK: 10.0}
_SPARE_CONTEXT_S = 2.0
_TOKENS_PER_S = 10  # twice what the fastest speaker needs, so that a decoder running in circles is stopped early
_SPARE_TOKENS = 24
_LEAST_REST_S = 0.7
"""What is left behind the last word is decoded on its own from this length on. On the development clips, meetings and
calls it was shorter 97 times in 100, and gave "I'm sorry", "thank you" and the like, or the end of a word once more."""
_LEAST_PROBABILITY = 1e-10
_OPTIONS: Mapping[str, Any] = {
    "language": "en",
    "beam_size": 1,
    "temperature": 0.0,  # the same sound gives the same words, live or not; the retry below stands in for sampling
    "condition_on_previous_text": False,
    "word_timestamps": True,
}


class _TellingModel:
    """The model itself, telling the probabilities of what it did not choose."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def generate(self, *inputs: Any, **options: Any) -> Any:
        return self._model.generate(*inputs, return_logits_vocab=True, **options)


@dataclass(frozen=True, slots=True)
class _Decoded:
    """What the library reads of a decoding."""

    sequences_ids: list[list[int]]
    no_speech_prob: float


class _TrimmedWhisper(WhisperModel):  # type: ignore[misc]  # the library has no types
    """Whisper that can be shown less than the half minute it pads every sound to, and puts in what it passed over.

    The encoder's cost is that of its context. A chunk of 8 s in a context of 15 s costs less than half and reads the
    same, except for some faint and overlapping speech; in one of 10 s it costs a third.
    """

    model: Any

    def __init__(self, *inputs: Any, **options: Any) -> None:
        super().__init__(*inputs, **options)
        self.model = _TellingModel(self.model)
        self._hesitations = Hesitations.of(self.hf_tokenizer)
        self.prepare()

    def prepare(
        self, context_s: float = _WHOLE_CONTEXT_S, is_thorough: bool = False, least_rest_s: float = 0.0
    ) -> None:
        """How the next sound is heard: in which context, with what was passed over, and where nothing is left of it."""
        self.context_s = context_s
        self.is_thorough = is_thorough
        self._least_rest_s = least_rest_s
        self._has_begun = self._is_over = False

    def encode(self, features: NDArray[np.float32]) -> Any:
        rest_s = np.count_nonzero(features.any(axis=-2)) / self.frames_per_second  # what is padded is zero
        self._is_over = self._has_begun and rest_s < self._least_rest_s
        self._has_begun = True
        if self._is_over:
            return None
        return super().encode(features[..., : round(self.context_s * self.frames_per_second)])

    def generate_with_fallback(self, encoder_output: Any, prompt: list[int], tokenizer: Any, options: Any) -> Any:
        """As the library decodes it, with the hesitation that was passed over; silence for a rest too short."""
        if self._is_over:
            return _Decoded([[]], no_speech_prob=1.0), -np.inf, 0.0, 1.0
        result, *figures = super().generate_with_fallback(encoder_output, prompt, tokenizer, options)
        if not self.is_thorough:
            return result, *figures

        def score(tokens: Tokens) -> float:
            said = [token for token in tokens if token < tokenizer.eot]
            frame_count = round(self.context_s * self.frames_per_second)
            (aligned,) = self.model.align(encoder_output, prompt, [said], frame_count)
            return float(np.log(np.maximum(aligned.text_token_probs, _LEAST_PROBABILITY)).sum())

        tokens = with_missed_hesitations(result.sequences_ids[0], result.logits[0], self._hesitations, score)
        return _Decoded([list(tokens)], result.no_speech_prob), *figures


class WhisperEngine:
    """A Whisper model, int8 on two threads, or as many as the child is told."""

    name = "whisper"
    manners = (Manner.FULL, Manner.CAREFUL, Manner.PLAIN)

    def __init__(self, folder: Path, model: str = "") -> None:
        """Loads the verified model in `folder`, which transcripts call `model`, or else as the folder is called.

        Raises ModelUnavailable if there is not enough memory for it.
        """
        self.model = model or folder.name
        self.cannot_hear: dict[str, str] = {}
        # faster-whisper's progress bar, never shown, would otherwise make a semaphore that outlives a killed process.
        tqdm.set_lock(threading.RLock())
        try:
            self._whisper = _TrimmedWhisper(
                str(folder), device="cpu", compute_type="int8", cpu_threads=thread_count(), local_files_only=True
            )
        except (RuntimeError, MemoryError) as problem:
            raise ModelUnavailable("The speech model could not be loaded; there may not be enough memory.") from problem
        self._recognizer = WhisperCompatibleRecognizer(TranscribableAdapter(self._whisper))

    def hear(self, samples: Samples, terms: tuple[str, ...], manner: Manner = Manner.FULL) -> tuple[Phrase, ...]:
        is_thorough = manner in (Manner.FULL, Manner.CAREFUL)
        self._whisper.prepare(_context_s(samples, manner), is_thorough, _LEAST_REST_S)
        audio = AudioData(samples.tobytes(), SAMPLE_RATE, samples.itemsize)
        prompt = prompt_for(terms, self._count_tokens) if manner is not Manner.PLAIN else ""
        most_tokens = _SPARE_TOKENS + round(_TOKENS_PER_S * len(samples) / SAMPLE_RATE)
        try:
            found = self._recognizer.recognize(
                audio, show_dict=True, initial_prompt=prompt or None, max_new_tokens=most_tokens, **_OPTIONS
            )
        except (RuntimeError, MemoryError) as problem:
            raise RecogniserFailed(
                "The recogniser could not transcribe this answer; the recording has been kept."
            ) from problem
        return tuple(_phrase(segment, prompt) for segment in found["segments"])

    def language(self, samples: Samples) -> str | None:
        if not self._whisper.model.is_multilingual:
            return None  # it takes everything for English
        self._whisper.prepare()
        code, probability, _ = self._whisper.detect_language(samples.astype(np.float32) / _FULL_SCALE)
        return str(code) if probability >= _SURE_OF_LANGUAGE else None

    def _count_tokens(self, text: str) -> int:
        return len(self._whisper.hf_tokenizer.encode(" " + text, add_special_tokens=False).ids)


def _context_s(samples: Samples, manner: Manner) -> float:
    needed_s = len(samples) / SAMPLE_RATE + _SPARE_CONTEXT_S
    return min(max(_CONTEXT_S.get(manner, _WHOLE_CONTEXT_S), needed_s), _WHOLE_CONTEXT_S)


def _phrase(segment: Any, prompt: str) -> Phrase:
    pieces = [Word(word.word, float(word.start), float(word.end), float(word.probability)) for word in segment.words]
    return Phrase(
        tuple(without_leak(whole_words(pieces), prompt)),
        float(segment.avg_logprob),
        float(segment.no_speech_prob),
        float(segment.compression_ratio),
    )
