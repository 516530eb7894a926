"""Stories and questions as people would tell and ask them."""

from __future__ import annotations

from dataclasses import replace

from question_bank.models import Kind, Question, Round
from simulator.stories.story import Story, StoryId
from tests.simulator.store.builders import NOON, a_question

OUTAGE = (
    "Two years ago I broke production on a Friday. I had renamed a column, and the nightly report failed for all "
    "shops. I rolled back within the hour, told everybody that it was my fault, and wrote a check that now runs first."
)
DISAGREEMENT = (
    "A colleague and I disagreed about the database. He wanted a graph store, I wanted plain tables. "
    "We wrote down what each of us feared, measured both for a day, and took the tables."
)
SAVING = "I noticed that half of our jobs ran twice, so I proposed to merge them. The bill fell by 40 percent."


def behavioural(text: str, *topics: str, kind: Kind = Kind.STORY) -> Question:
    return replace(a_question("asked", text, kind), topics=topics, rounds=(Round.BEHAVIOURAL,))


def a_story(number: int, text: str, *tags: str, title: str = "") -> Story:
    return Story(StoryId(number), title or f"Story {number}", text, tags, NOON)
