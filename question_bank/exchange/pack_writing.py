"""Questions in the form in which a pack is written: the way back from what the loader makes of it. No files here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import yaml

from question_bank.models import TARGET_TIMES, FollowUp, KeyPoint, Question, RedFlag, Role, Round
from question_bank.pack_format import ALL, PackHead

LINE_WIDTH: Final = 116

_SINGLE_BREAK: Final = re.compile(r"[^\n]\n[^\n]")


def written_pack(head: PackHead, questions: Iterable[Question]) -> dict[str, Any]:
    """A pack as plain mappings, lists, text and numbers, in the order in which one writes them."""
    return {"title": head.title, "source": head.source, "questions": [written_question(each) for each in questions]}


def written_question(question: Question) -> dict[str, Any]:
    """One question likewise; what is empty or as usual is not written."""
    written: dict[str, Any] = {
        "id": question.id,
        "kind": str(question.kind),
        "level": question.level,
        "text": question.text,
        "roles": role_names(question),
        "rounds": round_names(question),
        "topics": list(question.topics),
        "times": written_times(question),
        "key_points": [_key_point(point) for point in question.key_points],
        "model_answer": question.model_answer,
        "code": question.code,
        "follow_ups": [_follow_up(asked) for asked in question.follow_ups],
        "red_flags": [_red_flag(flag) for flag in question.red_flags],
        "shelf": list(question.shelf),
    }
    return {key: value for key, value in written.items() if value}


def role_names(question: Question) -> list[str]:
    """The roles without their prefix, or "all"."""
    names = [role.removeprefix("role.") for role in question.roles]
    return [ALL] if len(names) == len(Role) else names


def round_names(question: Question) -> list[str]:
    """The rounds without their prefix, or "all"."""
    names = [round_.removeprefix("round.") for round_ in question.rounds]
    return [ALL] if len(names) == len(Round) else names


def written_times(question: Question) -> dict[str, int | float]:
    """The seconds that differ from those of the question's kind."""
    usual = TARGET_TIMES[question.kind]
    return {
        name: int(seconds) if seconds == int(seconds) else seconds
        for name in ("min_s", "target_s", "max_s")
        if (seconds := getattr(question.times, name)) != getattr(usual, name)
    }


def pack_yaml(head: PackHead, questions: Iterable[Question]) -> str:
    """A pack as a YAML file that the loader reads."""
    return yaml_of(written_pack(head, questions))


def yaml_of(written: object) -> str:
    """Plain mappings, lists, text and numbers in the style of a pack, a line feed at the end."""
    outermost = _Block(written) if isinstance(written, dict) else written
    text: str = yaml.dump(
        outermost, Dumper=_PackDumper, sort_keys=False, allow_unicode=True, default_flow_style=None, width=LINE_WIDTH
    )
    return text


def _key_point(point: KeyPoint) -> dict[str, Any]:
    return {"id": point.id, "text": point.text, "cues": list(point.cues)}


def _red_flag(flag: RedFlag) -> str | dict[str, Any]:
    return {"text": flag.text, "cues": list(flag.cues)} if flag.cues else flag.text


def _follow_up(asked: FollowUp) -> dict[str, str]:
    return {"text": asked.text, "when": str(asked.when), "about": asked.about}


class _Block(dict[str, object]):
    """A mapping that is written key by key even if its values are short."""


def _block(dumper: yaml.SafeDumper, mapping: _Block) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping, flow_style=False)


def _scalar(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Code line by line, as it was written; paragraphs folded; one line as YAML likes it best."""
    style = None
    if ("\n" in text or len(text) > LINE_WIDTH) and not text[0].isspace():
        style = "|" if _SINGLE_BREAK.search(text) else ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


# The dumper in C is ten times as fast, where PyYAML has it.
_PackDumper: Final = type("_PackDumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {})
_PackDumper.add_representer(_Block, _block)  # type: ignore[attr-defined]
_PackDumper.add_representer(str, _scalar)  # type: ignore[attr-defined]  # the base class is known at run time only
