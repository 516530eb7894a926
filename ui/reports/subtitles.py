"""The words of one take as subtitles: cues that follow its phrases, of two lines and seven seconds at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ui.reports.errors import NothingToExport
from ui.reports.report_format import ReportFormat

if TYPE_CHECKING:
    from simulator.transcript import Transcript, Word

LINE_LETTERS: Final = 42  # as broadcasters have it: what one reads at a glance
LINES: Final = 2
LONGEST_S: Final = 7.0
_SHORTEST_S: Final = 1.0
_PHRASE_PAUSE_S: Final = 0.5  # from here on a pause parts phrases
_ENDINGS: Final = (".", "!", "?", "…")
_COMMAS: Final = (",", ";", ":", "–")
_NO_WORDS: Final = "The words of this answer have no timings, so it cannot have subtitles. Nothing was written."
_PLAIN: Final = str.maketrans("<>{}", "‹›()")  # SRT has no way to say that a sign is no markup


@dataclass(frozen=True, slots=True)
class Cue:
    """What shows from one moment to another; in seconds, lines as they are read."""

    start_s: float
    end_s: float
    lines: tuple[str, ...]


def subtitles(transcript: Transcript | None, kind: ReportFormat) -> str:
    """The file. Raises NothingToExport for an answer that was typed, or in which nothing was heard."""
    found = cues(transcript.words if transcript else ())
    if not found:
        raise NothingToExport(_NO_WORDS)
    return _vtt(found) if kind is ReportFormat.VTT else _srt(found)


def cues(words: Sequence[Word]) -> tuple[Cue, ...]:
    """The cues in order, none before the one before it has ended."""
    made = [_cue(phrase) for phrase in _phrases(words)]
    last_s = 0.0
    in_order = []
    for cue in made:
        start_s = max(cue.start_s, last_s)
        last_s = max(cue.end_s, start_s)
        in_order.append(replace(cue, start_s=start_s, end_s=last_s))
    followed = pairwise((*in_order, None))
    return tuple(_held(cue, after) for cue, after in followed if cue is not None)


def _phrases(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that show together: up to a pause, the end of a sentence, or what a cue holds."""
    phrase: list[Word] = []
    for word in words:
        for part in _parts(word):
            if phrase and _is_parted(phrase[-1], part):
                yield phrase
                phrase = []
            elif phrase and not _is_held([*phrase, part]):
                cut = _cut(phrase)
                yield phrase[:cut]
                phrase = phrase[cut:]
            phrase.append(part)
    if phrase:
        yield phrase


def _cut(phrase: Sequence[Word]) -> int:
    """How many words of a full cue stay in it: up to the last comma, unless that would leave it half empty."""
    after_commas = (at for at in range(len(phrase), len(phrase) // 2, -1) if phrase[at - 1].text.endswith(_COMMAS))
    return next(after_commas, len(phrase))


def _parts(word: Word) -> Iterator[Word]:
    """The word, in pieces if it is longer than a line; nothing of one without letters."""
    text = " ".join(word.text.split())
    count = -(-len(text) // LINE_LETTERS)
    step_s = (word.end_s - word.start_s) / max(1, count)
    for number in range(count):
        start_s = word.start_s + number * step_s
        piece = text[number * LINE_LETTERS : (number + 1) * LINE_LETTERS]
        yield replace(word, text=piece, start_s=start_s, end_s=start_s + step_s)


def _is_parted(before: Word, after: Word) -> bool:
    return after.start_s - before.end_s >= _PHRASE_PAUSE_S or before.text.endswith(_ENDINGS)


def _is_held(words: Sequence[Word]) -> bool:
    """Whether one cue takes all of these."""
    return words[-1].end_s - words[0].start_s <= LONGEST_S and len(_broken(words)) <= LINES


def _broken(words: Sequence[Word]) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word.text) <= LINE_LETTERS:
            lines[-1] += f" {word.text}"
        else:
            lines.append(word.text)
    return tuple(lines)


def _cue(words: Sequence[Word]) -> Cue:
    """A single word may last longer than a cue does: an engine may give it the silence after it too."""
    start_s = max(0.0, words[0].start_s)
    end_s = min(max(start_s, words[-1].end_s), start_s + LONGEST_S)
    return Cue(start_s, end_s, _broken(words))


def _held(cue: Cue, after: Cue | None) -> Cue:
    """What would flash by stays for a second, or until the next comes."""
    longest_s = max(cue.end_s, cue.start_s + _SHORTEST_S)
    return replace(cue, end_s=longest_s if after is None else max(cue.end_s, min(longest_s, after.start_s)))


def _srt(found: Sequence[Cue]) -> str:
    blocks = (f"{number}\n{_times(cue, ',')}\n{_shown(cue, _plain)}" for number, cue in enumerate(found, start=1))
    return "\n\n".join(blocks) + "\n"


def _vtt(found: Sequence[Cue]) -> str:
    blocks = (f"{_times(cue, '.')}\n{_shown(cue, _escaped)}" for cue in found)
    return "\n\n".join(("WEBVTT", *blocks)) + "\n"


def _times(cue: Cue, point: str) -> str:
    start_ms = round(cue.start_s * 1000)
    end_ms = max(round(cue.end_s * 1000), start_ms + 1)
    return f"{_time(start_ms, point)} --> {_time(end_ms, point)}"


def _time(at_ms: int, point: str) -> str:
    seconds, milliseconds = divmod(at_ms, 1000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{point}{milliseconds:03}"


def _shown(cue: Cue, safe: Callable[[str], str]) -> str:
    return "\n".join(map(safe, cue.lines))


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


def _escaped(text: str) -> str:
    return escape(text, quote=False)
