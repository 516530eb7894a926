"""Frames of speech: word patterns with slots, read from lines of text and searched for in what was said.

A frame is written as words parted by spaces. `a|b` is either word, `[a|b]` may be missing, `a_b` stands for two words
in a row, `{name}` for one of a class of phrases, `*` for any word, `...` for up to twelve words of the same sentence,
`~a|b` for any word (or end of a sentence) but these; `!a|b` says that none of these comes next. `.` is the beginning or
end of a sentence, `?` the end of a question, `:` a colon, `/` the end of a clause. Other commas lie between the words
unseen. The frames themselves stand in `thinking_aloud`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from simulator.analysis.english.word_forms import ends_sentence, normalise
from simulator.analysis.english.word_lists import word_set
from simulator.transcript import Word

_HESITATIONS: Final = word_set("um uh er erm hmm mm uhm eh ah")
_CONTRACTED: Final = {
    "can't": "can not", "won't": "will not", "gonna": "going to", "wanna": "want to", "cannot": "can not",
    "let's": "let us", "lets": "let us", "gotta": "got to", "ok": "okay",
}  # fmt: skip
# "'d" is read as "would": "I'd finished" is told from "I'd finish" by the frames.
_ENDINGS: Final = (
    ("n't", " not"), ("'d", " would"), ("'ll", " will"), ("'m", " am"), ("'re", " are"), ("'ve", " have"),
)  # fmt: skip
_IS_AFTER: Final = word_set("that it there what here who he she where how nothing everything this")
_JOINTS: Final = re.compile(r"[\s\-‐‑/_]+|[–—…]|\.{2,}")
_END_OF_QUESTION: Final = re.compile(r"\?[\"'”’)]*$")
_COLON: Final = re.compile(r":[\"'”’)]*$")
_COMMA: Final = re.compile(r"[,;–—][\"'”’)]*$")

_SENTENCE_MARKS: Final = frozenset(".?")

# Possessive: a word that must not come next is looked for behind the comma, never before it.
_UNSEEN: Final = r"(?:[,:] )*+"
_GAP: Final = r"(?:[^.?\s]\S* ){0,12}?"
_ANY: Final = r"[^.?,:\s]\S* " + _UNSEEN
_CLAUSE_END: Final = r"(?:(?<=[,:] )|[.?] )"
_MARKS: Final = {".": r"[.?] ", "?": r"\? ", ":": r"(?<=: )", "/": _CLAUSE_END, "...": _GAP, "*": _ANY}


@dataclass(frozen=True)
class Frames:
    """Frames of one meaning, compiled when they are first searched for."""

    lines: tuple[str, ...]
    classes: Mapping[str, str]

    @classmethod
    def of(cls, text: str, classes: Mapping[str, str]) -> Frames:
        """One frame a line, headings behind `#` left out; a class of `classes` is its phrases, parted by `|`."""
        lines = (line.strip() for line in text.splitlines())
        return cls(tuple(line for line in lines if line and not line.startswith("#")), classes)

    def places(self, spoken: str) -> Iterator[int]:
        """Where in the line `spoken` (of `spoken_line`) a frame ends, frame by frame."""
        for pattern in self._patterns:
            if match := pattern.search(spoken):
                yield match.end()

    def are_heard(self, spoken: str) -> bool:
        """Whether any of the frames is found in the line `spoken` (of `spoken_line`)."""
        return next(self.places(spoken), None) is not None

    def heard_in(self, spoken: str) -> tuple[str, ...]:
        """The frames found, as they are written: to see why something was heard."""
        return tuple(line for line, pattern in zip(self.lines, self._patterns, strict=True) if pattern.search(spoken))

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(_pattern(line, self.classes)) for line in self.lines)


def spoken_line(sentences: Iterable[Iterable[Word]]) -> str:
    """What was said as one line: lower case, "I'd" as "i would", hesitations gone, `.` or `?` around each sentence."""
    return ". " + "".join(f"{token} " for sentence in sentences for token in _sentence(sentence))


def _sentence(words: Iterable[Word]) -> list[str]:
    tokens: list[str] = []
    for word in words:
        if _is_hesitation(word) and tokens and tokens[-1] == ",":
            tokens.pop()
        tokens += _tokens(word)
    return tokens if tokens and tokens[-1] in _SENTENCE_MARKS else [*tokens, "."]


def _tokens(word: Word) -> Iterator[str]:
    for piece in _JOINTS.split(word.text):
        if (text := normalise(piece)) and text not in _HESITATIONS:
            yield from _written_out(text).split()
    if mark := _mark_after(word):
        yield mark


def _is_hesitation(word: Word) -> bool:
    return normalise(word.text) in _HESITATIONS


def _mark_after(word: Word) -> str:
    text = word.text.strip()
    if _END_OF_QUESTION.search(text):
        return "?"
    if ends_sentence(word):
        return "."
    if _is_hesitation(word):
        return ""
    return ":" if _COLON.search(text) else "," if _COMMA.search(text) else ""


def _written_out(text: str) -> str:
    if text in _CONTRACTED:
        return _CONTRACTED[text]
    for ending, full in _ENDINGS:
        if text.endswith(ending):
            return text.removesuffix(ending) + full
    stem = text.removesuffix("'s")
    return f"{stem} is" if stem != text and stem in _IS_AFTER else text


def _pattern(line: str, classes: Mapping[str, str]) -> str:
    return r"(?<!\S)" + "".join(_slot(slot, classes) for slot in line.split())


def _slot(slot: str, classes: Mapping[str, str]) -> str:
    if slot.startswith("["):
        return f"(?:{_slot(slot[1:-1], classes)})?"
    if slot.startswith("!"):
        return f"(?!{_either(slot[1:], classes)})"
    if slot.startswith("~"):
        return f"(?!{_either(slot[1:], classes)})\\S+ {_UNSEEN}"
    return _either(slot, classes)


def _either(slot: str, classes: Mapping[str, str]) -> str:
    phrases = [phrase for part in slot.split("|") for phrase in _phrases(part, classes)]
    words = "|".join(re.escape(phrase).replace("_", " ") for phrase in phrases if phrase not in _MARKS)
    either = [_MARKS[phrase] for phrase in phrases if phrase in _MARKS]
    if words:
        either.append(f"(?:{words}) {_UNSEEN}")
    return f"(?:{'|'.join(either)})"


def _phrases(part: str, classes: Mapping[str, str]) -> list[str]:
    if not part.startswith("{"):
        return [part]
    name, _, rest = part[1:].partition("}")
    return [phrase + rest for one in classes[name].split("|") for phrase in _phrases(one, classes)]
