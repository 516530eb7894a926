"""`viva-voce models`: listed for people and programs, added, measured, chosen, downloaded and forgotten."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from recordings.transcription.errors import ModelRefused
from recordings.transcription.kept_models import ModelShelf
from recordings.transcription.model_speed import ModelChoice
from recordings.transcription.models import WHISPER_BASE
from simulator.data_folder import DataFolder
from simulator.settings import load_settings
from simulator.transcript import Transcript
from tests.fakes import FakeSpeechService, FakeVoice
from tests.recordings.transcription.made_up_models import FILES, TINY, write_model
from tests.simulator.downloads.file_server import Handler, Server
from ui.call_parts import DONE, INTERRUPTED
from ui.command_line import main
from ui.commands import download_model as downloading
from ui.commands.download_model import download_model
from ui.commands.models import add_model, list_models, measure_model, remove_model, use_model

NAME = TINY.name
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A mirror that has the tiny model."""
    made = Server()
    made.answers(lambda handler: handler.send(FILES[handler.path.rsplit("/", 1)[-1]]))
    monkeypatch.setenv("HF_ENDPOINT", made.address)
    yield made
    made.close()


@pytest.fixture
def voice(data_folder: DataFolder) -> FakeVoice:
    data_folder.prepare()
    return FakeVoice(data_folder.voice_cache)


def child(choice: ModelChoice) -> FakeSpeechService:
    assert not choice.must_keep_up
    return FakeSpeechService(Transcript(duration_s=10_000.0))


def listed(data_folder: DataFolder, printed: Printed) -> dict[str, dict[str, Any]]:
    printed.readouterr()
    assert list_models(data_folder, as_json=True, known=(TINY,)) == DONE
    return {entry["name"]: entry for entry in map(json.loads, printed.readouterr().out.splitlines())}


def test_the_built_in_one_and_what_can_be_had_are_listed(data_folder: DataFolder, capsys: Printed) -> None:
    entries = listed(data_folder, capsys)
    assert list(entries) == ["built-in", NAME]
    assert (entries["built-in"]["state"], entries["built-in"]["is_chosen"]) == ("included", True)
    assert entries["built-in"]["size_bytes"] == WHISPER_BASE.size
    assert (entries[NAME]["state"], entries[NAME]["from"]) == ("available", "huggingface.co")
    assert entries[NAME]["sha256"]["model.bin"] == TINY.files[-1].sha256
    assert entries["built-in"].keys() == entries[NAME].keys()
    assert not data_folder.data.exists()
    assert main(["--data-dir", str(data_folder.data), "models", "list"]) == DONE
    assert "small.en          486 MB from huggingface.co, MIT licence\n" in capsys.readouterr().out


def test_a_folder_is_added_and_measured(
    data_folder: DataFolder, voice: FakeVoice, tmp_path: Path, capsys: Printed
) -> None:
    folder = write_model(tmp_path / "faster-whisper-mine")
    assert add_model(data_folder, folder, voice, child) == DONE
    printed = capsys.readouterr().out
    assert f"“mine” was added: 0 MB in {folder}, which has to stay there." in printed
    assert "on this computer: fast enough to listen while you speak." in printed
    assert "To use it: viva-voce models use mine" in printed
    entry = listed(data_folder, capsys)["mine"]
    assert (entry["state"], entry["folder"], entry["keeps_up"]) == ("here", str(folder), True)
    assert entry["speed"] == pytest.approx(0.0, abs=0.1)
    assert measure_model(data_folder, "mine", voice, child) == DONE


def test_one_whose_speed_cannot_be_measured_is_there_all_the_same(
    data_folder: DataFolder, voice: FakeVoice, tmp_path: Path, capsys: Printed
) -> None:
    voice.is_broken = True
    assert add_model(data_folder, write_model(tmp_path / "mine"), voice, child) == DONE
    said = "viva-voce: note: The speed of “mine” could not be measured. There is no voice on this computer.\n"
    assert capsys.readouterr().err == said
    assert listed(data_folder, capsys)["mine"]["speed"] is None


def test_what_is_no_model_is_refused_in_a_line(data_folder: DataFolder, tmp_path: Path, capsys: Printed) -> None:
    assert main(["--data-dir", str(data_folder.data), "models", "add", str(tmp_path)]) == 1
    assert "does not contain a speech model: model.bin" in capsys.readouterr().err


