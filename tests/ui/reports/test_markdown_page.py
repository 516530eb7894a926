"""The report as Markdown, read back by a parser of CommonMark with GitHub's additions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.ui.reports.made_up import FORMULA, MARKDOWN, MARKUP, mischievous_record, report_of, report_of_period
from tests.ui.samples import MUTABLE_DEFAULT, praised_report, sample_record, sample_summary, silent_record
from ui.reports.contents import ReportContents
from ui.reports.markdown_escape import code_block, inline, line, lines
from ui.reports.markdown_page import markdown_page

PARSER = MarkdownIt("gfm-like", {"linkify": False})


def page_of(report: ReportContents) -> str:
    return "".join(markdown_page(report))


def tokens_of(text: str) -> list[Token]:
    """All tokens, those within lines too."""
    tokens = PARSER.parse(text)
    return [*tokens, *(child for token in tokens for child in token.children or ())]


def text_of(text: str) -> str:
    return "".join(token.content for token in tokens_of(text) if token.type in ("text", "text_special"))


@pytest.mark.parametrize(
    "words",
    [MARKUP, MARKDOWN, FORMULA, "- item", "+ item", "1. item", "1) item", "# head", "===", "---", "> quote", "~~~",
     "a_b_c", "    code", "[x]: http://example.org", "\\", "||", "$x$", "&copy;", ":", "2", "C# and R&D", "|---|"],
)  # fmt: skip
def test_words_stay_these_words(words: str) -> None:
    for text in (line(words), f"so {inline(words)}"):
        found = tokens_of(text)
        assert {token.type for token in found} <= {
            "paragraph_open",
            "inline",
            "paragraph_close",
            "text",
            "text_special",
        }
        assert text_of(text).removeprefix("so ") == " ".join(words.split())


def test_addresses_are_no_links() -> None:
    assert inline("see www.a.org, https://a.org, a@b.org") == "see www\\.a.org, https\\://a.org, a\\@b.org"


def test_lines_and_paragraphs_stay_apart() -> None:
    found = tokens_of(lines("one\n- two\n\nthree"))
    assert [token.type for token in found].count("paragraph_open") == 2
    assert [token.type for token in found].count("hardbreak") == 1
    assert "bullet_list_open" not in [token.type for token in found]


def test_no_fence_in_the_code_closes_its_own() -> None:
    code = "print('a')\n```\n````\n# no heading"
    (fence,) = PARSER.parse(code_block(code))
    assert (fence.type, fence.content) == ("fence", code + "\n")


def test_an_interview_is_told_under_headings() -> None:
    page = page_of(report_of(sample_record(report=praised_report()), silent_record()))
    found = PARSER.parse(page)
    heads = [found[at + 1].content for at, token in enumerate(found) if token.type == "heading_open"]
    question = "How do you find out whether it is overfitting?"
    assert heads == [
        "ML engineer · System design",
        question, "What you said", "Key points", "Your notes", "Model answer",
        question, "Model answer",
    ]  # fmt: skip
    assert "**Um**, first I'd compare the error" in page
    assert "- ✓ All six key points made, the last one by 0:57. (0:57)" in page
    assert "| Length | 1:52 | 22 s over 1:30 |" in page
    assert [token.type for token in found].count("table_open") == 1


def test_a_period_has_a_heading_for_each_interview() -> None:
    page = page_of(report_of_period((sample_summary(3), (sample_record(),)), (sample_summary(4), (sample_record(),))))
    assert page.count("\n## ") == 2
    assert page.count("\n### How do you find out") == 2


def test_code_stands_as_it_is() -> None:
    page = page_of(report_of(sample_record(question=MUTABLE_DEFAULT)))
    assert f"```\n{MUTABLE_DEFAULT.code}\n```" in page


@pytest.mark.parametrize("words", [MARKUP, MARKDOWN])
def test_nothing_said_is_markdown(words: str) -> None:
    record = mischievous_record(words)
    for report in (report_of(record), report_of(replace(record, report=None, failure=words))):
        kinds = {token.type for token in tokens_of(page_of(report))}
        assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "s_open", "code_block"}
