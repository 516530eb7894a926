"""The name of a file tells how its questions are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from question_bank.errors import UnknownFormat
from question_bank.exchange.formats import Format, format_of


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.CSV", Format.CSV), ("a.tsv", Format.CSV), ("a.yml", Format.YAML), ("a.md", Format.MARKDOWN),
     ("a.txt", Format.ANKI), ("a.json", Format.JSON)],
)  # fmt: skip
def test_suffixes(name: str, format_: Format) -> None:
    assert format_of(Path(name)) is format_


@pytest.mark.parametrize(("name", "words"), [("deck.apkg", "Notes in Plain Text"), ("a.doc", ".csv"), ("a", ".csv")])
def test_what_cannot_be_read_is_told_with_what_can(name: str, words: str) -> None:
    with pytest.raises(UnknownFormat, match=words):
        format_of(Path(name))
