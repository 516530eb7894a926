"""A question as one writes it in a form: text in fields, and what the loader says of each. No widgets, no files here.

What a writer need not think about is made: ids from the words, cues from a key point's own words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from question_bank.coverage import OWN_PREFIX, WANTED, is_known_topic
from question_bank.exchange.defaults import cues_from
from question_bank.exchange.line_syntax import COMMA_IN_NUMBER
from question_bank.exchange.naming import free_id, made_id, slug
from question_bank.exchange.pack_writing import written_times
from question_bank.labels import topic_label
from question_bank.loader import BrokenPack, Problem, read_pack
from question_bank.models import TARGET_TIMES, FollowUp, FollowUpTrigger, KeyPoint, Kind, Question, Role, Round
from question_bank.yaml_tree import Value, YamlTree

Field = tuple[str | int, ...]
"""A field of the form: ("text",), ("key_points", 2, "cues")."""

TIMES: Final = ("min_s", "target_s", "max_s")
_NEEDED: Final = "This field is required."
_NONE_CHOSEN: Final = "Choose at least one."
_EMPTY: Final = re.compile(r"expected (?:text|a list) of length >= 1\.|“.*” is missing\.")
_CHOSEN: Final = frozenset({"roles", "rounds"})
_BETWEEN_COMMAS: Final = re.compile(rf"(?:[^,]|{COMMA_IN_NUMBER})+")


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """A key point; cues are separated by commas, or by semicolons. Without `id` it gets one from its text."""

    text: str = ""
    cues: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class DraftFlag:
    """A red flag; its cues are separated as those of a key point, and may be missing."""

    text: str = ""
    cues: str = ""


@dataclass(frozen=True, slots=True)
class DraftFollowUp:
    """A follow-up about the key point at `point` (from 0), or about `term` when that is what calls it."""

    text: str = ""
    when: FollowUpTrigger = FollowUpTrigger.MISSED
    point: int = 0
    term: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """All fields of the form; topics are separated by commas, the shelf by lines, times as typed."""

    text: str = ""
    code: str = ""
    kind: Kind = Kind.SHORT
    level: int = 2
    roles: tuple[Role, ...] = tuple(Role)
    rounds: tuple[Round, ...] = (Round.TECHNICAL_SCREENING,)
    topics: str = ""
    key_points: tuple[DraftPoint, ...] = ()
    model_answer: str = ""
    follow_ups: tuple[DraftFollowUp, ...] = ()
    red_flags: tuple[DraftFlag, ...] = ()
    shelf: str = ""
    times: tuple[str, str, str] = ("", "", "")
    id: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with what the loader says: the question, or a sentence for each field that is not right."""

    question: Question | None
    faults: Mapping[Field, str]


def draft_of(question: Question, *, is_copy: bool = False) -> Draft:
    """The form filled with a question; a copy gets an id of its own."""
    times = written_times(question)
    places = {point.id: index for index, point in enumerate(question.key_points)}
    return Draft(
        text=question.text,
        code=question.code or "",
        kind=question.kind,
        level=question.level,
        roles=question.roles,
        rounds=question.rounds,
        topics=", ".join(map(topic_words, question.topics)),
        key_points=tuple(_draft_point(point) for point in question.key_points),
        model_answer=question.model_answer,
        follow_ups=tuple(_draft_follow_up(asked, places) for asked in question.follow_ups),
        red_flags=tuple(DraftFlag(flag.text, _cues_as_typed(flag.cues)) for flag in question.red_flags),
        shelf="\n".join(question.shelf),
        times=(_figure(times, "min_s"), _figure(times, "target_s"), _figure(times, "max_s")),
        id="" if is_copy else question.id,
    )


def check(draft: Draft, pack: str, taken: Collection[str] = ()) -> Checked:
    """What the loader makes of a draft in the pack of this name; an id among `taken` is a fault."""
    fields = _fields(draft, pack, taken)
    tree = YamlTree({"title": pack, "source": pack, "questions": [fields]}, {})
    read = read_pack(Path(pack), tree, pack)
    if isinstance(read, BrokenPack):
        return Checked(None, _faults(read.problems))
    (question,) = read.questions
    if question.id in taken:
        return Checked(None, {("id",): "Another question already has this id."})
    return Checked(question, {})


def topic_words(topic: str) -> str:
    """How a topic is written in the form: by its name, or for one's own by its id."""
    name = topic_label(topic)
    return topic if topic.startswith(OWN_PREFIX) or "," in name else name


