"""Makes a file of interviews: chooses the format's writer, gives it the contents, and puts the whole in its place."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recordings.take_file import open_take
from recordings.take_folder import STATE_SENTENCES, TakeState
from simulator.store.records import LET_GO
from ui.reports.contents import OnProgress, contents_of, no_sound
from ui.reports.errors import NothingToExport
from ui.reports.report_format import ReportFormat
from ui.reports.scope import Scope
from ui.reports.whole_file import write_whole

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.store.records import AnswerRecord, SessionSummary
    from simulator.store.store import Store
    from ui.reports.contents import ReportContents


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be written where. `has_sound`: with the recordings in it, if the format takes them."""

    scope: Scope
    format: ReportFormat
    target: Path
    has_sound: bool = False


def export(
    store: Store,
    library: TakeFolder,
    order: ExportOrder,
    on_progress: OnProgress | None = None,
    part: Path | None = None,
) -> None:
    """Write the file; `part` is the name it has until it is whole.

    Raises ExportRefused, NothingToExport, or a StoreError; then nothing is left of it.
    """
    write_whole(order.target, report_bytes(store, library, order, on_progress), part)


def report_bytes(
    store: Store, library: TakeFolder, order: ExportOrder, on_progress: OnProgress | None = None
) -> Iterator[bytes]:
    """The file in pieces; of a long period, the memory of one interview at a time. Raises as `export`, at once."""
    if order.format.is_subtitles:
        return iter((_subtitles(store, order).encode(),))
    sound_of = EmbeddedSound(library) if order.has_sound and order.format.takes_sound else no_sound
    contents = contents_of(store, order.scope, sound_of, on_progress)
    if order.format is ReportFormat.PDF:
        from ui.reports.pdf_pages import pdf_pages

        return pdf_pages(contents)
    return (text.encode("utf-8", "backslashreplace") for text in _text(contents, order.format))


def _text(contents: ReportContents, kind: ReportFormat) -> Iterator[str]:
    match kind:
        case ReportFormat.HTML:
            from ui.reports.html_page import html_page

            return html_page(contents)
        case ReportFormat.MARKDOWN:
            from ui.reports.markdown_page import markdown_page

            return markdown_page(contents)
        case ReportFormat.CSV:
            from ui.reports.csv_table import csv_table

            return csv_table(contents)
        case _:
            from ui.reports.json_document import json_document

            return json_document(contents)


def _subtitles(store: Store, order: ExportOrder) -> str:
    from ui.reports.subtitles import subtitles

    if order.scope.answer is None:
        raise NothingToExport("Subtitles are for a single answer: choose one. Nothing was written.")
    return subtitles(store.answer(order.scope.answer).transcript, order.format)


class EmbeddedSound:
    """Gives recordings as data addresses, to stand in the page itself."""

    def __init__(self, library: TakeFolder) -> None:
        self._library = library

    def __call__(self, record: AnswerRecord) -> tuple[str, str]:
        """The address, or why there is none; neither for an answer that was never recorded."""
        if not record.file_name or not record.samples:
            return "", ""
        try:
            with open_take(self._library.path_of(record.file_name)) as file:
                sound = file.read()
        except OSError:
            state = TakeState.LET_GO if record.sha256 == LET_GO else TakeState.MISSING
            return "", STATE_SENTENCES[state]
        return f"data:audio/wav;base64,{base64.b64encode(sound).decode()}", ""


def name_of_file(scope: Scope, kind: ReportFormat, summary: SessionSummary | None = None) -> str:
    """What the file is called if nobody says: "viva-voce-2026-11-19-interview-3.html".

    `summary` is the interview, where it is of one.
    """
    return f"viva-voce-{_about(scope, summary)}{kind.suffix}"


def _about(scope: Scope, summary: SessionSummary | None) -> str:
    if summary is not None:
        day = f"{summary.started_at.astimezone():%Y-%m-%d}-" if summary.is_readable else ""
        answer = f"-answer-{scope.answer}" if scope.answer is not None else ""
        return f"{day}interview-{summary.id}{answer}"
    if scope.sessions:
        return f"{len(scope.sessions)}-interviews"
    first, last = scope.period.first, scope.period.last
    if scope.period.is_endless:
        return "all-interviews"
    return "-".join(filter(None, (f"from-{first}" if first else "", f"to-{last}" if last else "")))
