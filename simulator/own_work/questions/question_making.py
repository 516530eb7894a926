"""How a question made from the user's own text is put together; what it asks is in `project_questions` and its kin."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from textwrap import dedent
from typing import Final

from question_bank.exchange.naming import slug
from question_bank.models import TARGET_TIMES, FollowUp, FollowUpTrigger, KeyPoint, Kind, Question, RedFlag, Role, Round
from simulator.own_work.cv.technique_catalogue import Technique
from simulator.own_work.cv.techniques import hits_of

PACK: Final = "background"
"""The pack that these questions say they are of; no file of this name is read."""

_SINGULAR_OR_PLURAL: Final = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_ENTRY_START: Final = re.compile(r"\n(?=\S)")

EXPERIENCE_ROUNDS: Final = (Round.INITIAL_SCREENING, Round.TECHNICAL_SCREENING, Round.PROJECT_PRESENTATION)


@dataclass(frozen=True, slots=True)
class Template:
    """A question but for the user's own words: `{}` in its texts is what it is about, `{is|are}` agrees with it.

    `points` are lines "id: what a good answer says", each with its cues below, indented and divided by " / ".
    `asks_on` are what to ask when a point was made ("+id") or missed ("-id").
    """

    part: str
    text: str
    kind: Kind
    level: int
    rounds: tuple[Round, ...]
    topics: tuple[str, ...]
    points: str
    model_answer: str
    asks_on: tuple[tuple[str, str], ...] = ()
    red_flags: tuple[str, ...] = ()

    def about(
        self, subject: str, id_: str, *, text: str | None = None, topics: Iterable[str] = (), is_plural: bool = False
    ) -> Question:
        """The question about `subject`; `text` stands for the template's own, `topics` come behind its own."""

        def filled(written: str) -> str:
            return _filled(written, subject, is_plural=is_plural)

        return Question(
            id=f"{PACK}.{id_}.{self.part}",
            pack=PACK,
            kind=self.kind,
            level=self.level,
            text=text or filled(self.text),
            roles=tuple(Role),
            rounds=self.rounds,
            topics=tuple(dict.fromkeys((*self.topics, *(topic for topic in topics if topic)))),
            key_points=tuple(_points(filled(dedent(self.points).strip()))),
            model_answer=filled(" ".join(self.model_answer.split())),
            times=TARGET_TIMES[self.kind],
            follow_ups=tuple(_follow_up(about, filled(asked)) for about, asked in self.asks_on),
            red_flags=tuple(RedFlag(filled(flag)) for flag in self.red_flags),
        )


def id_of(name: str) -> str:
    """A part of an id that depends on the name alone, whatever its letters: "xgboost-3f2a".

    The figures keep apart names that have the same Latin letters, such as "C", "C++" and "C#".
    """
    digest = hashlib.sha256(name.casefold().encode()).hexdigest()[:6]
    return "-".join(part for part in (slug(name, max_chars=40), digest) if part)


def with_first_point(question: Question, point: KeyPoint) -> Question:
    """The question with one more thing that a good answer says, before the others."""
    return replace(question, key_points=(point, *question.key_points))


def is_said(technique: Technique, project_name: str) -> bool:
    """Whether a project's own name says the technique: "For the churn model you used churn prediction" says nothing."""
    if any(hit.technique == technique for hit in hits_of(project_name)):
        return True
    first = technique.name.removeprefix("the ").split()[0]
    return re.search(rf"(?<!\w){re.escape(first)}(?!\w)", project_name, re.IGNORECASE) is not None


def _points(written: str) -> Iterator[KeyPoint]:
    for entry in _ENTRY_START.split(written):
        head, _, cues = entry.partition("\n")
        id_, _, says = head.partition(": ")
        yield KeyPoint(id_, says, tuple(" ".join(cues.split()).split(" / ")))


def _filled(text: str, subject: str, *, is_plural: bool) -> str:
    """Not `format`: the user's words may hold braces."""
    return _SINGULAR_OR_PLURAL.sub(r"\2" if is_plural else r"\1", text).replace("{}", subject)


def _follow_up(about: str, text: str) -> FollowUp:
    when = FollowUpTrigger.COVERED if about.startswith("+") else FollowUpTrigger.MISSED
    return FollowUp(text, when, about[1:])
