"""What the judge of content learns from, as pairs of a claim and something said, each with its label."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from question_bank.bank import Bank
from question_bank.models import Question
from tests.answers.labelled import (
    LabelledAnswer,
    RedFlagSentences,
    Statements,
    Style,
    labelled_answers,
    opposed_statements,
    red_flag_sentences,
    statements,
)
from tests.answers.parts import Part, is_development, part_of

LABELS: Final = ("made", "contrary", "neither")

_ENTAILMENT: Final = {"entailment": "made", "contradiction": "contrary", "neutral": "neither"}
_STUDENTS: Final = {"correct": "made", "contradictory": "contrary", "incorrect": "neither"}
_FIFTHS: Final = 5

_IN_COMPANY: Final = 0.15
_OF_SIBLINGS: Final = 2
_UNPUNCTUATED: Final = 0.25
_PUNCTUATION: Final = re.compile(r"[.,;:!?—–-]+(?=\s|$)")
_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+")
_LONGER: Final = 4
_ENOUGH_TOLD: Final = 0.3
_WORD: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """`said` makes `claim`, says its contrary, or neither."""

    claim: str
    said: str
    label: str


def students(folder: Path, *, kept: bool) -> list[Pair]:
    """Students' answers beside the reference answer; those to every fifth question are kept to measure on."""
    return [
        Pair(row["references"][0], row["answer"], _STUDENTS[row["label"]])
        for row in _read(folder / "student_answers.jsonl")
        if (_hash(row["question_id"]) % _FIFTHS == 0) is kept
    ]


