"""More voices beside the window: nothing is asked for unless Download is pressed, and what goes wrong is told."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.voice.voice_folder import FileState, VoiceFolder
from tests.simulator.voice.voice_files import EMMA, EMMA_BYTES, FENRIR_BYTES, left_in, voice_folder
from tests.ui.parts import Room, Told
from tests.waiting import PATIENCE_S
from ui.messages import MessageKind
from ui.workers.voice_supply import VoiceSupply


class Shop:
    """A server on this computer that has Emma, and sends the second half when `goes_on` is set."""

    def __init__(self) -> None:
        self.content = EMMA_BYTES
        self.goes_on = threading.Event()
        self.goes_on.set()
        shop = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                half = len(shop.content) // 2
                self.send_response(200)
                self.send_header("Content-Length", str(len(shop.content)))
                self.end_headers()
                self.wfile.write(shop.content[:half])
                self.wfile.flush()
                shop.goes_on.wait(PATIENCE_S)
                self.wfile.write(shop.content[half:])

            def log_message(self, *_args: object) -> None:
                """Nobody reads it."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self.goes_on.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def shop() -> Iterator[Shop]:
    made = Shop()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> VoiceFolder:
    return voice_folder(tmp_path)


def supply_of(qtbot: QtBot, room: Room, folder: VoiceFolder, address: str = "https://voices.example") -> VoiceSupply:
    """One that has looked."""
    equipment = room.equipment
    made = VoiceSupply(folder, equipment.settings, equipment.jobs, room.messages, equipment, lambda: address)
    with qtbot.waitSignal(made.changed):
        made.begin()
    return made


def state(supply: VoiceSupply) -> FileState:
    return next(offer.state for offer in supply.offers if offer.voice == EMMA)


def choose_emma(room: Room) -> None:
    room.equipment.settings.change(replace(room.equipment.settings.now, voice_id=EMMA.id))


def test_looking_asks_nobody(qtbot: QtBot, room: Room, folder: VoiceFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    monkeypatch.delitem(sys.modules, "simulator.voice.voice_download", raising=False)
    monkeypatch.delitem(sys.modules, "simulator.downloads.fetching", raising=False)
    supply = supply_of(qtbot, room, folder)
    assert [offer.voice.name for offer in supply.offers] == ["emma", "fenrir"]
    assert state(supply) is FileState.ABSENT
    assert "simulator.voice.voice_download" not in sys.modules
    assert "simulator.downloads.fetching" not in sys.modules
    assert room.messages.texts == []


def test_download_brings_it(qtbot: QtBot, room: Room, folder: VoiceFolder, shop: Shop) -> None:
    supply = supply_of(qtbot, room, folder, shop.address)
    with qtbot.waitSignal(supply.voices_changed):
        supply.download("emma")
        assert supply.offers[0].received == 0
        supply.download("emma")
    assert state(supply) is FileState.INSTALLED
    assert [offer.received for offer in supply.offers] == [None, None]
    assert folder.content(EMMA) == EMMA_BYTES
    assert room.messages.texts == []


def test_how_far_it_is_is_told(qtbot: QtBot, room: Room, folder: VoiceFolder, shop: Shop) -> None:
    shop.goes_on.clear()
    supply = supply_of(qtbot, room, folder, shop.address)
    supply.download("emma")
    told = Told(supply.changed)
    qtbot.waitUntil(lambda: any(0 < (offer.received or 0) < EMMA.size for offers in told for offer in offers))
    shop.goes_on.set()
    qtbot.waitUntil(lambda: state(supply) is FileState.INSTALLED)


def test_cancelled_means_gone_and_nothing_is_said(qtbot: QtBot, room: Room, folder: VoiceFolder, shop: Shop) -> None:
    shop.goes_on.clear()
    supply = supply_of(qtbot, room, folder, shop.address)
    supply.download("emma")
    qtbot.waitUntil(lambda: bool(supply.offers[0].received))
    supply.cancel("emma")
    assert supply.offers[0].received is None
    shop.goes_on.set()
    qtbot.waitUntil(lambda: left_in(folder) == [])
    with qtbot.waitSignal(supply.voices_changed):
        supply.download("emma")
    assert room.messages.texts == []


def test_what_is_wrong_is_told_and_can_be_tried_again(
    qtbot: QtBot, room: Room, folder: VoiceFolder, shop: Shop
) -> None:
    shop.content = b"f" + EMMA_BYTES[1:]
    supply = supply_of(qtbot, room, folder, shop.address)
    supply.download("emma")
    qtbot.waitUntil(lambda: bool(room.messages.told))
    assert room.messages.told[0].kind is MessageKind.VOICE_REFUSED
    assert "is not the expected file" in room.messages.texts[0]
    assert left_in(folder) == []
    shop.content = EMMA_BYTES
    with qtbot.waitSignal(supply.voices_changed):
        supply.download("emma")


def test_voices_from_a_folder(qtbot: QtBot, room: Room, folder: VoiceFolder, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a").write_bytes(EMMA_BYTES)
    (stick / "fenrir.onnx").write_bytes(FENRIR_BYTES[:-1])
    supply = supply_of(qtbot, room, folder)
    with qtbot.waitSignal(supply.voices_changed):
        supply.add_from(stick)
    assert room.messages.texts == [
        "Added: “British, female”. Not added, because they are not the expected files: fenrir.onnx."
    ]
    supply.add_from(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: len(room.messages.told) == 2)
    assert room.messages.told[1].kind is MessageKind.VOICE_REFUSED


def test_removing_the_chosen_one_gives_the_voice_back_to_the_program(
    qtbot: QtBot, room: Room, folder: VoiceFolder, tmp_path: Path
) -> None:
    (tmp_path / "emma").write_bytes(EMMA_BYTES)
    folder.add_from(tmp_path / "emma")
    supply = supply_of(qtbot, room, folder)
    choose_emma(room)
    with qtbot.waitSignal(supply.voices_changed):
        supply.remove("emma")
    assert room.equipment.settings.now.voice_id is None
    assert left_in(folder) == []
    assert room.messages.texts == []


@pytest.mark.parametrize(("content", "why"), [(b"", "is damaged"), (None, "is no longer on this computer")])
def test_a_chosen_one_that_is_gone_is_told_until_another_is_chosen(
    qtbot: QtBot, room: Room, folder: VoiceFolder, content: bytes | None, why: str
) -> None:
    if content is not None:
        folder.folder.mkdir()
        folder.path_of(EMMA).write_bytes(content)
    choose_emma(room)
    supply_of(qtbot, room, folder)
    (text,) = room.messages.texts
    assert text.startswith(f"The voice “British, female” {why}, so Viva Voce’s own voice is used. ")
    assert room.messages.shown is not None
    room.equipment.settings.change(replace(room.equipment.settings.now, voice_id=None))
    assert room.messages.shown is None


def test_closing_lets_go(qtbot: QtBot, room: Room, folder: VoiceFolder, shop: Shop) -> None:
    shop.goes_on.clear()
    supply = supply_of(qtbot, room, folder, shop.address)
    supply.download("emma")
    qtbot.waitUntil(lambda: bool(supply.offers[0].received))
    supply.close()
    shop.goes_on.set()
    qtbot.waitUntil(lambda: left_in(folder) == [])