def topic_of(words: str) -> str:
    """The topic that was written: a known one by name or id, else one of the writer's own."""
    plain = " ".join(words.split())
    if is_known_topic(plain):
        return plain
    return _BY_NAME.get(plain.lower()) or (OWN_PREFIX + own if (own := slug(plain)) else plain)


def _fields(draft: Draft, pack: str, taken: Collection[str]) -> dict[str, Value]:
    points = _with_ids(draft.key_points)
    fields: dict[str, Value] = {
        "id": draft.id.strip() or _free_id(draft.text, pack, taken),
        "kind": str(draft.kind),
        "level": str(draft.level),
        "text": draft.text.strip(),
        "roles": [role.removeprefix("role.") for role in draft.roles],
        "rounds": [round_.removeprefix("round.") for round_ in draft.rounds],
        "topics": [topic_of(words) for words in draft.topics.split(",") if words.strip()] or [OWN_PREFIX + pack],
        "key_points": [*points],
        "model_answer": draft.model_answer.strip(),
        "times": {name: typed.strip() for name, typed in zip(TIMES, draft.times, strict=True) if typed.strip()},
        "follow_ups": [_follow_up(asked, points) for asked in draft.follow_ups],
        "red_flags": [_red_flag(flag) for flag in draft.red_flags],
        "shelf": _lines(draft.shelf),
    }
    return fields | ({"code": draft.code} if draft.code.strip() else {})


def _with_ids(points: tuple[DraftPoint, ...]) -> list[dict[str, Value]]:
    taken = {point.id for point in points if point.id}
    written: list[dict[str, Value]] = []
    for number, point in enumerate(points, 1):
        name = point.id or free_id(slug(point.text, 40) or f"point-{number}", taken)
        found: list[Value] = [*(_typed_cues(point.cues) or cues_from(point.text))]
        written.append({"id": name, "text": point.text.strip(), "cues": found})
    return written


def _typed_cues(typed: str) -> list[str]:
    cues = typed.split(";") if ";" in typed else _BETWEEN_COMMAS.findall(typed)
    return [cue.strip() for cue in cues if cue.strip()]


def _red_flag(flag: DraftFlag) -> Value:
    """None of its cues is made: a word of the flag alone is no proof of it."""
    cues: list[Value] = [*_typed_cues(flag.cues)]
    return {"text": flag.text.strip(), "cues": cues} if cues else flag.text.strip()


def _follow_up(asked: DraftFollowUp, points: list[dict[str, Value]]) -> Value:
    about: Value = asked.term.strip()
    if asked.when is not FollowUpTrigger.TERM:
        about = points[asked.point]["id"] if 0 <= asked.point < len(points) else ""
    return {"text": asked.text.strip(), "when": str(asked.when), "about": about}


def _free_id(text: str, pack: str, taken: Collection[str]) -> str:
    return free_id(made_id(text.strip() or "new", slug(pack)), set(taken))


def _lines(text: str) -> list[Value]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _faults(problems: tuple[Problem, ...]) -> dict[Field, str]:
    """The first sentence for each field, in the form's words."""
    faults: dict[Field, str] = {}
    for problem in problems:
        field = problem.place[2:]
        faults.setdefault(field, _in_words(field, problem.sentence))
    return faults


def _in_words(field: Field, sentence: str) -> str:
    if _EMPTY.fullmatch(sentence):
        return _NONE_CHOSEN if field[:1] and field[0] in _CHOSEN else _NEEDED
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _draft_point(point: KeyPoint) -> DraftPoint:
    return DraftPoint(point.text, _cues_as_typed(point.cues), point.id)


def _cues_as_typed(cues: tuple[str, ...]) -> str:
    return ("; " if any("," in cue for cue in cues) else ", ").join(cues)


def _draft_follow_up(asked: FollowUp, places: Mapping[str, int]) -> DraftFollowUp:
    if asked.when is FollowUpTrigger.TERM:
        return DraftFollowUp(asked.text, asked.when, 0, asked.about)
    return DraftFollowUp(asked.text, asked.when, places[asked.about])


def _figure(times: Mapping[str, float], name: str) -> str:
    return f"{times[name]:g}" if name in times else ""


def usual_times(kind: Kind) -> tuple[str, str, str]:
    """The times of a kind, as one would type them."""
    times = TARGET_TIMES[kind]
    return f"{times.min_s:g}", f"{times.target_s:g}", f"{times.max_s:g}"


_BY_NAME: Final = {topic_label(topic).lower(): topic for topic in WANTED}
