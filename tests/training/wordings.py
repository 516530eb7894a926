"""Wordings that the written statements lack: the claim's own words, lists, mistakes put right, the question said back.

Statements avoid the words of their claim, and their opposites use them; from these alone a network learns that whoever
speaks in the claim's own words is wrong. What is here is put together from statements while training, and never kept.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from question_bank.models import Question
from tests.answers.labelled import LabelledAnswer, Statements
from tests.training.pairs import Pair

_LEADS: Final = (
    "",
    "So ",
    "Well, ",
    "I'd say ",
    "The point is that ",
    "As far as I know, ",
    "What matters is that ",
    "And then ",
    "Basically ",
    "You know, ",
    "First, ",
    "Because ",
)
_PUT_RIGHT: Final = (
    "It is not that {0}. {1}",
    "I wouldn't say {0}; {1}",
    "Nobody should think that {0}. {1}",
    "{0}? No. {1}",
    "People say that {0}, which is wrong. {1}",
    "A common mistake is to believe that {0}. In fact {1}",
    "I used to think that {0}, but no, {1}",
    "{0} Sorry, no, it's the other way round: {1}",
    "Some would tell you {0} I disagree, {1}",
)
_DENIED: Final = ("It's not true that {}", "I don't think that {}", "It isn't the case that {}", "Nobody says that {}")
_READ_BACK: Final = (
    "{}",
    "So the question is: {}",
    "{} That's a good question.",
    "You're asking {} Let me think about that.",
    "Hm. {} I have come across that.",
    "{} It is an important topic, and it depends.",
)
# A claim about the answer itself ("Says what was gained") is nothing that one says.
_ABOUT_THE_ANSWER: Final = (
    "Says Names Asks Gives Describes Tells States Admits Offers Shows Looks Checks Links Clarifies Considers Takes "
    "Leaves Speaks Explains Mentions Keeps Puts Makes Chooses Compares"
)
_LISTED: Final = 3
_MOST_LISTED_WORDS: Final = 14
_IN_COMPANY: Final = 0.5
_MADE_BEFORE: Final = 6
_OTHERS_BEFORE: Final = 4
_AGAIN: Final = 2
_OWN_WORDS: Final = 0.4


def fresh(known: Iterable[Statements], chance: random.Random) -> list[Statements]:
    """What was written for each claim since the third course, and two of each label of the rest."""
    return [
        replace(
            row,
            made=(*_some(row.made[:_MADE_BEFORE], chance), *row.made[_MADE_BEFORE:]),
            contrary=(*_some(row.contrary[:_OTHERS_BEFORE], chance), *row.contrary[_OTHERS_BEFORE:]),
            neither=_some(row.neither, chance),
        )
        for row in known
    ]


def _some(texts: Sequence[str], chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(texts, min(_AGAIN, len(texts))))


def in_own_words(known: Iterable[Statements], chance: random.Random) -> list[Pair]:
    """Each claim as it is written, alone or beside another statement; and now and then denied."""
    rows = [row for row in known if _can_be_said(row)]
    siblings = _by_question(rows)
    return [pair for row in rows for pair in _own_words(row, siblings[row.question], chance)]


def _own_words(row: Statements, siblings: Sequence[Statements], chance: random.Random) -> Iterator[Pair]:
    said = chance.choice(_LEADS) + row.claim
    others = [other for other in siblings if other.point != row.point]
    if others and chance.random() < _IN_COMPANY:
        beside = chance.choice(chance.choice(others).made)
        said = f"{said} {beside}" if chance.random() < _IN_COMPANY else f"{beside} {said}"
    yield Pair(row.claim, said, "made")
    if chance.random() < _OWN_WORDS:
        yield Pair(row.claim, chance.choice(_DENIED).format(row.claim), "contrary")


def put_right(known: Iterable[Statements], chance: random.Random) -> list[Pair]:
    """Of each point a mistake and then the right thing, and the other way round: the last word counts."""
    pairs = []
    for row in known:
        right = row.claim if _can_be_said(row) and chance.random() < _OWN_WORDS else chance.choice(row.made)
        wrong = chance.choice(row.contrary)
        pairs.append(Pair(row.claim, _joined(chance.choice(_PUT_RIGHT), wrong, right), "made"))
        pairs.append(Pair(row.claim, _joined(chance.choice(_PUT_RIGHT), right, wrong), "contrary"))
    return pairs


def in_lists(known: Iterable[Statements], chance: random.Random) -> list[Pair]:
    """Three short statements of a question in one sentence, made or turned round, beside each claim of the three."""
    pairs = []
    for rows in _by_question(known).values():
        listed = chance.sample(list(rows), min(_LISTED, len(rows)))
        told = [_shortest(row, chance.choice(("made", "made", "contrary")), chance) for row in listed]
        if len(told) == _LISTED and all(len(text.split()) <= _MOST_LISTED_WORDS for _, text in told):
            first, second, third = (text.rstrip(".!?") for _, text in told)
            said = f"{first}, {second}, and {third}."
            pairs += [Pair(row.claim, said, label) for row, (label, _) in zip(listed, told, strict=True)]
    return pairs


def read_back(questions: Iterable[Question], chance: random.Random) -> list[Pair]:
    """Each question said back, which makes none of its points."""
    return [
        Pair(point.text, chance.choice(_READ_BACK).format(question.text), "neither")
        for question in questions
        for point in question.key_points
    ]


def model_answers(questions: Iterable[Question]) -> list[LabelledAnswer]:
    """The bank's own answers, which make every point."""
    return [
        LabelledAnswer(question.id, "good", question.model_answer, {point.id: "made" for point in question.key_points})
        for question in questions
        if question.model_answer
    ]


def _shortest(row: Statements, label: str, chance: random.Random) -> tuple[str, str]:
    """One of the two shortest statements of this label, and the label."""
    texts: tuple[str, ...] = row.made if label == "made" else row.contrary
    return label, chance.choice(sorted(texts, key=len)[:2])


def _joined(frame: str, first: str, second: str) -> str:
    """A sentence of its own keeps its full stop. Capitals do not matter: the network reads none."""
    return frame.format(first if frame.startswith("{0} ") else first.rstrip("."), second)


def _can_be_said(row: Statements) -> bool:
    return row.claim.split()[0] not in _ABOUT_THE_ANSWER.split()


def _by_question(known: Iterable[Statements]) -> dict[str, list[Statements]]:
    found: dict[str, list[Statements]] = defaultdict(list)
    for row in known:
        found[row.question].append(row)
    return found
