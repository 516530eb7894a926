"""The second look, by ear: voiced islands in the sound beside the words that were heard there. Pure, no engine.

An island that holds one sound confirms an "um" written there and says how long it lasted; with no word near it, it is a
filled pause that the words missed. Anything less clear has a confidence below one half: a hint, never counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recordings.transcription.invented_text import plain
from recordings.transcription.voiced_islands import Island
from recordings.transcription.word_times import in_order
from simulator.analysis.fillers.filler_sounds import is_sound
from simulator.transcript import FilledPause, Span, Word

CONFIRMED = 0.9
UNWRITTEN = 0.75
AGAIN = 0.6
HINT = 0.3
UNWRITTEN_TEXT = "uh"  # which vowel it was, or whether the mouth was closed, is not told from the sound

_ECHO_S = 0.1  # a sound that takes less than this right after another is the same one written twice
_ECHO_AFTER_S = 0.5
_NEAR_S = 0.2
_DOUBTED = 0.05
_MOST_COVERED = 0.1
_HINT_COVERED = 0.3
_INSTANT_S = 0.02  # one step of the engine's clock
_CLEAR_S = 0.05  # a sound closer to a word may be the word's own lengthened end
_IN_SPEECH_S = 2.0
_LONGEST_S = 2.5  # a voice that goes on longer sings, or draws out a word
_LONGEST_UNWRITTEN_S = 1.6  # most last a third of a second; one this long is heard by the engine too, or is a word
_STEADY_SHARE = 0.4
_LEAST_AGAIN_S = 0.12
_ALIKE = 2.0
"""Two sounds less unlike than this are the same one: a speaker hesitates with much the same sound each time. On the
development calls, meetings and clips each filler sound was set against the others of its recording: 11 of 42 lay this
near to one of them, as did 4 of 733 stretches of words, and stretches where no word was heard are few."""
_VERY_STEADY = 2.0  # steadier than this for a quarter of a second, it is a voice though the detector doubts it
_LONG_STEADY_S = 0.25
_BASE_S, _LETTER_S = 0.2, 0.1  # a word longer than this has silence or a filled pause in it


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The words without echoes and with filler sounds in their places, and the filled pauses of the same stretch.

    `hesitations` are the islands in which a filler sound was written.
    """

    words: tuple[Word, ...]
    filled_pauses: tuple[FilledPause, ...]
    hesitations: tuple[Island, ...] = ()


def look_again(
    words: Sequence[Word],
    islands: Sequence[Island],
    voiced: Sequence[Span],
    before: Sequence[Word] = (),
    known: Sequence[Island] = (),
) -> SecondLook:
    """What the voiced islands say about the words of the same stretch; `voiced` is where a voice was detected.

    `before` are the words that came before and stay as they are, `known` the hesitations found before. All in seconds
    from the same start, in order of time.
    """
    spoken = [*before, *words]
    free = [island for island in islands if _is_voice(island, voiced) and _is_free(island, spoken)]
    clear = [island for island in free if _covered(island.span, spoken) <= _MOST_COVERED]
    said = [_placed(word, free) for word in without_echoes(words, free) if not _is_invented(word, clear)]
    again = [island for word in words for island in _made_again(word, free)]
    around = [*before, *said]
    written = tuple(island for island in free if _written(island, around) and island not in again)
    alike = [island for island in free if _is_alike(island, [*known, *written]) and _is_clear(island, around)]
    found = (_again(island) if island in again or island in alike else _filled_pause(island, around) for island in free)
    placed = in_order(said, said[0].start_s, said[-1].end_s) if said else ()
    return SecondLook(placed, tuple(pause for pause in found if pause is not None), written)


def merged(pauses: Iterable[FilledPause]) -> list[FilledPause]:
    """The filled pauses with those that overlap made one: a sound may begin in one stretch and end in the next."""
    joined: list[FilledPause] = []
    for pause in pauses:
        last = joined[-1] if joined else None
        if last is None or pause.start_s >= last.end_s:
            joined.append(pause)
        else:
            surest = max(last, pause, key=lambda one: one.confidence)
            joined[-1] = replace(surest, start_s=last.start_s, end_s=max(last.end_s, pause.end_s))
    return joined


def _is_voice(island: Island, voiced: Sequence[Span]) -> bool:
    is_very_steady = island.change < _VERY_STEADY and island.steady_s >= _LONG_STEADY_S
    return is_very_steady or _shared_s(island.span, voiced) > island.span.duration_s / 2


def without_echoes(words: Sequence[Word], free: Sequence[Island]) -> list[Word]:
    """The words without a filler sound that was written twice ("um... um...") though it was made once.

    `free` are the islands in which no other word was said.
    """
    if not words:
        return []
    return [words[0], *(word for before, word in pairwise(words) if not _is_echo(before, word, free))]


