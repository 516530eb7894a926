"""Topics of imported questions, by id or by name; and those that are not known here, with those that are like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from question_bank.coverage import WANTED, is_known_topic
from question_bank.labels import topic_label
from question_bank.yaml_tree import Value, YamlTree

WITHOUT_TOPIC: Final = ""
"""Stands for the questions of which nothing says what they are about."""

_MOST_NEAREST: Final = 3
_LIKE_ENOUGH: Final = 0.5
_FEWEST_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class UnknownTopic:
    """A topic that `count` questions of a file have; `nearest` are ids of topics with a name like it, best first."""

    name: str
    count: int
    nearest: tuple[str, ...]


def topic_called(words: str) -> str | None:
    """The id of the topic with this id or name, however it is spelt; None if there is none."""
    plain = " ".join(words.split())
    return plain if is_known_topic(plain) else _BY_NAME.get(_key(plain))


def nearest_topics(words: str) -> tuple[str, ...]:
    """The ids of the topics whose names share a word with this one, or are spelt like it."""
    key = _key(words)
    parts = {part for part in key.split() if len(part) >= _FEWEST_LETTERS}
    sharing = [name for name in _BY_NAME if parts & set(name.split())]
    alike = get_close_matches(key, _BY_NAME, _MOST_NEAREST, _LIKE_ENOUGH)
    return tuple(dict.fromkeys(_BY_NAME[name] for name in (*sharing, *alike)))[:_MOST_NEAREST]


def with_known_topics(tree: YamlTree, chosen: Mapping[str, str]) -> tuple[YamlTree, tuple[UnknownTopic, ...]]:
    """A pack in which every topic is known, and the names that are not.

    `chosen` has topics for such names, and one for `WITHOUT_TOPIC`; a question whose topic is not among them does
    without.
    """
    root = tree.value
    items = root.get("questions") if isinstance(root, dict) else None
    if not isinstance(root, dict) or not isinstance(items, list):
        return tree, ()
    unknown: Counter[str] = Counter()
    questions: Value = [_read(item, chosen, unknown) if isinstance(item, dict) else item for item in items]
    told = tuple(UnknownTopic(name, count, nearest_topics(name)) for name, count in unknown.items())
    return replace(tree, value={**root, "questions": questions}), told


def _read(item: dict[str, Value], chosen: Mapping[str, str], unknown: Counter[str]) -> dict[str, Value]:
    said = item.get("topics", [])
    if not isinstance(said, list):
        return item
    topics: list[Value] = []
    for topic in said:
        known = topic_called(topic) if isinstance(topic, str) else topic
        if isinstance(topic, str) and known is None:
            unknown[topic] += 1
            known = chosen.get(topic)
        topics += [known] if known else []
    topics = topics or [chosen[WITHOUT_TOPIC]] if WITHOUT_TOPIC in chosen else topics
    rest = {key: value for key, value in item.items() if key != "topics"}
    return {**rest, "topics": topics} if topics else rest


def _key(name: str) -> str:
    """A name as it is compared: small letters, words apart from each other."""
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())


_BY_NAME: Final = {
    **{_key(topic.partition(".")[2]): topic for topic in reversed(WANTED)},
    **{_key(topic_label(topic)): topic for topic in reversed(WANTED)},
}
