"""What keeps invented text out: silence put into words, decoders running in circles. Pure, no engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from recordings.transcription.phrases import Phrase
from simulator.analysis.fillers.filler_sounds import is_sound
from simulator.transcript import Word

MOST_WORDS_PER_S = 6.5  # the fastest spontaneous speech runs to about 6 words a second
MOST_SAME_PER_S = 5.0  # nobody says the same word again more often than this
LONGEST_CYCLE = 6
_INSTANT_S = 0.02
_CIRCLES = 2.4  # Whisper's own threshold for text that compresses too well
_DOUBT = -1.0  # Whisper's own threshold for the mean log probability
_UNSURE = -0.45  # of the mean log probability: chosen on half of the read speech, where it cost the fewest words
_SILENCE = 0.6  # Whisper's own threshold for "no speech"

_LEAST_UNHEARD_S = 0.8  # of voice in which somebody must have said a word; a cough or an "mm" is shorter

_SHORTEST_LEAK = 4
_DRAWN_OUT = re.compile(r"([^\W\d])\1{3,}")  # "maaaaaaaa": one word can run in circles too
_SPUN_OUT = re.compile(r"((?:\w+\W){1,2}?)\1{3,}")  # "2-2-2-2-2-2"
_LAUGH = re.compile(r"(ha+h?|heh)(\W+(ha+h?|heh))*|(h[aei]h?){2,}")
_LONGEST_SINGLE_LAUGH = 3
_FAREWELL = re.compile(
    r"(thanks?( you)?( (so|very) much)? for (watching|listening)|(please )?(like and )?subscribe( to (my|the) channel)?"
    r"|see you (in the )?next (time|video)|(subtitles?|captions?|transcri(bed|ption)) by\b.*)"
)


def is_doubtful(phrases: Sequence[Phrase], duration_s: float, voiced_s: float = 0.0) -> bool:
    """Whether a chunk of `duration_s`, with `voiced_s` of voice in it, is worth another try.

    It is if it reads as if the decoder ran in circles or guessed, or if a voice spoke and nothing was heard.
    """
    words = [word for phrase in phrases for word in phrase.words]
    if not words:
        return voiced_s >= _LEAST_UNHEARD_S
    if any(_is_circling(phrase) or phrase.mean_log_probability < _DOUBT for phrase in phrases):
        return True
    instant = sum(word.end_s - word.start_s < _INSTANT_S for word in words)
    return len(words) > MOST_WORDS_PER_S * duration_s + 3 or instant > max(2, len(words) // 4)


def sureness(phrases: Sequence[Phrase]) -> float:
    """How sure the engine is of a chunk, to compare two ways of hearing it; nothing heard is the least sure."""
    if not phrases:
        return float("-inf")
    circling = sum(_is_circling(phrase) for phrase in phrases)
    return sum(phrase.mean_log_probability for phrase in phrases) / len(phrases) - circling


def is_unsure_without_hesitation(phrases: Sequence[Phrase]) -> bool:
    """Whether the engine guessed at words while nobody hesitated: there the prompt for hesitation only misleads.

    On read speech the prompt costs 1.8 words in a hundred; without it in these chunks, about a quarter, it costs none.
    """
    words = [plain(word) for phrase in phrases for word in phrase.words]
    has_hesitated = any(map(is_sound, words)) or any(before == word for before, word in pairwise(words))
    return bool(words) and not has_hesitated and sureness(phrases) < _UNSURE


def _is_circling(phrase: Phrase) -> bool:
    return phrase.compression_ratio > _CIRCLES or any(_SPUN_OUT.search(word.text) for word in phrase.words)


def believable(phrases: Iterable[Phrase]) -> list[Word]:
    """The words of the phrases that are speech by the engine's own figures, without laughter and learnt farewells."""
    kept = [phrase for phrase in phrases if not _is_silence(phrase) and not _is_farewell(phrase)]
    return without_circles(without_laughter([word for phrase in kept for word in tidy(phrase.words)]))


