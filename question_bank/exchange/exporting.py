"""Questions as the text of a file for other programs. None is written here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from question_bank.exchange.anki import anki_text
from question_bank.exchange.formats import Format
from question_bank.exchange.json_text import json_text
from question_bank.exchange.pack_writing import pack_yaml
from question_bank.exchange.tables import csv_text
from question_bank.models import Question
from question_bank.pack_format import PackHead

LEFT_OUT: Final = {
    Format.CSV: "the pack’s title and source",
    Format.ANKI: "title and source, key points' cues, custom target times, follow-ups, red flags and further reading",
}
"""What a format has no place for, in words; the others hold everything."""


def export_text(questions: Iterable[Question], head: PackHead, format_: Format) -> str:
    """The questions in this format, without what `LEFT_OUT` says."""
    match format_:
        case Format.CSV:
            return csv_text(questions)
        case Format.JSON:
            return json_text(head, questions)
        case Format.YAML:
            return pack_yaml(head, questions)
        case Format.MARKDOWN:
            from question_bank.exchange.markdown import markdown_text

            return markdown_text(head, questions)
        case Format.ANKI:
            return anki_text(questions)
