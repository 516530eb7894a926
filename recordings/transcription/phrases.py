"""What a recogniser gives back, and the manners in which it may be asked: values and their making whole. No engine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from simulator.transcript import Word

_HESITATION = r"(u+[hm]+|e+r+m*|a+h+)"  # "mm-hmm" is a reply
_HESITATES_AGAIN = re.compile(rf"{_HESITATION}[,.]*-{_HESITATION}\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words that an engine decoded together, with its own doubts. Seconds count from the first sample given.

    `mean_log_probability` is per token; `no_speech_probability` is 0 to 1; `compression_ratio` is text size by zipped
    size, high for text that goes round in circles. Engines without such figures leave the defaults.
    """

    words: tuple[Word, ...]
    mean_log_probability: float = 0.0
    no_speech_probability: float = 0.0
    compression_ratio: float = 1.0


class Manner(Enum):
    """How to decode a chunk."""

    FULL = "with the prompt for hesitation"
    CAREFUL = "with the prompt, in the half minute that the model was trained on: for what leaves doubt"
    BRISK = "with the prompt, as cheaply as can be: good enough for words that may still change"
    PLAIN = "without a prompt: hears fewer fillers, and never runs in circles because of one"


def whole_words(pieces: Iterable[Word]) -> tuple[Word, ...]:
    """The words that an engine's pieces make up, where each new word brings a space before it.

    A piece without one goes on with the word before ("cross" + "-validation"), and the word lasts as long as both; its
    probability is that of the less likely. Hesitation said twice ("uh" + "-uh") stays two words: each is a sound.
    """
    words: list[Word] = []
    for piece in pieces:
        if not words or piece.text.startswith(" "):
            words.append(piece)
        elif _hesitates_again(words[-1].text, piece.text):
            words.append(replace(piece, text=f" {piece.text.lstrip('-')}"))
        else:
            words[-1] = _joined(words[-1], piece)
    return tuple(words)


def _hesitates_again(before: str, piece: str) -> bool:
    return _HESITATES_AGAIN.fullmatch(before.strip() + piece) is not None


def _joined(word: Word, piece: Word) -> Word:
    sure = [part.probability for part in (word, piece) if part.probability is not None]
    return replace(
        word, text=word.text + piece.text, end_s=max(word.end_s, piece.end_s), probability=min(sure, default=None)
    )
