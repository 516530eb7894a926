"""When "like" is a filler, and when it compares, gives an example or means liking. Other fillers live next door."""

from __future__ import annotations

from typing import Final

from simulator.analysis.context import Context
from simulator.analysis.lexicon import COPULAS, FUNCTION_WORDS, PREPOSITIONS, SUBJECTS, word_set

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


def is_like(context: Context, position: int) -> bool:
    """ "Like" fills where it neither compares, nor gives an example, nor means liking."""
    before, after = context.before_in_clause(position), context.next_in_clause(position + 1)
    is_set_off = context.has_mark_before(position) or context.has_rest_before(position)
    if _is_as_said(context, position):
        return False
    if before in _LIKING | _COMPARING and not is_set_off:
        return _cannot_govern(context, position, before)
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
    if after in _CLAUSE_OPENERS:
        return True
    return not context.is_punctuated and before in {"and", "but", "so", "because"} and after not in _COMPARED


def _is_like_inside(context: Context, position: int, before: str, after: str) -> bool:
    """ "Like" with words on both sides and nothing to set it off."""
    if (
        _is_begun_again(before, after)
        or _has_just_begun_again(context, position, before)
        or after in _LOOSE_ADVERBS
        or context.is_at(position + 1, ("you", "know"))
    ):
        return True
    if before in COPULAS:
        return after in PREPOSITIONS | {"kind", "sort"} or _is_participle(after)
    if before == "of" and context.word(position - 2) in {"kind", "sort"}:
        return context.has_sound_before(position + 1)
    if before == "to":
        return after[-2:] in {"th", "st", "nd", "rd"}
    if _cannot_govern(context, position, before):
        return after not in PREPOSITIONS
    return not context.is_punctuated and after in _SPEAKERS and before not in PREPOSITIONS


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
