"""A desktop for the real program: screen, window manager, accessibility bus, sound server, and somebody who speaks."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop import SoundServer, room_noise, sound_server
from tests.end_to_end.candidate import Candidate
from tests.end_to_end.interviews import HeldInterview, hold_interview, look_again
from tests.end_to_end.program import Program
from tests.end_to_end.screen import Screen, screen

__all__ = ["room_noise", "sound_server"]

StartProgram = Callable[..., Program]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives the real program."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.end_to_end)


@pytest.fixture(scope="session")
def desktop() -> Iterator[Screen]:
    """One screen for all tests."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder, screen(Path(folder)) as found:
        yield found


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all libraries but the first keep the speech model: 145 MB need not be written for every test."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture
def library(tmp_path: Path, models: Path) -> Path:
    """A library that holds nothing yet but knows where the speech model is."""
    data = tmp_path / "library"
    data.mkdir(mode=0o700)
    (data / "models").symlink_to(models, target_is_directory=True)
    return data


@pytest.fixture
def candidate(sound_server: SoundServer, room_noise: None, tmp_path: Path) -> Candidate:
    """Somebody who speaks into the microphone."""
    return Candidate(sound_server, tmp_path)


@pytest.fixture
def start_program(
    desktop: Screen, sound_server: SoundServer, room_noise: None, library: Path, tmp_path: Path
) -> Iterator[StartProgram]:
    """Starts the program, again and again on the same library unless told otherwise."""
    started: list[Program] = []

    def start(data: Path = library, within: tuple[str, ...] = (), **environment: str) -> Program:
        log = tmp_path / f"program-{len(started)}.log"
        program = Program(desktop, sound_server.environment | environment, data, log, within)
        started.append(program)
        return program

    yield start
    for program in started:
        program.finish()


@pytest.fixture(scope="session")
def interview(
    desktop: Screen, sound_server: SoundServer, room_noise: None, tmp_path_factory: pytest.TempPathFactory
) -> HeldInterview:
    """A whole interview on a library that was empty, held once; the tests look at its evidence."""
    folder = tmp_path_factory.mktemp("interview")
    first = Program(desktop, sound_server.environment, folder / "library", folder / "first.log")
    try:
        held = hold_interview(first, Candidate(sound_server, folder))
    finally:
        first.finish()
    second = Program(desktop, sound_server.environment, folder / "library", folder / "second.log")
    try:
        look_again(second, held)
        second.close()
    finally:
        second.finish()
    return held
