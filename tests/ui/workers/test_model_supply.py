"""Speech models beside the window: nothing is asked for unless Download is pressed, and what goes wrong is told."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recordings.transcription.kept_models import ModelShelf, ModelState
from recordings.transcription.messages import NoEngine
from recordings.transcription.model_offer import ModelOffer
from recordings.transcription.model_speed import ModelChoice
from simulator.transcript import Transcript
from tests.fakes import FakeSpeechService
from tests.recordings.transcription.made_up_models import FILES, TINY, WEIGHTS, write_model
from tests.simulator.downloads.file_server import Handler, Server
from tests.ui.parts import Room, Told
from tests.waiting import PATIENCE_S
from ui.workers.model_supply import ModelSupply

NAME = TINY.name


class Shop(Server):
    """Has the tiny model, and sends the second half of its weights when `goes_on` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = threading.Event()
        self.goes_on.set()
        self.answers(self._serve)

    def _serve(self, handler: Handler) -> None:
        content = FILES[handler.path.rsplit("/", 1)[-1]]
        asked = handler.headers.get("Range", "")
        if asked:
            handler.send_from(content, int(asked.removeprefix("bytes=").removesuffix("-")))
            return
        handler.send(content[: len(content) // 2], len(content))
        self.goes_on.wait(PATIENCE_S)
        handler.wfile.write(content[len(content) // 2 :])


@pytest.fixture
def shop() -> Iterator[Shop]:
    made = Shop()
    yield made
    made.goes_on.set()
    made.close()


@pytest.fixture
def shelf(room: Room) -> ModelShelf:
    return ModelShelf(room.data_folder.models)


def child(_choice: ModelChoice) -> FakeSpeechService:
    return FakeSpeechService(Transcript(duration_s=10.0))


def supply_of(
    qtbot: QtBot, room: Room, shelf: ModelShelf, address: str = "https://models.example", is_measured: bool = True
) -> ModelSupply:
    """One that has looked."""
    equipment = room.equipment
    made = ModelSupply(
        shelf,
        room.voice,
        child if is_measured else None,
        equipment.settings,
        equipment.jobs,
        room.messages,
        equipment,
        (TINY,),
    )
    made.address = address
    with qtbot.waitSignal(made.changed):
        made.begin()
    return made


def offer_of(supply: ModelSupply, name: str = NAME) -> ModelOffer:
    return next(offer for offer in supply.offers if offer.name == name)


def chosen_names(room: Room) -> tuple[str | None, str | None]:
    """By the settings, and by the speech child."""
    return room.equipment.settings.now.speech_model, room.speech.choice.name


def is_here(supply: ModelSupply, name: str = NAME) -> bool:
    return any(offer.name == name and offer.state is ModelState.HERE for offer in supply.offers)


def test_looking_asks_nobody(qtbot: QtBot, room: Room, shelf: ModelShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    for module in ("recordings.transcription.model_download", "simulator.downloads.fetching"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    supply = supply_of(qtbot, room, shelf)
    assert supply.offers == (ModelOffer(NAME, spec=TINY),)
    assert "simulator.downloads.fetching" not in sys.modules
    assert room.messages.texts == []


def test_download_brings_it_and_measures_it(qtbot: QtBot, room: Room, shelf: ModelShelf, shop: Shop) -> None:
    supply = supply_of(qtbot, room, shelf, shop.address)
    supply.download(NAME)
    assert offer_of(supply).is_coming
    supply.download(NAME)
    qtbot.waitUntil(lambda: is_here(supply) and offer_of(supply).model == shelf.find(NAME))
    qtbot.waitUntil(lambda: (model := shelf.find(NAME)) is not None and model.speed_here is not None)
    assert len(shop.asked) == len(FILES)
    assert room.messages.texts == []


def test_it_can_be_paused_and_goes_on(qtbot: QtBot, room: Room, shelf: ModelShelf, shop: Shop) -> None:
    shop.goes_on.clear()
    supply = supply_of(qtbot, room, shelf, shop.address, is_measured=False)
    supply.download(NAME)
    qtbot.waitUntil(lambda: offer_of(supply).received > 0)
    supply.pause(NAME)
    shop.goes_on.set()
    qtbot.waitUntil(lambda: not offer_of(supply).is_coming and offer_of(supply).received > 0)
    assert 0 < offer_of(supply).received < TINY.size
    assert room.messages.texts == []
    supply.download(NAME)
    qtbot.waitUntil(lambda: is_here(supply))


@pytest.mark.parametrize("is_paused", [False, True])
def test_cancelled_means_gone(qtbot: QtBot, room: Room, shelf: ModelShelf, shop: Shop, is_paused: bool) -> None:
    shop.goes_on.clear()
    supply = supply_of(qtbot, room, shelf, shop.address, is_measured=False)
    supply.download(NAME)
    qtbot.waitUntil(lambda: offer_of(supply).received > 0)
    if is_paused:
        supply.pause(NAME)
        shop.goes_on.set()
        qtbot.waitUntil(lambda: not offer_of(supply).is_coming)
    supply.cancel(NAME)
    shop.goes_on.set()
    qtbot.waitUntil(lambda: not offer_of(supply).is_coming and offer_of(supply).received == 0)
    qtbot.waitUntil(lambda: not (shelf.models_dir / TINY.folder_name).exists())
    assert room.messages.texts == []


def test_a_folder_is_added_measured_and_chosen(qtbot: QtBot, room: Room, shelf: ModelShelf, tmp_path: Path) -> None:
    supply = supply_of(qtbot, room, shelf)
    supply.add_from(write_model(tmp_path / "mine", WEIGHTS + b"!"))
    qtbot.waitUntil(lambda: is_here(supply, "mine") and offer_of(supply, "mine").model == shelf.find("mine"))
    qtbot.waitUntil(lambda: (model := shelf.find("mine")) is not None and model.speed_here is not None)
    assert room.messages.texts == [f"Added: “mine”. It stays in its own folder: {tmp_path / 'mine'}."]
    settings = room.equipment.settings
    settings.change(replace(settings.now, speech_model="mine"))
    assert supply.chosen is not None
    assert chosen_names(room) == ("mine", "mine")
    supply.remove("mine")
    qtbot.waitUntil(lambda: not is_here(supply, "mine"))
    assert chosen_names(room) == (None, None)
    assert (tmp_path / "mine" / "model.bin").exists()


def test_what_is_no_model_is_told(qtbot: QtBot, room: Room, shelf: ModelShelf, tmp_path: Path) -> None:
    supply = supply_of(qtbot, room, shelf)
    supply.add_from(tmp_path)
    qtbot.waitUntil(lambda: room.messages.texts != [])
    assert "does not contain a speech model" in room.messages.texts[0]


def test_one_that_cannot_be_measured_stays(qtbot: QtBot, room: Room, shelf: ModelShelf, tmp_path: Path) -> None:
    class Broken(FakeSpeechService):
        def start(self) -> None:
            self.events.put(NoEngine("There is too little memory."))

    equipment = room.equipment
    supply = ModelSupply(
        shelf, room.voice, lambda _choice: Broken(), equipment.settings, equipment.jobs, room.messages, equipment, ()
    )
    supply.add_from(write_model(tmp_path / "mine"))
    qtbot.waitUntil(lambda: len(room.messages.texts) == 2)
    assert room.messages.texts[1] == "The speed of “mine” could not be measured. There is too little memory."
    qtbot.waitUntil(lambda: is_here(supply, "mine") and not offer_of(supply, "mine").is_measured)


def test_a_chosen_model_that_goes_is_noticed(qtbot: QtBot, room: Room, shelf: ModelShelf, tmp_path: Path) -> None:
    supply = supply_of(qtbot, room, shelf, is_measured=False)
    supply.add_from(write_model(tmp_path / "mine"))
    qtbot.waitUntil(lambda: is_here(supply, "mine"))
    room.equipment.settings.change(replace(room.equipment.settings.now, speech_model="mine"))
    changes = Told(supply.chosen_changed)
    (tmp_path / "mine").rename(tmp_path / "elsewhere")
    supply.begin()
    qtbot.waitUntil(lambda: len(changes) == 1)
    assert supply.chosen is None
