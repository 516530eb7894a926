"""A DOCX gives what one sees: changes accepted, text boxes, tables in tables, header and footer."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from simulator.own_work.cv.project import Project
from simulator.own_work.cv.projects import projects_in
from simulator.own_work.cv.techniques import techniques_in
from simulator.own_work.documents.reading import read_document
from tests.simulator.own_work.cvs import write


def text_of(folder: Path, fill: Callable[[Document], None]) -> str:
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return read_document(write(folder, "cv.docx", file.getvalue()))


def techniques_of(text: str) -> set[str]:
    return {technique.name for technique in techniques_in(text)}


def put(document: Document, paragraph: str) -> None:
    """A paragraph as Word writes it, with its tags shortened: "<w:r>" is a run."""
    namespaces = nsdecls("w") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    document.element.body.insert(-1, parse_xml(paragraph.replace("<w:p>", f"<w:p {namespaces}>", 1)))


def test_a_table_in_a_table_is_read(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        left, right = document.add_table(1, 2).rows[0].cells
        left.text = "SKILLS\nPython, PyTorch"
        right.text = "PROJECTS"
        right.add_paragraph("Bird song classifier", style="List Bullet")
        inner = right.add_table(2, 2)
        for row, texts in enumerate(
            (("Parcel delay forecast", "LightGBM, Kafka"), ("Churn model", "logistic regression"))
        ):
            for column, text in enumerate(texts):
                inner.rows[row].cells[column].text = text

    text = text_of(tmp_path, fill)
    assert projects_in(text) == (
        Project("Bird song classifier"),
        Project("Parcel delay forecast", ("LightGBM", "Kafka")),
        Project("Churn model", ("churn prediction", "logistic regression")),
    )
    assert {"Python", "PyTorch"} <= techniques_of(text)


BOX = """<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>
</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    lines = ("SKILLS", "Python, PyTorch, Spark, Kafka", "PROJECTS", "Bird song classifier with XGBoost")
    shown = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    text = text_of(tmp_path, lambda document: put(document, BOX.replace("{}", shown)))
    assert techniques_of(text) == {"Python", "PyTorch", "Spark", "Kafka", "XGBoost"}
    assert projects_in(text) == (Project("Bird song classifier with XGBoost", ("XGBoost",)),)
    assert text.count("SKILLS") == 1


def test_changes_count_as_accepted(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Projects", 1)
        put(
            document,
            """<w:p><w:r><w:t xml:space="preserve">Bird song classifier in </w:t></w:r>
        <w:del w:id="1" w:author="a"><w:r><w:delText>TensorFlow</w:delText></w:r></w:del>
        <w:ins w:id="2" w:author="a"><w:r><w:t>PyTorch</w:t></w:r></w:ins>
        <w:r><w:t xml:space="preserve"> with XGBoost</w:t></w:r></w:p>""",
        )
        put(
            document,
            """<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="a"/></w:rPr></w:pPr>
        <w:r><w:t xml:space="preserve">Recipe </w:t></w:r></w:p>""",
        )
        put(document, "<w:p><w:r><w:t>search in SQL</w:t></w:r></w:p>")

    text = text_of(tmp_path, fill)
    assert "TensorFlow" not in text
    assert "Bird song classifier in PyTorch with XGBoost" in text
    assert "Recipe search in SQL" in text


def test_header_and_footer_are_read(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Robin Example · Skills: Python, Spark"
        document.sections[0].footer.paragraphs[0].text = "Kafka, Airflow"
        document.add_heading("Projects", 1)
        document.add_paragraph("Bird song classifier with PyTorch", style="List Bullet")

    text = text_of(tmp_path, fill)
    assert techniques_of(text) == {"Python", "Spark", "Kafka", "Airflow", "PyTorch"}
    assert [project.name for project in projects_in(text)] == ["Bird song classifier with PyTorch"]


def test_content_controls_tabs_and_breaks_are_read(tmp_path: Path) -> None:
    run = "<w:r><w:t>Python</w:t><w:tab/><w:t>SQL</w:t><w:br/><w:t>Docker</w:t></w:r>"
    inside = f"<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>"
    text = text_of(tmp_path, lambda document: put(document, f"<w:p><w:r><w:t>Skills: </w:t></w:r>{inside}</w:p>"))
    assert "Python\tSQL\nDocker" in text
