"""One session as a page for any browser, loading nothing from elsewhere. Every word in it is escaped; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from simulator.analysis.report import Advice
from simulator.drills.outcome import Outcome
from simulator.question_record import is_weak
from simulator.store.records import AnswerRecord, SessionSummary
from ui.words.answer_title import AnswerState, sentence_of, state_of, title_of
from ui.words.key_point_verdicts import Shade, ShownPoint, shown_points
from ui.words.marked_transcript import PieceKind, TranscriptPiece, marked_words
from ui.words.session_summary import session_start, session_title
from ui.words.shown_measures import ShownMeasure, also_measured, five_measures
from ui.words.times import clock, counted

_PAGE: Final = Path(__file__).parents[1] / "assets" / "report.html"
_SHAPES: Final[dict[Shade, str]] = {"": "", "green": "● ", "amber": "▲ ", "red": "■ "}


def report_html(
    session: SessionSummary,
    answers: Sequence[AnswerRecord],
    audio: Mapping[int, str],
    outcomes: Mapping[int, Outcome] = MappingProxyType({}),
) -> str:
    """The page. `audio` gives, by answer id, the path of a WAV relative to the page; answers without one are silent.

    `outcomes` hold, by answer id, what a drill says of the answer.
    """
    page = Template(_PAGE.read_text(encoding="utf-8"))
    articles = "\n".join(_article(record, audio.get(record.id), outcomes.get(record.id)) for record in answers)
    strict = " · strict" if session.mode == "strict" else ""
    when = f"{session_start(session)} · {counted(len(answers), 'answer')}{strict}"
    return page.substitute(title=escape(session_title(session)), when=escape(when), answers=articles)


def _article(record: AnswerRecord, sound: str | None, outcome: Outcome | None) -> str:
    parts = (
        f'<p class="soft">Question {record.position + 1}{_follow_up(record)}{_attempt(record)}</p>',
        f"<h2>{escape(record.question.text)}</h2>",
        f"<pre>{escape(record.question.code)}</pre>" if record.question.code else "",
        f'<p class="verdict">{escape(title_of(record))}</p>',
        _outcome(outcome),
        _advice(record),
        _measures(record),
        f'<audio controls preload="none" src="{escape(quote(sound), quote=True)}"></audio>' if sound else "",
        _transcript(record),
        _key_points(record),
        _red_flags(record),
        _read_next(record),
        _details("Model answer", record.question.model_answer),
    )
    return f"<article>{''.join(parts)}</article>"


def _follow_up(record: AnswerRecord) -> str:
    return f", follow-up {record.rung}" if record.rung else ""


def _attempt(record: AnswerRecord) -> str:
    return f", attempt {record.attempt}" if record.attempt > 1 else ""


def _outcome(outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    columns = ("", *outcome.columns)
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(row.name)}</th><td>{escape(row.first)}</td><td>{escape(row.second)}</td></tr>'
        for row in outcome.rows
    )
    table = f"<table><tr>{head}</tr>{rows}</table>" if rows else ""
    said = f"<h3>{escape(outcome.title)}</h3><p>{escape(outcome.sentence)}</p>"
    return f'<section class="card outcome">{said}{table}</section>'


def _advice(record: AnswerRecord) -> str:
    sentence = sentence_of(record)
    if sentence:
        return f"<p>{escape(sentence)}</p>"
    report = record.report
    if report is None or not report.advice or state_of(record) not in (AnswerState.JUDGED, AnswerState.BRIEF):
        return ""
    return f'<ol class="card advice">{"".join(_advice_line(advice) for advice in report.advice)}</ol>'


def _advice_line(advice: Advice) -> str:
    place = f' <span class="place">{clock(advice.start_s)}</span>' if advice.start_s is not None else ""
    return f"<li>{escape(advice.text)}{place}</li>"


def _measures(record: AnswerRecord) -> str:
    measures = five_measures(record)
    if not measures or record.report is None:
        return ""
    also = " · ".join(also_measured(record.report))
    cards = "".join(_measure(measure) for measure in measures)
    return f'<div class="figures">{cards}</div><p class="caption">Also: {escape(also)}</p>'


def _measure(measure: ShownMeasure) -> str:
    return (
        f'<section class="card figure"><p class="caption">{escape(measure.name)}</p>'
        f'<p class="value">{escape(measure.value)} <small>{escape(measure.unit)}</small></p>'
        f'<p class="caption {measure.shade}">{_SHAPES[measure.shade]}{escape(measure.note)}</p>'
        f"{_details('How it is measured', measure.explanation)}</section>"
    )


def _transcript(record: AnswerRecord) -> str:
    words = " ".join(_marked(marked_words(record.transcript, record.report)))
    return f'<p class="card transcript">{words}</p>' if words else ""


def _marked(pieces: Sequence[TranscriptPiece]) -> Iterator[str]:
    """Each piece with its mark; pieces that could have been left out stand in one stretch."""
    is_extra = False
    for piece in pieces:
        opening = '<span class="extra">' if piece.is_extra and not is_extra else ""
        closing = "</span> " if is_extra and not piece.is_extra else ""
        is_extra = piece.is_extra
        yield f"{closing}{opening}{_piece(piece)}"
    if is_extra:
        yield "</span>"


def _piece(piece: TranscriptPiece) -> str:
    if piece.kind is PieceKind.STOP:
        return f'<br><strong class="stop">{escape(piece.text)}</strong>'
    if piece.kind is PieceKind.PAUSE:
        return f'<span class="pause">{escape(piece.text)}</span>'
    if piece.filler is None:
        return escape(piece.text)
    first, last = piece.bare
    look = "repeat" if piece.filler_kind == "repeat" else "filler"
    before, word, after = (escape(part) for part in (piece.text[:first], piece.text[first:last], piece.text[last:]))
    return f'{before}<mark class="{look}">{word}</mark>{after}'


def _key_points(record: AnswerRecord) -> str:
    points = shown_points(record.report, record.question.key_points) if record.report else ()
    lines = "".join(_key_point(point) for point in points)
    return f'<h3>Key points</h3><ul class="points">{lines}</ul>' if lines else ""


def _key_point(point: ShownPoint) -> str:
    where = f'<span class="place">{clock(point.at_s)}</span>' if point.at_s is not None else ""
    where = where or f'<span class="caption">{point.place}</span>'
    right = f"<br><strong>{escape(point.right)}</strong>" if point.right else ""
    note = f'<br><span class="caption">{escape(point.note)}</span>' if point.note else ""
    mark = f'<span class="mark {point.shade}" aria-hidden="true">{point.mark}</span>'
    return f'<li class="{point.verdict}">{mark} {escape(point.text)} {where}{right}{note}</li>'


def _red_flags(record: AnswerRecord) -> str:
    lines = []
    for flag in (record.report.red_flags if record.report else None) or ():
        place = f' <span class="place">{clock(flag.start_s)}</span>' if flag.start_s is not None else ""
        said = f'<span class="caption">“{escape(flag.said)}”</span>'
        lines.append(f'<li><span class="amber" aria-hidden="true">▲</span> {escape(flag.text)} {said}{place}</li>')
    return f'<h3>Better not</h3><ul class="points">{"".join(lines)}</ul>' if lines else ""


def _read_next(record: AnswerRecord) -> str:
    """What to read, where the answer was weak."""
    shelf = record.question.shelf
    if not shelf or record.report is None or not is_weak(record.report):
        return ""
    return f'<p class="caption">Read next: {escape(" · ".join(shelf))}</p>'


def _details(summary: str, text: str) -> str:
    if not text:
        return ""
    lines = "<br>".join(escape(line) for line in text.splitlines())
    return f"<details><summary>{escape(summary)}</summary><p>{lines}</p></details>"
