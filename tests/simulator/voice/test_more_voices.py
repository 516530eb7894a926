"""The registry of more voices is hibari's own, as it is installed and pinned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.voice import hibari_files
from simulator.voice.hibari_files import REGISTRY, assets
from simulator.voice.more_voices import download_address, more_voices, voices_in
from simulator.voice.voice_engine import EngineMissing


def test_there_are_four_with_names_that_say_who_speaks() -> None:
    assert [(voice.id, voice.title, voice.language) for voice in more_voices()] == [
        ("hibari:emma", "British, female", "en-gb"),
        ("hibari:fenrir", "American, male", "en-us"),
        ("hibari:fable", "British, male", "en-gb"),
        ("hibari:kore", "American, female", "en-us"),
    ]


def test_files_sizes_and_hashes_are_those_of_the_package() -> None:
    entries = json.loads((assets() / REGISTRY).read_bytes())
    for voice in more_voices():
        entry = entries[voice.name]
        assert (voice.file, voice.size, voice.sha256) == (entry["file"], entry["bytes"], entry["sha256"])
        assert voice.is_british == entry["british"]
        assert 7.9e6 < voice.size < 8.1e6
        assert Path(voice.file).name == voice.file


def test_a_registry_that_is_not_the_pinned_one_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / REGISTRY).write_bytes((assets() / REGISTRY).read_bytes() + b" ")
    with pytest.raises(EngineMissing, match=r"voices\.json of its own voice is damaged"):
        voices_in(tmp_path)


def test_the_address_is_the_packages_own_and_secure() -> None:
    address = download_address()
    assert address.startswith("https://")
    assert address.endswith("/hibari/resolve/main/voices")


def test_a_package_that_does_not_say_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hibari_files, "_DISTRIBUTION", "there-is-no-such-distribution")
    assert download_address() == ""
