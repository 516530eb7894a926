"""The installed program as its own process, seen and driven as a person with a screen reader would."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psutil

from tests.as_a_user import users_environment
from tests.end_to_end.screen import Screen
from tests.waiting import PATIENCE_S, wait_until

SCREEN_READER = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has `gi`; it is not in the project's environment
VIVA_VOCE = Path(sys.executable).with_name("viva-voce")

TITLE = "Viva Voce"

Node = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a screen reader said of a node, and the monotonic second at which it did."""

    at_s: float
    text: str


class Reader:
    """A screen reader on one bus."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, str(SCREEN_READER)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip

    def ask(self, do: str, **request: str | float) -> dict[str, Any]:
        """One request, one answer; LookupError where the reader found nothing."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({"do": do, **request}), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError("the screen reader ended")
        reply: dict[str, Any] = json.loads(line)
        if not reply.pop("ok"):
            raise LookupError(reply["why"])
        return reply

    def close(self) -> None:
        """End the reader."""
        self._process.terminate()
        self._process.wait(5)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


class Program:
    """One run of `viva-voce` on a screen, with a library of its own."""

    def __init__(
        self, screen: Screen, environment: dict[str, str], data: Path, log: Path, within: Sequence[str] = ()
    ) -> None:
        """`within` is a command that runs the program, such as `unshare --net`."""
        self._screen = screen
        self._environment = {
            **users_environment(),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONFAULTHANDLER": "1",
            "VIVA_VOCE_DATA": str(data),
            **screen.environment,
            **environment,
        }
        self._log_path = log
        self._log = log.open("ab")
        self.data = data
        self.process = subprocess.Popen(
            [*within, str(VIVA_VOCE)], env=self._environment, stdout=self._log, stderr=subprocess.STDOUT
        )
        self._reader = Reader(self._environment)

    @property
    def recordings(self) -> Path:
        """Where the program keeps sound."""
        return self.data / "recordings"

    def see(self, name: str, role: str | None = None, timeout_s: float = PATIENCE_S) -> Node:
        """Wait until something of this name shows, and describe it."""
        return self._await(lambda: self.glimpse(name, role), f"{name!r} to show", timeout_s)

    def glimpse(self, name: str, role: str | None = None) -> Node | None:
        """What shows under this name now, or None."""
        self._must_live()
        try:
            node: Node = self._reader.ask("look", name=name, **({"role": role} if role else {}))["node"]
        except LookupError:
            return None
        return node

    def says(self, name: str) -> str:
        """The description of what shows under this name, empty where there is none."""
        return str((self.glimpse(name) or {}).get("description") or "")

    def text(self, name: str) -> str:
        """The text in what shows under this name, empty where there is none."""
        return str((self.glimpse(name) or {}).get("text") or "")

    def see_text(self, words: str, timeout_s: float = PATIENCE_S) -> str:
        """Wait until a name or description on the screen holds these words, and give the whole of it."""
        return self._await(lambda: self._find_text(words), f"the words {words!r} to show", timeout_s)

    def press(self, name: str, role: str | None = None, timeout_s: float = PATIENCE_S) -> None:
        """Press what bears this name, once it shows and is enabled."""
        self._await(lambda: (self.glimpse(name, role) or {}).get("enabled"), f"{name!r} to be pressable", timeout_s)
        self._reader.ask("press", name=name, **({"role": role} if role else {}))

    def focus(self, name: str) -> None:
        """Move the focus to what bears this name."""
        self.see(name)
        self._reader.ask("focus", name=name)

    def tab_to(self, name: str, key: str = "Tab", most: int = 80) -> Node:
        """Press Tab until what has the keyboard is called so, or begins so, by its own name or its label's."""
        passed: list[str] = []
        for _ in range(most):
            here = self.focused()
            said = here["label"] or here["name"]
            if said.startswith(name):
                return here
            passed.append(said)
            self.key(key)
        raise AssertionError(f"{key} does not come to {name!r}, but by {passed}")

    def focused(self) -> Node:
        """What has the keyboard; a control without a name where nothing has."""
        try:
            node: Node = self._reader.ask("focused")["node"]
        except LookupError:
            return {"name": "", "label": "", "role": "", "description": "", "text": ""}
        return node

    def watch(self, name: str, until: str, timeout_s: float) -> list[Seen]:
        """All that the description of `name` said until it held the words `until`."""
        found = self._reader.ask("watch", name=name, until=until, timeout_s=timeout_s)["seen"]
        return [Seen(at_s, text) for at_s, text in found]

    def everything(self) -> list[Node]:
        """All that shows, in reading order."""
        nodes: list[Node] = self._reader.ask("all")["nodes"]
        return nodes

    def children(self, name: str) -> list[Node]:
        """What lies directly within the node of this name."""
        try:
            nodes: list[Node] = self._reader.ask("children", name=name)["nodes"]
        except LookupError:
            return []
        return nodes

    def key(self, *keys: str) -> float:
        """Press keys in the focused window; gives the monotonic second after that."""
        self._must_live()
        self._screen.key(*keys)
        return time.monotonic()

    def write(self, text: str) -> None:
        """Type into what has the focus."""
        self._must_live()
        self._screen.type_text(text)

    def minimise(self) -> None:
        """Put the window away."""
        self._screen.minimise(TITLE)

    def is_in_front(self) -> bool:
        """Whether the window is the active one."""
        return self._screen.active_window() == TITLE

    def children_pids(self) -> list[int]:
        """Every process below this one."""
        return [child.pid for child in psutil.Process(self.process.pid).children(recursive=True)]

    def speech_child(self) -> psutil.Process:
        """The process that listens: the one with the engine in its memory."""
        return wait_until(self._find_speech_child, "the speech child to load its engine")

    def kept_answers(self) -> list[Node]:
        """What the library holds of its newest interview, by the command line."""
        newest = json.loads(self.command("sessions", "list", "--json").splitlines()[0])["id"]
        answers: list[Node] = json.loads(self.command("sessions", "show", str(newest), "--json"))["answers"]
        return answers

    def command(self, *arguments: str) -> str:
        """What `viva-voce` with these arguments prints about the same library."""
        done = subprocess.run(
            [VIVA_VOCE, *arguments], env=self._environment, capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout

    def log(self) -> str:
        """What the program wrote to its terminal."""
        return self._log_path.read_text()

    def close(self, timeout_s: float = PATIENCE_S) -> int:
        """Ask the program to end as a logout would (SIGTERM) and give its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout_s)

    def kill(self) -> None:
        """Pull the plug."""
        self.process.kill()
        self.process.wait()

    def finish(self) -> None:
        """End whatever still runs."""
        if self.process.poll() is None:
            family = [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]
            for one in family:  # a tracer that is killed alone lets what it traced go on
                with contextlib.suppress(psutil.NoSuchProcess):
                    one.kill()
            self.process.wait()
        self._reader.close()
        self._log.close()

    def await_true(self, condition: Callable[[], T | None], what: str, timeout_s: float = PATIENCE_S) -> T:
        """As `wait_until`; what shows instead, and where every thread stands, is told when it does not come."""
        return self._await(condition, what, timeout_s)

    def _await(self, condition: Callable[[], T | None], what: str, timeout_s: float) -> T:
        """As `wait_until`; what shows instead, and where every thread stands, is told when it does not come."""
        try:
            return wait_until(condition, what, timeout_s)
        except AssertionError as vain:
            shown = [f"{node['role']} {node['name']!r} {node['description'] or ''}" for node in self.everything()]
            raise AssertionError(f"{vain}; shown instead: {shown}; {self._stacks()}") from vain

    def _stacks(self) -> str:
        """The stack of every thread of the program, which ends by this."""
        family = [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]
        window = next((one for one in family if str(VIVA_VOCE) in one.cmdline()[:2]), family[0])
        window.send_signal(signal.SIGABRT)
        with contextlib.suppress(psutil.TimeoutExpired):
            window.wait(5)
        return self.log()[-6000:]

    def _find_text(self, words: str) -> str | None:
        try:
            shown = self.everything()
        except LookupError:  # something went while it was read: the next look finds what is there instead
            shown = []
        said = (str(node[key] or "") for node in shown for key in ("name", "description", "text"))
        self._must_live()
        return next((text for text in said if words.lower() in text.lower()), None)

    def _find_speech_child(self) -> psutil.Process | None:
        for child in psutil.Process(self.process.pid).children(recursive=True):
            try:
                if any("ctranslate2" in mapped.path for mapped in child.memory_maps()):
                    return child
            except psutil.Error:  # it ended while we looked
                continue
        return None

    def _must_live(self) -> None:
        code = self.process.poll()
        if code is not None:
            raise AssertionError(f"the program ended with exit code {code}: {self.log()[-2000:]}")