def _is_echo(before: Word, word: Word, free: Sequence[Island]) -> bool:
    if not (is_sound(before.text) and is_sound(word.text)):
        return False
    if word.end_s - word.start_s >= _ECHO_S or word.start_s - before.end_s >= _ECHO_AFTER_S:
        return False
    if any(_gap_s(island.span, before) < 0 and _gap_s(island.span, word) < 0 for island in free):
        return True  # one unbroken sound for both
    middle_s = (before.start_s + before.end_s) / 2
    return not any(middle_s < island.span.start_s <= word.end_s + _NEAR_S for island in free)


def _is_invented(word: Word, clear: Sequence[Island]) -> bool:
    """A filler sound of no length that the engine hardly believes itself, where no voice is free to have made it."""
    is_doubted = word.probability is not None and word.probability < _DOUBTED and word.end_s - word.start_s < _ECHO_S
    return is_doubted and is_sound(word.text) and not any(_gap_s(island.span, word) < _NEAR_S for island in clear)


def _placed(word: Word, free: Sequence[Island]) -> Word:
    """A filler sound at the time of its own island, the first one in it; other words stay where they are."""
    if not is_sound(word.text):
        return word
    span = next((island.span for island in free if _gap_s(island.span, word) < 0), None)
    return word if span is None else replace(word, start_s=span.start_s, end_s=span.end_s)


def _made_again(word: Word, free: Sequence[Island]) -> list[Island]:
    """The islands within a written filler sound after its first: "uh ... uh" is often written once, as long as both."""
    if not is_sound(word.text):
        return []
    inside = [island for island in free if _gap_s(island.span, word) < 0 and island.span.duration_s >= _LEAST_AGAIN_S]
    return [island for island in inside[1:] if island.span.start_s - inside[0].span.end_s > _NEAR_S]


def _again(island: Island) -> FilledPause:
    return FilledPause(UNWRITTEN_TEXT, island.span.start_s, island.span.end_s, AGAIN)


def _filled_pause(island: Island, words: Sequence[Word]) -> FilledPause | None:
    """What an island is that no other word covers, given the words around."""
    span = island.span
    if not island.steady_s:
        return None
    written = _written(island, words)
    if written is not None:
        return FilledPause(plain(written), span.start_s, span.end_s, CONFIRMED)
    is_steady = island.steady_s >= _STEADY_SHARE * span.duration_s
    is_sure = is_steady and _is_clear(island, words)
    return FilledPause(UNWRITTEN_TEXT, span.start_s, span.end_s, UNWRITTEN if is_sure else HINT)


def _written(island: Island, words: Iterable[Word]) -> Word | None:
    """The filler sound that was written there."""
    return next((word for word in words if is_sound(word.text) and _gap_s(island.span, word) < 0), None)


def _is_alike(island: Island, known: Iterable[Island]) -> bool:
    """Whether the speaker has made this very sound before, and it was hesitation then."""
    is_long = island.span.duration_s >= _LEAST_AGAIN_S
    return is_long and any(island.unlikeness(one) < _ALIKE for one in known if one is not island)


def _is_clear(island: Island, words: Sequence[Word]) -> bool:
    """Whether no word, not even hesitation, was written for the sound, and it can be no part of one."""
    span = island.span
    is_unwritten = _written(island, words) is None and _covered(span, words) <= _MOST_COVERED
    return is_unwritten and span.duration_s <= _LONGEST_UNWRITTEN_S and _stands_alone(span, words)


def _is_free(island: Island, words: Iterable[Word]) -> bool:
    return island.span.duration_s <= _LONGEST_S and _covered(island.span, words) <= _HINT_COVERED


def _stands_alone(span: Span, words: Sequence[Word]) -> bool:
    """Whether a sound is clear of every word yet in the midst of speech: far from any it may be a hum.

    A word of no length was said somewhere else: the engine had no sound left for it.
    """
    gaps = [(_gap_s(span, part), part.duration_s) for word in words for part in _extent(word)]
    is_clear = all(gap_s >= _CLEAR_S for gap_s, duration_s in gaps if duration_s >= _INSTANT_S)
    return is_clear and min((gap_s for gap_s, _ in gaps), default=_IN_SPEECH_S) < _IN_SPEECH_S


def _covered(span: Span, words: Iterable[Word]) -> float:
    """The share of a span in which words other than filler sounds were said."""
    parts = (part for word in words if not is_sound(word.text) for part in _extent(word))
    return _shared_s(span, parts) / span.duration_s


def _extent(word: Word) -> tuple[Span, ...]:
    """Where the word itself can lie: all of its time, or both ends of it if that is too long for its letters."""
    most_s = _BASE_S + _LETTER_S * len(plain(word))
    if word.end_s - word.start_s <= 2 * most_s:
        return (Span(word.start_s, word.end_s),)
    return (Span(word.start_s, word.start_s + most_s), Span(word.end_s - most_s, word.end_s))


def _gap_s(span: Span, part: Word | Span) -> float:
    """The seconds between the two; negative where they overlap."""
    return max(part.start_s - span.end_s, span.start_s - part.end_s)


def _shared_s(span: Span, parts: Iterable[Span]) -> float:
    return sum(max(0.0, min(span.end_s, part.end_s) - max(span.start_s, part.start_s)) for part in parts)
