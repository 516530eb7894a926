"""How calls are understood and how they end: done, failed with one line, or wrong usage."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from simulator.data_folder import DataFolder
from simulator.errors import PlacesError
from ui.command_line import main


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library named by the environment."""
    folder = tmp_path / "from-environment"
    monkeypatch.setenv("VIVA_VOCE_DATA", str(folder))
    return folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[DataFolder]:
    """Where the window would have been opened."""
    data_folder: list[DataFolder] = []
    window = ModuleType("ui.app")

    def run(at: DataFolder) -> int:
        data_folder.append(at)
        return 0

    monkeypatch.setattr(window, "run", run, raising=False)
    monkeypatch.setitem(sys.modules, "ui.app", window)
    return data_folder


@pytest.fixture
def demonstrated(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, DataFolder]]:
    """What the demo was asked for."""
    asked: list[tuple[Path | None, DataFolder]] = []
    demo = ModuleType("ui.demo.demonstration")

    def run(out: Path | None, data_folder: DataFolder) -> int:
        asked.append((out, data_folder))
        return 0

    monkeypatch.setattr(demo, "run", run, raising=False)
    monkeypatch.setitem(sys.modules, "ui.demo.demonstration", demo)
    return asked


def test_without_a_call_the_window_opens(data: Path, opened: list[DataFolder]) -> None:
    assert main([]) == 0
    assert [data_folder.data for data_folder in opened] == [data]


def test_demo_is_told_where_to_write(data: Path, demonstrated: list[tuple[Path | None, DataFolder]]) -> None:
    assert main(["demo"]) == 0
    assert main(["demo", "--out", "there"]) == 0
    assert [out for out, _ in demonstrated] == [None, Path("there")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data-dir", "{}", "sessions", "list"],
        ["sessions", "--data-dir", "{}", "list"],
        ["sessions", "list", "--data-dir", "{}"],
        ["--data-dir={}", "sessions", "list"],
    ],
)
def test_the_library_may_be_named_anywhere_in_the_call(
    arguments: list[str], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.commands import sessions

    seen: list[DataFolder] = []

    def list_sessions(data_folder: DataFolder, _search: str, *, as_json: bool) -> int:
        seen.append(data_folder)
        return 0

    monkeypatch.setattr(sessions, "list_sessions", list_sessions)
    there = str(tmp_path / "given")
    assert main([argument.format(there) for argument in arguments]) == 0
    assert [str(data_folder.data) for data_folder in seen] == [there]


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["demo"],
        ["analyse"],
        ["questions"],
        ["questions", "list"],
        ["questions", "show"],
        ["questions", "check"],
        ["questions", "import"],
        ["questions", "export"],
        ["sessions"],
        ["sessions", "list"],
        ["sessions", "show"],
        ["sessions", "delete"],
        ["sessions", "check"],
        ["doctor"],
    ],
)
def test_every_call_has_help(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call, "--help"]) == 0
    text = capsys.readouterr().out
    assert "--data-dir" in text
    assert len(call) == 2 or "examples:" in text


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib.metadata import version

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"viva-voce {version('viva-voce')}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["sing"],
        ["analyse"],
        ["analyse", "a.wav", "--kind", "loud"],
        ["questions"],
        ["questions", "show"],
        ["sessions", "show", "twelve"],
        ["sessions", "delete"],
        ["--no-such"],
        ["--data-dir=", "sessions", "list"],
        ["sessions", "list", "--data-dir", " "],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage: viva-voce" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["questions", "show", "nope"], "There is no question “nope”"),
        (["analyse", "--question", "nope", "a.wav"], "There is no question “nope”"),
        (["sessions", "show", "1"], "There is no library at"),
        (["sessions", "delete", "1", "--yes"], "There is no library at"),
        (["sessions", "check"], "There is no library at"),
        (["analyse", "nowhere.wav"], "nowhere.wav does not exist."),
    ],
)
def test_an_expected_failure_is_one_clear_line(
    arguments: list[str], said: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"viva-voce: {said}")
    assert err.count("\n") == 1


def test_a_bug_is_not_hidden(opened: list[DataFolder], monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_data_folder: DataFolder) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(sys.modules["ui.app"], "run", run)
    with pytest.raises(ZeroDivisionError):
        main([])


def test_trouble_with_the_folder_reaches_the_user(
    opened: list[DataFolder], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_data_folder: DataFolder) -> int:
        raise PlacesError("Nothing can be kept there.")

    monkeypatch.setattr(sys.modules["ui.app"], "run", run)
    assert main([]) == 1
    assert capsys.readouterr().err == "viva-voce: Nothing can be kept there.\n"


