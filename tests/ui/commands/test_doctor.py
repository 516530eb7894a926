"""Each check tells what it found and what to do; together they decide whether a spoken interview can be held."""

from __future__ import annotations

import json
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace

import pytest

from recordings import microphone
from recordings.inputs import MicrophoneInfo
from recordings.transcription import models, service
from recordings.transcription.messages import Event, NoEngine, Ready
from recordings.transcription.model_speed import ModelChoice
from simulator.data_folder import DataFolder
from simulator.entailment.meter import EntailmentMeter
from simulator.errors import ChildDied, VoiceUnavailable
from simulator.store.store import Store
from simulator.voice.voice import Voice
from simulator.voice.voice_engine import VoiceInfo
from tests.simulator.store.builders import add_session
from ui.commands import doctor
from ui.commands.doctor import Check


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    found = DataFolder.find(tmp_path / "data")
    found.prepare()
    return found


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file")
    check = doctor.check_data_folder(DataFolder.find(in_the_way))
    assert check.ok is False
    assert "--data-dir" in check.what_to_do


def test_a_folder_that_can_be_written_is_named(data_folder: DataFolder) -> None:
    assert doctor.check_data_folder(data_folder) == Check("data folder", True, str(data_folder.data))


@pytest.mark.parametrize(("free", "ok"), [(10_000_000, False), (5_000_000_000, True)])
def test_the_disk_needs_room_for_ten_minutes(
    data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch, free: int, ok: bool
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage(free, 0, free))
    check = doctor.check_disk(data_folder)
    assert check.ok is ok
    assert bool(check.what_to_do) is not ok


def test_no_library_yet_is_fine(data_folder: DataFolder) -> None:
    check = doctor.check_database(data_folder)
    assert check.ok
    assert "first interview" in check.found
    assert not data_folder.database.exists()


def test_a_whole_library_is_counted(data_folder: DataFolder) -> None:
    store = Store.open(data_folder.database)
    add_session(store)
    store.close()
    assert doctor.check_database(data_folder).found == "complete, 1 interview"


def test_a_damaged_library_is_told(data_folder: DataFolder) -> None:
    data_folder.database.write_bytes(b"Dear diary, " * 1000)
    check = doctor.check_database(data_folder)
    assert check.ok is False
    assert "recordings next to it are safe" in check.what_to_do


@pytest.mark.parametrize(
    ("names", "ok", "found"),
    [((), False, "none"), (("Built-in",), True, "Built-in"), (("USB", "Built-in"), True, "USB, and 1 more")],
)
def test_microphones(
    data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], ok: bool, found: str
) -> None:
    devices = tuple(MicrophoneInfo(name, name, is_default=at == 0) for at, name in enumerate(names))
    monkeypatch.setattr(microphone, "system_inputs", lambda: SimpleNamespace(found=lambda: devices))
    check = doctor.check_microphone(data_folder)
    assert (check.ok, check.found) == (ok, found)
    assert bool(check.what_to_do) is not ok


def test_voices(data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[VoiceInfo, ...]] = [(VoiceInfo("1", "Ada", "en-gb"), VoiceInfo("2", "Max", "de")), ()]
    monkeypatch.setattr(Voice, "voices", lambda _self: heard.pop(0))
    monkeypatch.setattr(Voice, "why_not_own", lambda _self: "")
    assert doctor.check_voice(data_folder) == Check("voice", True, "1 English voice, first Ada")
    assert doctor.check_voice(data_folder).ok is False


def test_another_voice_than_the_programs_own_is_told(data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Voice, "voices", lambda _self: (VoiceInfo("1", "Ada", "en-gb"),))
    monkeypatch.setattr(Voice, "why_not_own", lambda _self: "No voice could be started: reinstall Viva Voce.")
    check = doctor.check_voice(data_folder)
    assert (check.ok, check.found) == (True, "1 English voice, first Ada")
    assert check.what_to_do.endswith("reinstall Viva Voce.")


def test_a_voice_that_fails_says_what_to_do(data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: Voice) -> tuple[VoiceInfo, ...]:
        raise VoiceUnavailable("Install espeak-ng.")

    monkeypatch.setattr(Voice, "voices", fail)
    assert doctor.check_voice(data_folder) == Check("voice", False, "none", "Install espeak-ng.")


@pytest.mark.parametrize(
    ("event", "ok", "word"),
    [
        (Ready("whisper", "base"), True, ""),
        (Ready("sphinx", "small", "Filler sounds cannot be heard."), True, "Filler sounds"),
        (Ready("whisper", "base", instead="The speech model “mine” is gone."), True, "“mine” is gone"),
        (NoEngine("No engine could be loaded."), False, "No engine"),
        (ChildDied("speech recogniser", -9), False, "free memory"),
        (TimeoutError("said nothing"), False, "free memory"),
    ],
)
def test_the_speech_engine_is_really_started(
    data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch, event: Event | Exception, ok: bool, word: str
) -> None:
    ended: list[bool] = []

    class OneEvent:
        def __init__(self, _models: Path, _choice: ModelChoice) -> None: ...
        def start(self) -> None: ...
        def kill(self) -> None:
            ended.append(True)

        def receive(self, _timeout_s: float) -> Event:
            if isinstance(event, Exception):
                raise event
            return event

    monkeypatch.setattr(service, "SpeechService", OneEvent)
    check = doctor.check_speech_engine(data_folder)
    assert check.ok is ok
    assert word in check.what_to_do
    assert ended == [True]


def test_without_the_text_model_words_alone_are_judged_and_that_is_said(
    data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EntailmentMeter, "why_not", lambda _meter: "")
    found = "compares answers with key points, checked"
    assert doctor.check_text_model(data_folder) == Check("text model", True, found)
    monkeypatch.setattr(EntailmentMeter, "why_not", lambda _meter: "The model that reads answers is damaged.")
    check = doctor.check_text_model(data_folder)
    assert check.ok
    assert "matched by words alone, which cannot tell right from wrong" in check.found
    assert check.what_to_do.startswith("The model that reads answers is damaged.")


def test_the_model_must_be_there(data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.check_model(data_folder).ok is False
    monkeypatch.setattr(models, "find_model", lambda _folder: data_folder.models)
    assert doctor.check_model(data_folder).ok is True


@pytest.mark.parametrize(("microphone", "code"), [(True, 0), (False, 1), (None, 1)])
def test_the_exit_code_says_whether_an_interview_can_be_held(
    data_folder: DataFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    microphone: bool | None,
    code: int,
) -> None:
    checks = (
        Check("data folder", True, "here"),
        Check("microphone", microphone, "one", "" if microphone else "Plug one in."),
    )
    monkeypatch.setattr(doctor, "run_checks", lambda _data_folder: checks)
    assert doctor.report_checks(data_folder, as_json=True) == code
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is (code == 0)
    assert told["checks"]["microphone"]["ok"] is microphone
    assert doctor.report_checks(data_folder, as_json=False) == code
    text = capsys.readouterr().out
    assert ("Plug one in." in text) is (code == 1)
    assert ("cannot practise a spoken interview yet" in text) is (code == 1)


def test_every_check_runs_and_has_its_name(data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: dict[str, doctor.Check] = {name: Check(name, True, "fine") for name in doctor._CHECKS}
    monkeypatch.setattr(
        doctor, "_CHECKS", {name: lambda _data_folder, kept=check: kept for name, check in looked.items()}
    )
    assert doctor.run_checks(data_folder) == tuple(looked.values())
    voice = {"microphone", "voice", "speech engine", "model", "text model"}
    assert set(looked) == {"data folder", "disk", "database", *voice}
