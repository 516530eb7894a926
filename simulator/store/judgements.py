"""What was said of an answer and when: the report in use, the user's corrections to it, and earlier reports.

Corrections of the words themselves: `word_corrections`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

from sqlite_utils.db import Database

from simulator.analysis.report import AnswerReport
from simulator.corrections import Correction, FlagCorrection, corrected
from simulator.store import word_corrections
from simulator.store.records import AnswerId, EarlierReport
from simulator.store.remains import moment_in, value_or
from simulator.store.rows import (
    UNREADABLE,
    Row,
    from_json,
    moment,
    question_from,
    report_columns,
    report_in,
    to_json,
    transcript_in,
    typed_in,
)
from simulator.transcript import Transcript
from simulator.verdict_corrections import VerdictCorrection, put_right
from simulator.word_corrections import WordCorrection

_MATTERS: Final[dict[str, type[FlagCorrection | VerdictCorrection]]] = {
    "flag": FlagCorrection,
    "verdict": VerdictCorrection,
}

_JUDGED: Final = (
    "report, uncorrected_report, judged_at, analysis_version, rules, "
    "file_name, transcript, transcript_text, uncorrected_transcript, has_new_words"
)
HAS_WORDS: Final = "(transcript IS NOT NULL OR (file_name IS NULL AND transcript_text <> ''))"


def keep_report(db: Database, answer: AnswerId, report: AnswerReport) -> AnswerReport:
    """Put `report` in use with the corrections, and return it so; the one before stays as an earlier report.

    Of words that were corrected since, only a report of the machine's own stays: else each correction left one behind.
    """
    row = _row(db, answer)
    before = row["uncorrected_report"] or row["report"]
    if before is not None and before != to_json(report) and _is_to_stay(row, before):
        db.table("reports").insert(
            {
                "answer_id": answer,
                "judged_at": row["judged_at"],
                "analysis_version": row["analysis_version"],
                "rules": row["rules"],
                "report": before,
            }
        )
    has_other_words = bool(row["has_new_words"]) or row["uncorrected_transcript"] is not None
    has_new_words = has_other_words and not _is_of(report, transcript_in(row["transcript"]) or typed_in(row))
    db.table("answers").update(answer, {"judged_at": moment(datetime.now(UTC)), "has_new_words": int(has_new_words)})
    return _use(db, answer, report)


def add_correction(db: Database, answer: AnswerId, correction: Correction) -> None:
    """Note a correction; the report follows with `follow`. Words in use follow at once, and are to be judged anew."""
    if isinstance(correction, WordCorrection):
        word_corrections.add(db, answer, correction, _latest(db, answer))
        return
    matter = next(name for name, kind in _MATTERS.items() if isinstance(correction, kind))
    row = {"answer_id": answer, "made_at": moment(datetime.now(UTC)), "matter": matter}
    db.table("corrections").insert(row | {"correction": to_json(correction)})


def take_back(db: Database, answer: AnswerId) -> Correction | None:
    """Forget the latest correction and return it, None if there is none; the report follows with `follow`."""
    latest = _latest(db, answer)
    taken = word_corrections.take_back(db, answer, latest)
    if taken is not None or not latest:
        return taken
    rows = db.table("corrections").rows_where("answer_id = ?", [answer], order_by="id DESC")
    for row in list(rows):
        if (correction := _correction_of(row)) is not None:
            db.table("corrections").delete(row["id"])
            return correction
    return None


def follow(db: Database, answer: AnswerId) -> AnswerReport | None:
    """Put the report in use once more, with the corrections there are now, and return it; None without a report."""
    original = original_of(db, answer)
    return None if original is None else _use(db, answer, original)


def corrections_of(db: Database, answer: AnswerId) -> tuple[FlagCorrection | VerdictCorrection, ...]:
    """The corrections to an answer's report, oldest first; what cannot be read is left out."""
    rows = db.table("corrections").rows_where("answer_id = ?", [answer], order_by="id")
    return tuple(correction for row in rows if (correction := _correction_of(row)) is not None)


def original_of(db: Database, answer: AnswerId) -> AnswerReport | None:
    """The report in use as it was before any correction."""
    row = _row(db, answer)
    return report_in(row["uncorrected_report"]) or report_in(row["report"])


def earlier_of(db: Database, answer: AnswerId) -> tuple[EarlierReport, ...]:
    """Reports that were in use before, oldest first; what cannot be read is left out."""
    rows = db.table("reports").rows_where("answer_id = ?", [answer], order_by="id")
    return tuple(
        EarlierReport(
            judged_at=value_or(partial(moment_in, row["judged_at"]), None),
            analysis_version=row["analysis_version"],
            rules=row["rules"],
            report=report,
        )
        for row in rows
        if (report := report_in(row["report"])) is not None
    )


def judgeable(db: Database) -> tuple[AnswerId, ...]:
    """Saved answers that have words to be judged, oldest first."""
    rows = db.table("answers").rows_where(
        f"status = 'saved' AND (report IS NOT NULL OR {HAS_WORDS})", select="id", order_by="id"
    )
    return tuple(AnswerId(row["id"]) for row in rows)


def _use(db: Database, answer: AnswerId, original: AnswerReport) -> AnswerReport:
    """Write what screens and figures read, and the original beside it if it differs."""
    report = _with_last_word(db, answer, original)
    kept = None if report == original else to_json(original)
    columns = report_columns(report) | {"rules": report.rules, "uncorrected_report": kept}
    row = _row(db, answer)
    if row["transcript"] is not None or row["has_new_words"]:
        del columns["transcript_text"]  # is that of the words in use, which the report may not be of yet
    db.table("answers").update(answer, columns)
    return report


def _with_last_word(db: Database, answer: AnswerId, original: AnswerReport) -> AnswerReport:
    corrections = corrections_of(db, answer)
    report = corrected(original, [one for one in corrections if isinstance(one, FlagCorrection)])
    verdicts = [one for one in corrections if isinstance(one, VerdictCorrection)]
    if not verdicts:
        return report
    row = next(db.table("answers").rows_where("id = ?", [answer], select="question, transcript"))
    try:
        transcript = None if row["transcript"] is None else from_json(row["transcript"], Transcript)
        return put_right(report, verdicts, question_from(row["question"]), transcript)
    except UNREADABLE:
        return report


def _correction_of(row: Row) -> FlagCorrection | VerdictCorrection | None:
    """None if it cannot be read."""
    try:
        return from_json(row["correction"], _MATTERS[row["matter"]])
    except UNREADABLE:
        return None


def _latest(db: Database, answer: AnswerId) -> int:
    """The latest correction to the report, 0 without one."""
    rows = db.table("corrections").rows_where("answer_id = ?", [answer], select="id", order_by="id DESC", limit=1)
    return next((int(row["id"]) for row in rows), 0)


def _is_to_stay(row: Row, report: str) -> bool:
    """Whether an earlier report is kept; one that cannot be read any more is, as it is."""
    before = report_in(report)
    return not row["has_new_words"] or before is None or _is_of(before, transcript_in(row["uncorrected_transcript"]))


def _is_of(report: AnswerReport, transcript: Transcript | None) -> bool:
    return transcript is not None and report.is_of(transcript)


def _row(db: Database, answer: AnswerId) -> dict[str, Any]:
    return next(db.table("answers").rows_where("id = ?", [answer], select=_JUDGED))
