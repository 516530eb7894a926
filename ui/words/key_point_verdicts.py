"""What became of a key point or a red flag, in words. `simulator.analysis.key_points` judges it; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from question_bank.models import KeyPoint
from simulator.analysis.report import AnswerReport, KeyPointResult, RedFlagHeard, Verdict
from ui.words.times import clock, number_word

Shade = Literal["", "green", "amber", "red"]

KEY_POINTS: Final = "Key points"
TO_COMPARE: Final = "Compare with the model answer"
SAID: Final = "said"
CORRECT_IT: Final = "If a verdict is wrong, correct it with the pencil next to it or by pressing V."
CHOICES: Final[tuple[tuple[Verdict, str], ...]] = (
    ("made", "I made this point"),
    ("contrary", "I said the opposite"),
    ("not", "I did not say this"),
)
"""What a user can say of a point. Nobody need say "maybe": whoever was there knows."""

AS_JUDGED: Final = "Restore the original verdict"

MARKS: Final[dict[Verdict, str]] = {"made": "✓", "maybe": "≈", "contrary": "✗", "not": "○"}
_SHADES: Final[dict[Verdict, Shade]] = {"made": "green", "maybe": "amber", "contrary": "red", "not": ""}
_WITHOUT_PLACE: Final[dict[Verdict, str]] = {"made": "made", "maybe": "maybe", "contrary": "said", "not": "not heard"}
SPOKEN: Final[dict[Verdict, str]] = {
    "made": "Made",
    "maybe": "Maybe made",
    "contrary": "The opposite was said",
    "not": "Not heard",
}
_LISTEN: Final = "Maybe made. Listen back and decide for yourself."
_BY_USER: Final = "Your own verdict."
_BY_MEANING: Final = "Matched by meaning only. Listen back to check."
_BY_WORDS: Final = "Matched by words only, not by meaning."
_QUOTED_WORDS: Final = 30  # our own: two lines of the card
_STOPS: Final = (".", "!", "?", "…")
_EDGES: Final = " .,;:…"


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A key point as people read it.

    `text` is the point, or what was said instead of it; then `right` is the right statement, below it. `note` stands
    last, in small letters. `at_s` is where to hear it, and `place` the words for it where nothing can be heard.
    `spoken` says all of it to a screen reader, and `how_judged` what the verdict rests on. Any of these may be empty.
    """

    id: str
    verdict: Verdict
    text: str
    right: str
    note: str
    at_s: float | None
    is_by_user: bool
    spoken: str
    how_judged: str

    @property
    def mark(self) -> str:
        return MARKS[self.verdict]

    @property
    def shade(self) -> Shade:
        return _SHADES[self.verdict]

    @property
    def place(self) -> str:
        return _WITHOUT_PLACE[self.verdict]


def read_out(points: Sequence[KeyPoint]) -> str:
    """The points as they are read aloud, each a sentence of its own."""
    return " ".join(text if text.endswith(_STOPS) else f"{text}." for text in (point.text.strip() for point in points))


def shown_points(report: AnswerReport, points: Sequence[KeyPoint]) -> tuple[ShownPoint, ...]:
    """The judged ones of the question's `points`, in its order."""
    texts = {point.id: point.text for point in points}
    return tuple(_shown(report, texts[one.id], one) for one in report.key_points or () if one.id in texts)


def verdict_of(result: KeyPointResult) -> Verdict:
    """Its verdict; of a report from before there were verdicts, made or not heard."""
    return result.outcome


def apart_from_made(report: AnswerReport) -> tuple[str, ...]:
    """How many points were said the other way round, and how many are in doubt: ("one the opposite", "two maybe")."""
    verdicts = [verdict_of(result) for result in report.key_points or ()]
    named: tuple[tuple[Verdict, str], ...] = (("contrary", "the opposite"), ("maybe", "maybe"))
    return tuple(f"{number_word(verdicts.count(verdict))} {name}" for verdict, name in named if verdict in verdicts)


def flag_shown(flag: RedFlagHeard) -> str:
    """What was better not said."""
    return f"Better not: {flag.text}"


def flag_spoken(flag: RedFlagHeard) -> str:
    """The flag as a screen reader says it, with the words that were said."""
    return f"Red flag, said: {flag.text} “{flag.said}”"


def hear_it_at(at_s: float) -> str:
    """What pressing the time beside it does."""
    return f"Hear it at {clock(at_s)}"


def read_next(shelf: tuple[str, ...]) -> str:
    """What to read on the question; empty if there is nothing."""
    return f"Read next: {' · '.join(shelf)}" if shelf else ""


def _shown(report: AnswerReport, text: str, result: KeyPointResult) -> ShownPoint:
    verdict, said = verdict_of(result), _words_said(report, result)
    is_contrary, is_by_user = verdict == "contrary", result.found_by == "user"
    notes = (_LISTEN if verdict == "maybe" else "", _BY_USER if is_by_user else "")
    opposite = f"You said the opposite: “{said}”" if said else "You said the opposite."
    return ShownPoint(
        id=result.id,
        verdict=verdict,
        text=opposite if is_contrary else text,
        right=f"Right: {text}" if is_contrary else "",
        note=" ".join(note for note in notes if note),
        at_s=result.at_s,
        is_by_user=is_by_user,
        spoken=_spoken(verdict, text, said),
        how_judged=_how_judged(result),
    )


def _spoken(verdict: Verdict, text: str, said: str) -> str:
    """ "Made: It thins the network." """
    quoted = f", you said “{said}”" if verdict == "contrary" and said else ""
    return f"{SPOKEN[verdict]}: {text.rstrip('.') if quoted else text}{quoted}"


def _words_said(report: AnswerReport, result: KeyPointResult) -> str:
    """The words that show the verdict; the beginning of them if they are many."""
    if result.word_index is None:
        return ""
    words = [word.text for word in report.transcript.words[result.word_index :][: result.word_count]]
    more = " …" if len(words) > _QUOTED_WORDS else ""
    return f"{' '.join(words[:_QUOTED_WORDS]).strip(_EDGES)}{more}"


def _how_judged(result: KeyPointResult) -> str:
    if result.verdict is None:
        return _BY_MEANING if result.found_by == "meaning" else ""
    sure = _how_sure(result)
    if result.found_by == "user":
        return f"{_BY_USER} {sure}".strip()
    return sure or _BY_WORDS


def _how_sure(result: KeyPointResult) -> str:
    """The probability in plain words; empty where words alone decided."""
    if result.probability is None:
        return ""
    sure = f"The model is {_percent(result.probability)} sure that you made this point"
    return f"{sure}: it heard the opposite." if result.is_contrary and result.found_by != "user" else f"{sure}."


def _percent(probability: float) -> str:
    """Never 0% or 100%: nobody is as sure as that."""
    if probability < 0.01:
        return "less than 1%"
    return "more than 99%" if probability > 0.99 else f"{probability:.0%}"
