"""Whatever is said gets out, or it is said that it does not."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from ui.commands.output import OutputRefused, ask, complain, prepare_streams, say, say_as_it_is, say_json, to_the_end


class Refusing(io.StringIO):
    """An output on a full disk."""

    def write(self, _text: str, /) -> int:
        raise OSError(28, "No space left on device")


class LateRefusing(io.StringIO):
    """An output that has a buffer before the full disk."""

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def done(text: str = "said") -> int:
    say(text)
    return 0


def test_a_code_comes_back_once_all_is_handed_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert to_the_end(done) == 0
    assert to_the_end(lambda: 2) == 2
    assert capsys.readouterr() == ("said\n", "")


@pytest.mark.parametrize("output", [Refusing, LateRefusing])
def test_an_output_that_refuses_costs_one_sentence(
    output: type[io.StringIO], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", output())
    assert to_the_end(done) == 1
    assert capsys.readouterr().err == "viva-voce: The output could not be written: No space left on device.\n"


def test_every_way_to_say_something_says_that_it_was_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Refusing())
    for way in (say, say_as_it_is, ask, say_json):
        with pytest.raises(OutputRefused):
            way("something")


def test_an_output_that_was_closed_before_refuses_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    prepare_streams()
    assert to_the_end(lambda: 0) == 0
    assert to_the_end(done) == 1
    assert capsys.readouterr().err == "viva-voce: The output could not be written: Bad file descriptor.\n"


def test_where_even_complaints_are_refused_nothing_more_can_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Refusing())
    complain("Something went wrong.")
    monkeypatch.setattr(sys, "stderr", None)
    prepare_streams()
    complain("Something went wrong.")


def test_what_is_no_unicode_is_escaped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "out").open("w", encoding="ascii") as out:
        monkeypatch.setattr(sys, "stdout", out)
        prepare_streams()
        say("caf\udce9 – café")
        say_json({"caf\udce9": ("caf\udce9", {"n": 1, "x": None}), "plain": "café"})
    lines = (tmp_path / "out").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "caf\\udce9 – café"
    assert json.loads(lines[1]) == {"caf\\udce9": ["caf\\udce9", {"n": 1, "x": None}], "plain": "café"}
