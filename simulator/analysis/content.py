"""What is said between the lines: hedges, claims, honest not-knowing, I and we. Key points are matched elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from simulator.analysis.english import lexicon, phrase_search
from simulator.analysis.english.word_forms import Token, ends_clause, ends_sentence, normalise, tokens_of
from simulator.analysis.report import Ownership
from simulator.analysis.utterance import Utterance

ContentKind = Literal["hedge", "overclaim", "honest", "employer", "slang", "pay"]

_I: Final = frozenset(["i", "i'm", "i've", "i'd", "i'll", "my", "mine", "myself"])
_WE: Final = frozenset(["we", "we're", "we've", "we'd", "we'll", "our", "ours", "us"])
_DENIED_WITHIN: Final = 5
_QUOTED_WITHIN: Final = 6
_HATED_WITHIN: Final = 3
_FINDING_OUT_REACH: Final = 20
_COPULAS: Final = lexicon.word_set("was were is are")
_BETWEEN: Final = lexicon.FORMER | lexicon.ABUSE | lexicon.INTENSIFIERS | {"team"}
_POSSESSIVES: Final = frozenset(["my", "our"])
_QUOTE: Final = re.compile(r"[\"“”]")
_GOING_ON: Final = frozenset(["and", "so", "because", "since"])
_BEFORE_NUMBERS: Final = frozenset(["maybe", "perhaps", "probably"])


@dataclass(frozen=True, slots=True)
class Remark:
    """A wording worth remarking on: word indexes, `last` included."""

    kind: ContentKind
    text: str
    first: int
    last: int


@dataclass(frozen=True)
class _Telling:
    """The words of an answer as comparable parts."""

    utterance: Utterance

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens_of(self.utterance.words)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.tokens)

    def hits(self, wordings: tuple[phrase_search.Phrase, ...]) -> Iterator[phrase_search.Hit]:
        return phrase_search.hits(self.texts, wordings)

    def remark(self, kind: ContentKind, start: int, end: int) -> Remark:
        """A remark on the parts from `start` to before `end`."""
        text = " ".join("I" if part == "i" else part for part in self.texts[start:end])
        return Remark(kind, text, self.tokens[start].word_index, self.tokens[end - 1].word_index)

    def before(self, start: int, count: int) -> tuple[str, ...]:
        """Up to `count` parts before one, within its sentence."""
        sentence = self.utterance.sentence_at(self.tokens[start].word_index)
        return tuple(
            token.text for token in self.tokens[max(0, start - count) : start] if token.word_index >= sentence.first
        )

    def text_at(self, index: int) -> str:
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def ends_clause_at(self, index: int) -> bool:
        """Whether a clause ends with the part."""
        return index + 1 >= len(self.tokens) or ends_clause(self.utterance.words[self.tokens[index].word_index])

    def is_quoted(self, start: int) -> bool:
        """Whether the part stands in quotation marks, or soon after a word that announces somebody else's words."""
        if not lexicon.QUOTING.isdisjoint(self.before(start, _QUOTED_WITHIN)):
            return True
        index = self.tokens[start].word_index
        marks = sum(len(_QUOTE.findall(word.text)) for word in self.utterance.words[:index])
        return marks % 2 == 1 or bool(_QUOTE.search(self.utterance.words[index].text))


def count_ownership(utterance: Utterance) -> Ownership:
    """How often "I" and "we" (and my, our …) are said."""
    texts = [normalise(word.text) for word in utterance.words]
    return Ownership(sum(text in _I for text in texts), sum(text in _WE for text in texts))


def remarks(utterance: Utterance) -> tuple[Remark, ...]:
    """All remarks in order of the words."""
    telling = _Telling(utterance)
    found = [
        *_hedges(telling),
        *_overclaims(telling),
        *_honest(telling),
        *_about_employer(telling),
        *_slang(telling),
        *(telling.remark("pay", hit.start, hit.end) for hit in telling.hits(lexicon.PAY)),
    ]
    return tuple(sorted(found, key=lambda remark: remark.first))


def _hedges(telling: _Telling) -> Iterator[Remark]:
    """ "Maybe two hundred rows" is an estimate, no hedge."""
    for hit in telling.hits(lexicon.HEDGES):
        is_estimate = hit.phrase[-1] in _BEFORE_NUMBERS and _is_amount(telling.text_at(hit.end))
        if not is_estimate and not telling.is_quoted(hit.start):
            yield telling.remark("hedge", hit.start, hit.end)


