"""When "you know" and "I mean" are fillers, and when somebody knows or means something."""

from __future__ import annotations

from simulator.analysis.english.around_you_know import (
    CANNOT_LEAD_TO_YOU,
    CLAUSE_KNOWN,
    CONDITION_BEFORE,
    KNOWING_BEFORE,
    KNOWN,
    KNOWN_THINGS,
    MEANING_BEFORE,
    MEANT_AFTER,
)
from simulator.analysis.fillers.neighbours import Context


def is_you_know(context: Context, position: int) -> bool:
    """ "You know" is meant where somebody knows something: "if you know the label", "what you know", "you know how"."""
    before, after = context.before_in_clause(position), context.next_in_clause(position + 2)
    has_mark_before, has_mark_after = context.has_mark_before(position), context.has_mark_before(position + 2)
    if before in KNOWING_BEFORE and not has_mark_before:
        return before != "as" and has_mark_after and not context.is_stop_before(position + 2)
    if after in {"the", "a", "your", "its"} and context.word(position + 3) in KNOWN_THINGS and not has_mark_after:
        return False
    if before in CONDITION_BEFORE and after in KNOWN and not has_mark_after:
        return False
    if context.is_punctuated:
        return _is_you_know_among_marks(context, position)
    return after not in CLAUSE_KNOWN or has_mark_after or context.has_sound_before(position)


def _is_you_know_among_marks(context: Context, position: int) -> bool:
    """With punctuation at hand, something must set them off: a mark, a sound, or a word that no "you" can follow."""
    before, after = context.before_in_clause(position), context.next_in_clause(position + 2)
    if context.has_mark_before(position + 2) and not context.is_stop_before(position + 2):
        return True
    if after in KNOWN:
        return context.has_mark_before(position) and not context.is_stop_before(position) and after not in CLAUSE_KNOWN
    is_set_off = (
        context.has_mark_before(position) or context.has_rest_before(position) or context.has_sound_before(position)
    )
    return is_set_off or context.has_sound_before(position + 2) or before in CANNOT_LEAD_TO_YOU


def is_i_mean(context: Context, position: int) -> bool:
    """Meant where it says what a word stands for: "what I mean by", "by recall I mean", "when I say … I mean"."""
    if context.before_in_clause(position) in MEANING_BEFORE and not context.has_mark_before(position):
        return False
    if context.next_in_clause(position + 2) in MEANT_AFTER and not context.has_mark_before(position + 2):
        return False
    explained = range(max(0, position - 6), position)
    return not any(
        context.word(index) in {"by", "say", "said"}
        and not any(map(context.is_stop_before, range(index + 1, position + 1)))
        for index in explained
    )
