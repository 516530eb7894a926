"""Interviews as Markdown, for notes. Whatever was said or asked stands there as its very words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.reports.markdown_escape import code_block, inline, line, lines
from ui.reports.shown_answer import ShownAnswer, moment_words, shown_answer
from ui.words.marked_transcript import PieceKind, TranscriptPiece
from ui.words.session_summary import session_figures, session_start, session_title

if TYPE_CHECKING:
    from simulator.analysis.report import RedFlagHeard
    from simulator.drills.outcome import Outcome
    from ui.reports.contents import ReportContents
    from ui.words.key_point_verdicts import ShownPoint


def markdown_page(report: ReportContents) -> Iterator[str]:
    """The page, one block after another, each with an empty line below it."""
    yield from _blocks(f"# {inline(report.title)}", line(report.subtitle))
    for session in report.sessions:
        if not report.is_single:
            about = f"{session_start(session.summary)} · {session_figures(session.summary)}"
            yield from _blocks(f"## {inline(session_title(session.summary))}", line(about))
        for answer in session.answers:
            yield from _blocks(*_answer(shown_answer(answer), "##" if report.is_single else "###"))


def _blocks(*blocks: str) -> Iterator[str]:
    return (f"{block}\n\n" for block in blocks if block)


def _answer(one: ShownAnswer, heading: str) -> Iterator[str]:
    yield f"{heading} {inline(one.question)}"
    yield line(one.place)
    yield code_block(one.code) if one.code else ""
    yield f"**{inline(one.verdict)}**"
    yield from _outcome(one.outcome, heading)
    yield line(one.sentence)
    yield _advice(one)
    yield from _measures(one)
    yield line(one.gaps)
    if one.transcript:
        yield f"{heading}# What you said"
        yield from _transcript(one)
    yield line(one.changes)
    if one.points:
        yield f"{heading}# Key points"
        yield "\n".join(map(_point, one.points))
    if one.red_flags:
        yield f"{heading}# Better not"
        yield "\n".join(map(_red_flag, one.red_flags))
    yield line(one.read_next)
    if one.note:
        yield f"{heading}# Your notes"
        yield lines(one.note)
    if one.model_answer:
        yield f"{heading}# Model answer"
        yield lines("\n".join(one.model_answer))


def _outcome(outcome: Outcome | None, heading: str) -> Iterator[str]:
    if outcome is None:
        return
    yield f"{heading}# {inline(outcome.title)}"
    yield line(outcome.sentence)
    if outcome.rows:
        head = _row("", *outcome.columns)
        yield "\n".join((head, "|---|---|---|", *(_row(row.name, row.first, row.second) for row in outcome.rows)))


def _advice(one: ShownAnswer) -> str:
    return "\n".join(
        f"{'- ✓' if shown.is_praise else f'{shown.mark}.'} {inline(shown.advice.text)}{_place(shown.advice.start_s)}"
        for shown in one.advice
    )


def _measures(one: ShownAnswer) -> Iterator[str]:
    if not one.measures:
        return
    rows = (_row(each.name, f"{each.value} {each.unit}".strip(), each.note) for each in one.measures)
    yield "\n".join((_row("Measure", "Value", ""), "|---|---|---|", *rows))
    if one.also:
        yield f"Also: {inline(one.also)}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(inline, cells))} |"


def _transcript(one: ShownAnswer) -> Iterator[str]:
    """What was necessary, and in a paragraph of its own what could have been left out."""
    for stretch in one.transcript:
        words = [_piece(piece) for piece in stretch.pieces]
        first = stretch.pieces[0]
        if first.kind is PieceKind.WORD and first.filler is None:
            words[0] = line(first.text)
        yield " ".join(words)


def _piece(piece: TranscriptPiece) -> str:
    match piece.kind:
        case PieceKind.STOP:
            return f"**\\[{inline(piece.text)}\\]**"
        case PieceKind.DELETED:
            return f"~~{inline(piece.change.heard_text if piece.change else piece.text)}~~"
    if piece.filler is None:
        return inline(piece.text)
    first, last = piece.bare
    before, word, after = piece.text[:first], piece.text[first:last], piece.text[last:]
    return f"{inline(before)}**{inline(word)}**{inline(after)}"


def _point(point: ShownPoint) -> str:
    place = _place(point.at_s) or f" ({point.place})"
    below = "".join(f"  \n  {inline(words)}" for words in (point.right, point.note) if words)
    return f"- {point.mark} {inline(point.text)}{place}{below}"


def _red_flag(flag: RedFlagHeard) -> str:
    return f"- ▲ {inline(flag.text)} “{inline(flag.said)}”{_place(flag.start_s)}"


def _place(at_s: float | None) -> str:
    return "" if at_s is None else f" ({moment_words(at_s)})"
