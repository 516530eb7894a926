"""The signs around a "like" by which `like` weighs whether it fills: what it would have to hang on, and what follows.

Exactly one frame holds of a place, the first of `_FRAMES`; signs of other kinds are added to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from simulator.analysis.english.around_like import (
    ABLE,
    AMOUNTS,
    AMOUNTS_AFTER_A,
    ANNOUNCED,
    COMPARED,
    COMPARING,
    DEGREES,
    DONE,
    HAVING,
    INDEFINITE,
    JOINING,
    LIKING,
    LINKS,
    LOOSE_ADVERBS,
    ORDINAL_ENDS,
    RECEIVERS,
    SAYING,
    SEEMING,
    SPEAKERS,
    SUBJECTS_OF_CLAUSES,
    SUBORDINATORS,
    THINKING,
    UNGOVERNED_BEFORE,
)
from simulator.analysis.english.grammar import COPULAS, PREPOSITIONS
from simulator.analysis.english.word_forms import parts
from simulator.analysis.fillers.neighbours import Context

Signs = frozenset[str]

_SET_PHRASES: Final = frozenset({("you", "know"), ("i", "mean")})
_SOFTENERS: Final = frozenset({"just", "only", "not", "also", "really", "probably", "always"})
_THIS: Final = frozenset({"this", "that", "these", "those"})
_OPENERS: Final = LINKS | LOOSE_ADVERBS
_FILLERS_AFTER: Final = LOOSE_ADVERBS | {"like"}
_COMPARING: Final = COMPARING - _SOFTENERS
_CIRCUMSTANCES: Final = SUBORDINATORS | PREPOSITIONS
_QUALIFYING: Final = PREPOSITIONS | DEGREES
_SEEMING: Final = SEEMING | INDEFINITE
_BETWEEN: Final = _SOFTENERS | RECEIVERS
_UNGOVERNED: Final = UNGOVERNED_BEFORE | THINKING
_NO_VERBS: Final = RECEIVERS | SUBJECTS_OF_CLAUSES | _THIS | {"to", "a", "an", "the", "my"}
_ADVERB_LENGTH: Final = 5
_NO_ADVERBS: Final = frozenset(
    {"family", "early", "reply", "supply", "apply", "july", "italy", "golly", "belly", "jelly"}
)


@dataclass(frozen=True)
class Place:
    """A "like" at a position of its context, and its neighbours within the sentence; "" where there is none."""

    context: Context
    position: int

    @cached_property
    def before(self) -> str:
        return self.context.before_in_clause(self.position)

    @cached_property
    def after(self) -> str:
        return self.context.next_in_clause(self.position + 1)

    def word(self, offset: int) -> str:
        return self.context.word(self.position + offset)

    @property
    def is_after_set_phrase(self) -> bool:
        return (self.word(-2), self.before) in _SET_PHRASES

    @property
    def is_before_set_phrase(self) -> bool:
        return (self.after, self.word(2)) in _SET_PHRASES

    @property
    def opens(self) -> bool:
        """Whether nothing of its own sentence goes before that it could hang on."""
        return not self.before or self.before in _OPENERS or self.is_after_set_phrase

    @property
    def leads_to_clause(self) -> bool:
        return self.after in SUBJECTS_OF_CLAUSES and not self.is_before_set_phrase

    @property
    def leads_to_amount(self) -> bool:
        after = self.after
        is_number = after not in {"one", "1"} and any(part[0].isdigit() for part in parts(after))
        is_ordinal = after.endswith(ORDINAL_ENDS) and after != "second"
        return is_number or is_ordinal or after in AMOUNTS or (after == "a" and self.word(2) in AMOUNTS_AFTER_A)

    @property
    def is_after_copula(self) -> bool:
        return self.before in COPULAS or (self.before in _SOFTENERS and self.word(-2) in COPULAS)


def signs_around(context: Context, position: int) -> Signs:
    """The signs of the "like" at a position of the context."""
    place = Place(context, position)
    frame = next(name for name, holds in _FRAMES if holds(place))
    return frozenset((frame, *(name for name, holds in _SIGNS if holds(place))))


def _is_as_said(place: Place) -> bool:
    """ "Like I said", and both of "like like you said"."""
    first = 2 if place.after == "like" else 1
    return place.word(first) in SPEAKERS and place.word(first + 1) in SAYING


def _is_comparing(place: Place) -> bool:
    return place.before in _COMPARING


def _is_like_for_like(place: Place) -> bool:
    return any(place.word(2 * side) == "like" and place.word(side) in PREPOSITIONS for side in (-1, 1))


def _is_having(place: Place) -> bool:
    """Between a verb and its object: "we had like a lot of rows"; but "it is used like a hammer"."""
    is_active = place.before in HAVING and place.word(-2) not in COPULAS
    return is_active and not place.leads_to_clause and place.after not in _THIS


def _is_seeming(place: Place) -> bool:
    """ "Looks like", "something like", "looks just like", "a lot like"."""
    return place.before in _SEEMING or (place.before in _BETWEEN and place.word(-2) in SEEMING)


def _is_quality(place: Place) -> bool:
    """An adverb, an adjective with an ending, or where or when something was: no thing that something is like."""
    after = place.after
    return after in _QUALIFYING or _is_participle(after) or _is_adverb(after)


def _is_participle(text: str) -> bool:
    return len(text) > 3 and text.endswith(("ed", "wn", "rn", "ken", "ten"))


def _is_adverb(text: str) -> bool:
    return len(text) >= _ADVERB_LENGTH and text.endswith("ly") and text not in _NO_ADVERBS


def _is_doing(text: str) -> bool:
    return text.endswith("ing") and not text.endswith("thing")


def _is_liking(place: Place) -> bool:
    return place.before in LIKING or (place.before == "just" and place.word(-2) in LIKING)


def _is_deed(place: Place) -> bool:
    """Somebody does something: "we like ran it", "I just like totally forgot", "you can like move it"."""
    if not _is_liking(place):
        return False
    is_done = place.after in DONE or _is_participle(place.after) or _is_adverb(place.after)
    return is_done or (place.before in ABLE and _may_be_verb(place.after))


def _may_be_verb(text: str) -> bool:
    return bool(text) and text not in _NO_VERBS


def _is_announced(place: Place) -> bool:
    return place.before == "is" and place.word(-2) in ANNOUNCED and place.after not in _THIS


def _is_there(place: Place) -> bool:
    return place.before == "there's" or (place.before in COPULAS and place.word(-2) == "there")


def _is_kind_of(place: Place) -> bool:
    return place.before == "of" and place.word(-2) in {"kind", "sort"}


def _is_ungoverned(place: Place) -> bool:
    return place.before in _UNGOVERNED


def _is_given(place: Place) -> bool:
    """ "They gave us like the whole table": a receiver stands between, and no sentence follows."""
    return place.before in RECEIVERS and not place.leads_to_clause and place.after not in _THIS


_FRAMES: Final[tuple[tuple[str, Callable[[Place], bool]], ...]] = (
    ("as said", _is_as_said),
    ("comparing", _is_comparing),
    ("like for like", _is_like_for_like),
    ("opens alone", lambda place: place.opens and not place.after),
    ("opens a clause", lambda place: place.opens and place.leads_to_clause),
    ("opens a comparison", lambda place: place.opens and place.after in COMPARED),
    ("opens a circumstance", lambda place: place.opens and place.after in _CIRCUMSTANCES),
    ("opens", lambda place: place.opens),
    ("there is", lambda place: _is_there(place) and bool(place.after)),
    ("is announced", _is_announced),
    ("is at the end", lambda place: place.is_after_copula and not place.after),
    ("is a clause", lambda place: place.is_after_copula and place.leads_to_clause),
    ("is an amount", lambda place: place.is_after_copula and place.leads_to_amount),
    ("is a quality", lambda place: place.is_after_copula and _is_quality(place)),
    ("is doing", lambda place: place.is_after_copula and _is_doing(place.after)),
    ("is", lambda place: place.is_after_copula),
    ("seems", _is_seeming),
    ("it an amount", lambda place: place.before == "it" and place.leads_to_amount),
    ("does", _is_deed),
    ("likes", _is_liking),
    ("kind of", _is_kind_of),
    ("an amount", lambda place: place.leads_to_amount),
    ("ungoverned this", lambda place: _is_ungoverned(place) and place.after in _THIS),
    ("ungoverned", _is_ungoverned),
    ("has", _is_having),
    ("is given", _is_given),
    ("then a clause", lambda place: place.leads_to_clause),
    ("then this", lambda place: place.after in _THIS),
    ("then a place", lambda place: place.after in PREPOSITIONS),
    ("then nothing", lambda place: not place.after),
    ("other", lambda _place: True),
)


def _is_begun_again(place: Place) -> bool:
    """ "There like there is", "we're like we were"."""
    return bool(place.before) and place.before.split("'")[0] == place.after.split("'")[0]


def _is_between_marks(place: Place) -> bool:
    context, position = place.context, place.position
    has_both = context.has_mark_before(position) and context.has_mark_before(position + 1)
    return context.is_punctuated and has_both and not context.is_stop_before(position + 1)


def _has_mark_after(place: Place) -> bool:
    context, position = place.context, place.position
    return context.is_punctuated and context.has_mark_before(position + 1) and not context.is_stop_before(position + 1)


def _has_mark_before(place: Place) -> bool:
    context, position = place.context, place.position
    return context.is_punctuated and context.has_mark_before(position) and not context.is_stop_before(position)


_SIGNS: Final[tuple[tuple[str, Callable[[Place], bool]], ...]] = (
    ("first", lambda place: not place.before),
    ("after a link", lambda place: place.before in JOINING),
    ("filler after", lambda place: place.is_before_set_phrase or place.after in _FILLERS_AFTER),
    ("begun again", _is_begun_again),
    ("sound before", lambda place: place.context.has_sound_before(place.position)),
    ("sound after", lambda place: place.context.has_sound_before(place.position + 1)),
    ("just before", lambda place: place.before in {"just", "only"}),
    ("between marks", _is_between_marks),
    ("mark before", lambda place: _has_mark_before(place) and not _has_mark_after(place)),
    ("mark after", lambda place: _has_mark_after(place) and not _has_mark_before(place)),
)
