"""When "you know" and "I mean" are fillers, and when somebody knows or means something."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.lexicon import word_set
from simulator.analysis.fillers.neighbours import Context

_KNOWING_BEFORE: Final = word_set(
    """
    do did does would could can will what whatever everything all anything than unless whether should might may
    must already now as once don't things thing ones far
    """
)
_CONDITION_BEFORE: Final = word_set(
    """
    if when how that because since where until before after assuming suppose then and so but
    """
)
_KNOWN: Final = word_set("the what how which whether why where exactly about nothing everything your this")
_CLAUSE_KNOWN: Final = word_set(
    """
    are what how which whether why where exactly nothing everything beforehand
    """
)
_KNOWN_THINGS: Final = word_set(
    """
    label labels answer answers truth ground class classes data distribution value values target targets outcome
    outcomes output outputs input inputs size length difference number mean true right correct state rules model
    parameters structure domain problem reason result results population variance probability order shape true
    exact real theory basics details users user customer business cause probabilities likelihood prior posterior
    gradient derivative function constraints requirements future past
    """
)
_CANNOT_LEAD_TO_YOU: Final = word_set(
    """
    the a an to of with for we they it i is was are were be just on in at very more my our their his her really
    by from had has have into or it's
    """
)


def is_you_know(context: Context, position: int) -> bool:
    """ "You know" is meant where somebody knows something: "if you know the label", "what you know", "you know how"."""
    before, after = context.before_in_clause(position), context.next_in_clause(position + 2)
    has_mark_before, has_mark_after = context.has_mark_before(position), context.has_mark_before(position + 2)
    if before in _KNOWING_BEFORE and not has_mark_before:
        return before != "as" and has_mark_after and not context.is_stop_before(position + 2)
    if after in {"the", "a", "your", "its"} and context.word(position + 3) in _KNOWN_THINGS and not has_mark_after:
        return False
    if before in _CONDITION_BEFORE and after in _KNOWN and not has_mark_after:
        return False
    if context.is_punctuated:
        return _is_you_know_among_marks(context, position)
    return after not in _CLAUSE_KNOWN or has_mark_after or context.has_sound_before(position)


def _is_you_know_among_marks(context: Context, position: int) -> bool:
    """With punctuation at hand, something must set them off: a mark, a sound, or a word that no "you" can follow."""
    before, after = context.before_in_clause(position), context.next_in_clause(position + 2)
    if context.has_mark_before(position + 2) and not context.is_stop_before(position + 2):
        return True
    if after in _KNOWN:
        return context.has_mark_before(position) and not context.is_stop_before(position) and after not in _CLAUSE_KNOWN
    is_set_off = (
        context.has_mark_before(position) or context.has_rest_before(position) or context.has_sound_before(position)
    )
    return is_set_off or context.has_sound_before(position + 2) or before in _CANNOT_LEAD_TO_YOU


_MEANING_BEFORE: Final = word_set("what which that's how do did who as by if when where")
_MEANT: Final = word_set("by squared absolute precision")


def is_i_mean(context: Context, position: int) -> bool:
    """Meant where it says what a word stands for: "what I mean by", "by recall I mean", "when I say … I mean"."""
    if context.before_in_clause(position) in _MEANING_BEFORE and not context.has_mark_before(position):
        return False
    if context.next_in_clause(position + 2) in _MEANT and not context.has_mark_before(position + 2):
        return False
    explained = range(max(0, position - 6), position)
    return not any(
        context.word(index) in {"by", "say", "said"}
        and not any(map(context.is_stop_before, range(index + 1, position + 1)))
        for index in explained
    )
