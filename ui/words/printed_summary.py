"""The summary of an interview as a page to print: headings, sentences and lists. Every word in it is escaped; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from simulator.interview_summary.summed_up import SummedUp
from simulator.store.records import AnswerRecord, SessionSummary
from ui.words.answer_line import answer_name, length_words, light_of, light_words
from ui.words.answer_title import title_of
from ui.words.interview_remarks import TO_DO_NEXT, WENT_WELL, ShownRemark, shown_remarks, why_nothing
from ui.words.key_point_verdicts import ShownPoint
from ui.words.session_summary import session_figures, session_start, session_title
from ui.words.verdict_counts import judged_points, verdict_counts

# As far as a text document of Qt's understands it: it makes headings of its own size of h1 to h6, and takes margins in
# pixels alone. The colours are those of paper.
_STYLE: Final = """
body { font-family: Inter, sans-serif; font-size: 10pt; color: #1D2330; }
p { margin-top: 2px; margin-bottom: 2px; }
.title { font-size: 18pt; font-weight: 700; }
.part { font-size: 12pt; font-weight: 700; margin-top: 22px; margin-bottom: 4px; }
.question { font-weight: 600; margin-top: 12px; }
.soft { color: #5B6474; }
"""


def printed_summary(session: SessionSummary, summed_up: SummedUp, due: Sequence[str]) -> str:
    """The page, as HTML. `due` are the sentences on when the questions come back."""
    answers = [record for one in summed_up.asked for record in one.answers]
    when = f"{session_start(session)} · {session_figures(session)}"
    parts = (
        f'<p class="title">{escape(session_title(session))}</p>',
        f'<p class="soft">{escape(when)}</p>',
        *_remarks(shown_remarks(summed_up.remarks), why_nothing(answers)),
        '<p class="part">Questions</p>',
        *(_answer(record, summed_up.ladder_ends.get(record.id, "")) for record in answers),
        *(_listed("When these questions come back", due) if due else ()),
    )
    return f"<html><head><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>"


def _remarks(remarks: Sequence[ShownRemark], instead: str) -> Iterator[str]:
    if not remarks:
        yield f"<p>{escape(instead)}</p>"
    for heading, is_praise in ((WENT_WELL, True), (TO_DO_NEXT, False)):
        said = [f"{one.text} ({one.place})" for one in remarks if one.is_praise is is_praise]
        if said:
            yield from _listed(heading, said)


def _listed(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    yield f'<p class="part">{heading}</p>'
    yield from (f"<p>{escape(sentence)}</p>" for sentence in sentences)


def _answer(record: AnswerRecord, ladder_end: str) -> str:
    points = judged_points(record)
    light = light_of(record)
    length = f"{length_words(record)} {light_words(record, light)}" if light is not None else ""
    counts = " · ".join(count.words for count in verdict_counts(points))
    line = " · ".join(part for part in (length, counts or title_of(record)) if part)
    end = f'<p class="soft">{escape(ladder_end)}</p>' if ladder_end else ""
    listed = "".join(map(_point, points))
    return f'<p class="question">{escape(answer_name(record))}</p><p class="soft">{escape(line)}</p>{listed}{end}'


def _point(point: ShownPoint) -> str:
    text = f"{point.text.rstrip('.')}. {point.right}" if point.right else point.text
    return f"<p>{point.mark} {escape(text)}</p>"
