"""The call `viva-voce sessions export`: what can be asked for. The work is done in `ui.commands`, imported late."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ui.call_parts import add_call
from ui.reports.report_format import ReportFormat

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder

_EXAMPLES: Final = """\
examples:
  viva-voce sessions export 12 --out interview.html            the format is taken from the name
  viva-voce sessions export 12 --sound --out reports/          with the recordings in the page
  viva-voce sessions export --from 2026-11-01 --to 2026-11-30 --format pdf --out november.pdf
  viva-voce sessions export --format csv > answers.csv         all interviews, one row per answer
  viva-voce sessions export --answer 34 --format srt --out take.srt
  viva-voce sessions export 12 --format vtt --out subtitles/   one file per recorded answer

Without numbers, --answer, --from or --to, all interviews are exported. Days are those of this computer's calendar, both
included. An existing file is replaced once the new one is complete.
"""


def add_sessions_export(group: Any) -> None:
    """`export` among the calls of `viva-voce sessions`; `group` is what `add_subparsers` gave."""
    about = "Export interviews as a web page, PDF, Markdown, table, data or subtitles."
    call = add_call(group, "export", about, _export, _EXAMPLES)
    call.add_argument("ids", type=int, nargs="*", metavar="ID", help="interviews, by their numbers in “sessions list”")
    call.add_argument(
        "--from", dest="first", type=_day, metavar="DATE", help="only from this day on, such as 2026-11-01"
    )
    call.add_argument("--to", dest="last", type=_day, metavar="DATE", help="only up to the end of this day")
    call.add_argument("--answer", type=int, metavar="ID", help="only this answer, by its id in “sessions show --json”")
    call.add_argument(
        "--format",
        type=ReportFormat,
        choices=list(ReportFormat),
        metavar="FORMAT",
        help=f"{', '.join(ReportFormat)} (default: taken from the name of FILE, otherwise html)",
    )
    call.add_argument("--sound", action="store_true", help="put the recordings into the web page")
    call.add_argument(
        "--out", metavar="FILE|DIR", help="the file to write, or a folder for it (default: standard output)"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write it as 2026-11-30") from None


def _export(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.export_sessions import Wish, export_sessions

    wish = Wish(
        tuple(options.ids),
        options.answer,
        options.first,
        options.last,
        options.format,
        None if options.out is None else Path(options.out),
        has_sound=options.sound,
        is_folder=(options.out or "").endswith(("/", "\\")),
    )
    return export_sessions(data_folder, wish)
