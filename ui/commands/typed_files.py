"""Typed answers in files: one in a `.txt`, one a line in a `.jsonl`; none longer than anybody speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from simulator.typed_text import LONGEST_TYPED, is_too_long
from ui.commands.listener import NotJudged

if TYPE_CHECKING:
    from recordings.transcription.sound_used import SoundUsed
    from simulator.analysis.report import AnswerReport

TYPED_SUFFIXES: Final = (".txt", ".jsonl")
_TOO_LONG: Final = "{place}: longer than {longest:,} characters, about two hours of speech, so it was not judged."
_MOST_BYTES: Final = 8 * LONGEST_TYPED  # of a line: each letter escaped, and what stands around it


@dataclass(frozen=True, slots=True)
class Judged:
    """A report, and what it is of: the file, and the `id` (anything JSON can say) of one typed answer among many.

    `sound` is what of a sound file was listened to; None for a typed answer.
    """

    file: Path
    report: AnswerReport
    names: Mapping[str, object] = field(default_factory=dict)
    sound: SoundUsed | None = None


def judge_typed(file: Path, judge: Callable[[str], AnswerReport]) -> Iterator[Judged | NotJudged]:
    """What comes of each answer in it. Raises NotJudged for a file that cannot be read, or is one answer too long."""
    try:
        if file.suffix.lower() == ".txt":
            yield Judged(file, judge(_whole_text(file)))
            return
        with file.open("rb") as lines:
            for number, line in enumerate(_lines_of(lines), start=1):
                if line.strip():
                    yield _judge_line(file, number, line, judge)
    except OSError as error:
        raise NotJudged(f"{file} could not be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise NotJudged(f"{file} is not text in UTF-8.") from error


def _whole_text(file: Path) -> str:
    """No more is read than one answer may be long."""
    with file.open(encoding="utf-8-sig") as opened:
        text = opened.read(LONGEST_TYPED + 1)
    if is_too_long(text):
        raise NotJudged(_TOO_LONG.format(place=file, longest=LONGEST_TYPED))
    return text


def _lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Each line, or as much of it as shows that it is too long."""
    while line := file.readline(_MOST_BYTES + 1):
        yield line
        while len(line) > _MOST_BYTES and not line.endswith(b"\n"):
            line = file.readline(_MOST_BYTES + 1)


def _judge_line(file: Path, number: int, line: bytes, judge: Callable[[str], AnswerReport]) -> Judged | NotJudged:
    import msgspec

    place = f"{file}, line {number}"
    if len(line) > _MOST_BYTES:
        return NotJudged(_TOO_LONG.format(place=place, longest=LONGEST_TYPED))
    try:
        typed = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=dict[str, object])
        text = typed["text"]
        if not isinstance(text, str):
            raise TypeError
        if is_too_long(text):
            return NotJudged(_TOO_LONG.format(place=place, longest=LONGEST_TYPED))
        return Judged(file, judge(text), {"id": typed["id"]})
    except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError):
        return NotJudged(f'{place}: not an object with an "id" and a "text", so it was not judged.')
