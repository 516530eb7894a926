"""A screen with a window manager and a message bus for accessibility, on a machine that has none of them."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.waiting import wait_until

SIZE = "1280x800x24"


@dataclass(frozen=True, slots=True)
class Screen:
    """Environment variables that bring a program onto this screen and this bus."""

    environment: dict[str, str]

    @property
    def display(self) -> str:
        return self.environment["DISPLAY"]

    def key(self, *keys: str) -> None:
        """Press keys, by xdotool's names, in the window that has the focus."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type_text(self, text: str) -> None:
        """Type text into what has the focus."""
        self._xdotool("type", "--delay", "8", text)

    def photograph(self, path: Path) -> Path:
        """The whole screen as PNG."""
        subprocess.run(
            ["ffmpeg", "-loglevel", "error", "-y", "-f", "x11grab", "-video_size", "1280x800", "-i", self.display,
             "-frames:v", "1", str(path)],
            check=True, env={**os.environ, **self.environment},
        )  # fmt: skip
        return path

    def minimise(self, title: str) -> None:
        """Put the window of this title away."""
        self._xdotool("search", "--onlyvisible", "--name", f"^{title}$", "windowminimize", "--sync")

    def active_window(self) -> str:
        """The title of the window that has the focus, empty where none has."""
        found = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            capture_output=True, text=True, env={**os.environ, **self.environment}, check=False,
        )  # fmt: skip
        return found.stdout.strip()

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], check=True, env={**os.environ, **self.environment})


@contextlib.contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Start Xvfb, openbox and a session bus; end them by their own process ids."""
    with contextlib.ExitStack() as stack:
        display = stack.enter_context(_xvfb())
        environment = {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": stack.enter_context(_bus(folder))}
        stack.enter_context(_running(["openbox", "--sm-disable"], {**os.environ, **environment}))
        found = Screen(environment)
        wait_until(lambda: _manages(found), "the window manager to take the screen")
        yield found


def _manages(found: Screen) -> bool:
    root = subprocess.run(
        ["xdotool", "get_desktop"], env={**os.environ, **found.environment}, capture_output=True, check=False
    )
    return root.returncode == 0


@contextlib.contextmanager
def _xvfb() -> Iterator[str]:
    """An Xvfb that picks a free display number by itself."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write_end)
    try:
        with os.fdopen(read_end) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        _end(server)


@contextlib.contextmanager
def _bus(folder: Path) -> Iterator[str]:
    """A session bus of its own; AT-SPI starts on it by itself."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={folder}/bus"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
    finally:
        _end(bus)


@contextlib.contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
