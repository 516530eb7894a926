"""Files of interviews, from a library on a disk."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from simulator.store.records import SessionId
from tests.ui.reports.conftest import Kept
from tests.ui.samples import sample_summary
from ui.reports.contents import contents_of
from ui.reports.errors import NothingToExport
from ui.reports.export import ExportOrder, export, name_of_file
from ui.reports.plain_text import plain_text
from ui.reports.report_format import FORMAT_NAMES, FORMAT_USES, ReportFormat
from ui.reports.scope import Period, Scope


def written(kept: Kept, kind: ReportFormat, scope: Scope, folder: Path, *, has_sound: bool = False) -> bytes:
    target = folder / f"report{kind.suffix}"
    export(kept.store, kept.library, ExportOrder(scope, kind, target, has_sound))
    return target.read_bytes()


@pytest.mark.parametrize("kind", [kind for kind in ReportFormat if not kind.is_subtitles])
def test_a_period_can_be_had_in_every_format(kept: Kept, tmp_path: Path, kind: ReportFormat) -> None:
    content = written(kept, kind, Scope(), tmp_path)
    if kind is ReportFormat.PDF:
        document = pdfium.PdfDocument(content)
        text = " ".join(page.get_textpage().get_text_range() for page in document)
        document.close()
    else:
        text = content.decode()
    for words in ("shrinkage", "dropout", "nothing"):
        assert words in text


@pytest.mark.parametrize("kind", [ReportFormat.SRT, ReportFormat.VTT])
def test_subtitles_are_of_one_answer(kept: Kept, tmp_path: Path, kind: ReportFormat) -> None:
    assert "um we tried shrinkage" in written(kept, kind, Scope(answer=kept.answers[0]), tmp_path).decode()
    with pytest.raises(NothingToExport, match="for a single answer"):
        written(kept, kind, Scope(), tmp_path / "elsewhere")


def test_recordings_stand_in_the_page_itself(kept: Kept, tmp_path: Path) -> None:
    page = written(kept, ReportFormat.HTML, Scope(), tmp_path, has_sound=True).decode()
    sounds = re.findall(r'<audio [^>]*src="data:audio/wav;base64,([A-Za-z0-9+/=]+)"', page)
    takes = [kept.library.path_of(f"take-{number}.wav").read_bytes() for number in range(3)]
    assert [base64.b64decode(sound) for sound in sounds] == takes
    assert "media-src" in page
    assert "<audio" not in written(kept, ReportFormat.HTML, Scope(), tmp_path).decode()


def test_a_recording_that_is_gone_is_said(kept: Kept, tmp_path: Path) -> None:
    kept.library.delete("take-0.wav")
    page = written(kept, ReportFormat.HTML, Scope(sessions=tuple(kept.sessions[:1])), tmp_path, has_sound=True)
    assert "The recording is missing." in page.decode()
    assert b"<audio" not in page


def test_what_cannot_be_read_any_more_is_told_of(kept: Kept, tmp_path: Path) -> None:
    with kept.store._connection.writing() as db:
        db.execute("UPDATE answers SET report = '{', question = 'x' WHERE id = ?", [kept.answers[0]])
        db.execute("UPDATE sessions SET started_at = 'never' WHERE id = ?", [kept.sessions[1]])
    for kind in ReportFormat:
        if not kind.is_subtitles:
            assert written(kept, kind, Scope(), tmp_path)
    page = (tmp_path / "report.html").read_text()
    assert "This answer cannot be read" in page
    assert f"Interview {kept.sessions[1]} cannot be read" in page
    assert len(json.loads((tmp_path / "report.json").read_text())["sessions"]) == 3


def test_text_to_paste_has_the_interview_and_its_answers(kept: Kept) -> None:
    text = plain_text(contents_of(kept.store, Scope(sessions=tuple(kept.sessions[:1]))))
    assert text.startswith("ML engineer · Machine learning\nSunday 1 March 2026, ")
    assert "“um we tried shrinkage”" in text
    assert "dropout" not in text


def test_files_are_named_after_what_is_in_them() -> None:
    summary, kind = sample_summary(3), ReportFormat.HTML
    assert name_of_file(Scope(sessions=(SessionId(3),)), kind, summary) == "viva-voce-2026-11-19-interview-3.html"
    unreadable = replace(summary, is_readable=False)
    assert name_of_file(Scope(sessions=(SessionId(3),)), kind, unreadable) == "viva-voce-interview-3.html"
    assert name_of_file(Scope(sessions=(SessionId(3), SessionId(4))), kind) == "viva-voce-2-interviews.html"
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    assert name_of_file(Scope(period=november), ReportFormat.CSV) == "viva-voce-from-2026-11-01-to-2026-11-30.csv"
    assert name_of_file(Scope(), ReportFormat.MARKDOWN) == "viva-voce-all-interviews.md"


def test_every_format_has_its_name_and_use() -> None:
    assert set(FORMAT_NAMES) == set(FORMAT_USES) == set(ReportFormat)
    assert [kind for kind in ReportFormat if kind.takes_sound] == [ReportFormat.HTML]