def _is_silence(phrase: Phrase) -> bool:
    return phrase.no_speech_probability > _SILENCE and phrase.mean_log_probability < _DOUBT


def _is_farewell(phrase: Phrase) -> bool:
    return _FAREWELL.fullmatch(" ".join(plain(word) for word in phrase.words)) is not None


def without_laughter(words: Iterable[Word]) -> list[Word]:
    """The words without "ha ha ha" and "hahaha": laughter is not said. A single "ha" may be."""
    runs = [list(run) for _, run in groupby(words, key=lambda word: bool(_LAUGH.fullmatch(plain(word))))]
    return [word for run in runs if not _is_laughter(run) for word in run]


def _is_laughter(run: Sequence[Word]) -> bool:
    laughs = [_LAUGH.fullmatch(plain(word)) for word in run]
    return all(laughs) and (len(run) > 1 or len(plain(run[0])) > _LONGEST_SINGLE_LAUGH)


def plain(word: Word) -> str:
    """The word in lower case without punctuation at its edges."""
    return _plain_text(word.text)


def _plain_text(text: str) -> str:
    return re.sub(r"^\W+|\W+$", "", text.lower())


def without_leak(words: Sequence[Word], prompt: str) -> list[Word]:
    """The words without runs of four or more that repeat the prompt in its own order: it was read back, not said."""
    sequence = [_plain_text(text) for text in prompt.split()]
    kept: list[Word] = []
    position = 0
    while position < len(words):
        length = _longest_quote([plain(word) for word in words[position : position + len(sequence)]], sequence)
        if length < _SHORTEST_LEAK:
            kept.append(words[position])
        position += length if length >= _SHORTEST_LEAK else 1
    return kept


def _longest_quote(heard: Sequence[str], sequence: Sequence[str]) -> int:
    """How many words from the start of `heard` stand next to each other somewhere in `sequence`."""
    fits = [
        length
        for start in range(len(sequence))
        for length in range(_SHORTEST_LEAK, len(heard) + 1)
        if list(heard[:length]) == list(sequence[start : start + length])
    ]
    return max(fits, default=0)


def tidy(words: Iterable[Word]) -> list[Word]:
    """Words without spaces around them or syllables that go on for ever; a lone mark joins the word before it."""
    found: list[Word] = []
    for word in words:
        text = _SPUN_OUT.sub(r"\1", _DRAWN_OUT.sub(r"\1\1\1", word.text.strip()))
        if plain(word):
            found.append(replace(word, text=text))
        elif found and text:
            found[-1] = replace(found[-1], text=found[-1].text + text)
    return found


def without_circles(words: list[Word]) -> list[Word]:
    """Repeats of one word or of a group of up to six are kept only as far as there was time to say them."""
    for length in range(1, LONGEST_CYCLE + 1):
        words = _limited(words, length)
    return words


def _limited(words: list[Word], length: int) -> list[Word]:
    kept: list[Word] = []
    position = 0
    while position < len(words):
        end = _end_of_cycle(words, position, length)
        kept += _as_many_as_fit(words[position:end], length) if end > position + length else words[position:end]
        position = end
    return kept


def _end_of_cycle(words: Sequence[Word], start: int, length: int) -> int:
    """Where the group of `length` words at `start` stops being said again; one word on if it is not repeated."""
    end = start + length
    while end < len(words) and plain(words[end]) == plain(words[end - length]):
        end += 1
    return end if end >= start + 2 * length else start + 1


def _as_many_as_fit(cycle: list[Word], length: int) -> list[Word]:
    """Natural repeats ("the the", "no no no") pass; beyond three rounds, or too fast, each word needs its time."""
    duration_s = cycle[-1].end_s - cycle[0].start_s
    is_natural = len(cycle) <= 3 * length and len(cycle) <= 2 * length + MOST_WORDS_PER_S * duration_s
    if is_natural:
        return cycle
    most = max(length, int(duration_s * MOST_SAME_PER_S))
    timed = [word for word in cycle if word.end_s - word.start_s >= _INSTANT_S] or cycle
    return timed[:most]
