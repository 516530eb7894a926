"""A user's evening without a window: the real engine, takes, library and deleting, which may crash and start again."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from recordings.pcm import HEADER_BYTES
from recordings.recovery import discard, find_unfinished, read_finished, recover
from simulator.store.records import AnswerStatus, SessionId
from tests.simulator.engine.plain_ports import CHUNK_S
from tests.simulator.engine.studio import Studio
from ui.errands.session_deleting import SessionDeleting
from ui.messages import Messages

CHUNK_SAMPLES = int(16_000 * CHUNK_S)


class Desk:
    """One run of the program after the other, in `place`; `sounds` numbers each tenth of a second that is heard."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._runs = 0
        self.sounds = 0
        self._open(place / "0")

    @property
    def folder(self) -> Path:
        """Where the library lies in this run."""
        return self._place / str(self._runs)

    def hear(self) -> int:
        """A tenth of a second of sound that is like no other; its number."""
        self.sounds += 1
        self.studio.hear(sound(self.sounds))
        return self.sounds

    def crash(self) -> None:
        """The process is gone with whatever it held; on the disk all is as it was at that moment."""
        before = self.folder
        self._runs += 1
        shutil.copytree(before, self.folder)
        self.close()
        shutil.rmtree(before)
        self._open(self.folder)

    def restart(self) -> None:
        """Closed as one closes the window, and opened again."""
        self.studio.engine.end()
        self.deleting.finish()
        self.studio.close()
        self._open(self.folder)

    def recover(self) -> None:
        """The next start: what was cut off is recovered."""
        store, library = self.studio.store, self.studio.folder
        parts = {take.file_name: take for take in find_unfinished(library.folder)}
        for record in store.unfinished():
            name = record.file_name or ""
            if record.typed:
                store.typed_saved(record.id, record.typed)
            elif name in parts or library.path_of(name).is_file():
                whole = recover(parts[name].path) if name in parts else read_finished(library.path_of(name))
                store.answer_saved(record.id, whole.samples, whole.byte_count, whole.sha256)
            else:
                store.answer_lost(record.id)

    def discard(self) -> None:
        """Or it is thrown away."""
        store, library = self.studio.store, self.studio.folder
        parts = {take.file_name: take for take in find_unfinished(library.folder)}
        for record in store.unfinished():
            if record.file_name in parts:
                discard(parts[record.file_name].path)
            store.answer_discarded(record.id)

    def saved(self) -> dict[str, SessionId]:
        """The file of every spoken answer that is kept, with its session."""
        store = self.studio.store
        return {
            record.file_name: record.session_id
            for session in store.sessions()
            for record in store.answers(session.id)
            if record.status is AnswerStatus.SAVED and record.file_name
        }

    def heard_in(self, file_name: str) -> list[int]:
        """The numbers of what is in a take, whole or not."""
        path = self.studio.folder.path_of(file_name)
        content = (path if path.exists() else path.with_name(f"{file_name}.part")).read_bytes()[HEADER_BYTES:]
        size = 2 * CHUNK_SAMPLES
        return [struct.unpack_from("<h", content, start)[0] for start in range(0, len(content), size)]

    def close(self) -> None:
        """Nothing is left open, and nothing is deleted any more."""
        while self.deleting._waiting:
            self.deleting.undo()
        self.studio.close()

    def _open(self, folder: Path) -> None:
        self.studio = Studio(folder)
        flow = cast("Any", SimpleNamespace(session_id=None))
        jobs = cast("Any", SimpleNamespace(run=_at_once))
        self.deleting = SessionDeleting(
            self.studio.store, self.studio.folder, flow, (self._forgetful(),), jobs, Messages()
        )

    @staticmethod
    def _forgetful() -> Any:
        return SimpleNamespace(forget=lambda _answers: None)


def sound(number: int) -> bytes:
    """A tenth of a second that says its number."""
    return struct.pack("<h", number) * CHUNK_SAMPLES


def _at_once(work: Any, done: Any, _failed: Any) -> None:
    done(work())
