"""Settings that are changed beside the open window, by the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.end_to_end.conftest import StartProgram
from tests.recordings.transcription.made_up_models import write_model
from tests.waiting import wait_until


def test_a_model_chosen_in_a_terminal_is_shown_when_one_comes_back_and_never_written_over(
    start_program: StartProgram, tmp_path: Path
) -> None:
    program = start_program()
    program.see("Quick drill")
    program.key("ctrl+5")
    program.see("Add a speech model from a folder")
    program.command("models", "add", str(write_model(tmp_path / "mine")))

    program.minimise()
    program.command("models", "use", "mine")
    start_program()  # brings the first one's window to the front
    wait_until(program.is_in_front, "the window to be in front")
    program.see("Use: Built in")
    program.see("Remove: mine")

    program.command("models", "use", "built-in")  # the window keeps the focus, and has yet to hear of it
    program.press("Live captions")
    wait_until(lambda: _kept(program.data)["captions"], "the window to keep what is chosen in it")
    assert _kept(program.data)["speech_model"] is None
    wait_until(lambda: not program.glimpse("Use: Built in"), "the built-in model to be shown as chosen")


def _kept(data: Path) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads((data / "settings.json").read_text(encoding="utf-8"))
    return kept
