"""When the microphone goes, or the disk: what was said is kept, and one can go on."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from recordings.take import TakeWriter
from simulator.engine.answer_in_progress import NOTHING_HEARD
from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.store.records import AnswerStatus
from tests.simulator.engine.studio import ANSWER, Studio, seconds


def test_typing_in_the_middle_of_an_answer_keeps_what_was_said(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    studio.say(2.0)
    studio.unplug()
    assert studio.stage() is Stage.PAUSED
    studio.engine.type_instead()
    assert studio.stage() is Stage.FEEDBACK
    assert [row.status for row in studio.rows()] == [AnswerStatus.SAVED]
    studio.engine.answer_again()
    assert not studio.microphone.is_open
    studio.pass_by(1.0)
    studio.engine.submit_typed(ANSWER)
    assert [(row.attempt, row.file_name is None) for row in studio.rows()] == [(1, False), (2, True)]


def test_a_lost_microphone_pauses_and_the_answer_goes_on_in_the_same_take(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    studio.say(2.0)
    studio.unplug()
    assert studio.stage() is Stage.PAUSED
    assert "What you said is saved" in studio.lost[0]
    studio.engine.listen_again()
    assert studio.stage() is Stage.ANSWERING
    studio.say(1.0)
    studio.toggle()
    studio.say(0.5)
    (row,) = studio.rows()
    assert seconds(row.samples) == pytest.approx(3.3, abs=0.01)
    assert len(studio.takes()) == 1


def test_a_microphone_lost_before_the_answer_only_is_said(studio: Studio) -> None:
    studio.begin()
    studio.unplug()
    assert len(studio.lost) == 1
    assert studio.stage() is Stage.READY
    studio.engine.listen_again()
    assert studio.microphone.is_open


def test_a_microphone_that_comes_back_during_a_question_is_listened_to_again(studio: Studio) -> None:
    studio.begin()
    studio.open_ears()
    studio.unplug()
    studio.engine.on_microphones_changed(("Headset",))
    assert not studio.microphone.is_open
    studio.engine.on_microphones_changed(("Headset", "Plain microphone"))
    assert studio.microphone.device_id == "Plain microphone"
    assert studio.stage() is Stage.READY


def test_an_answer_goes_on_only_when_the_user_says_so(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    studio.open_ears()
    studio.unplug()
    studio.engine.on_microphones_changed(("Plain microphone",))
    assert not studio.microphone.is_open
    assert studio.stage() is Stage.PAUSED


def test_an_interview_stays_with_its_microphone_whatever_is_the_default(tmp_path: Path) -> None:
    with closing(Studio(tmp_path / "library", None, "Built in", "Headset")) as studio:
        studio.begin()
        studio.toggle()
        studio.open_ears()
        studio.say(1.0)
        studio.unplug()
        studio.microphone.names.reverse()
        studio.engine.listen_again()
        assert studio.microphone.device_id == "Built in"
        studio.unplug()
        studio.engine.use_microphone("Headset")
        assert studio.stage() is Stage.ANSWERING
        assert studio.microphone.device_id == "Headset"
        studio.say(1.0)
        studio.toggle()
        studio.say(0.5)
        assert len(studio.takes()) == 1
        studio.unplug()
        studio.engine.leave_question()
        assert studio.microphone.device_id == "Headset"


def test_a_gap_is_kept_with_its_answer_at_once(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    studio.say(2.0)
    studio.unplug()
    studio.pass_by(5.0)
    studio.engine.listen_again()
    studio.say(1.0)
    (row,) = studio.rows()
    (gap,) = row.gaps
    assert gap.at_s == pytest.approx(2.0, abs=0.3)
    assert gap.lasted_s == pytest.approx(5.0, abs=0.01)
    studio.engine.on_sound_missing(60.0, 0.5)
    assert [gap.lasted_s for gap in studio.rows()[0].gaps] == [pytest.approx(5.0, abs=0.01), 60.0]


def test_another_microphone_is_used_from_the_next_question_on(tmp_path: Path) -> None:
    with closing(Studio(tmp_path / "library", None, "Built in", "Headset")) as studio:
        studio.begin()
        studio.answer()
        assert studio.microphone.device_id == "Built in"
        studio.engine.use_settings(Settings(microphone_id="Headset"))
        studio.engine.leave_question()
        assert studio.microphone.device_id == "Headset"


def test_a_microphone_chosen_in_the_middle_of_an_answer_waits_for_its_end(tmp_path: Path) -> None:
    with closing(Studio(tmp_path / "library", None, "Built in", "Headset")) as studio:
        studio.begin()
        studio.toggle()
        studio.engine.use_settings(Settings(microphone_id="Headset"))
        assert studio.microphone.device_id == "Built in"


def test_without_a_single_sample_there_is_no_answer(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    studio.toggle()
    studio.pass_by(1.0)
    assert studio.problems == [NOTHING_HEARD]
    assert studio.stage() is Stage.READY
    assert [row.status for row in studio.rows()] == [AnswerStatus.LOST]
    assert studio.takes() == []
    studio.answer()
    assert [(row.attempt, row.status) for row in studio.rows()] == [(1, AnswerStatus.LOST), (2, AnswerStatus.SAVED)]


def test_a_take_that_cannot_begin_is_said_and_can_be_tried_again(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.begin()
    with monkeypatch.context() as patch:
        patch.setattr(TakeWriter, "_write_header", _fail)
        studio.toggle()
    assert len(studio.problems) == 1
    assert "could not start" in studio.problems[0]
    assert studio.stage() is Stage.READY
    studio.answer()
    assert [row.status for row in studio.rows()] == [AnswerStatus.LOST, AnswerStatus.SAVED]


def test_a_disk_that_fails_leaves_the_answer_to_be_recovered(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio.begin()
    studio.toggle()
    studio.say(0.9)
    with monkeypatch.context() as patch:
        patch.setattr(TakeWriter, "_write_header", _fail)
        studio.say(0.3)
    assert "recovered when Viva Voce next starts" in studio.problems[0]
    assert studio.stage() is Stage.READY
    (row,) = studio.rows()
    assert row.status is AnswerStatus.RECORDING
    assert studio.takes() == [f"{row.file_name}.part"]
    studio.answer()
    assert studio.rows()[1].status is AnswerStatus.SAVED


def _fail(_take: TakeWriter) -> None:
    raise OSError(5, "Input/output error")
