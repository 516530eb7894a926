"""Whether a word was said as the name of a method or a measure: "recall" of a classifier, or "as far as I recall"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from simulator.analysis.english.phrase_search import Hit, Phrase, hits
from simulator.analysis.english.word_forms import Token
from simulator.follow_ups.method_names import AMBIGUOUS, CASE_MATTERS, NEVER_AFTER, NEVER_BEFORE, WITH_A_NUMBER
from simulator.transcript import Word

# Our own, in words: a telling word stands in the same sentence, a figure right beside the measure's name.
_REACH: Final = 8
_REACH_OF_A_NUMBER: Final = 4


def technical_hits(tokens: Sequence[Token], words: Sequence[Word], phrases: Iterable[Phrase]) -> Iterator[Hit]:
    """The places where a phrase stands in its technical sense; `tokens` are parts of `words`."""
    texts = [token.text for token in tokens]
    for hit in hits(texts, phrases):
        written = words[tokens[hit.start].word_index].text
        if _is_written_so(hit, written) and is_technical(texts, hit):
            yield hit


def is_technical(texts: Sequence[str], hit: Hit) -> bool:
    """Whether the words around it tell that its technical sense is meant; most names have no other."""
    name = " ".join(hit.phrase)
    if name not in AMBIGUOUS:
        return True
    before, after = texts[max(0, hit.start - 1) : hit.start], texts[hit.end : hit.end + 1]
    if not NEVER_AFTER.get(name, frozenset()).isdisjoint(before) or not NEVER_BEFORE.isdisjoint(after):
        return False
    return not AMBIGUOUS[name].isdisjoint(_around(texts, hit, _REACH)) or _has_a_number(name, texts, hit)


def _is_written_so(hit: Hit, written: str) -> bool:
    name = " ".join(hit.phrase)
    return name not in CASE_MATTERS or written.strip("“”\"'(),.;:!?").startswith(CASE_MATTERS[name])


def _has_a_number(name: str, texts: Sequence[str], hit: Hit) -> bool:
    near = _around(texts, hit, _REACH_OF_A_NUMBER)
    return name in WITH_A_NUMBER and any(text.replace(".", "").isdigit() for text in near)


def _around(texts: Sequence[str], hit: Hit, reach: int) -> Sequence[str]:
    return [*texts[max(0, hit.start - reach) : hit.start], *texts[hit.end : hit.end + reach]]
