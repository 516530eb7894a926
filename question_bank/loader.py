"""Packs from files: a `Pack` when all is right, a `BrokenPack` with every reason when not. Nothing is chosen here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from question_bank.answer_paragraphs import paragraphs_of
from question_bank.coverage import OWN_PREFIX, is_known_topic
from question_bank.errors import NotUtf8, UnreadablePack
from question_bank.models import TARGET_TIMES, FollowUp, FollowUpTrigger, KeyPoint, Kind, Question, RedFlag, TargetTimes
from question_bank.pack_format import (
    ALL,
    MAX_QUESTIONS,
    ROLES,
    ROUNDS,
    SOUND,
    PackHead,
    WrittenQuestion,
    WrittenRedFlag,
    WrittenTimes,
    is_common_number,
)
from question_bank.yaml_tree import Misread, Place, Value, YamlTree, read_yaml

MAX_PACK_BYTES: Final = 5 * 1024 * 1024
SUFFIXES: Final = (".yaml", ".yml")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a pack: the file, the line (from 1; None when no line can be named), and a sentence.

    `place` is the value it is about, for a form that shows it there; () when it is about the file.
    """

    path: Path
    line: int | None
    text: str
    place: Place = field(default=(), compare=False)

    @property
    def sentence(self) -> str:
        """The text without the name of the place, for where the place is seen."""
        return self.text.removeprefix(_name(self.place))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}" if self.line else f"{self.path}: {self.text}"


@dataclass(frozen=True, slots=True)
class Pack:
    """One readable file of questions; `reference` says what the facts were checked against, or that they
    were not; `lines` tells on which line each question's id stands."""

    name: str
    title: str
    source: Path
    questions: tuple[Question, ...]
    reference: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class BrokenPack:
    """A file that could not be taken in, and why; it stands in the place of the pack it would have been."""

    name: str
    source: Path
    problems: tuple[Problem, ...]


def load_folder(folder: Path, load: Callable[[Path], Pack | BrokenPack] | None = None) -> tuple[Pack | BrokenPack, ...]:
    """All packs of a folder in the order of their names; a folder that does not exist holds none.

    `load` takes the place of `load_pack`.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
    except FileNotFoundError:
        return ()
    except OSError as error:
        return (_broken(folder, f"The folder of question packs cannot be read: {error.strerror}."),)
    return tuple(map(load or load_pack, paths))


def load_pack(path: Path) -> Pack | BrokenPack:
    """Read and check one pack; never raises for what is wrong with the file."""
    try:
        content = content_of(path)
    except UnreadablePack as error:
        return _broken(path, error.text, error.line)
    return parse_pack(path, content)


def parse_pack(path: Path, content: bytes) -> Pack | BrokenPack:
    """Like `load_pack`, for what was read of `path` already."""
    try:
        return read_pack(path, read_yaml(decoded(content)), path.stem)
    except UnreadablePack as error:
        return _broken(path, error.text, error.line)


def read_pack(path: Path, tree: YamlTree, name: str) -> Pack | BrokenPack:
    """Check what was read of `path` as a pack of this name; raises `UnreadablePack` when it is no pack at all."""
    return _Reader(path, tree, name).pack()


def _broken(path: Path, text: str, line: int | None = None) -> BrokenPack:
    return BrokenPack(path.stem, path, (Problem(path, line, text),))


def text_of(path: Path, max_bytes: int = MAX_PACK_BYTES) -> str:
    """The file as text; raises `UnreadablePack` for what is not a regular file, is too large, or is not UTF-8."""
    return decoded(content_of(path, max_bytes))


def content_of(path: Path, max_bytes: int = MAX_PACK_BYTES) -> bytes:
    """The file's bytes; raises `UnreadablePack` for what is not a regular file or is too large."""
    try:
        if not path.is_file():
            raise UnreadablePack("This is not a regular file.")
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise UnreadablePack(f"The file cannot be read: {error.strerror}.") from error
    if len(content) > max_bytes:
        raise UnreadablePack(f"The file is larger than {max_bytes >> 20} MB; split it into several packs.")
    return content


