"""The general follow-ups, in our own words: the chain that fits many answers. Those of a question are in its pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.models import KeyPoint
from simulator.follow_ups.method_names import DISPLAYED_TERMS
from simulator.follow_ups.steps import Aim, LadderStep

_WALK_ME_THROUGH: Final = "Can you walk me through that, step by step?"
_TELL_ME_MORE: Final = "Can you tell me more about that, and why you see it that way?"


def probe(point: KeyPoint, quote: str, *, is_another: bool = False, is_conduct: bool = False) -> LadderStep:
    """Ask how something was meant that is the contrary of a point, in the candidate's own words and without judging."""
    ask = _TELL_ME_MORE if is_conduct else _WALK_ME_THROUGH
    text = f"You {'also ' if is_another else ''}said: “{quote}”. {ask}"
    return LadderStep(Aim.CONTRARY, point.id, text, CONTRARY_WHY, (point,))


def probe_unquoted(point: KeyPoint) -> LadderStep:
    """The same where nothing can be quoted."""
    text = "Let's stay with your answer for a moment. Can you walk me through how that works, step by step?"
    return LadderStep(Aim.CONTRARY, point.id, text, CONTRARY_WHY, (point,))


def finish(point: KeyPoint, quote: str) -> LadderStep:
    """Ask for the rest of a point said in part."""
    text = f"You touched on “{quote}”. Can you finish that thought: what exactly happens there, and why?"
    return LadderStep(Aim.HALF, point.id, text, HALF_WHY, (point,))


def anything_else(points: Sequence[KeyPoint], why: str) -> LadderStep:
    """Ask openly for whatever was left out."""
    text = "There's more to it than that. What else matters here, beyond what you have said so far?"
    return LadderStep(Aim.MISSED, "", text, why, tuple(points))


def from_the_start(point: KeyPoint, why: str) -> LadderStep:
    """Ask for the first thing that a full answer says, when next to nothing of it was said."""
    text = "Let's go back to the start. What is the first thing to say here, and why?"
    return LadderStep(Aim.MISSED, point.id, text, why, (point,))


def deeper(point: KeyPoint, quote: str, *, is_of_last: bool = True) -> LadderStep:
    """Ask for the reason behind a point that was made, in the last answer or before, in the candidate's own words."""
    text = f"You said: “{quote}”. Why is that, and how would you convince someone who doubts it?"
    return LadderStep(Aim.COVERED, point.id, text, COVERED_WHY if is_of_last else EARLIER_WHY)


def explain(term: str) -> LadderStep:
    """Ask for a term that was only named."""
    name = DISPLAYED_TERMS.get(term, term)
    text = f"You mentioned {name}. What is it, and what would it do for us here?"
    return LadderStep(Aim.TERM, term, text, f"You mentioned {name} but did not say what it does.")


def evidence(claim: str) -> LadderStep:
    """Ask what a great claim rests on."""
    text = "That's a strong claim. How do you know, and what data did you check it on?"
    return LadderStep(Aim.EVIDENCE, "", text, f"“{claim}” is a strong claim, so an interviewer will ask how you know.")


def measured(is_plan: bool) -> LadderStep:
    text = (
        "How would you measure whether that works?"
        if is_plan
        else "How did you measure whether that worked, and against what?"
    )
    return LadderStep(Aim.MEASURED, "", text, "The natural next question is how you know that it works.")


def metric(names: Sequence[str]) -> LadderStep:
    """Ask why the measure that was named is the right one, or which of several mattered."""
    listed = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    ask = "Which of them mattered most here, and why?" if len(names) > 1 else "Why is that the right metric here?"
    why = f"You mentioned {listed}, so the natural next question is why {'they fit' if len(names) > 1 else 'it fits'}."
    return LadderStep(Aim.METRIC, names[0], f"You mentioned {listed}. {ask}", why)


def unseen(is_plan: bool) -> LadderStep:
    lead = "What data would you measure that on" if is_plan else "What data was that measured on"
    text = f"{lead}, and why must the model never have seen that data?"
    return LadderStep(
        Aim.UNSEEN, "", text, "After the metric, the natural next question is what data it was measured on."
    )


def model(name: str) -> LadderStep:
    text = f"You mentioned {name}. How does that work, in a few sentences?"
    return LadderStep(Aim.MODEL, name, text, f"You mentioned {name}, so the natural next question is how it works.")


OWN_PART: Final = LadderStep(
    Aim.PART,
    "",
    "You said “we” quite often. Which part did you do yourself?",
    "Your answer says what “we” did, but not yet what you did.",
)
RESULT: Final = LadderStep(
    Aim.RESULT,
    "",
    "What came of it in the end, in numbers if you have them?",
    "No numbers have been heard yet, so the natural next question is what came of it.",
)
LEARNT: Final = LadderStep(
    Aim.LEARNT,
    "",
    "If you were in the same situation today, what would you do differently?",
    "The natural next question is what you learnt from it.",
)
EXAMPLE: Final = LadderStep(
    Aim.EXAMPLE,
    "",
    "Can you give me an example of that from the last few months?",
    "Your answer is general so far; an example would make it convincing.",
)
FAILED: Final = LadderStep(
    Aim.FAILED,
    "",
    "What did not work at first, and what did you change as a result?",
    "The natural next question is what did not go well at first.",
)
REASON: Final = LadderStep(
    Aim.REASON,
    "",
    "What was the best alternative, and why would you not choose it?",
    "You chose one option, so the natural next question is what you weighed it against.",
)
LIMITS: Final = LadderStep(
    Aim.LIMITS,
    "",
    "When would what you just said no longer hold?",
    "The natural next question is where your answer stops being true.",
)

COVERED_WHY = "You made that point well, so this goes one step deeper."
EARLIER_WHY = "You made that point earlier, so this goes back to it, one step deeper."
CONTRARY_WHY = "One thing you said sounds like the opposite of a key point, so this asks what you meant."
NAMED_WHY = "You mentioned that point, so this asks what is behind it."
MISSED_WHY = "One part of a full answer is still missing."
START_WHY = "Your answer has not reached the heart of the question yet, so this is a second chance."
SILENT_WHY = "Nothing has been said so far, so this asks only for a first step."
HALF_WHY = "You started a point that has more to it."
TERM_WHY = "You used the term “{}”, so this asks what is behind it."
