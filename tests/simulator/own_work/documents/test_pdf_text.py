"""A PDF gives the words that one sees: apart, whole, in plain letters, column after column."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from simulator.errors import UnreadableDocument
from simulator.own_work.cv.project import Project
from simulator.own_work.cv.projects import projects_in
from simulator.own_work.cv.techniques import techniques_in
from simulator.own_work.documents.reading import read_document
from tests.simulator.own_work.cvs import CV, PROJECTS, TECHNIQUES, pdf_of, pdf_placed, pdf_with_gaps, write


def encrypted(algorithm: str, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(CV))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def projects_of(folder: Path, content: bytes) -> tuple[Project, ...]:
    return projects_in(read_document(write(folder, "cv.pdf", content)))


def test_words_that_only_gaps_part_stand_apart(tmp_path: Path) -> None:
    text = read_document(write(tmp_path, "cv.pdf", pdf_with_gaps(CV)))
    assert tuple(technique.name for technique in techniques_in(text)) == TECHNIQUES
    assert tuple(project.name for project in projects_in(text)) == PROJECTS


def test_letters_that_are_spaced_out_are_words(tmp_path: Path) -> None:
    spaced = pdf_with_gaps("P R O J E C T S\n\nBird song classifier\n- CNN in PyTorch\n\nS K I L L S\nPython")
    assert projects_of(tmp_path, spaced) == (
        Project("Bird song classifier", ("convolutional neural networks", "PyTorch")),
    )


def test_ligatures_are_plain_letters(tmp_path: Path) -> None:
    found = projects_of(tmp_path, pdf_of("Projects\nTra{c classi}ow\n- Air}ow and ML}ow, e{cient in Python"))
    assert found == (Project("Traffic classiflow", ("Airflow", "MLflow", "Python")),)


def test_a_word_that_a_hyphen_breaks_is_whole(tmp_path: Path) -> None:
    found = projects_of(tmp_path, pdf_of("Projects\nBird song classifier\n- Random for-\nests, cross-\nvalidation"))
    assert found == (Project("Bird song classifier", ("random forests", "cross-validation")),)


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_file_that_is_locked_against_changes_only_is_read(tmp_path: Path, algorithm: str) -> None:
    found = projects_of(tmp_path, encrypted(algorithm, ""))
    assert tuple(project.name for project in found) == PROJECTS


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_file_with_a_password_says_so(tmp_path: Path, algorithm: str) -> None:
    with pytest.raises(UnreadableDocument, match="is locked with a password"):
        projects_of(tmp_path, encrypted(algorithm, "secret"))


def test_two_columns_are_read_one_after_the_other_though_the_file_holds_them_row_by_row(tmp_path: Path) -> None:
    left = ("SKILLS", "Python", "PyTorch", "Spark", "", "LANGUAGES", "English", "German")
    right = ("PROJECTS", "Bird song classifier", "- CNN on spectrograms", "- focal loss", "Parcel delay forecast",
             "- LightGBM and Kafka", "- run by Airflow", "EDUCATION")  # fmt: skip
    rows = zip(range(700, 0, -14), left, right, strict=False)
    placed = [(x, y, text) for y, *texts in rows for x, text in zip((40, 230), texts, strict=True) if text]
    text = read_document(write(tmp_path, "cv.pdf", pdf_placed(*placed)))
    assert projects_in(text) == (
        Project("Bird song classifier", ("convolutional neural networks",)),
        Project("Parcel delay forecast", ("LightGBM", "Kafka", "Airflow")),
    )
    assert {"Spark", "PyTorch", "Airflow"} <= {technique.name for technique in techniques_in(text)}


def test_a_date_at_the_right_edge_belongs_to_its_line(tmp_path: Path) -> None:
    lines = ("PROJECTS", "Bird song classifier", "- CNN in PyTorch", "Recipe search", "- BM25 in Python", "Fraud watch",
             "- XGBoost")  # fmt: skip
    placed = [(40, 700 - 14 * row, text) for row, text in enumerate(lines)]
    dates = [(500, 700 - 14 * row, f"202{row}") for row in (1, 3, 5)]
    found = projects_of(tmp_path, pdf_placed(*placed, *dates))
    assert [project.name for project in found] == ["Bird song classifier", "Recipe search", "Fraud watch"]
