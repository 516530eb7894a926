"""Line breaks that pasting took out of an advertisement, put back: before entries, around headings. Finds no demand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from simulator.own_work.advertisement.duty_verbs import HEAD_VERBS, VERBS
from simulator.own_work.advertisement.headings import is_distinct, is_heading_by_name, label_of, may_open_heading

_RUN_TOGETHER: Final = 200
"""Characters. A line of more is likely to be several whose breaks were lost; fewer are written as one. Our own."""
_MOST_HEADING_WORDS: Final = 8
_FEWEST_SIGNS: Final = 3

_SURE_SIGN: Final = re.compile(r"\s+[•●▪■◦‣▸►▶➤➢✓✔✅\uf0b7\uf0a7\U0001F538\U0001F539]\s*(?=\S)")
_SIGN: Final = re.compile(r"\s([-–—*·»]|\d{1,2}[.)])\s+(?=[A-Z\"“]|\d+\+)")
_ANY_HEADING: Final = re.compile(r"(?<=[.!?])[ \t]+(?=[A-Z][\w'’ -]{2,40}:\s)")
_ENTRY: Final = "• "

_KNOWLEDGE: Final = (
    r"(?:(?:very )?(?:good|strong|solid)|abilit(?:y|ies)|advanced|at least|background|bachelor'?s?|basic|BA|BS|BSc|"
    r"comfortable|command|completed|confident|curiosity|deep|degree|demonstrated|excellent|experienced?|expert|"
    r"expertise|exposure|familiar|familiarity|fluency|fluent|hands-on|in-depth|interest|knowledge|master'?s?|minimum|"
    r"MS|MSc|outstanding|passion|PhD|practical|previous|prior|professional|proficien(?:cy|t)|proven|publications|"
    r"several|some|sound|track record|understanding|willingness|work(?:ing| closely| on| with)|you|you'(?:re|ve|ll)|"
    r"your|\d+\+)"
)
_DUTY: Final = rf"(?:{VERBS}|{HEAD_VERBS})"
_OPENS_DUTY: Final = re.compile(rf"(?:{_DUTY}|an?)(?![\w'/-])", re.IGNORECASE)
_OPENS_KNOWLEDGE: Final = re.compile(rf"{_KNOWLEDGE}(?![\w'/-])", re.IGNORECASE)
_TELLS: Final = re.compile(r"(?:ideally|if|it|our|the|they|this|we|we'(?:re|ve|ll))\b", re.IGNORECASE)
_LEADING_ON: Final = """
a an and any are as at between both bring by for from has have her his in into is its least minimum nor of on or our
over per than that the their this to under using via we who with within you your & / - – — | +
"""
_LED_TO_WORDS: Final = "and at for in of or to who with & / - – — |"
_LEADS_ON: Final = frozenset(_LEADING_ON.split())
"""After these a capital letter begins no heading and no entry: "our Design team"."""
_LED_TO: Final = frozenset(_LED_TO_WORDS.split())
"""Before these it begins no entry either: "Azure Monitor and"."""
_NOUNS_TOO: Final = frozenset({"Engineer", "Lead", "Model", "Research", "Support"})
_FIGURES: Final = "0123456789$£€"
_MAY_OPEN: Final = re.compile(r"[A-Z]|\d+\+$")
_TITLE_CASE: Final = re.compile(r"[A-Z][a-z]")
_SENTENCE_END: Final = re.compile(r"(?<!\betc)(?<!\bincl)(?<!\bapprox)(?<=[a-z)]{3})[.!?]$")


def with_line_breaks(text: str) -> str:
    """The text with a line for each heading and each entry that stand within a line, entries marked with "•".

    Where no sign and no colon parts them, only lines too long to be written as one are looked into.
    """
    return "\n".join(piece for line in text.split("\n") for piece in _lines_in(line))


def _lines_in(line: str) -> Iterator[str]:
    is_run_together = len(line) > _RUN_TOGETHER
    stretches = _with_signs(line).split("\n")
    if len(stretches) == 1 and not is_run_together and ":" not in line:
        yield line
        return
    for number, stretch in enumerate(stretches, 1):
        for part in _ANY_HEADING.split(stretch):
            yield from _Stretch(part.split(), is_run_together, number < len(stretches)).lines()


def _with_signs(line: str) -> str:
    """The line broken before signs of entries; a dash or a star is one where the line has several of them."""
    broken = _SURE_SIGN.sub(f"\n{_ENTRY}", line)
    counts = Counter(_kind(found[1]) for found in _SIGN.finditer(broken))
    often = {kind for kind, count in counts.items() if count >= _FEWEST_SIGNS}
    return _SIGN.sub(lambda found: f"\n{_ENTRY}" if _kind(found[1]) in often else found[0], broken)


def _kind(sign: str) -> str:
    return "1" if sign[0].isdigit() else sign


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that no sign parts. `ends_at_sign`: an entry follows on the same line."""

    words: list[str]
    is_run_together: bool
    ends_at_sign: bool

    def lines(self) -> Iterator[str]:
        """Headings, each on its own, and what stands between them."""
        if not self.words:
            yield ""
        start, is_listed = 0, False
        for first, end in self._headings():
            yield from self._entries(start, first, is_listed=is_listed)
            heading = " ".join(self.words[first:end])
            start, is_listed = (first, False) if label_of(heading) else (end, True)
            if is_listed:
                yield heading
        yield from self._entries(start, len(self.words), is_listed=is_listed)

    def _headings(self) -> Iterator[tuple[int, int]]:
        end = 0
        for first in range(len(self.words)):
            if first >= end and (found := self._heading_end(first)):
                end = found
                yield first, end

    def _heading_end(self, first: int) -> int:
        """Where a heading ends that begins here, in words; 0 if none does."""
        if not self.words[first][0].isupper() or not may_open_heading(self.words[first]):
            return 0
        longest = min(len(self.words), first + _MOST_HEADING_WORDS)
        return next((end for end in range(longest, first, -1) if self._is_heading(first, end)), 0)

    def _is_heading(self, first: int, end: int) -> bool:
        words = " ".join(self.words[first:end])
        has_colon = words.endswith((":", "："))
        if has_colon and label_of(words):
            return self.is_run_together or self._begins(first)
        if not is_heading_by_name(words):
            return False
        if has_colon:
            return is_distinct(words) or self._begins(first)
        return is_distinct(words) and not self._is_led_to(first) and self._is_parted(first, end)

    def _begins(self, first: int) -> bool:
        """Whether a sentence or an entry begins here."""
        return first == 0 or self.words[first - 1][-1] in ".!?:;)•"

    def _is_led_to(self, first: int) -> bool:
        return first > 0 and (self.words[first - 1].lower() in _LEADS_ON or self.words[first - 1][-1] == ",")

    def _is_parted(self, first: int, end: int) -> bool:
        """Whether something else than a colon says that a heading ends here."""
        if end == len(self.words):
            return self.ends_at_sign
        if not self.is_run_together:
            return False
        if self.words[end][0] in _FIGURES:
            return True
        is_capitals = self.words[first].isupper() and not self.words[end].isupper()
        is_alone = end - first == 1 and not self._begins(first) and not is_capitals
        is_alone = is_alone and bool(_TITLE_CASE.match(self.words[first - 1]))
        if is_alone and not _opens_entry(" ".join(self.words[end : end + 2])):  # "Employee Benefits Manager"
            return False
        return self.words[end][0].isupper()

    def _entries(self, first: int, end: int, *, is_listed: bool) -> Iterator[str]:
        """The words of a part, broken where another entry or sentence begins."""
        if first == end:
            return
        starts = [first, *(at for at in range(first + 1, end) if self.is_run_together and self._breaks(first, at))]
        for start, stop in pairwise((*starts, end)):
            entry = " ".join(self.words[start:stop])
            opens = _opens_entry(entry) or (start == first and not _TELLS.match(entry))
            yield f"{_ENTRY}{entry}" if is_listed and opens else entry

    def _breaks(self, first: int, at: int) -> bool:
        """Whether another sentence begins here, or where no signs do it, another entry."""
        if not _MAY_OPEN.match(self.words[at]) or self._is_led_to(at):
            return False
        if _SENTENCE_END.search(self.words[at - 1]):
            return True
        return self.words[first] != _ENTRY.strip() and self._opens(at)

    def _opens(self, at: int) -> bool:
        """Whether an entry opens here, by its first word and by those beside it: no "Azure Monitor and"."""
        words = " ".join(self.words[at : at + 2])
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        if self.words[at - 1][0].islower():
            return _opens_entry(words) or bool(_TELLS.match(words))
        if _OPENS_KNOWLEDGE.match(words) or _TELLS.match(words):
            return following[:1].islower()
        is_duty = _OPENS_DUTY.match(words) and words.split()[0] not in _NOUNS_TOO
        return bool(is_duty) and following[:1].islower() and following not in _LED_TO


def _opens_entry(text: str) -> bool:
    return bool(_OPENS_DUTY.match(text) or _OPENS_KNOWLEDGE.match(text))
