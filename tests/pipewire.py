"""PipeWire with the same virtual microphone that `tests.desktop` has: what most desktops run today.

Its Pulse server answers `pactl`, `paplay` and the program, so that only the way it is started differs.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time

from tests.desktop import START_S, SoundServer

_PROGRAMS = ("pipewire", "wireplumber", "pipewire-pulse", "pw-link", "dbus-run-session")
_IN_ITS_SESSION = "pipewire & wireplumber & exec pipewire-pulse"
_SINK = ("module-null-sink", "media.class=Audio/Sink")
_SOURCE = ("module-null-sink", "media.class=Audio/Source/Virtual", "channel_map=front-left,front-right")
_SIDES = ("FL", "FR")


class PipeWireServer(SoundServer):
    """PipeWire with the sinks `speakers` (default) and `micfeed`; what is played into the latter, `virtmic` hears."""

    def start(self) -> None:
        """Returns when the microphone hears; AssertionError if something is missing or does not answer."""
        missing = [program for program in _PROGRAMS if shutil.which(program) is None]
        assert not missing, f"not installed, and nothing can be measured without: {', '.join(missing)}"
        command = ["dbus-run-session", "--", "sh", "-c", _IN_ITS_SESSION]
        with (self.runtime / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, env=self.child_environment, stdout=log, stderr=log, start_new_session=True
            )
        self._wait_until_it_answers()
        for name in ("speakers", "micfeed"):
            self.control("load-module", *_SINK, f"sink_name={name}")
        self.control("load-module", *_SOURCE, "sink_name=virtmic")
        for side in _SIDES:
            self._link(f"micfeed:monitor_{side}", f"virtmic:input_{side}")
        self.control("set-default-source", "virtmic")
        self.control("set-default-sink", "speakers")

    def kill(self) -> None:
        """As a crash: the whole session at once."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def _link(self, out: str, into: str) -> None:
        """The ports of a node that has just been made take a moment to be there."""
        deadline = time.monotonic() + START_S
        while True:
            ran = subprocess.run(
                ["pw-link", out, into], env=self.child_environment, capture_output=True, text=True, check=False
            )
            if ran.returncode == 0 or "File exists" in ran.stderr:
                return
            assert time.monotonic() < deadline, ran.stderr
            time.sleep(0.05)
