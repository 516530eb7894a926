"""`viva-voce sessions check`: whether all that is kept is there and whole; with `--mend` what is not is put right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from recordings.mending.findings import Check, FindingKind, check_library
from recordings.mending.mending import mend, undo
from simulator.data_folder import DataFolder
from simulator.store.errors import StoreError
from ui.commands.output import say, say_json
from ui.commands.reading import library
from ui.one_instance import alone
from ui.words.library_check import (
    HOW_TO_MEND,
    NOTHING_TO_UNDO,
    can_be_mended,
    checked_line,
    counted_sentence,
    finding_line,
    mended_line,
    mended_sentences,
    undone_sentence,
)

if TYPE_CHECKING:
    from simulator.store.store import Store


def check_sessions(data_folder: DataFolder, *, as_json: bool) -> int:
    """Print what is wrong, one a line; 1 if anything is. Raises a StoreError if the library cannot be read."""
    with library(data_folder) as store:
        check = check_library(store, data_folder)
    if as_json:
        say_json(_as_dict(check))
    else:
        say("\n".join(_lines(check)))
    if check.counts[FindingKind.INDEX]:
        _rebuild_index(data_folder, as_json=as_json)
    return 0 if check.is_sound else 1


def mend_library(data_folder: DataFolder, *, as_json: bool) -> int:
    """Put right what can be, and print it; 1 if anything is left. Raises a StoreError, or LibraryRefused."""
    with _alone_with(data_folder) as store:
        mended = mend(store, data_folder)
    if as_json:
        outcomes = [{**asdict(finding), "outcome": outcome} for finding, outcome in mended.outcomes]
        aside = str(mended.aside) if mended.aside else None
        say_json({"done": mended.is_all_done, "aside": aside, "mended": outcomes, "refusals": mended.refusals})
    else:
        lines = [mended_line(finding, outcome) for finding, outcome in mended.outcomes]
        say("\n".join([*lines, mended_sentences(mended)]))
    return 0 if mended.is_all_done else 1


def undo_mending(data_folder: DataFolder, *, as_json: bool) -> int:
    """Take back the latest mending, and print what came back. Raises a StoreError, or LibraryRefused."""
    with _alone_with(data_folder) as store:
        undone = undo(store, data_folder)
    if as_json:
        left = [str(path) for path in undone.left] if undone else []
        say_json({"files": undone.files if undone else 0, "marks": undone.marks if undone else 0, "left": left})
    else:
        say(undone_sentence(undone) if undone else NOTHING_TO_UNDO)
    return 1 if undone and undone.left else 0


@contextmanager
def _alone_with(data_folder: DataFolder) -> Iterator[Store]:
    from simulator.store.store import Store

    with alone(data_folder), closing(Store.open(data_folder.database)) as store:
        yield store


def _rebuild_index(data_folder: DataFolder, *, as_json: bool) -> None:
    """The index holds nothing that is not in the answers too, so it is made anew without asking."""
    try:
        with _alone_with(data_folder) as store:
            store.mend_index()
    except StoreError:
        told = "The search index is damaged. Close Viva Voce and check again to rebuild it; nothing else is affected."
    else:
        told = "The search index was damaged and has been rebuilt; nothing was lost."
    if not as_json:
        say(told)


def _as_dict(check: Check) -> dict[str, object]:
    """The first keys are those that programs know; each finding with its remedy follows."""
    return {
        "sound": check.is_sound,
        **asdict(check.stock),
        "counts": check.counts,
        "findings": check.findings,
    }


def _lines(check: Check) -> Iterator[str]:
    for finding in check.findings:
        if finding.kind not in (FindingKind.INDEX, FindingKind.NO_WORDS):  # the one is rebuilt at once
            yield finding_line(finding)
    if waiting := check.counts[FindingKind.NO_WORDS]:
        yield counted_sentence(FindingKind.NO_WORDS, waiting)
    if can_be_mended(check):
        yield HOW_TO_MEND
    yield checked_line(check)
