"""How a voice has to be given words that it would get wrong: in other letters, or in sounds of its own alphabet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_VOICELESS: Final = tuple("ptkfθ")
_SIBILANTS: Final = tuple("szʃʒʧʤ")
# A capital A within a sentence, and an "a" that no word follows, is the letter: "given A", "equal to a".
_LETTER_A: Final = re.compile(
    r"(?<=[\w,;] )A(?![\w'’-])|(?<!\w)a(?= (?:equals|plus|minus|times|over|squared|cubed)\b|[?.,;:)]|$)"
)
_MARKUP_OF_OTHERS: Final = re.compile(r"\](?=\()")


class Pronunciation:
    """The terms that one voice needs help with. Each is matched as written, capitals and all; a plural s may follow.

    `respelt` is put in before formulas are read, so what is written there may hold figures and signs. `sounds` come
    last: each is written `[term](/sounds/)`, as voices of the misaki alphabet take it.
    """

    def __init__(self, respelt: Mapping[str, str], sounds: Mapping[str, str] | None = None) -> None:
        self._respelt = respelt
        self._sounds = sounds or {}
        self._respelt_terms = _any_of(respelt, "(s?)")
        self._sounded_terms = _any_of(self._sounds, "(['’]?s)?") if self._sounds else None

    def respell(self, text: str) -> str:
        """`text` with every term in other letters that has them; plurals keep their s."""
        return self._respelt_terms.sub(self._respelling, text)

    def sound_out(self, text: str) -> str:
        """`text` with every term followed by its sounds. What looks like that already is taken for plain text."""
        if self._sounded_terms is None:
            return text
        sounded = self._sounded_terms.sub(self._sounding, _MARKUP_OF_OTHERS.sub("] ", text)).replace("/)-", "/) ")
        return _LETTER_A.sub(r"[\g<0>](/ˈA/)", sounded)

    def _respelling(self, term: re.Match[str]) -> str:
        plural = "'s" if term[2] else ""  # "A-U-Cs" would be read "A U C S".
        return self._respelt[term[1]] + plural

    def _sounding(self, term: re.Match[str]) -> str:
        sounds = self._sounds[term[1]]
        return f"[{term[1]}](/{_with_s(sounds) if term[2] else sounds}/)"


def _with_s(sounds: str) -> str:
    """The plural, which is also the possessive, as it is said."""
    if sounds.endswith(_VOICELESS):
        return f"{sounds}s"
    return f"{sounds}ᵻz" if sounds.endswith(_SIBILANTS) else f"{sounds}z"


def _any_of(terms: Mapping[str, object], ending: str) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))}){ending}(?!\w)")
