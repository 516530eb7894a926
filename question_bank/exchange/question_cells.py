"""A question as named cells of text, for forms that know nothing deeper: the columns of a table, settings in prose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from question_bank.exchange.line_syntax import (
    escape,
    join_entries,
    join_fields,
    split_entries,
    split_fields,
    unescape,
)  # fmt: skip
from question_bank.exchange.pack_writing import role_names, round_names, written_times
from question_bank.models import FollowUp, KeyPoint, Question, RedFlag
from question_bank.yaml_tree import Value

_LEVEL_WORDS: Final = {
    "very easy": "1", "beginner": "1", "entry": "1", "easy": "2", "basic": "2", "junior": "2", "low": "2",
    "medium": "3", "moderate": "3", "normal": "3", "intermediate": "3", "mid": "3", "average": "3",
    "hard": "4", "difficult": "4", "advanced": "4", "senior": "4", "high": "4", "very hard": "5", "expert": "5",
}  # fmt: skip
TIMES: Final = ("min_s", "target_s", "max_s")
COLUMNS: Final = (
    "id", "kind", "level", "text", "roles", "rounds", "topics", "key_points", "model_answer", "code", *TIMES,
    "follow_ups", "red_flags", "shelf",
)  # fmt: skip


def cells_of(question: Question) -> dict[str, str]:
    """The cell of every column; empty where the question has nothing."""
    times = written_times(question)
    return {
        "id": question.id,
        "kind": str(question.kind),
        "level": str(question.level),
        "text": question.text,
        "roles": join_entries(role_names(question)),
        "rounds": join_entries(round_names(question)),
        "topics": join_entries(question.topics),
        "key_points": "\n".join(map(key_point_line, question.key_points)),
        "model_answer": question.model_answer,
        "code": question.code or "",
        **{name: str(times.get(name, "")) for name in TIMES},
        "follow_ups": "\n".join(map(follow_up_line, question.follow_ups)),
        "red_flags": "\n".join(map(red_flag_line, question.red_flags)),
        "shelf": "\n".join(question.shelf),
    }


def fields_of(cells: Mapping[str, str]) -> dict[str, Value]:
    """The keys of a pack's question; empty cells give none, cells without a known column stay as they are."""
    fields: dict[str, Value] = {}
    times: dict[str, Value] = {}
    for name, cell in cells.items():
        if not cell.strip():
            continue
        if name in TIMES:
            times[name] = cell.strip()
        else:
            fields[name] = _READ.get(name, str.strip)(cell)
    return fields | ({"times": times} if times else {})


def level_of(cell: str) -> str:
    """The level that is meant by a word such as “Easy”; anything else stays, for the check of the pack to judge."""
    return _LEVEL_WORDS.get(" ".join(cell.lower().split()), cell.strip())


def key_point_line(point: KeyPoint) -> str:
    """`text :: cue; cue :: id`."""
    return join_fields((escape(point.text), join_entries(point.cues), point.id))


def key_point_of(line: str) -> Value:
    """The other way round; cues and id may be missing."""
    text, *more = split_fields(line)
    point: dict[str, Value] = {"text": unescape(text)}
    if more and (cues := split_entries(more[0])):
        point["cues"] = _as_values(cues)
    if len(more) > 1:
        point["id"] = " ".join(map(unescape, more[1:]))
    return point


def follow_up_line(asked: FollowUp) -> str:
    """`text :: when :: about`."""
    return join_fields((escape(asked.text), str(asked.when), escape(asked.about)))


def follow_up_of(line: str) -> Value:
    """The other way round; a part that is missing is left for the check of the pack to name."""
    return dict(zip(("text", "when", "about"), map(unescape, split_fields(line)), strict=False))


def red_flag_line(flag: RedFlag) -> str:
    """`text :: cue; cue`, or the text alone."""
    return join_fields((escape(flag.text), *([join_entries(flag.cues)] if flag.cues else ())))


def red_flag_of(line: str) -> Value:
    """The other way round; all that stands behind "::" is cues."""
    text, *more = split_fields(line)
    cues = [cue for field in more for cue in split_entries(field)]
    return {"text": unescape(text), "cues": _as_values(cues)} if cues else unescape(text)


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.splitlines() if line.strip()]


def _as_values(texts: list[str]) -> Value:
    return [*texts]


_READ: Final[dict[str, Callable[[str], Value]]] = {
    "level": level_of,
    "roles": lambda cell: _as_values(split_entries(cell)),
    "rounds": lambda cell: _as_values(split_entries(cell)),
    "topics": lambda cell: _as_values(split_entries(cell)),
    "key_points": lambda cell: [key_point_of(line) for line in _lines(cell)],
    "follow_ups": lambda cell: [follow_up_of(line) for line in _lines(cell)],
    "red_flags": lambda cell: [red_flag_of(line) for line in _lines(cell)],
    "shelf": lambda cell: _as_values(_lines(cell)),
    "code": lambda cell: cell,
}
