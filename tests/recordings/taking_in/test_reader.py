"""The child itself: it answers each order, and its death is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from recordings.taking_in.messages import Copied, Copy, Look, Looked
from recordings.taking_in.reader import RecordingReader
from simulator.errors import ChildDied
from tests.sound import tone, write_wav


def test_orders_are_carried_out_in_turn_until_it_is_killed(tmp_path: Path) -> None:
    file = write_wav(tmp_path / "answer.wav", tone(1.0))
    reader = RecordingReader()
    reader.start()
    try:
        reader.send(Look(file))
        reader.send(Copy(3, file, tmp_path, "take"))
        assert reader.receive() == Looked(file, 1.0)
        copied = reader.receive()
        assert isinstance(copied, Copied)
        assert (copied.number, copied.samples) == (3, 16_000)
    finally:
        reader.kill()
    with pytest.raises(ChildDied):
        reader.receive()
