"""What is asked about a technique of the user's: what goes on inside, why that one, what would break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from question_bank.labels import topic_label
from question_bank.models import Question
from simulator.own_work.cv.project import Project
from simulator.own_work.cv.technique_catalogue import Sort, Technique, technique_named
from simulator.own_work.cv.techniques import techniques_of_line
from simulator.own_work.questions.question_making import id_of, is_said
from simulator.own_work.questions.technique_templates import BREAKS, CHOICE, PITFALLS, WORKS

_FROM_BANK: Final = 2
"""Questions of the bank for one technique. Our own: with "why that one" and "what would break" four in all."""

_MOST_TO_READ: Final = 2
_IN_EVERY_QUESTION: Final = frozenset({"neural networks"})
"""What questions on other things name in passing."""
_GOES_WRONG: Final = "What goes wrong in {} once a model is in use, and how would you notice?"


def technique_questions(
    name: str, projects: Sequence[Project] = (), bank: Iterable[Question] = ()
) -> tuple[Question, ...]:
    """Everything asked about one technique: the bank's own questions on it where there are any, then why and when not.

    A project that names it lends the second question its own name.
    """
    technique = technique_named(name)
    known = tuple(bank)
    own = _of_bank(technique, known)
    shelf = _shelf(technique, known)
    made = _made(technique, projects, has_own=bool(own))
    return (*own, *(replace(question, shelf=shelf) for question in made))


def _made(technique: Technique, projects: Sequence[Project], *, has_own: bool) -> Iterator[Question]:
    """What goes on inside, unless the bank `has_own` questions, and then why, and when not."""
    id_, topics = f"technique.{id_of(technique.name)}", (technique.topic,)
    name, is_plural = technique.name, technique.is_plural
    if not has_own:
        yield WORKS[technique.sort].about(name, id_, topics=topics, is_plural=is_plural)
    if technique.sort is Sort.TASK:  # it is no choice of its own: a model for it is
        yield CHOICE.about("a model", id_, text=_why_a_model(technique, projects), topics=topics)
        yield BREAKS.about("the model", id_, text=_GOES_WRONG.replace("{}", name), topics=topics)
    elif not technique.is_choice:
        yield PITFALLS.about(name, id_, topics=topics, is_plural=is_plural)
    else:
        yield CHOICE.about(name, id_, text=_why(technique, projects), topics=topics, is_plural=is_plural)
        yield BREAKS.about(name, id_, topics=topics, is_plural=is_plural)


def _shelf(technique: Technique, bank: Iterable[Question]) -> tuple[str, ...]:
    """What most of the bank's questions of the same topic tell one to read."""
    listed = Counter(entry for question in bank if technique.topic in question.topics for entry in question.shelf)
    return tuple(entry for entry, _ in listed.most_common(_MOST_TO_READ))


def _why(technique: Technique, projects: Sequence[Project]) -> str:
    alternative = technique.alternative or "the obvious alternative"
    used_in = _used_in(technique, projects)
    if used_in is None:
        case = "something that you wrote in" if technique.sort is Sort.LANGUAGE else "a case in which you used"
        opening = f"Take {case} {technique.name}."
    elif is_said(technique, used_in.name):
        return f"For “{used_in.name}”, why {technique.name}, and not {alternative}?"
    else:
        opening = f"For “{used_in.name}” you used {technique.name}."
    return f"{opening} Why {'those' if technique.is_plural else 'that'}, and not {alternative}?"


def _why_a_model(technique: Technique, projects: Sequence[Project]) -> str:
    used_in = _used_in(technique, projects)
    is_new = used_in is not None and not is_said(technique, used_in.name)
    where = f"For “{used_in.name}”" if used_in is not None and is_new else "Take a case in which"
    return f"{where} you worked on {technique.name}. Why a model of your own, and not {technique.alternative}?"


def _used_in(technique: Technique, projects: Sequence[Project]) -> Project | None:
    """A project of theirs with this technique, at best one that does not say so in its name."""
    using = [one for one in projects if technique.name in one.techniques]
    return min(using, key=lambda one: is_said(technique, one.name), default=None)


def _of_bank(technique: Technique, bank: Iterable[Question]) -> tuple[Question, ...]:
    """The bank's questions on this very technique: those that name it, the deepest first, then those of its topic."""
    topic = technique.topic if _is_topic_of(technique) else None
    fitting = [(_names(question, technique), question) for question in bank]
    on_it = [(names, question) for names, question in fitting if names or topic in question.topics[:1]]
    ordered = sorted(on_it, key=lambda entry: (not entry[0], -entry[1].level, entry[1].id))
    return tuple(question for _, question in ordered[:_FROM_BANK])


def _names(question: Question, technique: Technique) -> bool:
    """Whether it is on this technique, and does not only mention it: named first, or nearest to its own topic."""
    is_use = technique.topic.startswith("case.")  # "a churn model" in a question on something else
    if is_use or technique.name in _IN_EVERY_QUESTION:
        return False
    named = _named_in(question.text)
    is_its_topic = bool(question.topics) and question.topics[0] == technique.topic
    return technique in named and (named[0] == technique or is_its_topic)


@lru_cache(maxsize=4096)
def _named_in(asked: str) -> tuple[Technique, ...]:
    """Kept for the bank's questions alone, never for the user's text."""
    return techniques_of_line(asked)


@cache
def _is_topic_of(technique: Technique) -> bool:
    """Whether the bank's topic is this technique and nothing wider: "K-means", not "Ensembles" for XGBoost."""
    return bool(technique.topic) and technique_named(topic_label(technique.topic)) == technique
