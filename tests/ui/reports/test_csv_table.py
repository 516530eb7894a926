"""Answers as rows of a table."""

from __future__ import annotations

import csv
import io

import pytest

from tests.ui.reports.made_up import FORMULA, mischievous_record, report_of, report_of_period
from tests.ui.samples import sample_record, sample_summary, silent_record
from ui.reports.contents import ReportContents
from ui.reports.csv_table import COLUMNS, csv_table


def rows_of(report: ReportContents) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_table(report)), newline="")))


def test_there_is_one_row_an_answer() -> None:
    first, second = rows_of(report_of(sample_record(), silent_record()))
    assert list(first) == list(COLUMNS)
    assert (first["session"], first["answer"], first["position"], first["attempt"]) == ("3", "7", "2", "1")
    assert (first["answer_s"], first["light"], first["filler_sounds_per_minute"]) == ("112.0", "amber", "4.1")
    assert (first["key_points_made"], first["key_points_not_heard"], first["rambling"]) == ("4", "2", "true")
    assert first["note"] == "Say leakage next time."
    assert second["status"] == "saved"
    assert second["words_per_minute"] == second["key_points_made"] == second["answer_s"] == ""


def test_a_period_is_one_table() -> None:
    period = report_of_period((sample_summary(3), (sample_record(),)), (sample_summary(4), (sample_record(),)))
    assert [row["session"] for row in rows_of(period)] == ["3", "4"]


def test_without_answers_there_are_the_names_of_the_columns() -> None:
    assert "".join(csv_table(report_of())) == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("words", [FORMULA, "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_no_cell_is_a_formula(words: str) -> None:
    (row,) = rows_of(report_of(mischievous_record(words)))
    assert row["question"] == row["note"] == f"'{words}".replace("\r", "\n")
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
