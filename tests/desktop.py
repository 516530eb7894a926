"""A desktop's sound for tests, on a machine that has none: a real PulseAudio server with a virtual microphone.

Whoever wants the fixture imports it in a `conftest.py`. Programs under test run as children with the server's
environment: its address has to be known before QtMultimedia is loaded.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sound import noise, write_wav

START_S = 15.0
ROOM_DB = -66.0  # a quiet room, far below any voice
_MICROPHONE = (
    "module-remap-source",
    "master=micfeed.monitor",
    "source_name=virtmic",
    "source_properties=device.description=VirtualMic",
)


class SoundServer:
    """PulseAudio with the sinks `speakers` (default) and `micfeed`; what is played into the latter, `virtmic` hears."""

    def __init__(self, runtime: Path) -> None:
        self.runtime = runtime
        self._process: subprocess.Popen[bytes] | None = None
        self.environment = {
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(runtime / "config"),
            "PULSE_RUNTIME_PATH": str(runtime / "pulse"),
            "PULSE_STATE_PATH": str(runtime / "state"),
            "PULSE_SERVER": f"unix:{runtime / 'pulse' / 'native'}",
            "PULSE_LATENCY_MSEC": "30",
            "QT_AUDIO_BACKEND": "pulseaudio",
        }

    @property
    def child_environment(self) -> dict[str, str]:
        """The whole environment of a child that uses this server."""
        return os.environ | self.environment

    def start(self) -> None:
        """Returns when the server answers; AssertionError if it does not."""
        program = shutil.which("pulseaudio")
        assert program, "pulseaudio is not installed, and these tests are worth nothing without it"
        modules = [
            f"module-native-protocol-unix auth-anonymous=1 socket={self.runtime / 'pulse' / 'native'}",
            "module-null-sink sink_name=speakers",
            "module-null-sink sink_name=micfeed",
            " ".join(_MICROPHONE),
        ]
        options = ["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--log-level=error"]
        loads = [part for module in modules for part in ("-L", module)]
        command = [program, *options, *loads]
        with (self.runtime / "server.log").open("ab") as log:
            self._process = subprocess.Popen(command, env=self.child_environment, stdout=log, stderr=log)
        self._wait_until_it_answers()
        self.control("set-default-source", "virtmic")
        self.control("set-default-sink", "speakers")

    def ensure_running(self) -> None:
        """Start it again if a test left it dead, or without its microphone."""
        if self._process is None or self._process.poll() is not None:
            self.start()
        elif "virtmic" not in self.control("list", "short", "sources"):
            self.plug_in_microphone()

    def kill(self) -> None:
        """As a crash: no goodbye to anybody."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    @contextlib.contextmanager
    def hanging(self) -> Iterator[None]:
        """While the block runs the server answers nobody, and nobody is told so."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.go_on()

    def go_on(self) -> None:
        """Hang no longer."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def control(self, *arguments: str) -> str:
        """What `pactl` answers."""
        command = ["pactl", *arguments]
        environment = self.child_environment
        ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=20)
        return ran.stdout

    def unplug_microphone(self) -> None:
        self.control("unload-module", "module-remap-source")

    def plug_in_microphone(self) -> None:
        self.control("load-module", *_MICROPHONE)
        self.control("set-default-source", "virtmic")

    @contextlib.contextmanager
    def speaking(self, sound: Path) -> Iterator[subprocess.Popen[bytes]]:
        """`sound` is played into the microphone while the block runs."""
        with _running("paplay", "--device=micfeed", str(sound), environment=self.child_environment) as player:
            yield player

    @contextlib.contextmanager
    def listening(self, target: Path, device: str = "speakers.monitor") -> Iterator[None]:
        """What the speakers play, or a `device` gives, while the block runs is kept in `target`, a 16 kHz mono WAV."""
        options = [f"--device={device}", "--file-format=wav", "--rate=16000", "--channels=1", "--format=s16le"]
        with _running("parecord", *options, str(target), environment=self.child_environment):
            yield

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            with contextlib.suppress(subprocess.CalledProcessError):
                self.control("info")
                return
            assert self._process is not None
            assert self._process.poll() is None, (self.runtime / "server.log").read_text()
        raise AssertionError("the sound server did not answer")


@contextlib.contextmanager
def _running(*command: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="session")
def sound_server() -> Iterator[SoundServer]:
    """A running server. A test that kills it starts it again."""
    with tempfile.TemporaryDirectory(prefix="vv-") as folder:  # short: a socket's path has 108 bytes at most
        runtime = Path(folder)
        (runtime / "pulse").mkdir(mode=0o700)
        server = SoundServer(runtime)
        server.start()
        try:
            yield server
        finally:
            server.kill()


@pytest.fixture(scope="session")
def room_noise(sound_server: SoundServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What no room is without: with it the microphone gives something, be it ever so faint, when nobody speaks."""
    minute = write_wav(tmp_path_factory.mktemp("room") / "room.wav", noise(60, level_db=ROOM_DB))
    command = ["ffmpeg", "-loglevel", "error", "-nostdin", "-stream_loop", "-1", "-i", str(minute)]
    with _running(*command, "-f", "pulse", "-device", "micfeed", "room", environment=sound_server.child_environment):
        yield
