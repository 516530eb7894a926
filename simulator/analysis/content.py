"""What is said between the lines: hedges, claims, honest not-knowing, I and we. What it is about: `key_points`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from simulator.analysis.english import claims, grammar, manners, phrase_search
from simulator.analysis.english.word_forms import Token, ends_clause, ends_sentence, normalise, tokens_of
from simulator.analysis.report import Ownership
from simulator.analysis.utterance import Utterance

ContentKind = Literal["hedge", "overclaim", "honest", "employer", "slang", "pay"]

_DENIED_WITHIN: Final = 5
_QUOTED_WITHIN: Final = 6
_FINDING_OUT_REACH: Final = 20
_QUOTE: Final = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class Remark:
    """A wording worth remarking on: word indexes, `last` included."""

    kind: ContentKind
    text: str
    first: int
    last: int


@dataclass(frozen=True)
class _SpokenText:
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
        if not claims.QUOTING.isdisjoint(self.before(start, _QUOTED_WITHIN)):
            return True
        index = self.tokens[start].word_index
        marks = sum(len(_QUOTE.findall(word.text)) for word in self.utterance.words[:index])
        return marks % 2 == 1 or bool(_QUOTE.search(self.utterance.words[index].text))


def count_ownership(utterance: Utterance) -> Ownership:
    """How often "I" and "we" (and my, our …) are said."""
    texts = [normalise(word.text) for word in utterance.words]
    return Ownership(sum(text in grammar.OF_I for text in texts), sum(text in grammar.OF_WE for text in texts))


def hedges(utterance: Utterance) -> tuple[Remark, ...]:
    """The hedges alone, in order of the words."""
    return tuple(sorted(_hedges(_SpokenText(utterance)), key=lambda remark: remark.first))


def remarks(utterance: Utterance) -> tuple[Remark, ...]:
    """All remarks in order of the words."""
    spoken = _SpokenText(utterance)
    found = [
        *_hedges(spoken),
        *_overclaims(spoken),
        *_honest(spoken),
        *_about_employer(spoken),
        *_slang(spoken),
        *(spoken.remark("pay", hit.start, hit.end) for hit in spoken.hits(manners.PAY)),
    ]
    return tuple(sorted(found, key=lambda remark: remark.first))


def _hedges(spoken: _SpokenText) -> Iterator[Remark]:
    """ "Maybe two hundred rows" is an estimate, no hedge."""
    for hit in spoken.hits(claims.HEDGES):
        is_estimate = hit.phrase[-1] in claims.BEFORE_NUMBERS and _is_amount(spoken.text_at(hit.end))
        if not is_estimate and not spoken.is_quoted(hit.start):
            yield spoken.remark("hedge", hit.start, hit.end)


def _is_amount(text: str) -> bool:
    return text[:1].isdigit() or text in {"a", "half", "hundred", "hundreds", "dozens", "thousands", "around", "about"}


def _overclaims(spoken: _SpokenText) -> Iterator[Remark]:
    absolute = [hit for hit in spoken.hits(claims.ABSOLUTE_ENDS) if _is_of_own_work(spoken, hit)]
    hits = [*spoken.hits(claims.OVERCLAIMS), *absolute]
    claimed = {index for hit in hits for index in range(hit.start, hit.end)}
    for hit in hits:
        if not _is_denied(spoken, hit.start, claimed):
            yield spoken.remark("overclaim", hit.start, hit.end)


def _is_of_own_work(spoken: _SpokenText, hit: phrase_search.Hit) -> bool:
    """ "My model never fails (and …)"; "it never fails silently" goes on."""
    ends = spoken.ends_clause_at(hit.end - 1) or spoken.text_at(hit.end) in claims.GOING_ON
    return ends and spoken.text_at(hit.start - 1) in claims.OWN_WORK


def _is_denied(spoken: _SpokenText, start: int, claimed: Collection[int]) -> bool:
    """Whether the claim is denied or reported; the "never" of another claim denies nothing."""
    first = start - len(spoken.before(start, _DENIED_WITHIN))
    before = (spoken.texts[index] for index in range(first, start) if index not in claimed)
    return not claims.DENYING.isdisjoint(before) or spoken.is_quoted(start)


def _honest(spoken: _SpokenText) -> Iterator[Remark]:
    for hit in spoken.hits(claims.HONEST_NOT_KNOWING):
        if phrase_search.first(spoken.texts[hit.end : hit.end + _FINDING_OUT_REACH], claims.FINDING_OUT):
            yield spoken.remark("honest", hit.start, hit.end)


def _about_employer(spoken: _SpokenText) -> Iterator[Remark]:
    """ "My last manager was useless", "my useless manager", "I hated my boss"; "my team built a stupid baseline" is
    none."""
    for index, text in enumerate(spoken.texts):
        if text not in manners.EMPLOYER_WORDS:
            continue
        start = _whose(spoken, index)
        end = _blame_after(spoken, index)
        if start is None:
            continue
        if end is not None and spoken.text_at(start - 1) not in grammar.PREPOSITIONS:
            yield spoken.remark("employer", start, end)
        elif manners.ABUSE & set(spoken.texts[start:index]) or phrase_search.first(
            spoken.before(start, 4)[-3:], manners.HATING
        ):
            yield spoken.remark("employer", start, index + 1)


def _whose(spoken: _SpokenText, index: int) -> int | None:
    """Where "my" or "our" stands before an employer's word, with nothing but "last" or abuse between."""
    start = index - 1
    while spoken.text_at(start) in manners.BEFORE_EMPLOYER:
        start -= 1
    return start if spoken.text_at(start) in grammar.MY_OR_OUR else None


def _blame_after(spoken: _SpokenText, index: int) -> int | None:
    """The part after the abuse in "… was (really) useless" where the clause ends, or goes on with "and", "at", "so"."""
    position = index + 1
    if spoken.text_at(position) not in manners.IS_OR_WAS or _ends_before(spoken, position):
        return None
    position += 1
    while spoken.text_at(position) in manners.INTENSIFIERS:
        position += 1
    return position + 1 if spoken.text_at(position) in manners.ABUSE else None


def _ends_before(spoken: _SpokenText, position: int) -> bool:
    return ends_sentence(spoken.utterance.words[spoken.tokens[position - 1].word_index])


def _slang(spoken: _SpokenText) -> Iterator[Remark]:
    for hit in spoken.hits(manners.SLANG):
        if spoken.text_at(hit.end) != "proof" and not spoken.is_quoted(hit.start):
            yield spoken.remark("slang", hit.start, hit.end)
    for index, text in enumerate(spoken.texts):
        if text in {"sucks", "sucked"} and spoken.ends_clause_at(index) and not spoken.is_quoted(index):
            yield spoken.remark("slang", index, index + 1)
