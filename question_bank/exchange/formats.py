"""In which forms questions come and go, and how a file's name tells which. `importing` reads each of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

from question_bank.errors import UnknownFormat


class Format(StrEnum):
    """A way of writing questions down."""

    CSV = "csv"
    JSON = "json"
    YAML = "yaml"
    MARKDOWN = "markdown"
    ANKI = "anki"


_BY_SUFFIX: Final = {
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".json": Format.JSON,
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.ANKI,
}
_ARCHIVES: Final = (".zip", ".apkg", ".colpkg", ".gz", ".xlsx", ".ods")


def format_of(path: Path) -> Format:
    """What the suffix says; raises `UnknownFormat`."""
    suffix = path.suffix.lower()
    if suffix in _ARCHIVES:
        raise UnknownFormat(
            f"{path}: archives and workbooks are not opened; save the sheet as CSV, or export from Anki as “Notes in "
            "Plain Text (.txt)”."
        )
    if suffix not in _BY_SUFFIX:
        raise UnknownFormat(
            f"{path}: the format cannot be told from the name; supported endings are {', '.join(_BY_SUFFIX)}."
        )
    return _BY_SUFFIX[suffix]