def entailment(folder: Path, count: int, chance: random.Random) -> list[Pair]:
    """`count` public pairs of premise and hypothesis, a third of each label."""
    by_label: dict[str, list[Pair]] = defaultdict(list)
    for row in _read(folder / "entailment.jsonl"):
        label = _ENTAILMENT[row["label"]]
        by_label[label].append(Pair(row["hypothesis"], row["premise"], label))
    return [pair for label in LABELS for pair in chance.sample(by_label[label], count // len(LABELS))]


def own_statements(*, development: bool) -> list[Statements]:
    """The statements of the training part: those of the questions held back to choose by, or all others."""
    topics = _topics()
    return [
        row
        for row in statements()
        if part_of(row.question, topics[row.question]) is Part.TRAINING and is_development(row.question) is development
    ]


def own_opposed(style: Style, *, development: bool) -> list[Statements]:
    """The statements of one style with their contraries, of the training part, split as the others are."""
    return [row.as_statements() for row in opposed_statements(style) if is_development(row.question) is development]


def as_written(known: Iterable[Statements]) -> list[Pair]:
    """Every statement beside its claim."""
    return [Pair(row.claim, said, label) for row in known for label in LABELS for said in getattr(row, label)]


def as_spoken(known: Sequence[Statements], chance: random.Random, *, in_company: float = _IN_COMPANY) -> list[Pair]:
    """Statements as a judge meets them: beside another sentence, without punctuation, about another point."""
    by_question: dict[str, list[Statements]] = defaultdict(list)
    for row in known:
        by_question[row.question].append(row)
    pairs = [pair for row in known for pair in _pairs_of(row, by_question[row.question], known, chance, in_company)]
    return [_unpunctuated(pair) if chance.random() < _UNPUNCTUATED else pair for pair in pairs]


def _pairs_of(
    row: Statements,
    siblings: Sequence[Statements],
    everything: Sequence[Statements],
    chance: random.Random,
    in_company: float,
) -> Iterator[Pair]:
    others = [other for other in siblings if other.point != row.point]
    for pair in as_written([row]):
        beside = others and chance.random() < in_company
        yield replace(pair, said=_in_company(pair.said, chance.choice(others), chance)) if beside else pair
    for other in chance.sample(others, min(_OF_SIBLINGS, len(others))):
        yield Pair(row.claim, chance.choice(other.made + other.contrary), "neither")
    stranger = chance.choice(everything)
    if stranger.question != row.question:
        yield Pair(row.claim, chance.choice(stranger.made + stranger.contrary), "neither")


def _in_company(said: str, other: Statements, chance: random.Random) -> str:
    """The statement before or after one about another point, as in a window of two sentences."""
    beside = chance.choice(other.made + other.neither + other.contrary)
    return f"{beside} {said}" if chance.random() < 0.5 else f"{said} {beside}"


def _unpunctuated(pair: Pair) -> Pair:
    return replace(pair, said=_PUNCTUATION.sub("", pair.said).lower())


def own_questions(*, development: bool) -> list[Question]:
    """The questions of the training part, split as the statements are."""
    return [
        question
        for question in Bank.load().questions
        if part_of(question.id, question.topics) is Part.TRAINING and is_development(question.id) is development
    ]


def own_answers(*, development: bool) -> list[LabelledAnswer]:
    """The whole answers of the training part, split as the statements are."""
    topics = _topics()
    return [
        answer
        for answer in labelled_answers()
        if part_of(answer.question, topics[answer.question]) is Part.TRAINING
        and is_development(answer.question) is development
    ]


def own_red_flags(*, development: bool) -> list[RedFlagSentences]:
    """The red flags of the training part with their sentences, split as the statements are."""
    topics = _topics()
    return [
        row
        for row in red_flag_sentences()
        if part_of(row.question, topics[row.question]) is Part.TRAINING and is_development(row.question) is development
    ]


def red_flags(*, development: bool) -> list[Pair]:
    """Sentences that make the mistake of a red flag, and sentences that reject it, beside the red flag's text."""
    return [
        Pair(row.red_flag, said, label)
        for row in own_red_flags(development=development)
        for label, texts in (("made", row.commits), ("contrary", row.rejects))
        for said in texts
    ]


def nearest_but_not_made(answers: Iterable[LabelledAnswer]) -> list[Pair]:
    """Of each point that an answer leaves out, the two sentences with most words of its claim: they say neither."""
    return [
        Pair(claim, max(_windows(answer.text, 2), key=lambda window: _count_shared(window, claim)), "neither")
        for answer, claim, label in _labelled_claims(answers)
        if label == "not"
    ]


def nearest_and_told(answers: Iterable[LabelledAnswer]) -> list[Pair]:
    """Of each point that an answer makes or turns round, the sentence or two with most words of its claim, if enough.

    Where in an answer a point is made was not labelled: some of these pairs are wrong.
    """
    pairs = [
        Pair(claim, _nearest(answer.text, claim), label)
        for answer, claim, label in _labelled_claims(answers)
        if label in ("made", "contrary")
    ]
    return [pair for pair in pairs if _share_told(pair.said, pair.claim) >= _ENOUGH_TOLD]


def _labelled_claims(answers: Iterable[LabelledAnswer]) -> Iterator[tuple[LabelledAnswer, str, str]]:
    claims = {
        (question.id, point.id): point.text for question in Bank.load().questions for point in question.key_points
    }
    for answer in answers:
        for point, label in answer.labels.items():
            yield answer, claims[answer.question, point], label


def _windows(text: str, size: int) -> list[str]:
    """Every run of so many sentences."""
    sentences = _SENTENCE_END.split(text)
    return [" ".join(sentences[start : start + size]) for start in range(max(1, len(sentences) - size + 1))]


def _nearest(text: str, claim: str) -> str:
    """The sentence or two that tell most words of the claim; of those alike the shortest."""
    windows = _windows(text, 1) + _windows(text, 2)
    return max(windows, key=lambda window: (_share_told(window, claim), -len(window)))


def _count_shared(said: str, claim: str) -> int:
    return len(set(_WORD.findall(claim.lower())).intersection(_WORD.findall(said.lower())))


def _share_told(said: str, claim: str) -> float:
    """The share of the claim's longer words that was said."""
    words = {word for word in _WORD.findall(claim.lower()) if len(word) >= _LONGER}
    return len(words.intersection(_WORD.findall(said.lower()))) / max(1, len(words))


def counted(pairs: Iterable[Pair]) -> Mapping[str, int]:
    """How many pairs there are of each label."""
    return Counter(pair.label for pair in pairs)


def _topics() -> Mapping[str, Sequence[str]]:
    return {question.id: question.topics for question in Bank.load().questions}


def _hash(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def _read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
