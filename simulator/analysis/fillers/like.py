"""When "like" is a filler, and when it compares, gives an example or means liking. Other words: `filler_words`."""

from __future__ import annotations

from simulator.analysis.english.around_like import (
    ABOUT_AN_AMOUNT,
    AMOUNTS,
    AMOUNTS_AFTER_A,
    ANNOUNCED,
    CANNOT_GOVERN_LIKE,
    CLAUSE_OPENERS,
    COMPARED,
    COMPARING,
    DEGREES,
    DONE,
    GIVING,
    HAVING,
    LIKING,
    LINKS,
    LOOSE_ADVERBS,
    MAKERS,
    MAKING,
    NO_OBJECT,
    RECEIVERS,
    SAYING,
    SPEAKERS,
)
from simulator.analysis.english.grammar import COPULAS, FUNCTION_WORDS, PREPOSITIONS, SUBJECTS
from simulator.analysis.english.word_forms import parts
from simulator.analysis.fillers.neighbours import Context


def is_like(context: Context, position: int) -> bool:
    """ "Like" fills where it neither compares, nor gives an example, nor means liking."""
    before, after = context.before_in_clause(position), context.next_in_clause(position + 1)
    is_set_off = context.has_mark_before(position) or context.has_rest_before(position)
    if _is_as_said(context, position):
        return False
    if before in LIKING | COMPARING and not is_set_off:
        return _cannot_govern(context, position, before) or _is_before_a_deed(context, position, before, after)
    if context.is_punctuated and context.has_mark_before(position + 1) and not context.is_stop_before(position + 1):
        return context.has_mark_before(position) or before in FUNCTION_WORDS
    if not after:
        return _is_like_at_end(context, position, before)
    if is_set_off or before in LINKS:
        return _is_like_at_clause_start(context, position, before, after)
    return _is_like_inside(context, position, before, after)


def _is_like_at_end(context: Context, position: int, before: str) -> bool:
    """Broken off after "and like", "kind of like um", or a lone "like"."""
    if before == "of":
        return context.has_sound_before(position + 1)
    return context.is_stop_before(position) or before in {"and", "but", "so", "because"}


def _is_like_at_clause_start(context: Context, position: int, before: str, after: str) -> bool:
    if context.has_mark_before(position + 1):
        return False
    if after in CLAUSE_OPENERS or before == "then":
        return True
    return not context.is_punctuated and before in {"and", "but", "so", "because"} and after not in COMPARED


def _is_like_inside(context: Context, position: int, before: str, after: str) -> bool:
    """ "Like" with words on both sides and nothing to set it off."""
    if (
        _is_begun_again(before, after)
        or _has_just_begun_again(context, position, before)
        or after in LOOSE_ADVERBS
        or context.is_at(position + 1, ("you", "know"))
        or _is_before_an_amount(context, position, before)
        or _is_before_an_object(context, position, before, after)
    ):
        return True
    if before in COPULAS:
        is_announced = before == "is" and context.word(position - 2) in ANNOUNCED and after not in {"that", "this"}
        return is_announced or after in PREPOSITIONS | DEGREES | {"kind", "sort"} or _is_participle(after)
    if before == "of" and context.word(position - 2) in {"kind", "sort"}:
        return context.has_sound_before(position + 1)
    if before == "to":
        return after[-2:] in {"th", "st", "nd", "rd"}
    if _cannot_govern(context, position, before):
        return after not in PREPOSITIONS | {"this", "that", "these", "those"}
    return not context.is_punctuated and after in SPEAKERS and before not in PREPOSITIONS


def _is_before_a_deed(context: Context, position: int, before: str, after: str) -> bool:
    """ "We like ran it again", "I just like went on": somebody does something, and nobody likes it."""
    is_of_somebody = before in SUBJECTS or (before == "just" and context.word(position - 2) in SUBJECTS)
    return is_of_somebody and after in DONE


def _is_before_an_amount(context: Context, position: int, before: str) -> bool:
    """ "It took like two weeks", "there were like ten", "for like half an hour"."""
    if not _is_amount(context, position + 1):
        return False
    return before in ABOUT_AN_AMOUNT | HAVING | MAKING or _is_given(context, position, before)


def _is_amount(context: Context, position: int) -> bool:
    first, second = context.word(position), context.word(position + 1)
    is_number = first not in {"one", "1"} and any(part[0].isdigit() for part in parts(first))
    return is_number or first in AMOUNTS or (first == "a" and second in AMOUNTS_AFTER_A)


def _is_before_an_object(context: Context, position: int, before: str, after: str) -> bool:
    """Between a verb and its object: "we had like a lot of rows", "they gave us like the whole table"."""
    if after in NO_OBJECT:
        return False
    is_made = before in MAKING and context.before_in_clause(position - 1) in MAKERS
    return before in HAVING or is_made or _is_given(context, position, before)


def _is_given(context: Context, position: int, before: str) -> bool:
    return before in RECEIVERS and context.before_in_clause(position - 1) in GIVING


def _has_just_begun_again(context: Context, position: int, before: str) -> bool:
    """The second one of "it's like it's like …"."""
    return context.word(position - 2) == "like" and _is_begun_again(context.word(position - 3), before)


def _cannot_govern(context: Context, position: int, before: str) -> bool:
    """Whether the word before cannot govern a preposition: "in like …", "as just like …", "in other words like …"."""
    if before == "just":
        return context.word(position - 2) == "as"
    return before in CANNOT_GOVERN_LIKE or context.is_at(position - 3, ("in", "other", "words"))


def _is_begun_again(before: str, after: str) -> bool:
    """ "There like there is", "we're like we were"."""
    return before.split("'")[0] == after.split("'")[0]


def _is_as_said(context: Context, position: int) -> bool:
    """ "like I said", "like you say", "like we discussed"."""
    return (
        context.word(position + 1) in {"i", "you", "we", "they", "he", "she"} and context.word(position + 2) in SAYING
    )


def _is_participle(text: str) -> bool:
    return len(text) > 3 and (text.endswith(("ed", "wn", "rn", "ken", "ten")))
