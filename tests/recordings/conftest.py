"""The sound server for tests of the real microphone."""

from __future__ import annotations

from tests.desktop import sound_server

__all__ = ["sound_server"]
