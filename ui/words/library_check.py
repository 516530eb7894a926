"""What a check of the library found, what mending did, and what undoing brought back, as sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from recordings.mending.findings import Check, Finding, FindingKind, Remedy
from recordings.mending.mending import Mended, Outcome, Undone
from ui.words.times import counted

NOTHING_TO_UNDO: Final = "There is nothing to undo."
HOW_TO_MEND: Final = "`viva-voce sessions check --mend` repairs this; `--undo` undoes it."

_WHAT: Final[dict[FindingKind, str]] = {
    FindingKind.ORPHAN: "{place} belongs to no answer.",
    FindingKind.NO_SOUND: "{place} is empty, or not a Viva Voce recording.",
    FindingKind.MISSING: "Interview {session}: {name} is missing. Its text and results are still here.",
    FindingKind.TRUNCATED: "Interview {session}: {name} has been cut short. Its text and results are still here.",
    FindingKind.REPLACED: "Interview {session}: {name} is not the original. Its text and results are still here.",
    FindingKind.CUT_OFF: "Interview {session}: answer {answer} was cut off, or is being recorded now.",
    FindingKind.EMPTY: "Interview {session}: answer {answer} has neither sound nor words.",
    FindingKind.NO_WORDS: "Interview {session}: answer {answer} has not been transcribed yet.",
    FindingKind.INDEX: "The search index is damaged; nothing else is affected.",
    FindingKind.DATABASE: "The database reports: {place}.",
    FindingKind.LEFTOVER: "{place} was left unfinished when Viva Voce was interrupted.",
}
_NOTED: Final = (
    "The original will be looked for under other names; if it is not found, this will not be reported again."
)
_WILL: Final[dict[FindingKind, str]] = {
    FindingKind.ORPHAN: "It will be added as an interview of its own.",
    FindingKind.NO_SOUND: "It will be moved aside.",
    FindingKind.MISSING: _NOTED,
    FindingKind.TRUNCATED: _NOTED,
    FindingKind.REPLACED: _NOTED,
    FindingKind.CUT_OFF: "The part that exists will be kept.",
    FindingKind.EMPTY: "It will be marked as lost.",
    FindingKind.NO_WORDS: "It will be transcribed when the window is open.",
    FindingKind.UNREADABLE: "You can delete it.",
    FindingKind.INDEX: "It will be rebuilt.",
    FindingKind.DATABASE: "Its indexes will be rebuilt. Make a copy of the data folder first.",
    FindingKind.LEFTOVER: "It will be moved aside.",
}
_COUNTED: Final[dict[FindingKind, tuple[str, str, str]]] = {
    FindingKind.ORPHAN: ("recording", "without an answer", "to be added as interviews of their own"),
    FindingKind.NO_SOUND: ("file", "without sound among the recordings", "to be moved aside"),
    FindingKind.MISSING: ("recording", "missing", "to be looked for; texts and results are still here"),
    FindingKind.TRUNCATED: ("recording", "cut short", "the original will be looked for"),
    FindingKind.REPLACED: ("recording", "altered", "the original will be looked for"),
    FindingKind.CUT_OFF: ("answer", "that was cut off", "the part that exists will be kept"),
    FindingKind.EMPTY: ("answer", "without sound or words", "to be marked as lost"),
    FindingKind.NO_WORDS: ("answer", "not transcribed yet", "transcription runs while the window is open"),
    FindingKind.UNREADABLE: ("entry", "that cannot be read", "nothing can be done here; you can delete it in History"),
    FindingKind.INDEX: ("search index", "damaged", "to be rebuilt; nothing else is affected"),
    FindingKind.DATABASE: ("fault", "in the database", "its indexes will be rebuilt"),
    FindingKind.LEFTOVER: ("file or folder", "left unfinished", "to be moved aside"),
}
_DONE: Final[dict[FindingKind, str]] = {
    FindingKind.ORPHAN: "It was added as an interview of its own.",
    FindingKind.NO_SOUND: "It was moved aside.",
    FindingKind.CUT_OFF: "What had been recorded so far was kept.",
    FindingKind.INDEX: "It was rebuilt.",
    FindingKind.DATABASE: "Its indexes were rebuilt.",
    FindingKind.LEFTOVER: "It was moved aside.",
}
_BECAME: Final[dict[Outcome, str]] = {
    Outcome.NOTED: "The original was not found, and this will not be reported again.",
    Outcome.LOST: "It was marked as lost.",
    Outcome.WAITING: "It is waiting to be transcribed, which happens while the window is open.",
    Outcome.LEFT: "Nothing could be done here.",
}
_PLURALS: Final = {"entry": "entries", "search index": "search indexes", "file or folder": "files or folders"}


def finding_line(finding: Finding) -> str:
    """What is wrong, and what mending does about it, in one line."""
    return f"{_what(finding)} {_WILL[finding.kind]}"


def checked_line(check: Check) -> str:
    """What was looked at, and whether all is well."""
    stock = check.stock
    looked_at = f"{counted(stock.sessions, 'interview')}, {counted(stock.recordings, 'recording')}"
    return f"{looked_at}: {'everything is fine' if check.is_sound else 'problems found'}."


def check_sentences(check: Check) -> str:
    """The same for the window: how many of each kind, each with what would be done."""
    return " ".join([checked_line(check), *(counted_sentence(kind, count) for kind, count in check.counts.items())])


def can_be_mended(check: Check) -> bool:
    """Whether mending would do anything."""
    idle = (Remedy.NOTHING, Remedy.TRANSCRIBE)
    return any(finding.remedy not in idle for finding in check.findings)


def mended_line(finding: Finding, outcome: Outcome) -> str:
    """What became of one finding."""
    if outcome is Outcome.BROUGHT_BACK:
        return f"{Path(finding.place).name}: the original recording was found and is back in its place."
    if outcome is Outcome.LOST and finding.kind is FindingKind.MISSING:
        name = Path(finding.place).name
        return f"Interview {finding.session}: {name} is missing, and none of its words were kept. {_BECAME[outcome]}"
    return f"{_what(finding)} {_BECAME.get(outcome) or _DONE[finding.kind]}"


def mended_sentences(mended: Mended) -> str:
    """What was done, for the window and for the last lines of the command line."""
    return " ".join(_mended(mended))


def _mended(mended: Mended) -> Iterator[str]:
    outcomes = Counter(outcome for _, outcome in mended.outcomes)
    done = outcomes[Outcome.DONE] + outcomes[Outcome.BROUGHT_BACK]
    if done:
        yield f"{counted(done, 'problem')} fixed."
    elif not mended.outcomes and not mended.refusals:
        yield "There was nothing to repair."
    if found := outcomes[Outcome.BROUGHT_BACK]:
        yield f"{counted(found, 'original recording')} found again."
    if noted := outcomes[Outcome.NOTED]:
        yield f"{counted(noted, 'recording')} not found, and no longer reported."
    if lost := outcomes[Outcome.LOST]:
        yield f"{counted(lost, 'answer')} marked as lost."
    if waiting := outcomes[Outcome.WAITING]:
        yield f"{counted(waiting, 'answer')} still to be transcribed, which happens while the window is open."
    if left := outcomes[Outcome.LEFT]:
        yield f"{counted(left, 'problem')} left: nothing can be done about it here."
    yield from mended.refusals
    if mended.aside is not None:
        yield f"Everything that was removed or marked is kept in {mended.aside}; the repair can be undone."


def undone_sentence(undone: Undone) -> str:
    """What came back."""
    counts = ((undone.files, "file"), (undone.marks, "mark"))
    parts = [counted(count, noun) for count, noun in counts if count]
    is_one = undone.files + undone.marks == 1
    how = "is as it was before" if is_one else "are as they were before"
    came = f"{' and '.join(parts)} {how}." if parts else "Nothing could be undone."
    if not undone.left:
        return came
    names = ", ".join(path.name for path in undone.left)
    return f"{came} Still in {undone.folder}, as something else now has the same name: {names}."


def _what(finding: Finding) -> str:
    if finding.kind is FindingKind.UNREADABLE:
        return _unreadable(finding)
    name = Path(finding.place).name
    return _WHAT[finding.kind].format(place=finding.place, name=name, session=finding.session, answer=finding.answer)


def _unreadable(finding: Finding) -> str:
    if finding.answer is None:
        return f"Interview {finding.session} cannot be read; the others can."
    return f"Interview {finding.session}: answer {finding.answer} cannot be read; the others can."


def counted_sentence(kind: FindingKind, count: int) -> str:
    """So many of one kind, with what is done about them."""
    noun, what, remedy = _COUNTED[kind]
    if count == 1:
        return f"1 {noun} {what}: {remedy.replace('interviews of their own', 'an interview of its own')}."
    plural = _PLURALS.get(noun, f"{noun}s")
    return f"{count} {plural} {what.replace('that was', 'that were')}: {remedy.replace('delete it', 'delete them')}."
