"""Settings that are kept and told, whatever the disk says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.settings import Settings, load_settings
from tests.ui.parts import HeardMessages, Told
from ui.messages import MessageKind
from ui.workers.settings_in_use import SettingsInUse


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def messages() -> HeardMessages:
    return HeardMessages()


@pytest.fixture
def settings(file: Path, messages: HeardMessages) -> SettingsInUse:
    return SettingsInUse(Settings(), file, messages)


def test_a_changed_setting_is_kept_and_told(settings: SettingsInUse, file: Path) -> None:
    told: list[Settings] = Told(settings.changed)
    wanted = replace(settings.now, question_count=9)
    settings.change(wanted)
    assert told == [wanted]
    assert settings.now == wanted
    assert load_settings(file) == wanted


def test_what_did_not_change_is_not_told(settings: SettingsInUse, file: Path) -> None:
    told = Told(settings.changed)
    settings.change(replace(settings.now))
    assert told == []
    assert not file.exists()


def test_settings_that_cannot_be_kept_hold_for_now_and_it_is_said(
    settings: SettingsInUse, file: Path, messages: HeardMessages
) -> None:
    file.mkdir()
    told: list[Settings] = Told(settings.changed)
    settings.change(replace(settings.now, question_count=9))
    (problem,) = messages.told
    assert problem.kind is MessageKind.CHOICES_NOT_KEPT
    assert "could not be saved" in problem.text
    assert told[0].question_count == 9
