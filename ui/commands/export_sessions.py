"""`viva-voce sessions export`: interviews written to a file, a folder or the standard output."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from recordings.take_folder import TakeFolder
from simulator.data_folder import DataFolder
from simulator.store.records import AnswerId, SessionId
from ui.call_parts import DONE, WRONG_USAGE
from ui.commands.output import complain, progress_line, say, say_as_it_is, say_bytes
from ui.commands.reading import library
from ui.reports.errors import ExportRefused, NothingToExport
from ui.reports.export import ExportOrder, export, name_of_file, report_bytes
from ui.reports.report_format import ReportFormat
from ui.reports.scope import Period, Scope, sessions_of
from ui.words.times import counted

if TYPE_CHECKING:
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line; None where nothing was said. `is_folder`: `out` was written as one."""

    ids: tuple[int, ...]
    answer: int | None
    first: date | None
    last: date | None
    format: ReportFormat | None
    out: Path | None
    has_sound: bool = False
    is_folder: bool = False

    @property
    def scope(self) -> Scope:
        """What is to be exported."""
        answer = None if self.answer is None else AnswerId(self.answer)
        return Scope(answer, tuple(map(SessionId, self.ids)), Period(self.first, self.last))

    @property
    def wanted_format(self) -> ReportFormat:
        """As said, else as the name of the file says, else a web page."""
        suffix = self.out.suffix.removeprefix(".").lower() if self.out and not self.is_folder else ""
        return self.format or next((each for each in ReportFormat if each == suffix), ReportFormat.HTML)


def export_sessions(data_folder: DataFolder, wish: Wish) -> int:
    """Write what is wished for; gives the exit code. Raises ExportRefused, UnknownRecord or another StoreError."""
    fault = _fault(wish)
    if fault:
        complain(fault)
        return WRONG_USAGE
    takes = TakeFolder(data_folder.recordings)
    with library(data_folder) as store:
        if wish.wanted_format.is_subtitles and wish.answer is None:
            _write_subtitles(store, takes, wish)
        elif wish.out is None:
            _print(store, takes, wish)
        else:
            _write(store, takes, wish)
    return DONE


def _fault(wish: Wish) -> str:
    """What is wrong with the wish, in a sentence; empty if nothing is."""
    has_period = wish.first is not None or wish.last is not None
    if (bool(wish.ids) + has_period + (wish.answer is not None)) > 1:
        return "Give only one of these: interviews, one answer (--answer), or a period (--from and --to)."
    if wish.first is not None and wish.last is not None and wish.first > wish.last:
        return f"The period ends ({wish.last}) before it begins ({wish.first})."
    if wish.has_sound and not wish.wanted_format.takes_sound:
        return "Only a web page can contain the recordings: use --sound with --format html."
    if wish.out is None and wish.wanted_format is ReportFormat.PDF and sys.stdout.isatty():
        return "A terminal cannot show a PDF; name a file with --out."
    return ""


def _order(wish: Wish, target: Path) -> ExportOrder:
    return ExportOrder(wish.scope, wish.wanted_format, target, wish.has_sound)


def _print(store: Store, takes: TakeFolder, wish: Wish) -> None:
    for chunk in report_bytes(store, takes, _order(wish, Path())):
        if wish.wanted_format is ReportFormat.PDF:
            say_bytes(chunk)
        else:
            say_as_it_is(chunk.decode())


def _write(store: Store, takes: TakeFolder, wish: Wish) -> None:
    chosen = sessions_of(store, wish.scope)
    target = _target(store, wish, chosen)
    with progress_line() as line:
        export(store, takes, _order(wish, target), lambda done, total: line.show(f"{done} of {total} interviews"))
    say(f"{'1 answer' if wish.answer is not None else counted(len(chosen), 'interview')} written to {target}.")


def _target(store: Store, wish: Wish, chosen: tuple[SessionId, ...]) -> Path:
    if wish.out is None or not (wish.is_folder or wish.out.is_dir()):
        return wish.out or Path()
    summary = store.session(chosen[0]) if len(chosen) == 1 and wish.scope.is_named else None
    return _made(wish.out) / name_of_file(wish.scope, wish.wanted_format, summary)


def _write_subtitles(store: Store, takes: TakeFolder, wish: Wish) -> None:
    """One file for each recorded answer; a single one may be printed, or have the name of a file."""
    takes_found = [
        (store.session(session), answer)
        for session in sessions_of(store, wish.scope)
        for answer in store.answers(session)
        if answer.transcript is not None and answer.transcript.words
    ]
    if not takes_found:
        raise NothingToExport("The words of these answers have no timings. Nothing was written.")
    if len(takes_found) == 1 and not (wish.out is not None and (wish.is_folder or wish.out.is_dir())):
        one = replace(wish, ids=(), first=None, last=None, answer=takes_found[0][1].id)
        _print(store, takes, one) if wish.out is None else _write(store, takes, one)
        return
    if wish.out is None:
        raise ExportRefused(
            f"There are {len(takes_found)} recordings, each with its own subtitles: name a folder with --out, or "
            "one answer with --answer. Nothing was written."
        )
    folder = _made(wish.out)
    for summary, answer in takes_found:
        scope = Scope(answer.id)
        target = folder / name_of_file(scope, wish.wanted_format, summary)
        export(store, takes, ExportOrder(scope, wish.wanted_format, target))
    say(f"{len(takes_found)} files written to {folder}.")


def _made(folder: Path) -> Path:
    """The folder, made if there is none. Raises ExportRefused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportRefused(f"{folder} is not a folder that can be written to ({error.strerror}).") from error
    return folder