def test_control_letters_never_reach_the_terminal(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = tmp_path / "typed.txt"
    typed.write_text("um \x1b]0;owned\x07 and \x9b31m so on")
    assert main(["analyse", str(typed)]) == 0
    assert not {"\x1b", "\x07", "\x9b"} & set(capsys.readouterr().out)


def run_as_program(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "ui", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
    )


def test_a_reader_that_leaves_early_is_no_error(data: Path) -> None:
    program = run_as_program("questions", "list", "--json")
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.readline()
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == 0
    program.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("arguments", [("questions", "list"), ("questions", "export"), ("--help",), ("--version",)])
def test_a_full_disk_behind_the_output_costs_one_line(data: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "ui", *arguments]
        program = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert program.stderr == "viva-voce: The output could not be written: No space left on device.\n"
    assert program.returncode == 1


def test_names_that_are_no_unicode_are_escaped_by_every_command(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, cards = tmp_path / "caf\udce9.txt", tmp_path / "caf\udce9.csv"
    text.write_text("Projects\nBird song classifier: PyTorch, XGBoost\n", encoding="utf-8")
    cards.write_text("question,answer\nWhat is the medoid?,The most central point.\n", encoding="utf-8")
    for arguments in (
        ["analyse", "--json", str(text)],
        ["questions", "cv", "--json", str(text)],
        ["questions", "advertisement", "--json", str(text)],
        ["questions", "import", str(cards), "--dry-run"],
        ["questions", "import", str(cards)],
        ["questions", "export", "--pack", "caf", "--out", str(tmp_path / "caf\udce9.md")],
    ):
        assert main(arguments) == 0
        assert capsys.readouterr().err == ""
    assert main(["questions", "check", "--json", str(cards)]) == 1
    assert json.loads(capsys.readouterr().out)["path"].endswith("caf\\udce9.csv")
    assert main(["analyse", str(tmp_path / "n\udce9.wav")]) == 1
    assert "n\\udce9.wav does not exist" in capsys.readouterr().err


def test_json_is_utf_8_whatever_the_terminal_speaks(data: Path, tmp_path: Path) -> None:
    typed = tmp_path / "typed.txt"
    typed.write_text("naïve Bayes – “simple”", encoding="utf-8")
    program = run_as_program("analyse", "--json", str(typed), PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    out, err = program.communicate()
    assert json.loads(out.decode("utf-8"))["transcript"]["text"] == "naïve Bayes – “simple”"
    assert err == b""


def test_neither_qt_nor_an_engine_nor_the_database_is_loaded_to_judge_text(data: Path, tmp_path: Path) -> None:
    typed = tmp_path / "typed.txt"
    typed.write_text("Some words.")
    ask = (
        "import sys; from ui.command_line import main; main(['analyse', sys.argv[1]]); "
        "heavy = {'PySide6', 'faster_whisper', 'av', 'numpy', 'sqlite_utils', 'pyttsx3'} & set(sys.modules); "
        "sys.exit(', '.join(heavy) or None)"
    )
    program = subprocess.run([sys.executable, "-c", ask, str(typed)], capture_output=True, text=True, check=False)
    assert program.stderr == ""
    assert program.returncode == 0


@pytest.mark.speech
def test_recorded_answers_are_judged_by_the_real_engine(data: Path, tmp_path: Path) -> None:
    words = (
        "Regularisation keeps a model from learning the noise of its training data by heart. I would add a penalty on "
        "large weights, because small weights make a smoother function. With a penalty on absolute values many weights "
        "become exactly zero, and that selects features. In practice I choose the strength by cross validation."
    )
    wav, mp3, bad = tmp_path / "answer.wav", tmp_path / "answer.mp3", tmp_path / "bad.wav"
    subprocess.run(["espeak-ng", "-s", "150", "-w", str(wav), words], check=True)
    subprocess.run(["ffmpeg", "-loglevel", "error", "-i", str(wav), "-ar", "44100", "-ac", "2", str(mp3)], check=True)
    bad.write_bytes(b"This is not sound. " * 50)
    program = run_as_program("analyse", "--json", str(wav), str(bad), str(mp3))
    out, err = program.communicate()
    judged = [json.loads(line) for line in out.splitlines()]
    assert [entry["file"] for entry in judged] == [str(wav), str(mp3)]
    assert all(entry["enough_speech"] for entry in judged)
    assert all("penalty" in entry["transcript"]["text"] for entry in judged)
    assert len(err.splitlines()) == 1
    assert program.returncode == 1


@pytest.mark.parametrize(
    "call", ["demo --out {}", "sessions backup --out {}", "analyse {}.wav", "questions import {}.csv"]
)
def test_a_name_that_no_system_takes_costs_one_line(
    call: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIVA_VOCE_DATA", str(tmp_path))
    assert main(call.format(tmp_path / ("x" * 300)).split()) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "cannot be used: File name too long." in line
