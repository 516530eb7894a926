"""How the last interview went, and how its figures moved since the one before. Measures nothing, no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from ui.words.session_summary import within_target
from ui.words.times import day_words, short_seconds

if TYPE_CHECKING:
    from simulator.store.records import SessionSummary


@dataclass(frozen=True, slots=True)
class LastFigure:
    """One figure of the last interview. `moved` says by how much it went up or down since the one before; "" if not.

    `tone` is how that is to be taken: less is better in each of them.
    """

    name: str
    figure: str
    unit: str
    moved: str = ""
    tone: Literal["", "green", "amber"] = ""


def last_time_heading(last: SessionSummary, today: date) -> str:
    """ "Last time, yesterday"."""
    day = day_words(last.started_at.astimezone().date(), today)
    return f"Last time, {day[0].lower() + day[1:] if day in ('Today', 'Yesterday') else day}"


def last_figures(last: SessionSummary, before: SessionSummary | None) -> Iterator[LastFigure]:
    """The figures of `last`, compared with `before` where both were measured; what was not measured is left out."""
    if last.timed_answers:
        yield LastFigure("Within target", within_target(last), "answers")
    fillers = last.filler_sounds_per_minute
    if fillers is not None:
        step = _step(fillers, before.filler_sounds_per_minute if before else None, 1)
        yield _moved("Filler sounds", f"{fillers:.1f}", "a minute", step, f"{abs(step):.1f}")
    to_point_s = last.time_to_point_s
    if to_point_s is not None:
        step = _step(to_point_s, before.time_to_point_s if before else None, 0)
        yield _moved("Time to the point", short_seconds(to_point_s), "", step, f"{abs(step):.0f} s")


def _step(now: float, before: float | None, decimals: int) -> float:
    return 0.0 if before is None else round(now - before, decimals)


def _moved(name: str, figure: str, unit: str, step: float, size: str) -> LastFigure:
    if step == 0:
        return LastFigure(name, figure, unit)
    return LastFigure(name, figure, unit, f"{'↓' if step < 0 else '↑'} {size}", "green" if step < 0 else "amber")
