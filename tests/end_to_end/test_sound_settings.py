"""What one does in Settings before the first interview: hear oneself, and hear it where one wants to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES
from tests.desktop import SoundServer
from tests.end_to_end.candidate import LOUD, Candidate, loud_share
from tests.end_to_end.conftest import StartProgram
from tests.sound import samples_of
from tests.waiting import wait_until
from ui.player import OUTPUT_GONE

HEADSET = ("module-null-sink", "sink_name=headset", "sink_properties=device.description=Headset")
SAID = " ".join(["This is how I sound when I answer a question about machine learning."] * 6)


@pytest.fixture
def headset(sound_server: SoundServer, library: Path) -> Iterator[str]:
    """The module of a second output, which the settings name."""
    sound_server.ensure_running()
    module = sound_server.control("load-module", *HEADSET).strip()
    (library / "settings.json").write_text(json.dumps({"speakers_id": "headset"}))
    yield module
    if "headset" in sound_server.control("list", "short", "sinks"):
        sound_server.control("unload-module", module)


def is_loud(sound: Path) -> bool:
    """Whether something has been heard by now, in a file that is still being written."""
    data = sound.read_bytes()[HEADER_BYTES:]
    return bool((abs(samples_of(data[: len(data) // SAMPLE_BYTES * SAMPLE_BYTES])) > LOUD).any())


def test_one_hears_oneself_and_the_voice_by_the_chosen_speakers(
    start_program: StartProgram, candidate: Candidate, sound_server: SoundServer, library: Path, headset: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    heard, elsewhere, voice, instead = (tmp_path / f"{name}.wav" for name in ("heard", "elsewhere", "voice", "instead"))
    said = candidate.render(SAID)
    program = start_program()
    program.see("Quick drill")
    program.key("ctrl+5")
    with sound_server.listening(elsewhere):
        with sound_server.listening(heard, "headset.monitor"):
            with sound_server.speaking(said):
                program.press("Test microphone")
                program.see_text("That was loud and clear.")
            wait_until(lambda: is_loud(heard), "one's own voice to be heard")
            program.see("Test microphone")
        with sound_server.listening(voice, "headset.monitor"):
            program.press("Hear this voice at this speed")
            wait_until(lambda: is_loud(voice), "the voice to be heard")
    assert loud_share(heard) > 0.1
    assert not is_loud(elsewhere)
    assert list((library / "cache").glob("*.wav")) == []
    assert list((library / "recordings").iterdir()) == []

    sound_server.control("unload-module", headset)
    with sound_server.listening(instead):
        program.press("Hear this voice at this speed")
        program.see_text(OUTPUT_GONE)
        wait_until(lambda: is_loud(instead), "the voice to be heard by the speakers")
    assert program.close() == 0
