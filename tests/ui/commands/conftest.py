"""A library of its own for each test of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.data_folder import DataFolder


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    return DataFolder.find(tmp_path / "data")