def decoded(content: bytes) -> str:
    """The text of a file; raises `NotUtf8` with the line."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotUtf8("The file is not UTF-8 text.", line) from error


class _Reader:
    """Turns one YAML tree into a pack, collecting every problem on the way instead of stopping at the first."""

    def __init__(self, path: Path, tree: YamlTree, name: str) -> None:
        self._path = path
        self._name = name
        self._tree = tree
        self._problems: list[Problem] = []

    def pack(self) -> Pack | BrokenPack:
        items, head = self._parts()
        written = self._written(items)
        self._check_unique("question", [((*place, "id"), question.id) for place, question in written])
        questions = tuple(self._question(place, question) for place, question in written)
        if head is None or self._problems:
            return BrokenPack(self._name, self._path, tuple(sorted(self._problems, key=_line_of)))
        lines = {question.id: self._tree.line_of((*place, "id")) for place, question in written}
        return Pack(self._name, _on_one_line(head.title), self._path, questions, _on_one_line(head.source), lines)

    def _parts(self) -> tuple[list[Value], PackHead | None]:
        root = self._tree.value
        items = root.get("questions") if isinstance(root, dict) else None
        if not isinstance(root, dict) or not isinstance(items, list) or not 0 < len(items) <= MAX_QUESTIONS:
            line = self._tree.line_of(("questions",))
            keys = "title, source, and questions: a list of"
            raise UnreadablePack(f"A pack has the keys {keys} 1 to {MAX_QUESTIONS:,}.", line)
        head = {key: value for key, value in root.items() if key != "questions"}
        return items, self._convert(head, PackHead, ())

    def _written(self, items: list[Value]) -> list[tuple[Place, WrittenQuestion]]:
        """The questions that have the right form; each is converted alone so that one mistake does not hide another."""
        written: list[tuple[Place, WrittenQuestion]] = []
        for index, item in enumerate(items):
            place: Place = ("questions", index)
            question = self._convert(item, WrittenQuestion, place)
            if question is not None:
                written.append((place, question))
            elif isinstance(item, dict):
                self._look_further(item, place)
        return written

    def _look_further(self, item: dict[str, Value], place: Place) -> None:
        """Report what else is wrong in a question: the check of the whole stops at its first mistake."""
        told = {problem.place[: len(place) + 1] for problem in self._problems}
        for key, value in item.items():
            if key in SOUND and (*place, key) not in told:
                self._convert({**SOUND, key: value}, WrittenQuestion, place)

    def _convert(self, value: Value, as_type: type[_T], place: Place) -> _T | None:
        try:
            return msgspec.convert(value, as_type, strict=False)
        except msgspec.ValidationError as error:
            inner, sentence = _explain(str(error))
            self._report((*place, *inner), sentence)
            return None

    def _report(self, place: Place, text: str) -> None:
        line = self._tree.line_of(place)
        self._problems.append(Problem(self._path, line, _on_one_line(f"{_name(place)}{text}"), place))

    def _question(self, place: Place, written: WrittenQuestion) -> Question:
        kind = Kind(written.kind)
        self._check_is_word((*place, "id"), written.id)
        topics = written.topics or [OWN_PREFIX + self._name]
        self._check_topics(place, topics)
        return Question(
            id=written.id,
            pack=self._name,
            kind=kind,
            level=written.level,
            text=_on_one_line(written.text),
            roles=self._named((*place, "roles"), written.roles, ROLES),
            rounds=self._named((*place, "rounds"), written.rounds, ROUNDS),
            topics=tuple(dict.fromkeys(map(_on_one_line, topics))),
            key_points=self._key_points(place, written),
            model_answer="\n\n".join(paragraphs_of(written.model_answer)),
            times=self._times((*place, "times"), written.times, TARGET_TIMES[kind]),
            code=_in_lines(written.code),
            follow_ups=self._follow_ups(place, written),
            red_flags=self._red_flags((*place, "red_flags"), written.red_flags),
            shelf=tuple(map(_on_one_line, written.shelf)),
        )

    def _named(self, place: Place, names: list[str], known: Mapping[str, _T]) -> tuple[_T, ...]:
        """The roles or rounds that were named, in the order in which they are known."""
        for index, name in enumerate(names):
            if name != ALL and name not in known:
                self._report((*place, index), f"“{name[:40]}” is not known; use {ALL}, {', '.join(known)}.")
        return tuple(value for name, value in known.items() if name in names or ALL in names)

    def _check_topics(self, place: Place, topics: list[str]) -> None:
        for index, topic in enumerate(topics):
            if not is_known_topic(topic):
                hint = f"your own topics begin with “{OWN_PREFIX}”"
                self._report((*place, "topics", index), f"“{topic[:40]}” is not a known topic; {hint}.")

    def _key_points(self, place: Place, written: WrittenQuestion) -> tuple[KeyPoint, ...]:
        points = [((*place, "key_points", index), point) for index, point in enumerate(written.key_points)]
        self._check_unique("key point", [((*where, "id"), point.id) for where, point in points])
        for where, point in points:
            self._check_is_word((*where, "id"), point.id)
            self._check_cues((*where, "cues"), point.cues)
        return tuple(KeyPoint(point.id, _on_one_line(point.text), _cues(point.cues)) for _, point in points)

    def _red_flags(self, place: Place, flags: list[str | WrittenRedFlag]) -> tuple[RedFlag, ...]:
        for index, flag in enumerate(flags):
            if isinstance(flag, WrittenRedFlag):
                self._check_cues((*place, index, "cues"), flag.cues)
        return tuple(map(_red_flag, flags))

    def _check_cues(self, place: Place, cues: list[str]) -> None:
        for index, cue in enumerate(cues):
            where = (*place, index)
            if misread := self._tree.misread.get(where):
                self._report(where, _to_be_quoted(cue, misread))
            elif is_common_number(cue.strip()):
                self._report(where, f"“{cue[:40]}” on its own is too common; add a word to it, as in “7 days”.")

    def _check_is_word(self, place: Place, name: str) -> None:
        misread = self._tree.misread.get(place)
        if misread in (Misread.BOOLEAN, Misread.NULL):
            self._report(place, _to_be_quoted(name, misread))

    def _follow_ups(self, place: Place, written: WrittenQuestion) -> tuple[FollowUp, ...]:
        ids = {point.id for point in written.key_points}
        for index, follow_up in enumerate(written.follow_ups):
            where = (*place, "follow_ups", index, "about")
            self._check_is_word(where, follow_up.about)
            if follow_up.when != "term" and follow_up.about not in ids:
                self._report(where, f"“{follow_up.about[:40]}” is not a key point of this question.")
        return tuple(
            FollowUp(_on_one_line(asked.text), FollowUpTrigger(asked.when), _on_one_line(asked.about))
            for asked in written.follow_ups
        )

    def _times(self, place: Place, written: WrittenTimes, usual: TargetTimes) -> TargetTimes:
        times = TargetTimes(
            written.min_s or usual.min_s, written.target_s or usual.target_s, written.max_s or usual.max_s
        )
        if not times.min_s <= times.target_s <= times.max_s:
            self._report(place, "the times must not decrease: min_s, then target_s, then max_s.")
        return times

    def _check_unique(self, what: str, ids: list[tuple[Place, str]]) -> None:
        seen: set[str] = set()
        for place, id_ in ids:
            if id_ in seen:
                self._report(place, f"there is another {what} with the id “{id_}”.")
            seen.add(id_)


def _line_of(problem: Problem) -> int:
    return problem.line or 0


def _to_be_quoted(word: str, misread: Misread) -> str:
    return f"“{word[:40]}” counts as {misread} in YAML; put it in quotes."


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _in_lines(code: str | None) -> str | None:
    """Every kind of line end as a line feed, none after the last line."""
    return "\n".join(code.splitlines()).rstrip() or None if code else None


def as_cue(text: str) -> str:
    """A cue as it is searched for: on one line, in small letters."""
    return _on_one_line(text).lower()


def _cues(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(as_cue, texts)))


def _red_flag(written: str | WrittenRedFlag) -> RedFlag:
    if isinstance(written, str):
        return RedFlag(_on_one_line(written))
    return RedFlag(_on_one_line(written.text), _cues(written.cues))


def _name(place: Place) -> str:
    """("questions", 3, "key_points", 0, "id") as "question 4, key_points 1, id: " for people who count from 1."""
    words = " ".join(f"{part + 1}," if isinstance(part, int) else part for part in place).rstrip(",")
    return f"{words.replace('questions', 'question', 1)}: " if words else ""


_AT: Final = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_STEP: Final = re.compile(r"\.(\w+)|\[(\d+)\]")
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_INVALID: Final = re.compile(r"Invalid enum value '(.*)'", re.DOTALL)
_MISSING: Final = re.compile(r"Object missing required field `(.*)`")
_PATTERN: Final = re.compile(r"matching regex")  # only ids have one
_PLAIN_WORDS: Final = {
    "`str`": "text",
    "`str | null`": "text",
    "`str | object`": "text, or keys",
    "`float | null`": "a number",
    "`int`": "a whole number",
    "`float`": "a number",
    "`array`": "a list",
    "`object`": "keys",
}


def _explain(message: str) -> tuple[Place, str]:
    """A validation message of msgspec as a place and a sentence in plain words."""
    match = _AT.fullmatch(message)
    what, path = (match["what"], match["path"] or "") if match else (message, "")
    place: Place = tuple(name or int(index) for name, index in _STEP.findall(path))
    if unknown := _UNKNOWN.fullmatch(what):
        return (*place, unknown[1]), "this key is not known."
    if missing := _MISSING.fullmatch(what):
        return place, f"“{missing[1]}” is missing."
    if invalid := _INVALID.fullmatch(what):
        return place, f"“{invalid[1]}” is not one of the values allowed here."
    if _PATTERN.search(what):
        return place, "expected lower-case letters and digits, with dots or hyphens between them."
    for code, plain in _PLAIN_WORDS.items():
        what = what.replace(code, plain)
    return place, f"{what[0].lower()}{what[1:]}."
