"""What an imported question gets where nothing was said: key points, model answer, ids, cues. No checks.

Without key points, the first sentences of the model answer; without a model answer, the key points. Cues are words of
the key point itself: a beginning, which the writer of the pack should better. Kind, level, roles, rounds and topic are
those that any pack has where they are not written (see pack_format).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from question_bank.exchange.naming import free_id, made_id, slug
from question_bank.pack_format import is_common_number
from question_bank.yaml_tree import Place, Value, YamlTree

SOURCE: Final = "Imported; not checked against a source."
MOST_KEY_POINTS: Final = 5

_LISTS: Final = ("roles", "rounds", "topics", "key_points", "red_flags", "shelf")
LONGEST_KEY_POINT: Final = 400
"""Letters; what is longer is told, not ticked off, so it belongs to the model answer."""

_LONGEST_CUE: Final = 80
_MOST_CUES: Final = 30
_TELLING_CHARS: Final = 8
"""A word of so many letters is seldom said by chance, so it is a cue alone; shorter ones are in pairs."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_CLAUSE_END: Final = re.compile(r"[^\w\s'’\-]+")
_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")
_SAY_LITTLE: Final = """
a an and are as at be been but by can do does each every for from had has have how if in into is it its may more most no
not of on one only or other our over same so some such than that the their them then there these they this those to too
under up was we were what when where which while who why will with would you your
"""
_EMPTY_WORDS: Final = frozenset(_SAY_LITTLE.split())
_NUMBER_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def complete(tree: YamlTree, name: str, title: str) -> YamlTree:
    """The tree of a pack of this name with all that was missing; what is wrong stays as it is."""
    if isinstance(tree.value, list):
        tree = _below_questions(tree)
    root = tree.value
    if not isinstance(root, dict):
        return tree
    pack: dict[str, Value] = {"title": title, "source": SOURCE, **_said(root)}
    items = pack.get("questions")
    if isinstance(items, list):
        pack["questions"] = [_question(item, name) if isinstance(item, dict) else item for item in items]
    return replace(tree, value=pack, lines=_with_root(tree.lines))


def cues_from(text: str) -> list[str]:
    """Words and pairs of words that show a key point was made: what is long, and what stands side by side."""
    clauses = [_WORD.findall(clause.lower()) for clause in _CLAUSE_END.split(text)]
    words = list(chain.from_iterable(clauses))
    neighbours = chain.from_iterable(map(pairwise, clauses))
    pairs = (f"{one} {two}" for one, two in neighbours if {one, two}.isdisjoint(_EMPTY_WORDS))
    long = (word for word in words if len(word) >= _TELLING_CHARS)
    others = (word for word in words if word not in _EMPTY_WORDS)
    found = [cue for cue in (*long, *pairs) if not is_common_number(cue)]
    found = found or [word for word in others if not is_common_number(word)] or [_whole(text)]
    return list(dict.fromkeys(cue[:_LONGEST_CUE] for cue in found))[:_MOST_CUES]


def _whole(text: str) -> str:
    """A key point that is nothing but a small number is known by its word, for the number alone is no cue."""
    whole = text.strip()
    return _NUMBER_WORDS[int(whole)] if is_common_number(whole) else whole


def _below_questions(tree: YamlTree) -> YamlTree:
    return YamlTree(
        {"questions": tree.value},
        {("questions", *place): line for place, line in tree.lines.items()},
        {("questions", *place): misread for place, misread in tree.misread.items()},
        tree.remarks,
    )


def _with_root(lines: dict[Place, int]) -> dict[Place, int]:
    return lines if ("questions",) in lines else {**lines, ("questions",): 1}


def _said(fields: dict[str, Value]) -> dict[str, Value]:
    """Without keys that have no value; YAML gives an empty text for those, a spreadsheet an empty cell."""
    return {key: value for key, value in fields.items() if value not in ("", [], {})}


def _question(fields: dict[str, Value], name: str) -> dict[str, Value]:
    question = _said(fields)
    for key in _LISTS:
        if isinstance(value := question.get(key), str):
            question[key] = [value]
    for key, prefix in (("roles", "role."), ("rounds", "round.")):
        if key in question:
            question[key] = _without_prefix(question[key], prefix)
    # Without a text there is an id all the same: the text is what the check of the pack should ask for.
    question.setdefault("id", made_id(str(question.get("text", "")), slug(name)))
    _complete_answer(question)
    return question


def _without_prefix(names: Value, prefix: str) -> Value:
    if not isinstance(names, list):
        return names
    return [each.removeprefix(prefix) if isinstance(each, str) else each for each in names]


def _complete_answer(question: dict[str, Value]) -> None:
    """Key points from the model answer, the model answer from the key points."""
    answer, points = question.get("model_answer"), question.get("key_points")
    if points is None and isinstance(answer, str) and answer.strip():
        points = [*first_sentences(answer)]
    if isinstance(points, list):
        points = [{"text": point} if isinstance(point, str) else point for point in points]
        question["key_points"] = [*_with_ids(points)]
        if answer is None:
            question["model_answer"] = " ".join(_sentences_of(points))


def first_sentences(answer: str) -> list[str]:
    """What an answer without key points makes first: its first sentences, those that are too long left out."""
    sentences = [sentence.strip() for sentence in _SENTENCE_END.split(answer.strip())]
    return [sentence for sentence in sentences if len(sentence) <= LONGEST_KEY_POINT][:MOST_KEY_POINTS] or [
        answer.strip()[:LONGEST_KEY_POINT]
    ]


def _sentences_of(points: Iterable[Value]) -> Iterator[str]:
    for point in points:
        text = point.get("text") if isinstance(point, dict) else None
        if isinstance(text, str) and text.strip():
            yield text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."


def _with_ids(points: list[Value]) -> Iterator[Value]:
    """The key points, each with an id of its own and with cues."""
    taken = {id_ for point in points if isinstance(point, dict) and isinstance(id_ := point.get("id"), str)}
    for number, point in enumerate(points, 1):
        text = point.get("text") if isinstance(point, dict) else None
        if not isinstance(point, dict) or not isinstance(text, str):
            yield point
            continue
        completed = _said(point)
        if "id" not in completed:
            completed["id"] = free_id(slug(text, 40) or f"point-{number}", taken)
        cues = completed.setdefault("cues", [*cues_from(text)])
        yield {**completed, "cues": [cues] if isinstance(cues, str) else cues}
