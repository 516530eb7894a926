"""What is asked about a technique of the user's: what goes on inside, why that one, what would break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from question_bank.labels import topic_label
from question_bank.models import Question
from simulator.own_work.own_work import Project
from simulator.own_work.question_making import id_of, is_said
from simulator.own_work.technique_catalogue import Sort, Technique, technique_named
from simulator.own_work.technique_templates import BREAKS, CHOICE, WORKS
from simulator.own_work.techniques import techniques_of_line

_FROM_BANK: Final = 2
"""Questions of the bank for one technique. Our own: with "why that one" and "what would break" four in all."""

_MOST_TO_READ: Final = 2


def technique_questions(
    name: str, projects: Sequence[Project] = (), bank: Iterable[Question] = ()
) -> tuple[Question, ...]:
    """Everything asked about one technique: the bank's own questions on it where there are any, then why and when not.

    A project that names it lends the second question its own name.
    """
    technique = technique_named(name)
    id_ = f"technique.{id_of(technique.name)}"
    known = tuple(bank)
    own = _of_bank(technique, known)
    topics = (technique.topic,)
    works = () if own else (WORKS[technique.sort].about(technique.name, id_, topics=topics),)
    is_task = technique.sort is Sort.TASK  # it is no choice of its own: a model for it is
    why = CHOICE.about("a model" if is_task else technique.name, id_, text=_why(technique, projects), topics=topics)
    breaks = BREAKS.about("the model" if is_task else technique.name, id_, text=_breaks(technique), topics=topics)
    shelf = _shelf(technique, known)
    return (*own, *(replace(question, shelf=shelf) for question in (*works, why, breaks)))


def _shelf(technique: Technique, bank: Iterable[Question]) -> tuple[str, ...]:
    """What most of the bank's questions of the same topic tell one to read."""
    listed = Counter(entry for question in bank if technique.topic in question.topics for entry in question.shelf)
    return tuple(entry for entry, _ in listed.most_common(_MOST_TO_READ))


def _why(technique: Technique, projects: Sequence[Project]) -> str:
    used_in = (one for one in projects if technique.name in one.techniques and not is_said(technique.name, one.name))
    project = next(used_in, None)
    if technique.sort is Sort.TASK:
        where = f"For “{project.name}”" if project else "Take a case in which"
        return f"{where} you worked on {technique.name}. Why a model of your own, and not {technique.alternative}?"
    if project is not None:
        opening = f"For “{project.name}” you used {technique.name}."
    elif technique.sort is Sort.LANGUAGE:
        opening = f"Take something that you wrote in {technique.name}."
    else:
        opening = f"Take a case in which you used {technique.name}."
    return f"{opening} Why that, and not {technique.alternative or 'the obvious alternative'}?"


def _breaks(technique: Technique) -> str | None:
    if technique.sort is not Sort.TASK:
        return None
    return f"What goes wrong in {technique.name} once it is in use, and how would you notice?"


def _of_bank(technique: Technique, bank: Iterable[Question]) -> tuple[Question, ...]:
    """The bank's questions on this very technique: those that name it, the deepest first, then those of its topic."""
    topic = technique.topic if _is_topic_of(technique) else None
    fitting = [(_names(question, technique), question) for question in bank]
    on_it = [(names, question) for names, question in fitting if names or topic in question.topics]
    ordered = sorted(on_it, key=lambda entry: (not entry[0], -entry[1].level, entry[1].id))
    return tuple(question for _, question in ordered[:_FROM_BANK])


def _names(question: Question, technique: Technique) -> bool:
    is_use = technique.topic.startswith("case.")  # "a churn model" in a question on something else
    return not is_use and technique in _named_in(question.text)


@lru_cache(maxsize=4096)
def _named_in(asked: str) -> tuple[Technique, ...]:
    """Kept for the bank's questions alone, never for the user's text."""
    return techniques_of_line(asked)


@cache
def _is_topic_of(technique: Technique) -> bool:
    """Whether the bank's topic is this technique and nothing wider: "K-means", not "Ensembles" for XGBoost."""
    return bool(technique.topic) and technique_named(topic_label(technique.topic)) == technique
