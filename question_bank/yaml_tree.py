"""Reading YAML from strangers: text to plain values and the line of each. What the values mean is `loader`'s.

Only mappings, lists and text come out: aliases, tags and deep nesting are refused while the text is being parsed,
before anything is built of them, so neither an alias bomb nor a tag can do harm. Scalars stay text; what YAML itself
would read as something else is noted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeAlias

import yaml

from question_bank.errors import UnreadablePack

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Place: TypeAlias = tuple[str | int, ...]
"""Where a value stands: ("questions", 3, "text")."""

MAX_SCALAR_CHARS: Final = 20_000
MAX_DEPTH: Final = 8
MAX_VALUES: Final = 500_000

# What YAML itself forbids, and the characters that turn the direction of writing: they make a text show as another.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Final = yaml.resolver.Resolver()
_LONGEST_MISREAD: Final = 40
_REST_OF_NUMBER: Final = re.compile(r"[0-9]{3}(?![0-9])")


class Misread(StrEnum):
    """What YAML takes an unquoted word for, in the words of a sentence about it, where that is not the word itself."""

    BOOLEAN = "true or false"
    NULL = "no value"
    NUMBER = "a number"
    DATE = "a date"


_MISREAD: Final = {
    "tag:yaml.org,2002:bool": Misread.BOOLEAN,
    "tag:yaml.org,2002:null": Misread.NULL,
    "tag:yaml.org,2002:int": Misread.NUMBER,
    "tag:yaml.org,2002:float": Misread.NUMBER,
    "tag:yaml.org,2002:timestamp": Misread.DATE,
}


@dataclass(frozen=True, slots=True)
class YamlTree:
    """A parsed text: its value, and the line (from 1) on which each part of it begins.

    `misread` has the unquoted words that other readers of YAML, and editors, take for something else than text.
    Imported questions are put into the same shape, whatever form they come in; `remarks` are sentences about what of
    their file is not in it.
    """

    value: Value
    lines: dict[Place, int]
    misread: dict[Place, Misread] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def line_of(self, place: Place) -> int:
        """The line of the value at `place`; of the nearest thing around it when there is no such value."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_yaml(text: str) -> YamlTree:
    """Parse one YAML document; raises `UnreadablePack` with the line for whatever is malformed, too large or unsafe."""
    check_characters(text)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadablePack(f"This is not valid YAML: {error.problem or error.context}.", line) from error
    except yaml.YAMLError as error:
        raise UnreadablePack(f"This is not valid YAML: {error}.", 1) from error
    if builder.root is None:
        raise UnreadablePack("The file is empty.", 1)
    return YamlTree(builder.root, builder.lines, builder.misread)


def check_scalar(text: str, line: int) -> None:
    """Raise `UnreadablePack` unless `text` may be a value: its length, and characters that were written as escapes."""
    if len(text) > MAX_SCALAR_CHARS:
        raise UnreadablePack(f"A value has {len(text):,} characters; the limit is {MAX_SCALAR_CHARS:,}.", line)
    if found := _FORBIDDEN.search(text):
        raise _forbidden(found, line)


def check_characters(text: str) -> None:
    """Raise `UnreadablePack` with the line for the first character of a whole text that a pack may not hold."""
    if found := _FORBIDDEN.search(text):
        raise _forbidden(found, text.count("\n", 0, found.start()) + 1)


def _forbidden(found: re.Match[str], line: int) -> UnreadablePack:
    return UnreadablePack(f"There is a character that a pack must not contain (U+{ord(found.group()):04X}).", line)


def _misread(scalar: yaml.ScalarEvent) -> Misread | None:
    if not scalar.implicit[0] or not 0 < len(scalar.value) <= _LONGEST_MISREAD:
        return None
    tag = _RESOLVER.resolve(yaml.ScalarNode, scalar.value, (True, False))  # type: ignore[no-untyped-call]  # in its stubs
    return _MISREAD.get(tag)


def _is_rest_of_number(scalar: yaml.ScalarEvent, before: yaml.ScalarEvent) -> bool:
    """Whether nothing but a comma stands between an unquoted number and the three figures that go on with it."""
    if not (before.implicit[0] and scalar.implicit[0] and before.end_mark and scalar.start_mark):
        return False
    is_adjacent = scalar.start_mark.index == before.end_mark.index + 1
    return is_adjacent and before.value[-1:].isdecimal() and _REST_OF_NUMBER.match(scalar.value) is not None


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet; `key` is the mapping's key that waits for its value."""

    value: list[Value] | dict[str, Value]
    place: Place
    key: str | None = None

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None


@dataclass(slots=True)
class _Builder:
    """Builds plain values out of parse events, without recursion."""

    root: Value | None = None
    lines: dict[Place, int] = field(default_factory=dict)
    misread: dict[Place, Misread] = field(default_factory=dict)
    _last: yaml.ScalarEvent | None = None
    _open: list[_Open] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        self._refuse_unsafe(event, line)
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event, line)
            case yaml.MappingStartEvent():
                self._begin({}, line)
            case yaml.SequenceStartEvent():
                self._begin([], line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
            case yaml.DocumentStartEvent() if self.root is not None:
                raise UnreadablePack("A file contains one pack, but a second document begins here.", line)

    def _refuse_unsafe(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise UnreadablePack(f"Aliases are not read (*{event.anchor}): write the value out.", line)
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            raise UnreadablePack(f"Tags are not read ({event.tag}): every value is plain text.", line)
        if len(self._open) > MAX_DEPTH:
            raise UnreadablePack(f"Values are nested more than {MAX_DEPTH} deep.", line)
        if len(self.lines) > MAX_VALUES:
            raise UnreadablePack(f"There are more than {MAX_VALUES:,} values.", line)

    def _take_scalar(self, scalar: yaml.ScalarEvent, line: int) -> None:
        check_scalar(scalar.value, line)
        if self._open and self._open[-1].awaits_key:
            self._take_key(self._open[-1], scalar.value, line)
        else:
            self._refuse_split_number(scalar, line)
            place = self._add(scalar.value, line)
            if misread := _misread(scalar):
                self.misread[place] = misread
        self._last = scalar

    def _refuse_split_number(self, scalar: yaml.ScalarEvent, line: int) -> None:
        """In a list in brackets, 10,000 is "10" and "000": neither says what was meant."""
        if self._last and isinstance(self._open[-1].value, list) and _is_rest_of_number(scalar, self._last):
            whole = f"{self._last.value[-20:]},{scalar.value[:20]}"
            raise UnreadablePack(f"The comma splits “{whole}” into two values; put the number in quotes.", line)

    def _take_key(self, parent: _Open, key: str, line: int) -> None:
        if key in parent.value:
            raise UnreadablePack(f"“{key[:40]}” is written twice.", line)
        parent.key = key
        self.lines[(*parent.place, key)] = line

    def _begin(self, value: list[Value] | dict[str, Value], line: int) -> None:
        if self._open and self._open[-1].awaits_key:
            raise UnreadablePack("A key must be a word, not a list or a mapping.", line)
        self._open.append(_Open(value, self._add(value, line)))

    def _add(self, value: Value, line: int) -> Place:
        """Put a value where it belongs and say where that is."""
        if not self._open:
            self.root = value
            return ()
        parent = self._open[-1]
        if isinstance(parent.value, list):
            place: Place = (*parent.place, len(parent.value))
            parent.value.append(value)
            self.lines[place] = line
        else:
            key = parent.key or ""
            place = (*parent.place, key)
            parent.value[key] = value
            parent.key = None
        return place
