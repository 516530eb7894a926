"""What every test needs: an offscreen Qt, no way out to the network, and cycles collected by this thread alone."""

from __future__ import annotations

import os

import pytest

from ui.workers.garbage import collect_if_due, collect_only_when_told

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
collect_only_when_told()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Widgets of a test that is over are not left for a thread of the next one to find."""
    collect_if_due()
