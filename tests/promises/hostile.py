"""Files that somebody else made, spoilt in a thousand ways, and what reads them: a reader may refuse, in a sentence."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av  # noqa: F401 - once for all forks, as is the next
import docx
import pypdfium2  # noqa: F401

from question_bank.exchange.exporting import export_text
from question_bank.exchange.formats import Format
from question_bank.exchange.importing import read_import
from question_bank.loader import BrokenPack, load_pack
from question_bank.pack_format import PackHead
from recordings.errors import RecordingError
from recordings.integrity import take_stock
from recordings.kept_peaks import kept_peaks
from recordings.library_archive import LibraryArchive, write_archive
from recordings.recovery import find_unfinished, recover
from recordings.strays import find_strays
from recordings.take_folder import TakeFolder
from recordings.transcription.errors import SoundUndecodable
from recordings.transcription.sound_file import SoundFile
from simulator.analysis.rules import DEFAULT_RULES
from simulator.data_folder import DataFolder
from simulator.own_work.advertisement.reading import read_advertisement
from simulator.own_work.cv.projects import projects_in
from simulator.own_work.cv.techniques import techniques_in
from simulator.own_work.documents.file_text import FileText
from simulator.own_work.documents.file_text import _read as read_file
from simulator.own_work.own_work import OwnWork
from simulator.own_work.own_work_file import read_own_work, save_own_work
from simulator.rules_file import read_rules, save_rules
from simulator.settings import Settings, read_settings, save_settings
from simulator.store.errors import StoreError
from simulator.store.store import Store
from tests.promises import stock
from tests.simulator.builders import a_question
from tests.simulator.own_work.cvs import CV, pdf_of
from tests.simulator.store.spoiling import fill
from tests.sound import noise, tone, write_wav

Seeds = Callable[[Path], list[bytes]]
Read = Callable[[Path], object]


@dataclass(frozen=True)
class Target:
    """A reader: `seeds` makes good files in a folder of its own, `read` reads the file at a path of that `name`.

    `errors` are what it may raise, each a sentence; `weight` is how many of a thousand inputs are its. What is read in
    a child of the program may end its process (`is_in_child`).
    """

    name: str
    weight: int
    seeds: Seeds
    read: Read
    errors: tuple[type[Exception], ...] = ()
    is_in_child: bool = False


def _exported(format_: Format) -> Seeds:
    questions = [a_question(number) for number in range(1, 4)]
    return lambda _folder: [export_text(questions, PackHead("Things", "A book"), format_).encode()]


def _importing(format_: Format) -> Read:
    def read(path: Path) -> None:
        found = read_import(path, format_, "mine")
        if isinstance(found, BrokenPack):
            _told(found)

    return read


def _load(path: Path) -> None:
    found = load_pack(path)
    if isinstance(found, BrokenPack):
        _told(found)


def _told(broken: BrokenPack) -> None:
    """Each problem is a sentence on one line."""
    assert broken.problems
    for problem in broken.problems:
        assert problem.sentence.strip()
        assert "\n" not in problem.sentence
        assert "Traceback" not in problem.sentence


def _of_own_work(text: str) -> None:
    projects_in(text)
    techniques_in(text)
    read_advertisement(text)


def _document(path: Path) -> None:
    found = read_file(path)
    if isinstance(found, FileText):
        _of_own_work(found.text)
    else:
        assert found.reason


def _text(path: Path) -> None:
    _of_own_work(path.read_bytes().decode(errors="replace"))


def _docx(_folder: Path) -> list[bytes]:
    document, file = docx.Document(), io.BytesIO()
    document.add_heading("Projects", 1)
    document.add_paragraph("Bird song classifier", style="List Bullet")
    document.add_table(1, 2).rows[0].cells[0].text = "Python, XGBoost"
    document.save(file)
    return [file.getvalue()]


def _wav(folder: Path) -> list[bytes]:
    return [write_wav(folder / "a.wav", pcm).read_bytes() for pcm in (tone(0.2), noise(0.05), b"")]


def _sound(path: Path) -> None:
    sound = SoundFile(path)
    assert sound.used is not None
    for _ in sound.blocks():
        pass


def _peaks(path: Path) -> None:
    kept_peaks(path)


def _cut_off(path: Path) -> None:
    """Found at the next start, recovered, and a file that any player opens."""
    part = path.with_name("a.wav.part")
    path.rename(part)
    (found,) = find_unfinished(path.parent)
    whole = recover(found.path)
    assert whole.byte_count == whole.path.stat().st_size


def _stray(path: Path) -> None:
    with closing(Store.open(path.parent / "beside.db")) as store:
        find_strays(path.parent, store)


def _library(path: Path) -> None:
    path = path.rename(path.with_name("library.db"))
    store = Store.open(path)
    try:
        take_stock(store, TakeFolder(path.parent))
        for session in store.sessions(search="model"):
            store.answers(session.id)
        store.delete_session(store.sessions()[0].id)
    finally:
        store.close()


def _databases(folder: Path) -> list[bytes]:
    fill(folder / "library.db")
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("VACUUM")
    return [(folder / "library.db").read_bytes()]


def _archives(folder: Path) -> list[bytes]:
    library = DataFolder.find(folder / "library")
    stock.fill(library)
    write_archive(library, folder / "good.zip")
    return [(folder / "good.zip").read_bytes(), _leading_out()]


def _leading_out() -> bytes:
    """An archive whose names lead out of the folder that it is unpacked in."""
    file = io.BytesIO()
    names = ["library.db", "recordings/../../out.wav", "/tmp/out.wav", "questions/..\\out"]  # noqa: S108
    entries = [{"name": name, "size": 1, "sha256": "0" * 64} for name in names]
    manifest = {"format": 1, "made_at": "2026-03-01T12:00:00Z", "sessions": 1, "latest": None, "recordings": 1}
    with zipfile.ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
        packed.writestr("manifest.json", json.dumps(manifest | {"files": entries}))
    return file.getvalue()


def _archive(path: Path) -> None:
    archive = LibraryArchive(path)
    (path.parent / "unpacked").mkdir()
    archive.unpack(path.parent / "unpacked")


def _saved(save: Callable[[Path], None]) -> Seeds:
    def seeds(folder: Path) -> list[bytes]:
        save(folder / "saved.json")
        return [(folder / "saved.json").read_bytes(), b"{}", b"[]"]

    return seeds


def _settings(path: Path) -> None:
    assert all(read_settings(path).problems)


def _rules(path: Path) -> None:
    assert all(read_rules(path).problems)


def _own_work(path: Path) -> None:
    assert all(read_own_work(path).problems)


_OWN: Final = OwnWork(techniques=("dropout", "regularisation"), is_asked=True)
TARGETS: Final = (
    Target("settings.json", 150, _saved(lambda path: save_settings(Settings(), path)), _settings),
    Target("rules.json", 150, _saved(lambda path: save_rules(DEFAULT_RULES, path)), _rules),
    Target("background.json", 150, _saved(lambda path: save_own_work(_OWN, path)), _own_work),
    Target("pack.yaml", 60, _exported(Format.YAML), _load),
    Target("csv.csv", 60, _exported(Format.CSV), _importing(Format.CSV)),
    Target("json.json", 60, _exported(Format.JSON), _importing(Format.JSON)),
    Target("markdown.md", 40, _exported(Format.MARKDOWN), _importing(Format.MARKDOWN)),
    Target("anki.txt", 40, _exported(Format.ANKI), _importing(Format.ANKI)),
    Target("cv text", 40, lambda _folder: [CV.encode()], _text),
    Target("cv.txt", 20, lambda _folder: [CV.encode()], _document),
    Target("cv.pdf", 10, lambda _folder: [pdf_of(CV)], _document, is_in_child=True),
    Target("cv.docx", 10, _docx, _document, is_in_child=True),
    Target("cut off", 80, _wav, _cut_off, (RecordingError,)),
    Target("peaks.wav", 50, _wav, _peaks, (RecordingError,)),
    Target("stray.wav", 5, _wav, _stray, (RecordingError, StoreError)),
    Target("sound.wav", 40, _wav, _sound, (SoundUndecodable,), is_in_child=True),
    Target("database", 20, _databases, _library, (StoreError,)),
    Target("backup.zip", 15, _archives, _archive, (RecordingError,)),
)