def test_one_is_chosen_and_given_up_again(
    data_folder: DataFolder, voice: FakeVoice, tmp_path: Path, capsys: Printed
) -> None:
    add_model(data_folder, write_model(tmp_path / "mine"), voice, child)
    assert use_model(data_folder, "mine") == DONE
    assert load_settings(data_folder.settings_file).speech_model == "mine"
    assert listed(data_folder, capsys)["mine"]["is_chosen"]
    assert use_model(data_folder, "built-in") == DONE
    assert load_settings(data_folder.settings_file).speech_model is None
    with pytest.raises(ModelRefused, match=r"There is no speech model “other” here\. Available: built-in, mine"):
        use_model(data_folder, "other")


def test_one_that_is_gone_cannot_be_chosen(
    data_folder: DataFolder, voice: FakeVoice, tmp_path: Path, capsys: Printed
) -> None:
    add_model(data_folder, write_model(tmp_path / "mine"), voice, child)
    (tmp_path / "mine").rename(tmp_path / "elsewhere")
    with pytest.raises(ModelRefused, match=r"“mine” was not chosen\. No longer in"):
        use_model(data_folder, "mine")
    assert listed(data_folder, capsys)["mine"]["state"] == "gone"


def test_removing_the_chosen_one_chooses_the_built_in_one(
    data_folder: DataFolder, voice: FakeVoice, tmp_path: Path, capsys: Printed
) -> None:
    add_model(data_folder, write_model(tmp_path / "mine"), voice, child)
    use_model(data_folder, "mine")
    assert remove_model(data_folder, "mine") == DONE
    assert f"its files stay in {tmp_path / 'mine'}" in capsys.readouterr().out
    assert load_settings(data_folder.settings_file).speech_model is None
    assert (tmp_path / "mine" / "model.bin").exists()


def test_a_download_says_first_how_much_and_from_where(
    data_folder: DataFolder, voice: FakeVoice, server: Server, capsys: Printed
) -> None:
    assert download_model(data_folder, NAME, (TINY,), voice, child) == DONE
    lines = capsys.readouterr().out.splitlines()
    place = data_folder.models / TINY.folder_name
    assert lines[0] == f"Downloading “{NAME}”: 0 MB from 127.0.0.1, MIT licence, into {place}."
    assert lines[1] == f"“{NAME}” has been downloaded, and every byte is as published."
    assert listed(data_folder, capsys)[NAME]["is_downloaded"]
    server.asked.clear()
    assert download_model(data_folder, NAME, (TINY,), voice, child) == DONE
    assert "is already here" in capsys.readouterr().out
    assert server.asked == []
    assert remove_model(data_folder, NAME) == DONE
    assert not place.exists()


def test_an_unknown_one_cannot_be_downloaded(data_folder: DataFolder, capsys: Printed) -> None:
    assert main(["--data-dir", str(data_folder.data), "models", "download", "huge"]) == 1
    assert (
        "There is no speech model “huge” to download. Available: distil-small.en, small.en" in capsys.readouterr().err
    )


def test_interrupted_means_paused(
    data_folder: DataFolder, voice: FakeVoice, server: Server, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    weights = FILES["model.bin"]

    def send_half(handler: Handler) -> None:
        if handler.path.endswith("model.bin"):
            handler.send(weights[: len(weights) // 2], len(weights))
            server.over.wait(1)
        else:
            handler.send(FILES[handler.path.rsplit("/", 1)[-1]])

    class Interrupted:
        def show(self, text: str) -> None:
            part = data_folder.models / TINY.folder_name / "model.bin.part"
            if part.exists():
                raise KeyboardInterrupt

    server.answers(send_half)
    monkeypatch.setattr(downloading, "progress_line", lambda: nullcontext(Interrupted()))
    assert download_model(data_folder, NAME, (TINY,), voice, child) == INTERRUPTED
    assert "Run the same command to resume." in capsys.readouterr().out
    assert ModelShelf(data_folder.models).models() == ()
    server.over.set()
    for thread in threading.enumerate():
        if thread.name == "download":
            thread.join()
    assert listed(data_folder, capsys)[NAME]["state"] == "paused"
    assert remove_model(data_folder, NAME, (TINY,)) == DONE
    assert listed(data_folder, capsys)[NAME]["state"] == "available"
