"""Each tag is proposed for words that speak of it, and for none that only look alike."""

from __future__ import annotations

import pytest

from simulator.stories.tags import IMPACT, TAGS, proposed_tags, tags_of_text, tags_of_topics
from tests.simulator.stories.told import DISAGREEMENT, OUTAGE, SAVING, behavioural

SAID = {
    "failure": "It was a mistake, and the release failed.",
    "conflict": "My manager disagreed with me for weeks.",
    "leadership": "I led a group of four people.",
    "teamwork": "A colleague from sales sat with me.",
    "deadline": "The deadline was on Friday.",
    "ethics": "It seemed unfair to older patients.",
    "impact": "That cut the bill by 30 percent.",
    "learning": "I learned to ask sooner.",
    "customer": "The customer called every morning.",
    "initiative": "Nobody had asked me to do it.",
    "persuasion": "In the end I convinced the board.",
    "ambiguity": "The requirements were unclear and kept changing.",
}
ALIKE = {
    "failure": ("We planned for fail over to a second region.", "Nothing failed that day."),
    "conflict": (
        "I resolved a merge conflict.",
        "There was no conflict at all.",
        "Our annotators disagree on sarcasm.",
    ),
    "leadership": ("That change led to fewer calls.", "It led a user astray.", "I managed to restart it."),
    "teamwork": ("The two features work well.", "I put it together."),
    "deadline": ("It is based on time series.", "The overnight job copies the table."),
    "ethics": ("We took the harmonic mean.", "It was a fair price."),
    "impact": ("I waited for 3 weeks.", "We saved the file.", "It took 2 days. Then we dropped it."),
    "learning": ("I used machine learning.", "The weights are learned from data.", "The learning rate was too high."),
    "customer": ("I built a customer churn model.", "The bug was on the client side."),
    "initiative": ("They asked me to propose a plan.",),
    "persuasion": ("I used an influence function.", "I was not convinced."),
    "ambiguity": ("The plan was clear from the start.",),
}


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_is_found_in_words_that_speak_of_it(tag: str) -> None:
    assert tag in tags_of_text(SAID[tag])


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag in TAGS for text in ALIKE[tag]])
def test_a_tag_is_not_found_in_words_that_only_look_alike(tag: str, text: str) -> None:
    assert tag not in tags_of_text(text)


def test_what_is_spoken_of_most_comes_first() -> None:
    assert tags_of_text(OUTAGE)[0] == "failure"
    assert set(tags_of_text(DISAGREEMENT)) == {"conflict", "teamwork"}
    assert set(tags_of_text(SAVING)) == {"initiative", IMPACT}


def test_topics_come_before_words_and_each_tag_once() -> None:
    question = behavioural("What went wrong?", "you.limits", "you.failure", "ml.ranking")
    assert tags_of_topics(question.topics) == ("learning", "failure")
    assert proposed_tags(question, DISAGREEMENT) == ("learning", "failure", "conflict", "teamwork")


def test_topics_of_the_trade_and_plain_words_give_no_tags() -> None:
    assert tags_of_topics(("ml.ranking", "you.salary", "own.kaggle")) == ()
    assert tags_of_text("") == ()
    assert tags_of_text("I drew a picture of the sales in twelve regions.") == ()
