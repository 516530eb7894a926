"""What a drill says of an answer beside its report: one honest sentence and, where there is one, a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.analysis.measures import DEFINITIONS, Measure
from simulator.analysis.report import AnswerReport
from simulator.analysis.timecode import clock, plural
from simulator.drills.drill import Drill
from simulator.interview.held_silence import HOLD_S, went_on_after_s
from simulator.store.records import DrillNote

# Our own: a guess this near to what was measured is called near.
_NEAR_SHARE = 0.15
_NEAR_COUNT = 1
_LENGTH, _FILLER_SOUNDS, _KEY_POINTS = (
    DEFINITIONS[measure].title for measure in (Measure.LENGTH, Measure.FILLER_SOUNDS, Measure.KEY_POINTS)
)
_DRILLS_TO_LOOK_BACK = frozenset([Drill.SAME_QUESTION, Drill.FILLER_FREE_MINUTE])


@dataclass(frozen=True, slots=True)
class OutcomeComparison:
    """One measure twice, as words."""

    name: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A title, a sentence, and measures side by side under the headings of `columns`."""

    title: str
    sentence: str
    columns: tuple[str, str] = ("", "")
    rows: tuple[OutcomeComparison, ...] = ()


def looks_back(drill: Drill | None) -> bool:
    """Whether the drill sets an answer beside earlier ones."""
    return drill in _DRILLS_TO_LOOK_BACK


def outcome_of(
    drill: Drill | None, report: AnswerReport, note: DrillNote, earlier: Sequence[AnswerReport] = ()
) -> Outcome | None:
    """What the drill says of this answer; None if it says nothing.

    `earlier` are reports to look back on, newest first.
    """
    if drill is Drill.HOLD_THE_SILENCE:
        return _silence(report, note)
    if not report.enough_speech:
        return None
    if drill is Drill.GUESS_FIRST:
        return _guess(report, note)
    if drill is Drill.FILLER_FREE_MINUTE:
        return _minute(report, earlier)
    if drill is Drill.SAME_QUESTION and earlier:
        return _same_question(report, earlier[0])
    return None


def _silence(report: AnswerReport, note: DrillNote) -> Outcome | None:
    if note.stopped_s is None:
        return None
    has_words = report.model is not None
    after_s = went_on_after_s(report, note.stopped_s) if has_words else note.went_on_s
    if after_s is None:
        text = f"You had finished, and left {HOLD_S:.0f} s of silence alone. That is what a full stop sounds like."
        return Outcome("You let the silence stand", text)
    text = (
        f"{after_s:.1f} s after your answer you went on talking, though nobody had asked. "
        "Silence is the interviewer writing, not a sign that more is wanted: end on your last point, and wait."
    )
    return Outcome("You filled the silence", text)


def _guess(report: AnswerReport, note: DrillNote) -> Outcome | None:
    if note.guessed_s is None or note.guessed_filler_sounds is None:
        return None
    rows = (
        OutcomeComparison(_LENGTH, clock(note.guessed_s), _length(report)),
        OutcomeComparison(_FILLER_SOUNDS, str(note.guessed_filler_sounds), _filler_words(report)),
    )
    sentences = (_guess_of_length(report, note.guessed_s), _guess_of_fillers(report, note.guessed_filler_sounds))
    return Outcome("Your guess", " ".join(filter(None, sentences)), ("You guessed", "Measured"), rows)


def _guess_of_length(report: AnswerReport, guessed_s: float) -> str:
    if report.duration_s is None:
        return ""
    off_s = report.duration_s - guessed_s
    if abs(off_s) <= _NEAR_SHARE * report.duration_s:
        return "Your sense of time is good."
    way = "longer" if off_s > 0 else "shorter"
    return f"It was {abs(off_s):.0f} s {way} than it felt."


def _guess_of_fillers(report: AnswerReport, guessed: int) -> str:
    count = filler_sounds(report)
    if count is None:
        return ""
    if abs(count - guessed) <= _NEAR_COUNT:
        return "You hear your own filler sounds well."
    way = "more" if count > guessed else "fewer"
    return f"There were {abs(count - guessed)} {way} filler sounds than you thought."


def _minute(report: AnswerReport, earlier: Sequence[AnswerReport]) -> Outcome:
    count = filler_sounds(report)
    if count is None:
        why = Measure.FILLER_SOUNDS.why_not(report) or "the engine in use cannot hear them"
        return Outcome(_FILLER_SOUNDS, f"They could not be counted: {why}.")
    before = [heard for heard in map(filler_sounds, earlier) if heard is not None]
    text = f"{_heard(count).capitalize()} in {_length(report)}."
    return Outcome("Your minute", f"{text} {_beside(count, before)}")


def _beside(count: int, before: Sequence[int]) -> str:
    if not before:
        return "Next time this is what you have to beat."
    listed = ", ".join(str(one) for one in before)
    best = min(before)
    verdict = (
        "Your best so far." if count < best else "As good as your best." if count == best else f"Your best is {best}."
    )
    return f"Before that, newest first: {listed}. {verdict}"


def _same_question(report: AnswerReport, before: AnswerReport) -> Outcome:
    rows = [
        OutcomeComparison(_LENGTH, _length(before), _length(report)),
        OutcomeComparison(_FILLER_SOUNDS, _filler_words(before), _filler_words(report)),
    ]
    if report.key_points and before.key_points:
        rows.append(OutcomeComparison(_KEY_POINTS, _points(before), _points(report)))
    return Outcome("Beside the try before", _change(before, report), ("Before", "Now"), tuple(rows))


def _change(before: AnswerReport, now: AnswerReport) -> str:
    parts = []
    gained = now.covered_count - before.covered_count
    if gained:
        parts.append(f"{plural(abs(gained), 'key point')} {'more' if gained > 0 else 'fewer'}")
    if now.duration_s is not None and before.duration_s is not None:
        off_s = round(now.duration_s - before.duration_s)
        if off_s:
            parts.append(f"{abs(off_s)} s {'longer' if off_s > 0 else 'shorter'}")
    sounds = (filler_sounds(before), filler_sounds(now))
    if sounds[0] is not None and sounds[1] is not None and sounds[0] != sounds[1]:
        fewer = sounds[0] - sounds[1]
        parts.append(f"{plural(abs(fewer), 'filler sound')} {'fewer' if fewer > 0 else 'more'}")
    return f"{_joined(parts).capitalize()}." if parts else "Much as before."


def filler_sounds(report: AnswerReport) -> int | None:
    """How many filler sounds were heard; None where they could not be."""
    if Measure.FILLER_SOUNDS.of(report) is None:
        return None
    return sum(filler.kind == "sound" for filler in report.fillers)


def _heard(count: int) -> str:
    return "no filler sound heard" if count == 0 else f"at least {plural(count, 'filler sound')} heard"


def _filler_words(report: AnswerReport) -> str:
    count = filler_sounds(report)
    return "–" if count is None else str(count)


def _length(report: AnswerReport) -> str:
    return "–" if report.duration_s is None else clock(report.duration_s)


def _points(report: AnswerReport) -> str:
    return f"{report.covered_count} of {len(report.key_points or ())}"


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
