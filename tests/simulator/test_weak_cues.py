"""A cue is weak where it would be hit without the point being made; the bank that comes with the program has none."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from question_bank.bank import Bank
from question_bank.models import KeyPoint, Question
from simulator.analysis.key_points.cue_hits import cue_hits
from simulator.analysis.key_points.cues import Cue
from simulator.analysis.utterance import Utterance
from simulator.weak_cues import ModelAnswers, weak_cues

LEAST_GOOD_CUES = 3


@cache
def bank() -> tuple[Question, ...]:
    return Bank.load().questions


def asking(cue: str, *, answer: str = "The one in the middle.") -> Question:
    point = KeyPoint("middle", "The value in the middle.", (cue,))
    return replace(bank()[0], id=f"own.{cue}", text="What is a median?", key_points=(point,), model_answer=answer)


def sentences(question: Question, others: list[Question]) -> list[str]:
    return [weak.sentence for weak in weak_cues([question], [question, *others])]


def test_the_cues_of_the_bank_prove_something() -> None:
    assert [(weak.question.id, weak.point.id, weak.sentence) for weak in weak_cues(bank(), bank())] == []


def test_every_point_of_the_bank_has_several_cues() -> None:
    few = [
        (question.id, point.id)
        for question in bank()
        for point in question.key_points
        if len({Cue.of(cue).stems for cue in point.cues}) < LEAST_GOOD_CUES
    ]
    assert few == []


def test_what_the_question_says_is_weak() -> None:
    (sentence,) = sentences(asking("medians"), [])
    assert sentence.startswith("“medians” is in the question itself")
    assert sentences(asking("middle value"), []) == []


@pytest.mark.parametrize("cue", ["ten", "10", "6.0", "zero"])
def test_a_small_number_is_weak_however_it_is_written(cue: str) -> None:
    (sentence,) = sentences(asking(cue), [])
    assert sentence == f"“{cue}” on its own is too common; add a word to it, as in “7 days”."


@pytest.mark.parametrize("cue", ["seven days", "11", "ten thousand", "0.5", "one in ten", "six zero six"])
def test_a_number_that_says_something_is_not_weak(cue: str) -> None:
    assert sentences(asking(cue), []) == []


def test_what_a_fifth_of_the_other_answers_say_is_weak() -> None:
    telling = [asking(f"a{number}", answer="Half of the values lie below.") for number in range(5)]
    silent = [asking(f"b{number}") for number in range(15)]
    (sentence,) = sentences(asking("half the values"), telling + silent)
    assert sentence.startswith("“half the values” is in 5 of 20 answers to other questions")
    assert sentences(asking("half the values"), [*telling, *silent, *(asking(f"c{n}") for n in range(10))]) == []


def test_a_handful_of_other_answers_says_nothing() -> None:
    assert sentences(asking("half"), [asking(f"a{number}", answer="Half of them.") for number in range(9)]) == []


def test_answers_are_looked_up_by_what_they_say() -> None:
    questions = [asking("one", answer="We penalise large weights."), asking("two", answer="Nothing of the kind.")]
    answers = ModelAnswers(questions)
    assert answers.saying(Cue.of("large weight"), asking("three")) == 1
    assert answers.saying(Cue.of("large weight"), questions[0]) == 0


@pytest.mark.parametrize(
    ("question", "point", "sentence"),
    [
        ("nlp.language-models.grounded-answers", "security", "That is the right one."),
        ("nlp.language-models.grounded-answers", "wrong-passage", "Half of the labels were missing."),
        ("you.business-sense.explain-to-the-board", "limit", "Half of the labels were missing."),
        ("ml.reinforcement-learning.bandit", "test", "The last column holds the date."),
        ("cv.detection-history.without-anchors", "free", "My point is a different one."),
        ("prog.visualisation.misleading-bars", "points", "That is a good point."),
        ("nlp.sentiment.naive-bayes", "count", "We counted the days until the holidays."),
        ("ml.dimensionality-reduction.reading-a-map", "dense", "It depends on the size of the company."),
        ("nlp.pipeline.stop-words", "punct", "The price of the flat rose last year."),
        ("nlp.pipeline.stop-words", "useful", "I searched for it all afternoon."),
        ("nlp.language-models.perplexity", "use", "I have used it, and it was helpful."),
        ("nlp.language-models.perplexity", "lower", "The costs were lower in spring."),
        ("nlp.pipeline.byte-pairs", "stop", "We waited until the evening."),
        ("nlp.pipeline.byte-pairs", "notice", "There was no space left in the office."),
        ("nlp.evaluation.named-entities", "span", "That type of work suits me."),
        ("cv.segmentation.u-net", "skip", "We lost a week that way."),
        ("de.kafka.growing-lag", "retention", "We lost a week that way."),
        ("dl.transformers.key-value-cache", "why", "We kept the meetings short."),
        ("ml.linear-regression.twins", "sum", "We sat together for an hour."),
        ("prog.concurrency.asyncio", "together", "We sat together for an hour."),
        ("ml.decision-trees.read-to-a-customer", "steps", "The next step is to talk to the team."),
        ("found.precision-recall.average-precision", "average", "The next step is to talk to the team."),
        ("nlp.sentiment.hotel-reviews", "output", "Take the weather, for example."),
        ("dl.toolkits.which-for-what", "honest", "I used it once."),
        ("dl.toolkits.which-for-what", "torch", "Our customers were happy with it."),
        ("prog.python-decorators.what-is-it", "when", "I used it once."),
        ("prog.complexity.hidden-loop", "set", "I only tried it once."),
        ("de.warehouse-lake.which-one", "users", "The training took two days."),
        ("prog.sql.filter-after-outer-join", "count", "There were zero complaints."),
        ("prog.python-iteration.protocol", "next", "Next, I would talk to the team."),
        ("prog.data-structures.two-sum", "set", "We set a deadline."),
        ("you.state-of-the-art.worth-trying", "worth", "The values in that column are missing."),
        ("you.state-of-the-art.your-last-task", "differ", "That is a different story."),
        ("you.beyond-the-task.left-better", "effect", "I come from the north."),
        ("you.beyond-the-task.left-better", "room", "It is somewhere between the two."),
        ("ml.types.name-the-task", "sales", "I would have to look up a number."),
    ],
)
def test_an_everyday_word_makes_no_point(question: str, point: str, sentence: str) -> None:
    asked = next(each for each in bank() if each.id == question)
    assert point in {each.id for each in asked.key_points}
    assert point not in cue_hits(Utterance.typed(sentence), asked.key_points, asked.text)
