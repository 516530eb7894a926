"""`viva-voce sessions check`: whether every recording is there and whole, and the database too; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from recordings.integrity import Stock, take_stock
from recordings.take_folder import TakeFolder, TakeState
from simulator.data_folder import DataFolder
from simulator.store.errors import StoreError
from simulator.store.records import INDEX_FAULT
from ui.commands.output import say, say_json
from ui.commands.reading import library
from ui.words.times import counted

_STATES: Final[dict[TakeState, str]] = {
    TakeState.WHOLE: "is complete",
    TakeState.MISSING: "is missing",
    TakeState.TRUNCATED: "has been cut short",
    TakeState.REPLACED: "is not the original one",
}


def check_sessions(data_folder: DataFolder, *, as_json: bool) -> int:
    """Print what is wrong, one a line; 1 if anything is. Raises a StoreError if the library cannot be read."""
    with library(data_folder) as store:
        stock = take_stock(store, TakeFolder(data_folder.recordings))
    if as_json:
        say_json({"sound": stock.is_sound, **asdict(stock)})
    else:
        say("\n".join(_lines(stock, data_folder)))
    if INDEX_FAULT in stock.database_faults:
        _rebuild_index(data_folder, as_json=as_json)
    return 0 if stock.is_sound else 1


def _rebuild_index(data_folder: DataFolder, *, as_json: bool) -> None:
    """The index holds nothing that is not in the answers too, so it is made anew without asking."""
    from simulator.store.store import Store
    from ui.one_instance import alone

    try:
        with alone(data_folder):
            store = Store.open(data_folder.database)
            try:
                store.mend_index()
            finally:
                store.close()
    except StoreError:
        told = "The search index is damaged. Close Viva Voce and check again to rebuild it; nothing else is lost."
    else:
        told = "The search index was damaged and has been rebuilt; nothing was lost."
    if not as_json:
        say(told)


def _lines(stock: Stock, data_folder: DataFolder) -> Iterator[str]:
    looked_at = f"{counted(stock.sessions, 'interview')}, {counted(stock.recordings, 'recording')}"
    for session in stock.unreadable_sessions:
        yield f"Interview {session} cannot be read; the others can. You may delete it."
    for session, answer in stock.unreadable_answers:
        yield f"Interview {session}: answer {answer} cannot be read; the others can."
    for one in stock.broken:
        yield f"Interview {one.session}: {one.file_name} {_STATES[one.state]}. Its text and results are still here."
    for name in stock.orphans:
        yield f"{data_folder.recordings / name} belongs to no answer. Open the window to take it in or delete it."
    for name in stock.stray_parts:
        yield f"{data_folder.recordings / name} was cut off and belongs to no answer. Open the window to recover it."
    for fault in stock.database_faults:
        if fault == INDEX_FAULT:
            continue  # told by itself: nothing of it is lost
        yield f"{data_folder.database}: {fault}. Make a copy of the data folder before you go on."
    if stock.unfinished:
        yield f"{counted(stock.unfinished, 'answer')} cut off: open the window to recover what there is."
    yield f"{looked_at}: {'everything is fine' if stock.is_sound else 'problems found'}."
