"""A library with everything in it that can hold words or sound, and what must be so of it whatever happens."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from recordings.integrity import take_stock
from recordings.kept_peaks import kept_peaks
from recordings.take import TakeWriter
from recordings.take_file import open_take
from recordings.take_folder import TakeFolder
from simulator.data_folder import DataFolder
from simulator.own_work.own_work import OwnWork
from simulator.own_work.own_work_file import read_own_work, save_own_work
from simulator.store.backups import BackupFolder, no_copy_under_way
from simulator.store.connection import is_whole
from simulator.store.store import Store
from simulator.vault.opening import content_of
from tests.simulator.store.builders import NOON, a_question, a_report, a_transcript, add_session
from tests.sound import tone

MARKER: Final = "quaggaword"
COMPANY: Final = "Quaggacorp"
SECONDS: Final = (0.3, 1.7)
CUT_OFF: Final = "cut-off"
_ASIDE: Final = "before-restore-20260101T000000Z"


@dataclass(frozen=True)
class Kept:
    """What one finds in it."""

    answers: tuple[tuple[str, int | None, str | None], ...]
    texts: tuple[str, ...]
    sounds: tuple[bytes, ...]
    cut_off: bytes
    techniques: tuple[str, ...]
    aside: bytes
    damaged: bytes


def fill(folder: DataFolder) -> None:
    """Answers with their recordings, one that was cut off, a copy, a damaged history, a CV, something put aside."""
    folder.prepare()
    store = Store.open(folder.database)
    session = add_session(store)
    for position, seconds in enumerate(SECONDS):
        name = f"take-{position}"
        answer = store.begin_answer(session, a_question(), position, 1, f"{name}.wav", NOON)
        take = TakeWriter.create(folder.recordings, name)
        take.append(tone(seconds))
        whole = take.close()
        store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
        store.keep_transcript(answer, a_transcript(f"I said {MARKER} {position} times"))
        store.keep_report(answer, a_report(a_transcript(f"I said {MARKER} {position} times")))
        kept_peaks(whole.path)
    part = TakeWriter.create(folder.recordings, CUT_OFF)
    part.append(tone(1.1))
    part._let_go()
    BackupFolder.beside(folder.database).make(folder.database, datetime.now(UTC))
    store.close()
    save_own_work(OwnWork(techniques=(COMPANY,)), folder.own_work_file)
    (folder.data / "library-damaged-20260101T000000000000Z.db").write_bytes(b"SQLite format 3\0" + damaged())
    aside = folder.data / _ASIDE / "recordings"
    aside.mkdir(parents=True)
    (aside / "notes.txt").write_bytes(damaged())
    (folder.voice_cache / "question.wav").write_bytes(b"RIFF" + damaged())


def damaged() -> bytes:
    """What SQLite cannot read, and holds words all the same."""
    return f"{MARKER} ".encode() * 3_000


def found(folder: DataFolder) -> Kept:
    """All of it, as the program reads it; the check of the library finds nothing else wrong."""
    store = Store.open(folder.database)
    library = TakeFolder(folder.recordings)
    stock = take_stock(store, library)
    assert stock.stray_parts == (f"{CUT_OFF}.wav.part",)
    assert (stock.broken, stock.orphans, stock.unreadable_answers, stock.database_faults) == ((), (), (), ())
    records = store.answers(store.sessions()[0].id)
    assert len(store.search_answers(MARKER)) == len(SECONDS)
    store.close()
    with no_copy_under_way():  # of a window that was closed: it deletes older ones
        for backup in BackupFolder.beside(folder.database).backups():
            assert is_whole(backup.path)
    with closing(open_take(folder.recordings / f"{CUT_OFF}.wav.part")) as part:
        cut_off = part.read()[44:]
    return Kept(
        tuple((one.file_name or "", one.samples, one.sha256) for one in records),
        tuple(one.transcript.text if one.transcript else "" for one in records),
        tuple(_content(folder.recordings / (one.file_name or "")) for one in records),
        cut_off,
        read_own_work(folder.own_work_file).own_work.techniques,
        content_of(folder.data / _ASIDE / "recordings" / "notes.txt"),
        content_of(folder.data / "library-damaged-20260101T000000000000Z.db"),
    )


def showing(folder: DataFolder) -> list[str]:
    """The files in which a word, or a stretch of sound, can be seen by anybody."""
    sound = tone(1.0)
    sought = [MARKER.encode(), MARKER.upper().encode(), COMPANY.encode(), sound[16_000:16_064], b"SQLite format 3"]
    sought += [MARKER.encode("utf-16-le")]
    with no_copy_under_way():  # of a window that was closed
        files = [path for path in sorted(folder.data.rglob("*")) if path.is_file()]
        return [str(path.relative_to(folder.data)) for path in files if _shows(path, sought)]


def _shows(path: Path, sought: list[bytes]) -> bool:
    content = path.read_bytes()
    return path.suffix == ".peaks" or any(one in content for one in sought)


def _content(path: Path) -> bytes:
    with open_take(path) as file:
        return file.read()
