"""Settings that are kept and told, whatever the disk says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.settings import Settings, load_settings, save_settings
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


def chosen_outside(file: Path, **changes: object) -> None:
    """As the command line does."""
    save_settings(replace(load_settings(file), **changes), file)  # type: ignore[arg-type]


def test_what_another_process_chose_is_not_written_over(settings: SettingsInUse, file: Path) -> None:
    settings.change(replace(settings.now, question_count=9))
    chosen_outside(file, speech_model="small.en")
    told: list[Settings] = Told(settings.changed)
    settings.change(replace(settings.now, captions=True))
    both = Settings(question_count=9, speech_model="small.en", captions=True)
    assert load_settings(file) == settings.now == both
    assert told == [both]


def test_a_look_takes_it_over_and_lets_everybody_know_once(settings: SettingsInUse, file: Path) -> None:
    chosen_outside(file, speech_model="small.en")
    told: list[Settings] = Told(settings.changed)
    settings.look()
    settings.look()
    assert told == [Settings(speech_model="small.en")]
    settings.change(replace(settings.now, speech_model=None))
    assert load_settings(file).speech_model is None


def test_of_what_both_changed_the_window_s_latest_holds(settings: SettingsInUse, file: Path) -> None:
    chosen_outside(file, theme="dark", volume=40)
    settings.change(replace(settings.now, theme="light"))
    assert load_settings(file) == settings.now == Settings(theme="light", volume=40)
    chosen_outside(file, theme="dark")
    settings.look()
    assert settings.now.theme == "dark"


def test_what_could_not_be_kept_is_not_lost_to_a_look(settings: SettingsInUse, file: Path) -> None:
    file.mkdir()
    settings.change(replace(settings.now, question_count=9))
    file.rmdir()
    chosen_outside(file, volume=40)
    settings.look()
    assert settings.now == Settings(question_count=9, volume=40)
    settings.change(replace(settings.now, captions=True))
    assert load_settings(file) == settings.now == Settings(question_count=9, volume=40, captions=True)


def test_a_file_that_was_spoilt_changes_nothing_and_is_kept_beside_the_new_one(
    settings: SettingsInUse, file: Path, messages: HeardMessages
) -> None:
    settings.change(replace(settings.now, question_count=9))
    file.write_text("{")
    told = Told(settings.changed)
    settings.look()
    assert told == []
    settings.change(replace(settings.now, captions=True))
    assert load_settings(file) == Settings(question_count=9, captions=True)
    assert file.with_name(f"{file.name}.unreadable").read_text() == "{"
    assert messages.texts == []