def _is_amount(text: str) -> bool:
    return text[:1].isdigit() or text in {"a", "half", "hundred", "hundreds", "dozens", "thousands", "around", "about"}


def _overclaims(telling: _Telling) -> Iterator[Remark]:
    absolute = [hit for hit in telling.hits(lexicon.ABSOLUTE_ENDS) if _is_of_own_work(telling, hit)]
    hits = [*telling.hits(lexicon.OVERCLAIMS), *absolute]
    claimed = {index for hit in hits for index in range(hit.start, hit.end)}
    for hit in hits:
        if not _is_denied(telling, hit.start, claimed):
            yield telling.remark("overclaim", hit.start, hit.end)


def _is_of_own_work(telling: _Telling, hit: phrase_search.Hit) -> bool:
    """ "My model never fails (and …)"; "it never fails silently" goes on."""
    ends = telling.ends_clause_at(hit.end - 1) or telling.text_at(hit.end) in _GOING_ON
    return ends and telling.text_at(hit.start - 1) in lexicon.OWN_WORK


def _is_denied(telling: _Telling, start: int, claimed: Collection[int]) -> bool:
    """Whether the claim is denied or reported; the "never" of another claim denies nothing."""
    first = start - len(telling.before(start, _DENIED_WITHIN))
    before = (telling.texts[index] for index in range(first, start) if index not in claimed)
    return not lexicon.DENYING.isdisjoint(before) or telling.is_quoted(start)


def _honest(telling: _Telling) -> Iterator[Remark]:
    for hit in telling.hits(lexicon.HONEST_NOT_KNOWING):
        if phrase_search.first(telling.texts[hit.end : hit.end + _FINDING_OUT_REACH], lexicon.FINDING_OUT):
            yield telling.remark("honest", hit.start, hit.end)


def _about_employer(telling: _Telling) -> Iterator[Remark]:
    """ "My last manager was useless", "my useless manager", "I hated my boss"; "my team built a stupid baseline" is
    none."""
    for index, text in enumerate(telling.texts):
        if text not in lexicon.EMPLOYER_WORDS:
            continue
        start = _whose(telling, index)
        end = _blame_after(telling, index)
        if start is None:
            continue
        if end is not None and telling.text_at(start - 1) not in lexicon.PREPOSITIONS:
            yield telling.remark("employer", start, end)
        elif lexicon.ABUSE & set(telling.texts[start:index]) or phrase_search.first(
            telling.before(start, 4)[-3:], lexicon.HATING
        ):
            yield telling.remark("employer", start, index + 1)


def _is_hated(telling: _Telling, start: int) -> bool:
    return phrase_search.first(telling.before(start, _HATED_WITHIN), lexicon.HATING) is not None


def _whose(telling: _Telling, index: int) -> int | None:
    """Where "my" or "our" stands before an employer's word, with nothing but "last" or abuse between."""
    start = index - 1
    while telling.text_at(start) in _BETWEEN:
        start -= 1
    return start if telling.text_at(start) in _POSSESSIVES else None


def _blame_after(telling: _Telling, index: int) -> int | None:
    """The part after the abuse in "… was (really) useless" where the clause ends, or goes on with "and", "at", "so"."""
    position = index + 1
    if telling.text_at(position) not in _COPULAS or _ends_before(telling, position):
        return None
    position += 1
    while telling.text_at(position) in lexicon.INTENSIFIERS:
        position += 1
    return position + 1 if telling.text_at(position) in lexicon.ABUSE else None


def _ends_before(telling: _Telling, position: int) -> bool:
    return ends_sentence(telling.utterance.words[telling.tokens[position - 1].word_index])


def _slang(telling: _Telling) -> Iterator[Remark]:
    for hit in telling.hits(lexicon.SLANG):
        if telling.text_at(hit.end) != "proof" and not telling.is_quoted(hit.start):
            yield telling.remark("slang", hit.start, hit.end)
    for index, text in enumerate(telling.texts):
        if text in {"sucks", "sucked"} and telling.ends_clause_at(index) and not telling.is_quoted(index):
            yield telling.remark("slang", index, index + 1)
