"""The speech child itself: the real model, real speech, a real pipe. Nothing here is simulated but the speaker."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from recordings.transcription.errors import ModelUnavailable
from recordings.transcription.messages import (
    Cancel,
    Event,
    Failed,
    Finish,
    Follow,
    Heard,
    Ready,
    Transcribed,
    TranscribeFile,
)
from recordings.transcription.models import install_built_in
from recordings.transcription.service import SpeechService
from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.child_process import ChildDied
from simulator.transcript import Transcript
from tests.as_a_user import UNLIKE_A_USER
from tests.recordings.transcription.speaking import append, noise, silence, speak, spoken, word_errors, write_take

pytestmark = pytest.mark.speech
WAIT_S = 60.0
ANSWER = (
    "Cross validation splits the data into several folds. We train the model on all folds but one, "
    "and measure the error on the fold that was left out. Then we repeat this for every fold and take the mean."
)
SECOND_PART = "A single split would depend on luck. With more folds the estimate has less bias but costs more time."


@pytest.fixture(scope="module")
def models_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    install_built_in(folder)
    return folder


@pytest.fixture(scope="module")
def service(models_dir: Path) -> Iterator[SpeechService]:
    service = SpeechService(models_dir)
    service.start()
    assert service.receive(WAIT_S) == Ready("whisper", "whisper-base-ebe41f70d5b6")
    yield service
    service.kill()


def wait_for(service: SpeechService, is_it: Callable[[Event], bool]) -> Event:
    while True:
        event = service.receive(WAIT_S)
        if is_it(event):
            return event


def outcome(service: SpeechService, job: str) -> Transcribed | Failed:
    event = wait_for(service, lambda event: isinstance(event, Transcribed | Failed) and event.job == job)
    assert isinstance(event, Transcribed | Failed)
    return event


def transcript_of(service: SpeechService, path: Path, terms: tuple[str, ...] = ()) -> Transcript:
    service.send(TranscribeFile(path.name, path, terms))
    event = outcome(service, path.name)
    assert isinstance(event, Transcribed), event
    return event.transcript


def follow(service: SpeechService, folder: Path, pieces: list[Samples], captions: bool = False) -> Transcript:
    """A take that grows piece by piece, each read before the next one is there."""
    part = write_take(folder / "take.wav.part", pieces[0][:0])
    service.send(Follow("take", part, captions=captions))
    for piece in pieces:
        append(part, piece)
    finished = part.rename(folder / "take.wav")
    service.send(Finish("take", finished))
    event = outcome(service, "take")
    assert isinstance(event, Transcribed), event
    return event.transcript


def test_speech_becomes_words_with_times(service: SpeechService, tmp_path: Path) -> None:
    samples = np.concatenate([silence(1.0), spoken(ANSWER, tmp_path)])
    transcript = transcript_of(service, write_take(tmp_path / "answer.wav", samples))
    assert word_errors(ANSWER, transcript.text) <= 0.25
    assert transcript.text.lower().startswith("cross")
    assert transcript.words[0].start_s == pytest.approx(1.0, abs=0.3)
    assert transcript.language == "en"
    assert transcript.cannot_hear is None
    assert transcript.duration_s == pytest.approx(len(samples) / SAMPLE_RATE)
    assert transcript.speech[0].start_s == pytest.approx(1.0, abs=0.3)
    starts = [word.start_s for word in transcript.words]
    assert starts == sorted(starts)
    assert all(0 <= word.start_s <= word.end_s <= transcript.duration_s for word in transcript.words)


def test_a_growing_take_gives_the_words_of_the_whole_file(service: SpeechService, tmp_path: Path) -> None:
    samples = np.concatenate([spoken(ANSWER, tmp_path), silence(1.5), spoken(SECOND_PART, tmp_path)])
    growing = follow(service, tmp_path, np.array_split(samples, 37))
    whole = transcript_of(service, write_take(tmp_path / "whole.wav", samples))
    assert growing == whole


def test_words_come_while_the_take_still_grows(service: SpeechService, tmp_path: Path) -> None:
    part = write_take(tmp_path / "live.wav.part", silence(0))
    service.send(Follow("live", part, captions=True))
    append(part, spoken(SECOND_PART, tmp_path))
    caption = wait_for(service, lambda event: isinstance(event, Heard) and bool(event.tentative))
    assert isinstance(caption, Heard)
    assert caption.tentative[0].text or caption.settled
    append(part, silence(1.2))
    settled = wait_for(service, lambda event: isinstance(event, Heard) and len(event.settled) > 12)
    assert isinstance(settled, Heard)
    assert settled.settled[0].text.lower().startswith("a")
    service.send(Cancel("live"))


def test_a_take_that_was_never_followed_can_be_finished(service: SpeechService, tmp_path: Path) -> None:
    take = write_take(tmp_path / "late.wav", spoken(SECOND_PART, tmp_path))
    service.send(Finish("late", take))
    event = outcome(service, "late")
    assert isinstance(event, Transcribed)
    assert word_errors(SECOND_PART, event.transcript.text) <= 0.25


def rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float64)))))


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.5, 40.0])
def test_nothing_is_invented_from_silence(service: SpeechService, tmp_path: Path, seconds: float) -> None:
    transcript = transcript_of(service, write_take(tmp_path / "silence.wav", silence(seconds)))
    assert transcript.words == ()
    assert transcript.speech == ()
    assert transcript.language is None
    assert transcript.duration_s == pytest.approx(seconds)


@pytest.mark.parametrize("amplitude", [30, 300, 3000, 20000])
def test_nothing_is_invented_from_noise(service: SpeechService, tmp_path: Path, amplitude: int) -> None:
    transcript = transcript_of(service, write_take(tmp_path / "noise.wav", noise(20.0, amplitude)))
    assert transcript.words == ()


def test_a_pause_of_35_seconds_keeps_both_sides(service: SpeechService, tmp_path: Path) -> None:
    first, second = spoken(ANSWER, tmp_path), spoken(SECOND_PART, tmp_path)
    samples = np.concatenate([first, silence(35.0), second])
    transcript = transcript_of(service, write_take(tmp_path / "pause.wav", samples))
    assert word_errors(f"{ANSWER} {SECOND_PART}", transcript.text) <= 0.25
    pause_s = (len(first) / SAMPLE_RATE + 0.5, len(first) / SAMPLE_RATE + 34.5)
    assert not [word for word in transcript.words if pause_s[0] < word.start_s < pause_s[1]]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda samples: np.clip(samples.astype(np.int32) * 12, -32768, 32767).astype(np.int16),
        lambda samples: (samples // 3 + 9000).astype(np.int16),
        lambda samples: (samples // 24).astype(np.int16),
    ],
    ids=["clipped", "with an offset", "faint"],
)
def test_spoilt_sound_is_still_heard(
    service: SpeechService, tmp_path: Path, spoil: Callable[[Samples], Samples]
) -> None:
    take = write_take(tmp_path / "spoilt.wav", spoil(spoken(ANSWER, tmp_path)))
    assert word_errors(ANSWER, transcript_of(service, take).text) <= 0.35


def test_another_language_is_recognised(service: SpeechService, tmp_path: Path) -> None:
    text = "Ich habe an der Universität Mathematik studiert und danach drei Jahre lang als Ingenieur gearbeitet."
    take = speak(f"{text} {text}", tmp_path / "german.wav", voice="de")
    assert transcript_of(service, take).language == "de"


def test_what_is_not_sound_fails_in_words_and_the_child_goes_on(service: SpeechService, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("no sound here")
    service.send(TranscribeFile("notes", notes))
    event = outcome(service, "notes")
    assert event == Failed("notes", "notes.txt is not a sound file that can be read.")
    assert transcript_of(service, write_take(tmp_path / "after.wav", silence(0.1))).words == ()


def test_a_cancelled_job_says_nothing_more(service: SpeechService, tmp_path: Path) -> None:
    long = write_take(tmp_path / "long.wav", np.tile(spoken(ANSWER, tmp_path), 10))
    service.send(TranscribeFile("long", long))
    service.send(Cancel("long"))
    take = write_take(tmp_path / "next.wav", silence(0.1))
    service.send(TranscribeFile("next", take))
    seen: list[Event] = []
    while not seen or not isinstance(seen[-1], Transcribed):
        seen.append(service.receive(WAIT_S))
    assert [event.job for event in seen if isinstance(event, Transcribed)] == ["next"]


def test_the_person_waiting_comes_before_a_long_file(service: SpeechService, tmp_path: Path) -> None:
    answer = spoken(SECOND_PART, tmp_path)
    service.send(TranscribeFile("archive", write_take(tmp_path / "archive.wav", np.tile(answer, 3))))
    service.send(Follow("urgent", tmp_path / "urgent.wav"))
    service.send(Finish("urgent", write_take(tmp_path / "urgent.wav", answer)))
    first = wait_for(service, lambda event: isinstance(event, Transcribed))
    assert isinstance(first, Transcribed)
    assert first.job == "urgent"
    outcome(service, "archive")


def test_the_child_stays_within_its_memory_and_yields(service: SpeechService) -> None:
    process = psutil.Process(service.pid)
    assert process.memory_info().rss < 700 * 2**20
    assert process.nice() > psutil.Process().nice()


def test_the_child_never_loads_qt_and_opens_no_socket(service: SpeechService) -> None:
    process = psutil.Process(service.pid)
    loaded = {Path(mapping.path).name for mapping in process.memory_maps()}
    assert any("ctranslate2" in name for name in loaded)
    assert not [name for name in loaded if "Qt6" in name or "PySide6" in name]
    assert process.net_connections() == []


def test_after_a_kill_a_new_child_does_the_job(models_dir: Path, tmp_path: Path) -> None:
    service = SpeechService(models_dir)
    service.start()
    assert isinstance(service.receive(WAIT_S), Ready)
    take = write_take(tmp_path / "answer.wav", spoken(SECOND_PART, tmp_path))
    service.send(Follow("answer", take))
    service.kill()
    with pytest.raises(ChildDied):
        wait_for(service, lambda event: isinstance(event, Transcribed))
    service.restart()
    assert isinstance(service.receive(WAIT_S), Ready)
    service.send(Follow("answer", take))
    service.send(Finish("answer", take))
    event = outcome(service, "answer")
    service.kill()
    assert isinstance(event, Transcribed)
    assert word_errors(SECOND_PART, event.transcript.text) <= 0.25


def test_a_truncated_model_is_put_right_before_it_is_loaded(models_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(models_dir, tmp_path / "models")
    model = next((tmp_path / "models").glob("*/model.bin"))
    with model.open("r+b") as file:
        file.truncate(1000)
    service = SpeechService(tmp_path / "models")
    service.start()
    ready = service.receive(WAIT_S)
    service.kill()
    assert ready == Ready("whisper", "whisper-base-ebe41f70d5b6")
    assert model.stat().st_size == 145_217_532


def test_without_any_model_pocketsphinx_hears_and_says_what_it_cannot(tmp_path: Path) -> None:
    blocked = tmp_path / "models"
    blocked.write_text("a file where the model folder should be")
    with pytest.raises(ModelUnavailable):
        install_built_in(blocked)
    service = SpeechService(blocked)
    service.start()
    ready = service.receive(WAIT_S)
    assert isinstance(ready, Ready)
    assert ready.engine == "pocketsphinx"
    assert ready.degraded is not None
    assert "filler sounds" in ready.degraded
    said = "I think the answer is that we need more data and a better model"
    take = write_take(tmp_path / "answer.wav", spoken(said, tmp_path, 140, "en-us"))
    transcript = transcript_of(service, take)
    service.kill()
    assert transcript.cannot_hear == {"filler_sounds": ready.degraded}
    assert word_errors(said, transcript.text) <= 0.6
    assert 0 <= transcript.words[0].start_s < 1.0
    assert transcript.words[-1].end_s > 3.0


def test_the_program_s_side_imports_no_engine() -> None:
    engines = "{'faster_whisper', 'ctranslate2', 'onnxruntime', 'speech_recognition', 'pocketsphinx', 'av', 'numpy'}"
    probe = f"import sys, recordings.transcription.service; sys.exit(' '.join({engines} & set(sys.modules)) or 0)"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True).stderr == ""


def test_no_library_of_the_child_leaves_a_mark_of_its_own(
    models_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A device id, or a queue of events to be sent, in the home of somebody who is no build machine."""
    answer = speak(ANSWER, tmp_path / "answer.wav")
    home = tmp_path / "home"
    home.mkdir()
    for name in UNLIKE_A_USER:
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    service = SpeechService(models_dir)
    service.start()
    try:
        assert isinstance(service.receive(WAIT_S), Ready)
        assert transcript_of(service, answer).words
    finally:
        service.kill()
    assert sorted(home.rglob("*")) == []
