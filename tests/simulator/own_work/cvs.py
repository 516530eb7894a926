"""A made-up CV of one page with the traps of real ones, and files that hold it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

CV = """\
Zoë Brückner-Øst
Data scientist, Leipzig · zoe@spark-mail.example · +49 170 0000000
github.com/zoe/pytorch-things

PROFILE
Data scientist with six years in retail and logistics. I go to customers early and react to what they say.

EXPERIENCE
Data Scientist, Nordlicht Logistik GmbH, Leipzig                     2020 – present
• Built a delivery time model with XGBoost and LightGBM that cut late parcels by 18 %
• Designed and deployed the feature pipeline on Spark and Kafka, run
  by Airflow on Kubernetes
• Responsible for A/B tests with the operations team
Analyst, Kaufhalle AG                                               2017 – 2020
• Developed a churn model (logistic regression, later random forests) for 400,000 card holders
• Reports in SQL, Tableau and Excel

PROJECTS
Bird song classifier (2022)
- CNN on spectrograms in PyTorch, 86 % balanced accuracy on 40 species
- Published the data set
Recipe search | 2021
- Sentence-BERT embeddings and FAISS

EDUCATION
MSc Statistics, Universität Leipzig, 2017
Thesis: Survival analysis of machine parts

SKILLS
Python, R, SQL, scikit-learn, pandas,
Docker, Git

INTERESTS
Go (the board game), reading Kafka, "spark joy" tidying
"""
TECHNIQUES = (
    "XGBoost", "LightGBM", "Spark", "Kafka", "Airflow", "Kubernetes", "A/B testing", "churn prediction",
    "logistic regression", "random forests", "SQL", "Tableau", "Excel", "convolutional neural networks", "PyTorch",
    "sentence transformers", "FAISS", "survival analysis", "Python", "R", "scikit-learn", "pandas", "Docker", "Git",
)  # fmt: skip
PROJECTS = (
    "Bird song classifier", "Recipe search", "Delivery time model", "Feature pipeline on Spark and Kafka",
    "Churn model",
)  # fmt: skip


def pdf_of(text: str) -> bytes:
    """A PDF with one page of these lines, written by hand; without lines it is a page as a scanner makes it."""
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in text.splitlines())
    return pdf_drawing(f"/F1 10 Tf 12 TL 40 800 Td\n{shown}")


def pdf_with_gaps(text: str) -> bytes:
    """The same page as TeX sets it: no blanks between words, each word moved to its place."""
    shown = "".join("[" + f"-{_GAP} ".join(f"({_escaped(word)})" for word in line.split()) + "] TJ T*\n"
                    for line in text.splitlines())  # fmt: skip
    return pdf_drawing(f"/F1 10 Tf 12 TL 40 800 Td\n{shown}")


_GAP: Final = 190  # thousandths of the font's size; a blank of Helvetica has 278


def pdf_placed(*placed: tuple[int, int, str]) -> bytes:
    """A page with each text at its place, in this order: from the left and from the bottom, in points."""
    return pdf_drawing("/F1 10 Tf\n" + "".join(f"1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj\n" for x, y, text in placed))


def pdf_drawing(shown: str) -> bytes:
    """A PDF with one page that shows this text. Its font says of "{" that it is the ligature "ffi", of "}" "fl"."""
    drawn = f"BT {shown}ET".encode("cp1252", "replace")
    ligatures = b"2 beginbfchar <7B> <FB03> <7D> <FB02> endbfchar"
    space = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7A> <0020> endbfrange "
    names = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def "
    mapped = names + space + ligatures + b" endcmap end end"
    to_unicode = b" /ToUnicode 7 0 R" if "{" in shown or "}" in shown else b""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding%s >>" % to_unicode,
        b"<< /Font << /F1 5 0 R >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(mapped), mapped),
    )
    return _assembled(objects)


def _escaped(text: str) -> str:
    return text.replace("(", r"\050").replace(")", r"\051")


def _assembled(objects: tuple[bytes, ...]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    foot = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(written))
    return written + head + table + foot


def write(folder: Path, name: str, content: bytes | str) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
