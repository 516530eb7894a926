"""Files of every kind give their text or one clear sentence; hostile ones do no harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from simulator.errors import UnreadableDocument
from simulator.own_work.cv.projects import projects_in
from simulator.own_work.cv.techniques import techniques_in
from simulator.own_work.documents.file_text import LARGEST_BYTES, MOST_PAGES
from simulator.own_work.documents.reading import read_document
from tests.simulator.own_work.cvs import CV, PROJECTS, TECHNIQUES, pdf_of, write
from tests.simulator.own_work.documents import readers


def docx_of_the_cv() -> bytes:
    document = docx.Document()
    document.add_heading("Projects", 1)
    document.add_paragraph("Bird song classifier", style="List Bullet")
    document.add_heading("Skills", 1)
    document.add_table(1, 2).rows[0].cells[0].text = "Python, XGBoost"
    return saved(document.save)


def saved(save: object) -> bytes:
    file = io.BytesIO()
    save(file)  # type: ignore[operator]  # both libraries write into a file
    return file.getvalue()


def written_by(change: object, pages: int = 0) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(CV))))
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    change(writer)  # type: ignore[operator]
    return saved(writer.write)


def zip_of(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return file.getvalue()


def docx_with(document: bytes) -> bytes:
    """The DOCX above with another text part."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_of_the_cv())) as good, zipfile.ZipFile(file, "w") as packed:
        for entry in good.namelist():
            packed.writestr(entry, document if entry == "word/document.xml" else good.read(entry))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cv.txt", CV),
        ("Lebenslauf Zoë 简历.MD", CV),
        ("cv.markdown", CV.encode("utf-8-sig")),
        ("utf16.txt", CV.encode("utf-16")),
        ("cp1252.txt", CV.replace("–", "-").encode("cp1252", "replace")),
        ("cv.pdf", pdf_of(CV)),
        ("junk before.pdf", b"junk\n" + pdf_of(CV)),
        ("locked against changes.pdf", written_by(lambda writer: writer.encrypt("", "owner", algorithm="RC4-128"))),
    ],
)
def test_a_cv_is_read_from_a_file(tmp_path: Path, name: str, content: bytes | str) -> None:
    text = read_document(write(tmp_path, name, content))
    assert tuple(technique.name for technique in techniques_in(text)) == TECHNIQUES
    assert set(PROJECTS) <= {project.name for project in projects_in(text)}


def test_a_docx_keeps_its_headings_bullets_and_tables(tmp_path: Path) -> None:
    text = read_document(write(tmp_path, "cv.docx", docx_of_the_cv()))
    assert [project.name for project in projects_in(text)] == ["Bird song classifier"]
    assert [technique.name for technique in techniques_in(text)] == ["Python", "XGBoost"]


BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    b"&j;</w:t></w:r></w:p></w:body></w:document>"
)
STRANGER = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w='
    b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>'
    b"</w:body></w:document>"
)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("locked.pdf", written_by(lambda writer: writer.encrypt("secret", algorithm="RC4-128")), "password"),
        ("scan.pdf", pdf_of(""), "pictures of text"),
        ("cut.pdf", pdf_of(CV)[:200], "damaged"),
        ("garbage.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 50, "damaged"),
        ("text.pdf", CV, "is named as a PDF but is not one"),
        ("book.pdf", written_by(lambda _writer: None, MOST_PAGES), "pages"),
        ("broken.docx", docx_of_the_cv()[:800], "is named as a DOCX"),
        ("other.docx", zip_of("mimetype", b"application/epub"), "damaged"),
        ("bomb.docx", zip_of("word/document.xml", bytes(60_000_000)), "unpacks to far more"),
        ("laughs.docx", docx_with(BILLION_LAUGHS), "damaged|no text"),
        ("stranger.docx", docx_with(STRANGER), "no text"),
        ("empty.docx", saved(docx.Document().save), "contains no text"),
        ("pdf.docx", pdf_of(CV), "is named as a DOCX"),
        ("empty.txt", b"", "contains no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "something else"),
        ("huge.txt", b"Python " * (LARGEST_BYTES // 7 + 1), "larger than 10 MB"),
        ("cv.doc", b"\xd0\xcf\x11\xe0", "not a supported type of file"),
        ("cv.html", b"<script>Python</script>", "not a supported type of file"),
        ("cv", CV, "not a supported type of file"),
    ],
)
@pytest.mark.timeout(60)
def test_what_gives_no_text_gives_one_sentence(tmp_path: Path, name: str, content: bytes | str, why: str) -> None:
    with pytest.raises(UnreadableDocument, match=why) as told:
        read_document(write(tmp_path, name, content))
    assert str(told.value).startswith(f"“{name}” ")
    assert str(told.value).endswith(". Nothing was taken from it.")
    assert "\n" not in str(told.value)


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(UnreadableDocument, match="not a regular file"):
        read_document(tmp_path / "folder.pdf")
    with pytest.raises(UnreadableDocument, match="does not exist"):
        read_document(tmp_path / "gone.pdf")


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"within 0\.5 s"):
        read_document(write(tmp_path, "slow.pdf", pdf_of(CV)), 0.5, readers.hang)


def test_a_file_that_kills_its_reader_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="damaged"):
        read_document(write(tmp_path, "deadly.pdf", pdf_of(CV)), in_child=readers.crash)


def test_the_library_is_imported_in_the_child_alone_and_qt_never(tmp_path: Path) -> None:
    names = read_document(write(tmp_path, "cv.pdf", pdf_of(CV)), in_child=readers.read_and_name_modules).split()
    assert "pypdfium2" in names
    assert not [name for name in names if name.startswith("PySide6")]
