"""How a text is put so that a voice reads it as an interviewer would say it. Text in, text out: no voice here."""

from __future__ import annotations

import re
from typing import Final

from simulator.voice.abbreviations import RESPELT, say_methods
from simulator.voice.formulas import say_formulas
from simulator.voice.pronunciation import Pronunciation

OwnWords = tuple[tuple[str, str], ...]
"""The user's own list: a word as written, and as it is to be said."""

# By way of pyttsx3, espeak-ng reads memory past the end of its text and crashes at some 15,000 characters; its time
# grows with the square of the length. Three minutes of reading is far beyond any question.
MAX_CHARACTERS: Final = 3_000

# Spaces within a number, as in "10 000": not printable, so they would come apart.
_GROUPS: Final = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
# Marks of emphasis and code around words, as in imported texts; within a name they separate its words.
_MARKS: Final = re.compile(r"`|(?<!\w)[*_]+(?=\w)|(?<=[^\W_])[*_]+(?!\w)")
_UNDERSCORES: Final = re.compile(r"(?<=\w)_+(?=\w)")
_BEFORE_STOP: Final = re.compile(r" +(?=[,.;:?!](?:\s|$))")
_SENTENCE_END: Final = re.compile(r"[.?!…](?=\s)")
# One private character stands for each of the user's words until all rules have passed: what the user says is final.
_FIRST_PLACE: Final = 0xE000
_MOST_OWN_WORDS: Final = 6_400


def spoken_text(text: str, own_words: OwnWords = (), pronunciation: Pronunciation = RESPELT) -> str:
    """`text` on one line, with abbreviations and formulas written the way they are said, at most 3,000 characters.

    `own_words` come before every rule, the voice's `pronunciation` before and after the formulas. Longer texts end at a
    sentence, or at a word if there is none. Empty when there is nothing to say.
    """
    joined = _GROUPS.sub("", text[: 2 * MAX_CHARACTERS])
    printable = "".join(mark if mark.isprintable() else " " for mark in joined)
    held = _hold(printable, own_words)
    said = say_formulas(pronunciation.respell(say_methods(held.replace("`", ""))))
    unmarked = _UNDERSCORES.sub(" ", _MARKS.sub("", said))
    sounded = pronunciation.sound_out(_shortened(_on_one_line(unmarked)))
    spoken = _shortened(_on_one_line(_release(sounded, own_words)))
    return spoken if any(character.isalnum() for character in spoken) else ""


def _on_one_line(text: str) -> str:
    return _BEFORE_STOP.sub("", " ".join(text.split()))


def _hold(text: str, own_words: OwnWords) -> str:
    """The user's words taken out, longest first; a word written in small letters is found in capitals too."""
    places = sorted(enumerate(own_words[:_MOST_OWN_WORDS]), key=lambda place: -len(place[1][0]))
    for number, (written, _) in places:
        if written:
            flags = re.IGNORECASE if written == written.lower() else re.NOFLAG
            pattern = re.compile(rf"(?<!\w){re.escape(written)}(?!\w)", flags)
            text = pattern.sub(chr(_FIRST_PLACE + number), text)
    return text


def _release(text: str, own_words: OwnWords) -> str:
    """What the user says put in the places."""
    for number, (_, said) in enumerate(own_words[:_MOST_OWN_WORDS]):
        text = text.replace(chr(_FIRST_PLACE + number), "".join(mark if mark.isprintable() else " " for mark in said))
    return text


def _shortened(text: str) -> str:
    if len(text) <= MAX_CHARACTERS:
        return text
    room = text[:MAX_CHARACTERS]
    ends = [end.end() for end in _SENTENCE_END.finditer(room)]
    return room[: ends[-1]] if ends else room.rpartition(" ")[0] or room
