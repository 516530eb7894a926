"""Words that are named but not meant: refused, unknown or waved away. Where they stand is found in `cues`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.analysis.english import refusing
from simulator.analysis.key_points.cues import SpokenWords

_NEGATION_REACH: Final = 6
_IGNORANCE_REACH: Final = 9
_TOPIC_REACH: Final = 3
_DISMISSAL_REACH: Final = 8
_NEAR: Final = 3
_ASIDE_REACH: Final = 5


def is_waved_away(spoken: SpokenWords, start: int, end: int, *, is_contrary: bool) -> bool:
    """Named, but not as the answer: "I would not use accuracy", "instead of accuracy", "dropout I don't know".

    Of a point that itself says what not to do (`is_contrary`), only what the speaker does not know is waved away.
    """
    before = _texts(spoken, _clause_start(spoken, start, _IGNORANCE_REACH), start)
    return (
        _is_unknown(before)
        or _is_dismissed_topic(spoken, start, end)
        or (not is_contrary and _is_refused(_texts(spoken, _clause_start(spoken, start, _NEGATION_REACH), start + 1)))
    )


def _is_unknown(before: Sequence[str]) -> bool:
    """Whether the words before say that the speaker does not know: "I don't remember what ..."."""
    if not refusing.FORGOTTEN.isdisjoint(before) and not refusing.MYSELF.isdisjoint(before):
        return True
    refused = _first(before, refusing.NOT)
    if refused is None or _is_softened(before, refused):
        return False
    return not refusing.UNKNOWN.isdisjoint(before[refused:]) and not refusing.SPEAKER.isdisjoint(before[:refused])


def _is_refused(clause: Sequence[str]) -> bool:
    """Whether the last word is put aside by those before it."""
    before = clause[:-1]
    if any(_has_run(before[-_ASIDE_REACH:], words) for words in refusing.ASIDE):
        return True
    refused = _first(before, refusing.NOT)
    if refused is None or _is_softened(before, refused):
        return False
    return not refusing.REFUSED.isdisjoint(clause[refused:]) or _is_unwilling(before, refused)


def _is_unwilling(before: Sequence[str], refused: int) -> bool:
    """Whether "I wouldn't" or "I'd not" is said there, whatever the verb."""
    said = before[max(0, refused - 2) : refused + 1]
    return not refusing.MYSELF.isdisjoint(said) and not refusing.UNWILLING.isdisjoint(said)


def _is_softened(before: Sequence[str], refused: int) -> bool:
    return not refusing.STILL_MEANT.isdisjoint(before[refused : refused + 2])


def _is_dismissed_topic(spoken: SpokenWords, start: int, end: int) -> bool:
    """Whether a sentence names it first and then drops it: "Sharding I'd leave out", "that one doesn't matter"."""
    if _clause_start(spoken, start, _TOPIC_REACH + 1) < start - _TOPIC_REACH:
        return False
    after = _texts(spoken, end, _clause_end(spoken, end))
    return any(_dismisses(after[gap:]) for gap in range(min(_NEAR, len(after))))


def _dismisses(after: Sequence[str]) -> bool:
    if after[0] in refusing.DENYING and not refusing.OF_NO_USE.isdisjoint(after[1 : 1 + _NEAR]):
        return True
    if after[0] not in refusing.MYSELF:
        return False
    near = after[: 1 + _NEAR]
    refused = _first(near, refusing.NOT)
    if refused is None:
        return not refusing.LEFT_OUT.isdisjoint(near)
    said = after[refused : refused + 1 + _NEAR]
    verbs = refusing.UNKNOWN | refusing.REFUSED | refusing.AFTERWARDS
    return not _is_softened(after, refused) and (not verbs.isdisjoint(said) or _is_unwilling(after, refused))


def _clause_start(spoken: SpokenWords, start: int, reach: int) -> int:
    """The piece at which the clause begins that leads to `start`, at most `reach` pieces before it."""
    first = start
    while first > max(0, start - reach) and spoken.pieces[first - 1].text not in refusing.BORDERS:
        if spoken.has_stop(first - 1, first):
            break
        first -= 1
    return first


def _clause_end(spoken: SpokenWords, end: int) -> int:
    """The piece after the last one of the clause that goes on at `end`."""
    last = end
    while last < min(len(spoken.pieces), end + _DISMISSAL_REACH) and spoken.pieces[last].text not in refusing.BORDERS:
        if spoken.has_stop(last - 1, last):
            break
        last += 1
    return last


def _texts(spoken: SpokenWords, first: int, last: int) -> list[str]:
    return [piece.text for piece in spoken.pieces[first:last]]


def _first(texts: Sequence[str], wanted: frozenset[str]) -> int | None:
    return next((index for index, text in enumerate(texts) if text in wanted), None)


def _has_run(texts: Sequence[str], run: tuple[str, ...]) -> bool:
    return any(tuple(texts[index : index + len(run)]) == run for index in range(len(texts) - len(run) + 1))
