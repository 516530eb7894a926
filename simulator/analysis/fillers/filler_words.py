"""Words used as fillers: like, you know, I mean and their kin, told from their plain use by what stands around them.

A false flag is worse than a miss, so every rule asks for evidence, and nothing is flagged that is more likely meant
than not. Confidence is a probability: of "like" that of a logistic, of "you know" and "I mean" the share of the rule's
flags that agreed with human labels of telephone calls (Switchboard), rounded down. Of the others there are no labels,
or hardly any: theirs is our own estimate.
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
from simulator.analysis.fillers.like import like_probability
from simulator.analysis.fillers.neighbours import Context
from simulator.analysis.fillers.you_know import is_i_mean, is_you_know
from simulator.analysis.report import Filler
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.analysis.utterance import Utterance

_HABIT: Final = 3
"""From this many in one answer on, an adverb is a habit, and its unstressed uses count too."""


_OWN_CONFIDENCE: Final = 1.0
"""The user said so."""

_LEAST_CONFIDENCE: Final = 0.5
"""Below it a word is more likely meant than not. On calls never seen, of every seven "like" just below it one fills."""

_Weigh = Callable[[Context, int], float]
_Rule = tuple[tuple[str, ...], _Weigh]
"""A phrase, and how likely it fills at a position."""


def filler_words(utterance: Utterance, rules: JudgingRules = DEFAULT_RULES) -> tuple[Filler, ...]:
    """Every filler word or phrase that is on in `rules`, in order; filler sounds around them are seen through."""
    context = Context(utterance)
    return tuple(_walk(context, _rules_of(rules)))


def _rules_of(rules: JudgingRules) -> tuple[_Rule, ...]:
    """The user's own phrases count wherever they are said: the longest first, and before what is built in."""
    own = [tuple(phrase.split()) for phrase in rules.own_fillers if rules.is_on(phrase)]
    always = [(phrase, _anywhere) for phrase in sorted(own, key=len, reverse=True)]
    return (*always, *(rule for rule in _RULES if rules.is_on(" ".join(rule[0]))))


def _anywhere(_context: Context, _position: int) -> float:
    return _OWN_CONFIDENCE


def _where(is_filler: Callable[[Context, int], bool], confidence: float) -> _Weigh:
    """How likely a phrase fills of which is told only whether it does."""
    return lambda context, position: confidence * is_filler(context, position)


def _walk(context: Context, rules: Sequence[_Rule]) -> Iterator[Filler]:
    position = 0
    while position < len(context):
        found = next((rule for rule in rules if context.is_at(position, rule[0])), None)
        if found is None:
            position += 1
            continue
        phrase, weigh = found
        confidence = weigh(context, position)
        if confidence >= _LEAST_CONFIDENCE:
            yield _filler(context, position, len(phrase), round(confidence, 3))
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


_RULES: Final[Sequence[_Rule]] = (
    (("you", "know"), _where(is_you_know, 0.95)),
    (("i", "mean"), _where(is_i_mean, 0.9)),
    (("like",), like_probability),
    (("kind", "of"), _where(_is_kind_of, 0.8)),
    (("sort", "of"), _where(_is_kind_of, 0.8)),
    (("basically",), _where(_is_empty_adverb, 0.7)),
    (("actually",), _where(_is_empty_adverb, 0.7)),
    (("literally",), _where(_is_empty_adverb, 0.7)),
    (("right",), _where(_is_right, 0.7)),
    (("so",), _where(_is_opening_so, 0.7)),
)
