"""Questions in JSON: a pack as one object, or the questions alone as a list. All values become text, as in YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from question_bank.errors import UnreadablePack
from question_bank.exchange.pack_writing import written_pack
from question_bank.models import Question
from question_bank.pack_format import PackHead
from question_bank.yaml_tree import MAX_DEPTH, Place, Value, YamlTree, check_scalar

_BETWEEN: Final = re.compile(r"[\s,:]*")


def json_text(head: PackHead, questions: Iterable[Question]) -> str:
    """The keys of a pack as JSON."""
    return json.dumps(written_pack(head, questions), ensure_ascii=False, indent=2) + "\n"


def read_json(text: str) -> YamlTree:
    """A pack, or a list of questions; raises `UnreadablePack` with the line."""
    try:
        root = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise UnreadablePack(f"This is not valid JSON: {error.msg}.", error.lineno) from error
    except RecursionError as error:
        raise UnreadablePack(f"Values are nested more than {MAX_DEPTH} deep.", 1) from error
    pack = root if isinstance(root, dict) else {"questions": root}
    items = pack.get("questions")
    if not isinstance(items, list):
        raise UnreadablePack("There is no list of questions: a pack is an object with “questions”, or a list.", 1)
    lines: dict[Place, int] = {
        ("questions", index): line for index, line in enumerate(_question_lines(text, root, len(items)))
    }
    questions: Value = [_value(item, lines["questions", index]) for index, item in enumerate(items)]
    head = {key: _value(value, 1) for key, value in pack.items() if key != "questions" and value is not None}
    return YamlTree({**head, "questions": questions}, lines)


def _question_lines(text: str, root: object, count: int) -> Iterator[int]:
    """The line on which each of `count` questions begins; `text` is known to be valid."""
    at = _after(text, 0)
    if isinstance(root, dict):
        at = _list_of_questions(text, at)
    line = counted = 0
    at = _after(text, at + 1)
    for _ in range(count):
        line += text.count("\n", counted, at)
        counted = at
        yield line + 1
        at = _after(text, _DECODER.raw_decode(text, at)[1])


def _list_of_questions(text: str, at: int) -> int:
    """Where the value of the key "questions" begins, in the object that begins at `at`."""
    at = _after(text, at + 1)
    while True:
        key, at = _DECODER.raw_decode(text, at)
        at = _after(text, at)
        if key == "questions":
            return at
        at = _after(text, _DECODER.raw_decode(text, at)[1])


def _after(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _value(node: Any, line: int, depth: int = 2) -> Value:
    """What YAML would have made of it: numbers as text, and nothing where JSON says null."""
    if depth > MAX_DEPTH:
        raise UnreadablePack(f"Values are nested more than {MAX_DEPTH} deep.", line)
    match node:
        case dict():
            for key in node:
                check_scalar(key, line)
            return {key: _value(value, line, depth + 1) for key, value in node.items() if value is not None}
        case list():
            return [_value(value, line, depth + 1) for value in node if value is not None]
        case bool():
            return str(node).lower()
    text = "" if node is None else str(node)
    check_scalar(text, line)
    return text


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise UnreadablePack(f"“{key[:40]}” is written twice in one object.")
        found[key] = value
    return found


_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_unique)
