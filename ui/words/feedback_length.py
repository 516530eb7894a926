"""How much there is to read after an answer, so that nobody is hurried on before the end of it. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.words.answer_title import sentence_of, title_of

if TYPE_CHECKING:
    from simulator.store.records import AnswerRecord


def words_to_read(record: AnswerRecord, next_words: str) -> int:
    """Words of what one reads from top to bottom: title, advice, the key points that were not made, what comes next.

    Figures, points that were made and one's own transcript are glanced at.
    """
    report = record.report
    advice = [advice.text for advice in report.advice] if report else []
    made = {point.id for point in (report.key_points if report else None) or () if point.covered}
    missed = [point.text for point in record.question.key_points if report and point.id not in made]
    read = (title_of(record), sentence_of(record), *advice, *missed, next_words)
    return sum(len(text.split()) for text in read)
