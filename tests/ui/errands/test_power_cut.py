"""The mains fail while somebody answers: what the next start finds and offers."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from simulator.store.records import AnswerStatus
from tests.power_cut import after_power_cut
from tests.ui.making import recovery_offer
from tests.ui.parts import Room
from tests.ui.screen_text import press
from ui.main_window import MainWindow
from ui.words.answer_title import title_of
from ui.words.interview_stage import WRITING_DOWN

TYPING = """
import os, sys
from pathlib import Path
from simulator.data_folder import DataFolder
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, add_session

found = DataFolder.find(Path(sys.argv[1]))
found.prepare()
store = Store.open(found.database)
session = add_session(store)
given = store.begin_answer(session, a_question(), 0, 1, "", NOON)
store.typed_saved(given, "It thins the network out.")
half = store.begin_answer(session, a_question(), 1, 1, "", NOON)
store.keep_draft(half, "It drops units")
os._exit(0)
"""
SPEAKING = """
import os, sys, time
from pathlib import Path
from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, add_session
from tests.sound import tone

found = DataFolder.find(Path(sys.argv[1]))
found.prepare()
store = Store.open(found.database)
store.begin_answer(add_session(store), a_question(), 0, 1, "take.wav", NOON)
take = TakeWriter.create(found.recordings, "take")
for _ in range(25):
    take.append(tone(0.1))
    time.sleep(0.1)  # as sound comes: the disk has as long as it takes to speak
os._exit(0)
"""


def test_an_answer_being_spoken_is_offered_with_all_but_its_last_second(
    qtbot: QtBot, tmp_path: Path, bank: Bank
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    after_power_cut(SPEAKING, before, after)
    room = Room(after, bank)
    window = MainWindow(room.messages)
    qtbot.addWidget(window)
    offer = recovery_offer(room, window)
    offer.begin()
    assert window.notice.text == "An answer was cut off last time; 2 s of sound can be recovered."
    press(window.notice, "Recover")
    qtbot.waitUntil(lambda: room.rows()[0].status is AnswerStatus.SAVED)
    assert room.takes() == ["take.wav"]
    room.close()


def test_a_typed_answer_has_its_words_and_what_is_half_typed_is_offered(
    qtbot: QtBot, tmp_path: Path, bank: Bank
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    after_power_cut(TYPING, before, after)
    room = Room(after, bank)
    window = MainWindow(room.messages)
    qtbot.addWidget(window)
    queue = room.equipment.judging_queue
    offer = recovery_offer(room, window)
    given, half = room.rows()
    with qtbot.waitSignal(queue.answer_judged):
        queue.take_up()
    assert title_of(room.store.answer(given.id)) != WRITING_DOWN
    report = room.store.answer(given.id).report
    assert report is not None
    assert report.transcript.text == "It thins the network out."
    offer.begin()
    assert window.notice.text == (
        "An answer was half typed when Viva Voce was interrupted last time; 3 words can be recovered."
    )
    press(window.notice, "Recover")
    kept = room.store.answer(half.id)
    assert kept.status is AnswerStatus.SAVED
    assert kept.report is not None
    assert kept.report.transcript.text == "It drops units"
    room.close()
