from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from recordings.dead_end import dead_end


def call(path: str) -> bytes:
    """What a caller hears: nothing, and then the end."""
    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(5)
        caller.connect(path)
        return caller.recv(1)


def test_every_caller_is_answered_and_hung_up_on() -> None:
    assert [call(dead_end()) for _ in range(20)] == [b""] * 20
    assert dead_end() == dead_end()


def test_it_has_no_name_in_any_folder_and_is_not_inherited() -> None:
    assert " (deleted)" in str(Path(dead_end()).readlink())
    assert not os.get_inheritable(int(Path(dead_end()).name))
    script = "import os, sys; print(os.path.lexists(sys.argv[1]))"
    ran = subprocess.run(
        [sys.executable, "-c", script, dead_end()], capture_output=True, text=True, check=True, close_fds=False
    )
    assert ran.stdout.strip() == "False"


def test_where_no_socket_can_be_made_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    too_deep = tmp_path / ("deep" * 40)
    too_deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(too_deep))
    assert dead_end.__wrapped__() == ""
