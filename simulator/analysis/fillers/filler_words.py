"""Words used as fillers: like, you know, I mean and their kin, told from their plain use by what stands around them.

A false flag is worse than a miss, so every rule asks for evidence. Confidence is the share of a rule's flags that
agreed with human labels of telephone calls (Switchboard), rounded down; our own estimate where there are no labels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from simulator.analysis.english.around_fillers import (
    AFTER_KIND_OF_IF_MEANT,
    AFTER_SO_IF_MEANT,
    BEFORE_KIND_OF,
    BEFORE_RIGHT_IF_MEANT,
    BEFORE_UNSTRESSED,
    QUALITIES,
)
from simulator.analysis.english.grammar import COPULAS, DETERMINERS
from simulator.analysis.fillers.like import is_like
from simulator.analysis.fillers.neighbours import Context
from simulator.analysis.fillers.you_know import is_i_mean, is_you_know
from simulator.analysis.report import Filler
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.analysis.utterance import Utterance

_HABIT: Final = 3
"""From this many in one answer on, an adverb is a habit, and its unstressed uses count too."""


_OWN_CONFIDENCE: Final = 1.0
"""The user said so."""


def filler_words(utterance: Utterance, rules: JudgingRules = DEFAULT_RULES) -> tuple[Filler, ...]:
    """Every filler word or phrase that is on in `rules`, in order; filler sounds around them are seen through."""
    context = Context(utterance)
    return tuple(_walk(context, _rules_of(rules)))


def _rules_of(rules: JudgingRules) -> tuple[_Rule, ...]:
    """The user's own phrases count wherever they are said: the longest first, and before what is built in."""
    own = [tuple(phrase.split()) for phrase in rules.own_fillers if rules.is_on(phrase)]
    always = [(phrase, _OWN_CONFIDENCE, _is_anywhere) for phrase in sorted(own, key=len, reverse=True)]
    return (*always, *(rule for rule in _RULES if rules.is_on(" ".join(rule[0]))))


def _is_anywhere(_context: Context, _position: int) -> bool:
    return True


def _walk(context: Context, rules: Sequence[_Rule]) -> Iterator[Filler]:
    position = 0
    while position < len(context):
        found = next((rule for rule in rules if context.is_at(position, rule[0])), None)
        if found is None:
            position += 1
            continue
        phrase, confidence, is_filler = found
        if is_filler(context, position):
            yield _filler(context, position, len(phrase), confidence)
        position += len(phrase)


def _filler(context: Context, position: int, size: int, confidence: float) -> Filler:
    words = context.utterance.words
    first, last = context.kept[position], context.kept[position + size - 1]
    text = " ".join(context.texts[position : position + size])
    return Filler(text, "word", "words", words[first].start_s, words[last].end_s, confidence, first, last - first + 1)


def _is_kind_of(context: Context, position: int) -> bool:
    """ "We kind of tried", "it's kind of hard"; never "the kind of kernel", "what sort of", "some kind of"."""
    before, after = context.before_in_clause(position), context.next_in_clause(position + 2)
    if not after or after in AFTER_KIND_OF_IF_MEANT:
        return False
    if context.has_mark_before(position + 2):
        return before in COPULAS | BEFORE_KIND_OF
    if before in BEFORE_KIND_OF:
        return True
    return before in COPULAS and (after in DETERMINERS | {"like", "hard"} or _is_quality(after))


def _is_quality(text: str) -> bool:
    """Whether a word looks like an adjective, by its ending or because it is a common one."""
    return text in QUALITIES or (
        len(text) > 4 and text.endswith(("ing", "ed", "ous", "ful", "ish", "able", "ible", "less"))
    )


def _is_empty_adverb(context: Context, position: int) -> bool:
    """Set off by commas on both sides, next to another filler, or one of a habit; else it may well be meant."""
    has_mark_before, has_mark_after = context.has_mark_before(position), context.has_mark_before(position + 1)
    is_inside = not context.is_stop_before(position) and not context.is_stop_before(position + 1)
    if context.is_punctuated and has_mark_before and has_mark_after and is_inside:
        return True
    if context.has_sound_before(position) or (context.has_sound_before(position + 1) and not has_mark_after):
        return True
    if _opens_emptily(context, position):
        return True
    is_unstressed = context.before_in_clause(position) in BEFORE_UNSTRESSED or has_mark_before
    return is_unstressed and context.texts.count(context.word(position)) >= _HABIT


def _opens_emptily(context: Context, position: int) -> bool:
    """ "So basically …", "Well, actually …": after another opener at the start of a sentence."""
    before = context.before_in_clause(position)
    if before not in {"so", "well", "yeah", "okay", "ok"}:
        return False
    return context.is_stop_before(position - 1) or context.has_mark_before(position - 1)


def _is_right(context: Context, position: int) -> bool:
    """The tag "…, right?" that waits for no answer; "right join" and "is that right?" are meant."""
    word = context.utterance.words[context.kept[position]].text.strip()
    before = context.word(position - 1)
    if position == 0 or (before in BEFORE_RIGHT_IF_MEANT and not context.has_mark_before(position)):
        return False
    if word.endswith("?"):
        return before != "left"
    is_between_commas = word.endswith(",") and context.has_mark_before(position)
    return is_between_commas and before != "left" and not context.is_stop_before(position)


def _is_opening_so(context: Context, position: int) -> bool:
    """ "So" as the first word of the answer, where nothing has gone before that it could follow from."""
    opening = {"well", "okay", "ok", "yeah", "yes", "right", "sure"}
    if any(context.word(index) not in opening for index in range(position)):
        return False
    return context.word(position + 1) not in AFTER_SO_IF_MEANT and len(context) > position + 1


_Rule = tuple[tuple[str, ...], float, Callable[[Context, int], bool]]
_RULES: Final[Sequence[_Rule]] = (
    (("you", "know"), 0.95, is_you_know),
    (("i", "mean"), 0.95, is_i_mean),
    (("like",), 0.85, is_like),
    (("kind", "of"), 0.8, _is_kind_of),
    (("sort", "of"), 0.8, _is_kind_of),
    (("basically",), 0.8, _is_empty_adverb),
    (("actually",), 0.7, _is_empty_adverb),
    (("literally",), 0.7, _is_empty_adverb),
    (("right",), 0.85, _is_right),
    (("so",), 0.85, _is_opening_so),
)
