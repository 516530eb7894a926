"""Questions from a file of another program, checked as a whole: either a pack that can be written, or every problem."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from question_bank.errors import NotUtf8, UnreadablePack
from question_bank.exchange.anki import anki_text, read_anki
from question_bank.exchange.defaults import complete
from question_bank.exchange.formats import Format
from question_bank.exchange.json_text import read_json
from question_bank.exchange.older_text import older_text
from question_bank.exchange.pack_writing import pack_yaml
from question_bank.exchange.plain_lists import as_document, is_question_list
from question_bank.exchange.tables import read_csv
from question_bank.exchange.topic_names import UnknownTopic, with_known_topics
from question_bank.loader import MAX_PACK_BYTES, BrokenPack, Pack, Problem, content_of, decoded, read_pack
from question_bank.models import Question
from question_bank.pack_format import PackHead
from question_bank.yaml_tree import YamlTree, read_yaml

MAX_IMPORT_BYTES: Final = 16 * 1024 * 1024
"""More than a pack may have, so that a value which is too long is told with its line."""

_ZIP: Final = b"PK\x03\x04"
_NO_POINTS: Final = "“key_points” is missing."
_NO_ANSWER: Final = "it has no answer."


@dataclass(frozen=True, slots=True)
class Import:
    """A pack that is ready to be written: `content` is the YAML text of its file, in UTF-8.

    `known` are questions that the bank has already, word for word; they are not in the pack. `unknown_topics` are left
    away wherever none was chosen for them. `remarks` are sentences about what else of the file is not in the pack.
    """

    pack: Pack
    known: tuple[Question, ...]
    content: bytes
    unknown_topics: tuple[UnknownTopic, ...] = ()
    remarks: tuple[str, ...] = ()

    def only(self, ids: Collection[str]) -> Import:
        """The same without the questions that have none of these ids."""
        pack = replace(self.pack, questions=tuple(each for each in self.pack.questions if each.id in ids))
        return replace(self, pack=pack, content=_content_of(pack))


def read_import(
    path: Path,
    format_: Format,
    name: str,
    bank: Collection[Question] = (),
    topics: Mapping[str, str] = MappingProxyType({}),
) -> Import | BrokenPack:
    """What a pack called `name` would hold; every problem with its line if anything at all is wrong.

    `bank` has the questions that stay in use beside this pack: an id of theirs with other contents is a problem.
    `topics` are those chosen for names that are not known. Nothing is written; nothing is raised for what is wrong with
    the file.
    """
    read = _read(path, format_, name, topics)
    if isinstance(read, BrokenPack):
        return read
    pack = read.pack
    taken = {question.id: question for question in bank}
    known = tuple(each for each in pack.questions if each.id in taken)
    clashes = [each for each in known if not _is_same(each, taken[each.id], format_)]
    if clashes:
        return BrokenPack(name, path, tuple(_clash(pack, taken[question.id]) for question in clashes))
    new = replace(pack, questions=tuple(each for each in pack.questions if each.id not in taken))
    content = _content_of(new)
    if len(content) > MAX_PACK_BYTES:
        limit = f"The pack would be larger than {MAX_PACK_BYTES >> 20} MB; split the file."
        return BrokenPack(name, path, (Problem(path, None, limit),))
    return Import(new, known, content, read.unknown_topics, read.remarks)


def _content_of(pack: Pack) -> bytes:
    return pack_yaml(PackHead(pack.title, pack.reference), pack.questions).encode()


@dataclass(frozen=True, slots=True)
class _Read:
    """A pack as it was read, before it is held against the bank."""

    pack: Pack
    unknown_topics: tuple[UnknownTopic, ...]
    remarks: tuple[str, ...]


def _read(path: Path, format_: Format, name: str, topics: Mapping[str, str]) -> _Read | BrokenPack:
    try:
        if not path.exists():
            raise UnreadablePack("There is no such file.")
        content = content_of(path, MAX_IMPORT_BYTES)
        if content.startswith(_ZIP):
            raise UnreadablePack("This is an archive; archives are not opened.")
        text = decoded(content)
    except NotUtf8 as error:
        older = older_text(content)
        read = _read_text(older.text, path, format_, name, topics) if older else None
        if older and isinstance(read, _Read):
            return replace(read, remarks=(f"The file is not UTF-8; it was read as {older.encoding}.", *read.remarks))
        return _broken(name, path, error)
    except UnreadablePack as error:
        return _broken(name, path, error)
    return _read_text(text, path, format_, name, topics)


def _title_of(path: Path) -> str:
    """The file's name, with question marks for what in it is no Unicode: a pack has to be written in UTF-8."""
    return path.stem.encode("utf-8", "replace").decode()


def _read_text(text: str, path: Path, format_: Format, name: str, topics: Mapping[str, str]) -> _Read | BrokenPack:
    try:
        tree, unknown = with_known_topics(complete(_READERS[format_](text), name, _title_of(path)), topics)
        pack = read_pack(path, tree, name)
    except UnreadablePack as error:
        return _broken(name, path, error)
    if isinstance(pack, BrokenPack):
        return replace(pack, problems=_in_plain_words(pack, tree))
    return _Read(pack, unknown, tree.remarks)


def _broken(name: str, path: Path, error: UnreadablePack) -> BrokenPack:
    return BrokenPack(name, path, (Problem(path, error.line, error.text),))


def _in_plain_words(pack: BrokenPack, tree: YamlTree) -> tuple[Problem, ...]:
    """What is missing by the name it has for people; a list of questions alone is one problem, not hundreds."""
    problems = tuple(_answer_is_missing(problem) for problem in pack.problems)
    count = len(tree.value.get("questions", ())) if isinstance(tree.value, dict) else 0
    if count > 1 and count == len([problem for problem in problems if problem.text.endswith(_NO_ANSWER)]):
        text = f"These are {count:,} questions without answers; write an answer for each and import them again."
        return (replace(problems[0], text=text, place=()),)
    return problems


def _answer_is_missing(problem: Problem) -> Problem:
    if not problem.text.endswith(_NO_POINTS):
        return problem
    return replace(problem, text=problem.text.removesuffix(_NO_POINTS) + _NO_ANSWER)


def _is_same(one: Question, other: Question, format_: Format) -> bool:
    """Whether two questions are equal, as far as the format can tell."""
    if format_ is Format.ANKI:
        return anki_text([one]) == anki_text([other])
    return replace(one, pack=other.pack) == other


def _clash(pack: Pack, other: Question) -> Problem:
    text = f"The id “{other.id}” is already used by a question of the pack “{other.pack}”; choose another."
    return Problem(pack.source, pack.lines.get(other.id), text)


def _read_markdown(text: str) -> YamlTree:
    from question_bank.exchange.markdown import read_markdown

    return read_markdown(text)


def _read_plain_text(text: str) -> YamlTree:
    """Cards of Anki's, or a numbered list of questions with their answers below; both end in ".txt"."""
    if not is_question_list(text):
        return read_anki(text)
    from question_bank.exchange.found_questions import read_found

    return read_found(as_document(text))


_READERS: Final[dict[Format, Callable[[str], YamlTree]]] = {
    Format.CSV: read_csv,
    Format.JSON: read_json,
    Format.YAML: read_yaml,
    Format.MARKDOWN: _read_markdown,
    Format.ANKI: _read_plain_text,
}
