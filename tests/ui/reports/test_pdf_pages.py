"""The pages of a PDF, read back."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from tests.ui.reports.made_up import MARKUP, mischievous_record, report_of, report_of_period
from tests.ui.samples import MUTABLE_DEFAULT, long_record, sample_record, sample_summary
from ui.reports.contents import ReportContents
from ui.reports.pdf_pages import pdf_pages
from ui.words.session_summary import session_title


def pages_of(report: ReportContents) -> list[str]:
    """What is read on each page, blank space made one."""
    document = pdfium.PdfDocument(b"".join(pdf_pages(report)))
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def long_pages() -> list[str]:
    records = (sample_record(), long_record(), sample_record(question=MUTABLE_DEFAULT), sample_record())
    return pages_of(report_of(*records))


def test_the_words_are_on_the_pages_once_and_in_order(long_pages: list[str]) -> None:
    """A line that is cut in two by the edge of a page would be read on both."""
    text = " ".join(re.sub(r"ML engineer · System design Page \d+|Page \d+", "", page) for page in long_pages)
    assert text.count("learning curves for both, and if the gap keeps") == 3
    record = long_record()
    assert record.transcript is not None
    said = [word.text for word in record.transcript.words]
    assert text.count("learning") >= said.count("learning")
    for words in (
        "You could have stopped here · 0:58",
        "Rule out leakage",
        "Say leakage next time.",
        "basket.append(item)",
    ):
        assert words in text
    assert text.index("ML engineer") < text.index("Two things to try") < text.index("basket.append(item)")


def test_every_page_has_its_number(long_pages: list[str]) -> None:
    assert len(long_pages) > 3
    assert all(f"Page {number}" in page for number, page in enumerate(long_pages, start=1))


def test_an_interview_of_a_period_begins_a_page() -> None:
    period = report_of_period((sample_summary(3), (sample_record(),)), (sample_summary(4), (sample_record(),)))
    pages = pages_of(period)
    titles = [session_title(sample_summary(number)) for number in (3, 4)]
    begun = [next(at for at, page in enumerate(pages) if title in page) for title in titles]
    assert begun[0] == 0 < begun[1]
    assert pages[begun[1]].startswith(f"All interviews Page {begun[1] + 1} {titles[1]}")


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_page() -> None:
    for note_lines in range(0, 40, 4):
        record = sample_record(note="\n".join("A line of a note." for _ in range(note_lines)))
        for page in pages_of(report_of(record, sample_record())):
            last = page.split(" Page ")[0].removesuffix("ML engineer · System design").strip()
            assert not last.endswith(("Key points", "Your notes", "Model answer", "What you said", "overfitting?"))


def test_markup_is_printed_as_it_is() -> None:
    record = mischievous_record(MARKUP)
    for shown in (record, replace(record, report=None, failure=MARKUP)):
        text = "".join(pages_of(report_of(shown))).replace(" ", "")
        assert text.count("<script>alert(1)</script>") >= 4
