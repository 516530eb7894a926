"""Questions from a file of another program, checked as a whole: either a pack that can be written, or every problem."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from question_bank.errors import UnreadablePack
from question_bank.exchange.anki import anki_text, read_anki
from question_bank.exchange.defaults import complete
from question_bank.exchange.formats import Format
from question_bank.exchange.json_text import read_json
from question_bank.exchange.pack_writing import pack_yaml
from question_bank.exchange.tables import read_csv
from question_bank.loader import MAX_PACK_BYTES, BrokenPack, Pack, Problem, read_pack, text_of
from question_bank.models import Question
from question_bank.pack_format import PackHead
from question_bank.yaml_tree import YamlTree, read_yaml

MAX_IMPORT_BYTES: Final = 16 * 1024 * 1024
"""More than a pack may have, so that a value which is too long is told with its line."""

_ZIP: Final = "PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Import:
    """A pack that is ready to be written: `content` is the YAML text of its file, in UTF-8.

    `known` are questions that the bank has already, word for word; they are not in the pack.
    """

    pack: Pack
    known: tuple[Question, ...]
    content: bytes


def read_import(path: Path, format_: Format, name: str, bank: Collection[Question] = ()) -> Import | BrokenPack:
    """What a pack called `name` would hold; every problem with its line if anything at all is wrong.

    `bank` has the questions that stay in use beside this pack: an id of theirs with other contents is a problem.
    Nothing is written; nothing is raised for what is wrong with the file.
    """
    pack = _read(path, format_, name)
    if isinstance(pack, BrokenPack):
        return pack
    taken = {question.id: question for question in bank}
    known = tuple(each for each in pack.questions if each.id in taken)
    clashes = [each for each in known if not _is_same(each, taken[each.id], format_)]
    if clashes:
        return BrokenPack(name, path, tuple(_clash(pack, taken[question.id]) for question in clashes))
    new = replace(pack, questions=tuple(each for each in pack.questions if each.id not in taken))
    content = pack_yaml(PackHead(pack.title, pack.reference), new.questions).encode()
    if len(content) > MAX_PACK_BYTES:
        limit = f"The pack would be larger than {MAX_PACK_BYTES >> 20} MB; split the file."
        return BrokenPack(name, path, (Problem(path, None, limit),))
    return Import(new, known, content)


def _read(path: Path, format_: Format, name: str) -> Pack | BrokenPack:
    try:
        if not path.exists():
            raise UnreadablePack("There is no such file.")
        text = text_of(path, MAX_IMPORT_BYTES)
        if text.startswith(_ZIP):
            raise UnreadablePack("This is an archive; archives are not opened.")
        return read_pack(path, complete(_READERS[format_](text), name, path.stem), name)
    except UnreadablePack as error:
        return BrokenPack(name, path, (Problem(path, error.line, error.text),))


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


_READERS: Final[dict[Format, Callable[[str], YamlTree]]] = {
    Format.CSV: read_csv,
    Format.JSON: read_json,
    Format.YAML: read_yaml,
    Format.MARKDOWN: _read_markdown,
    Format.ANKI: read_anki,
}
