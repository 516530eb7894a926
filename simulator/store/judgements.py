"""What was said of an answer and when: the report in use, the user's corrections to it, and earlier reports."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlite_utils.db import Database

from simulator.analysis.report import AnswerReport
from simulator.corrections import Correction, corrected
from simulator.store.records import AnswerId, EarlierReport
from simulator.store.rows import from_json, moment, report_columns, to_json


def keep_report(db: Database, answer: AnswerId, report: AnswerReport) -> None:
    """Put `report` in use, the user's corrections applied to it; the one before stays as an earlier report."""
    row = _row(db, answer)
    before = row["uncorrected_report"] or row["report"]
    if before is not None and before != to_json(report):
        db.table("reports").insert(
            {
                "answer_id": answer,
                "judged_at": row["judged_at"],
                "analysis_version": row["analysis_version"],
                "rules": row["rules"],
                "report": before,
            }
        )
    db.table("answers").update(answer, {"judged_at": moment(datetime.now(UTC))})
    _use(db, answer, report)


def add_correction(db: Database, answer: AnswerId, correction: Correction) -> None:
    """Note a correction and let the report follow."""
    db.table("corrections").insert(
        {"answer_id": answer, "made_at": moment(datetime.now(UTC)), "correction": to_json(correction)}
    )
    _correct(db, answer)


def take_back(db: Database, answer: AnswerId) -> Correction | None:
    """Forget the latest correction, let the report follow, and return it; None if there is none."""
    rows = list(db.table("corrections").rows_where("answer_id = ?", [answer], order_by="id DESC", limit=1))
    if not rows:
        return None
    db.table("corrections").delete(rows[0]["id"])
    _correct(db, answer)
    return from_json(rows[0]["correction"], Correction)


def corrections_of(db: Database, answer: AnswerId) -> tuple[Correction, ...]:
    """The corrections to an answer, oldest first."""
    rows = db.table("corrections").rows_where("answer_id = ?", [answer], order_by="id")
    return tuple(from_json(row["correction"], Correction) for row in rows)


def original_of(db: Database, answer: AnswerId) -> AnswerReport | None:
    """The report in use as it was before any correction."""
    row = _row(db, answer)
    original = row["uncorrected_report"] or row["report"]
    return None if original is None else from_json(original, AnswerReport)


def earlier_of(db: Database, answer: AnswerId) -> tuple[EarlierReport, ...]:
    """Reports that were in use before, oldest first."""
    rows = db.table("reports").rows_where("answer_id = ?", [answer], order_by="id")
    return tuple(
        EarlierReport(
            judged_at=datetime.fromisoformat(row["judged_at"]) if row["judged_at"] else None,
            analysis_version=row["analysis_version"],
            rules=row["rules"],
            report=from_json(row["report"], AnswerReport),
        )
        for row in rows
    )


def judgeable(db: Database) -> tuple[AnswerId, ...]:
    """Saved answers that have words to be judged, oldest first."""
    rows = db.table("answers").rows_where(
        "status = 'saved' AND (transcript IS NOT NULL OR report IS NOT NULL)", select="id", order_by="id"
    )
    return tuple(AnswerId(row["id"]) for row in rows)


def _correct(db: Database, answer: AnswerId) -> None:
    original = original_of(db, answer)
    if original is not None:
        _use(db, answer, original)


def _use(db: Database, answer: AnswerId, original: AnswerReport) -> None:
    """Write what screens and figures read, and the original beside it if it differs."""
    report = corrected(original, corrections_of(db, answer))
    kept = None if report == original else to_json(original)
    columns = report_columns(report) | {"rules": report.rules, "uncorrected_report": kept}
    db.table("answers").update(answer, columns)


def _row(db: Database, answer: AnswerId) -> dict[str, Any]:
    select = "report, uncorrected_report, judged_at, analysis_version, rules"
    return next(db.table("answers").rows_where("id = ?", [answer], select=select))
