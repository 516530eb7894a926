"""A library of its own for each test of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.data_folder import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.find(tmp_path / "data")
