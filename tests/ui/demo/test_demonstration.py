"""The demo: a whole interview without a person, with the real recogniser; what it leaves can be looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.data_folder import DataFolder
from simulator.errors import VoiceUnavailable
from simulator.voice.voice import Voice
from simulator.voice.voice_engine import VoiceInfo
from tests.fakes import FakeSpeechService
from tests.sound import read_wav
from ui.demo import demonstration as demo
from ui.demo.demonstration import candidates_voice
from ui.demo.synthetic_candidate import ANSWERS
from ui.theme import apply_theme

ROOT = Path(__file__).parents[3]
PICTURES = ("practise", "interview", "feedback", "summary", "review", "history", "progress", "questions", "settings")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of one demo, and what it printed."""
    out = tmp_path_factory.mktemp("demo") / "out"
    home = tmp_path_factory.mktemp("home")
    environment = os.environ | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "VIVA_VOCE_DATA": ""}
    done = subprocess.run(
        [sys.executable, "-m", "ui", "demo", "--out", str(out)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=1_000,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not (home / "data").exists()  # the user's own library is left alone
    return out, done.stdout


@pytest.mark.speech
@pytest.mark.timeout(1_200)
def test_there_is_a_picture_of_each_screen_in_light_and_dark(held: tuple[Path, str]) -> None:
    out, _ = held
    for name in PICTURES:
        light, dark = QImage(str(out / f"{name}.png")), QImage(str(out / f"{name}-dark.png"))
        assert light.width() >= 1280, name
        assert _colours(light) > 10, name  # not blank
        assert _colours(dark) > 10, name
        corner = light.width() - 2, 2
        assert light.pixelColor(*corner).lightness() > 128 > dark.pixelColor(*corner).lightness(), name


@pytest.mark.speech
@pytest.mark.timeout(1_200)
def test_the_recordings_are_whole(held: tuple[Path, str]) -> None:
    out, _ = held
    sounds = sorted(out.glob("*.wav"))
    assert [path.name for path in sounds] == ["answer-1.wav", "answer-2.wav"]
    for path, words in zip(sounds, ANSWERS.values(), strict=True):
        pcm = read_wav(path)
        assert any(pcm)
        assert len(pcm) / 32_000 > len(words.split()) / 4  # nobody speaks four words a second


@pytest.mark.speech
@pytest.mark.timeout(1_200)
def test_the_report_tells_of_what_was_said(held: tuple[Path, str]) -> None:
    out, printed = held
    page = (out / "report.html").read_text(encoding="utf-8")
    for words in ("overfitting", "validation", "answer-1.wav", "answer-2.wav"):
        assert words in page
    assert "Pace" in printed
    assert "Key points" in printed
    assert str(out) in printed


def test_without_a_voice_it_says_so_and_gives_up(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(Voice, "voices", _no_voice)
    monkeypatch.setattr("recordings.transcription.service.SpeechService", lambda _models: FakeSpeechService())
    code = demo.run(tmp_path / "out", DataFolder.find(tmp_path / "library"))
    apply_theme(qapp, "light")
    assert code == 1
    assert capsys.readouterr().err.splitlines() == ["viva-voce: There is no voice on this computer."]
    assert not (tmp_path / "library").exists()


def test_the_candidate_prefers_a_voice_unlike_the_askers() -> None:
    british = VoiceInfo("british", "British", "en-gb")
    american = VoiceInfo("american", "American", "en-us")
    assert candidates_voice((british, american)) == "american"
    assert candidates_voice((british,)) is None
    assert candidates_voice(()) is None


def _colours(image: QImage) -> int:
    """How many different colours a grid of points has."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def _no_voice(_voice: Voice) -> tuple[VoiceInfo, ...]:
    raise VoiceUnavailable("There is no voice on this computer.")
