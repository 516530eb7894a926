"""When "like" is a filler, and when it compares, gives an example or means liking. Other fillers live next door."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.lexicon import COPULAS, FUNCTION_WORDS, PREPOSITIONS, SUBJECTS, word_set
from simulator.analysis.english.word_forms import parts
from simulator.analysis.fillers.neighbours import Context

_LIKING: Final = word_set(
    """
    i you we they who i'd we'd you'd they'd he'd she'd would wouldn't don't do didn't did doesn't does really
    might may will people always still sure most would've never
    """
)
_COMPARING: Final = word_set(
    """
    look looks looked looking sound sounds sounded seem seems seemed feel feels felt something anything nothing
    things thing stuff just more exactly much act acts behave behaves work works worked treat treats taste smell
    somebody someone people models problems metrics tools libraries way ones lot it quite almost rather not one
    what's
    """
)
_SAYING: Final = word_set("said say says mentioned discussed talked described saw did told explained noted wrote see")
_SPEAKERS: Final = word_set("i i'm i've we we're they they're he he's she she's there's")
_LOOSE_ADVERBS: Final = word_set("basically actually sometimes maybe literally probably")
_CLAUSE_OPENERS: Final = SUBJECTS | word_set(
    """
    if when sometimes maybe my people there basically everybody nobody someone anyone
    """
)
_COMPARED: Final = word_set("most any all other every many in with before the a an our my your")
_LINKS: Final = word_set("and but so because or then also well okay ok yeah no yes plus")
_CANNOT_GOVERN_LIKE: Final = word_set("until that in at on of with from about by saying guess")
_HAVING: Final = word_set(
    """
    have has had having got get gets getting take takes took taking need needs needed spend spent cost costs gave
    gain gained lost dropped added
    """
)
"""Verbs whose object follows at once: nobody has, takes or spends "like" something else."""
_MAKING: Final = word_set("use used using try tried trying build built make made write wrote want wanted saw see")
"""The same, if a subject stands before them: "I used like a forest", but "it is used like a hammer"."""
_MAKERS: Final = SUBJECTS | word_set("can could would will should might to who")
_GIVING: Final = word_set("give gives gave giving showed sent cost costs took takes lost")
_RECEIVERS: Final = word_set("me us you them him her it")
_NO_OBJECT: Final = PREPOSITIONS | SUBJECTS | _LINKS | word_set("that this those him her them me us any most every")
_ABOUT_AN_AMOUNT: Final = word_set(
    """
    was were are is there's only maybe perhaps probably roughly around about for after within every another least most
    than up
    """
)
_AMOUNTS: Final = word_set("half hundred hundreds thousand thousands million millions dozen dozens twice")
_AMOUNTS_AFTER_A: Final = word_set(
    "few couple lot hundred thousand million billion dozen bunch tenth third quarter bit"
)
_DEGREES: Final = word_set("really very super totally completely pretty extremely incredibly fairly way too")
_ANNOUNCED: Final = word_set("thing problem point question idea issue reason trouble trick")
_DONE: Final = word_set("was were had did went got took gave threw ran knew came began became wrote wasn't didn't")
"""Past forms that are neither nouns nor adjectives: after "we like" they can be no object of liking."""


def is_like(context: Context, position: int) -> bool:
    """ "Like" fills where it neither compares, nor gives an example, nor means liking."""
    before, after = context.before_in_clause(position), context.next_in_clause(position + 1)
    is_set_off = context.has_mark_before(position) or context.has_rest_before(position)
    if _is_as_said(context, position):
        return False
    if before in _LIKING | _COMPARING and not is_set_off:
        return _cannot_govern(context, position, before) or _is_before_a_deed(context, position, before, after)
    if context.is_punctuated and context.has_mark_before(position + 1) and not context.is_stop_before(position + 1):
        return context.has_mark_before(position) or before in FUNCTION_WORDS
    if not after:
        return _is_like_at_end(context, position, before)
    if is_set_off or before in _LINKS:
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
    if after in _CLAUSE_OPENERS or before == "then":
        return True
    return not context.is_punctuated and before in {"and", "but", "so", "because"} and after not in _COMPARED


def _is_like_inside(context: Context, position: int, before: str, after: str) -> bool:
    """ "Like" with words on both sides and nothing to set it off."""
    if (
        _is_begun_again(before, after)
        or _has_just_begun_again(context, position, before)
        or after in _LOOSE_ADVERBS
        or context.is_at(position + 1, ("you", "know"))
        or _is_before_an_amount(context, position, before)
        or _is_before_an_object(context, position, before, after)
    ):
        return True
    if before in COPULAS:
        is_announced = before == "is" and context.word(position - 2) in _ANNOUNCED and after not in {"that", "this"}
        return is_announced or after in PREPOSITIONS | _DEGREES | {"kind", "sort"} or _is_participle(after)
    if before == "of" and context.word(position - 2) in {"kind", "sort"}:
        return context.has_sound_before(position + 1)
    if before == "to":
        return after[-2:] in {"th", "st", "nd", "rd"}
    if _cannot_govern(context, position, before):
        return after not in PREPOSITIONS | {"this", "that", "these", "those"}
    return not context.is_punctuated and after in _SPEAKERS and before not in PREPOSITIONS


def _is_before_a_deed(context: Context, position: int, before: str, after: str) -> bool:
    """ "We like ran it again", "I just like went on": somebody does something, and nobody likes it."""
    is_of_somebody = before in SUBJECTS or (before == "just" and context.word(position - 2) in SUBJECTS)
    return is_of_somebody and after in _DONE


def _is_before_an_amount(context: Context, position: int, before: str) -> bool:
    """ "It took like two weeks", "there were like ten", "for like half an hour"."""
    if not _is_amount(context, position + 1):
        return False
    return before in _ABOUT_AN_AMOUNT | _HAVING | _MAKING or _is_given(context, position, before)


def _is_amount(context: Context, position: int) -> bool:
    first, second = context.word(position), context.word(position + 1)
    is_number = first not in {"one", "1"} and any(part[0].isdigit() for part in parts(first))
    return is_number or first in _AMOUNTS or (first == "a" and second in _AMOUNTS_AFTER_A)


def _is_before_an_object(context: Context, position: int, before: str, after: str) -> bool:
    """Between a verb and its object: "we had like a lot of rows", "they gave us like the whole table"."""
    if after in _NO_OBJECT:
        return False
    is_made = before in _MAKING and context.before_in_clause(position - 1) in _MAKERS
    return before in _HAVING or is_made or _is_given(context, position, before)


def _is_given(context: Context, position: int, before: str) -> bool:
    return before in _RECEIVERS and context.before_in_clause(position - 1) in _GIVING


def _has_just_begun_again(context: Context, position: int, before: str) -> bool:
    """The second one of "it's like it's like …"."""
    return context.word(position - 2) == "like" and _is_begun_again(context.word(position - 3), before)


def _cannot_govern(context: Context, position: int, before: str) -> bool:
    """Whether the word before cannot govern a preposition: "in like …", "as just like …", "in other words like …"."""
    if before == "just":
        return context.word(position - 2) == "as"
    return before in _CANNOT_GOVERN_LIKE or context.is_at(position - 3, ("in", "other", "words"))


def _is_begun_again(before: str, after: str) -> bool:
    """ "There like there is", "we're like we were"."""
    return before.split("'")[0] == after.split("'")[0]


def _is_as_said(context: Context, position: int) -> bool:
    """ "like I said", "like you say", "like we discussed"."""
    return (
        context.word(position + 1) in {"i", "you", "we", "they", "he", "she"} and context.word(position + 2) in _SAYING
    )


def _is_participle(text: str) -> bool:
    return len(text) > 3 and (text.endswith(("ed", "wn", "rn", "ken", "ten")))
