"""The candidate's turn to ask: what was asked in it, and what is worth saying of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from question_bank.draw import CLOSING_TOPIC
from question_bank.models import Question
from simulator.analysis.english import phrase_search
from simulator.analysis.english.lexicon import phrase_set
from simulator.analysis.english.word_forms import normalise
from simulator.analysis.findings.substance_findings import CONTENT
from simulator.analysis.measures import Measures
from simulator.analysis.report import Finding
from simulator.analysis.timecode import plural
from simulator.analysis.utterance import Sentence, Utterance

ASKED_NOTHING: Final = (
    "You asked nothing. Have two or three questions ready: they show that you are choosing too, and there are some "
    "below to practise."
)

# Questions that are put as statements, and statements that take a question back.
_INDIRECT: Final = phrase_set(
    """
    i'd like to know / i would like to know / i'd love to know / i would love to know / i want to know / i was wondering
    / i'm wondering / i wonder / i'm curious / i am curious / i'd be curious / i'd be interested / i would be interested
    / i'd like to ask / i would like to ask / i'd like to hear / i would like to hear / tell me / my question is / my
    first question is / my question would be
    """
)
# Openings of a question where the engine in use writes no punctuation.
_OPENINGS: Final = phrase_set(
    """
    what is / what's / what are / what was / what do / what does / what did / what would / what will / what made / what
    kind / what happens / what happened / how is / how are / how do / how does / how did / how would / how will / how
    many / how much / how long / how often / how big / which part / which of / which do / who is / who are / who owns /
    who decides / who does / who would / when do / when does / when did / when will / when was / where do / where does /
    why do / why did / why is / do you / does the / does your / did you / could you / can you / would you / is there /
    are there / are you / have you / will i / will you / is it / is the
    """
)
_BEFORE_OPENINGS: Final = frozenset(
    [
        "and",
        "so",
        "then",
        "also",
        "um",
        "uh",
        "er",
        "well",
        "okay",
        "first",
        "second",
        "third",
        "next",
        "finally",
        "or",
        "but",
    ]
)
_MANY: Final = 2


def is_candidates_turn(question: Question | None) -> bool:
    """Whether the candidate is to ask, not to answer."""
    return question is not None and CLOSING_TOPIC in question.topics


def questions_asked(utterance: Utterance) -> tuple[Sentence, ...]:
    """The sentences in which something is asked."""
    return tuple(sentence for sentence in utterance.sentences if _asks(utterance, sentence))


def turn_findings(measures: Measures) -> Iterator[Finding]:
    """Nothing asked, or enough; nothing at all unless it was the candidate's turn."""
    if not is_candidates_turn(measures.question):
        return
    asked = questions_asked(measures.utterance)
    if not asked:
        yield Finding("asking.none", ASKED_NOTHING, *measures.closing_place(), CONTENT + 60)
    elif len(asked) >= _MANY:
        text = f"You asked {plural(len(asked), 'question')}: that shows that you are choosing too."
        yield Finding("asking.some", text, *measures.sentence_place(asked[0].first), CONTENT, is_praise=True)


def _asks(utterance: Utterance, sentence: Sentence) -> bool:
    words = [utterance.words[index].text for index in sentence.indexes]
    texts = tuple(normalise(word) for word in words)
    if any(word.rstrip('"”’)').endswith("?") for word in words) or phrase_search.first(texts, _INDIRECT):
        return True
    start = next((at for at, text in enumerate(texts) if text not in _BEFORE_OPENINGS), len(texts))
    return not utterance.is_punctuated and any(texts[start : start + len(one)] == one for one in _OPENINGS)
