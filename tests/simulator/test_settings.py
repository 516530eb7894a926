from __future__ import annotations

import json
import os
import stat
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from question_bank.models import Role, Round
from simulator.errors import SettingsNotSaved
from simulator.interview.plan import Level
from simulator.settings import (
    LIMITS,
    LoadedSettings,
    Settings,
    load_interface_percent,
    load_settings,
    load_theme,
    merged,
    read_again,
    read_settings,
    save_settings,
)

CHOSEN = Settings(
    role=Role.DATA_SCIENTIST,
    round=Round.BEHAVIOURAL,
    is_loop=True,
    question_count=3,
    loop_question_count=12,
    is_timed=True,
    minutes=45,
    level=Level.CLIMB,
    topics=("found.statistics", "own.payments"),
    microphone_id="alsa_input.usb",
    speakers_id="headset",
    voice_id="gmw/en-us",
    voice_wpm=150,
    volume=40,
    captions=True,
    nudge=False,
    nudge_first_s=8.0,
    nudge_again_s=15.5,
    theme="dark",
    interface_percent=125,
    hands_free=True,
    hands_free_silence_s=6.0,
    strict=True,
    follow_ups=False,
    follow_up_depth=2,
    pronunciations=(("SQL", "sequel"), ("ROI", "R O I")),
    speech_model="small.en",
    own_terms="Kubeflow, Marija",
    declined_analysis=3,
    keep_recordings="days",
    keep_days=30,
    keep_agreed=60,
)

unhurried = settings(deadline=None)  # they write files, which may take long on a machine at work on other things
any_settings = st.builds(
    Settings,
    role=st.sampled_from(Role),
    round=st.sampled_from(Round),
    is_loop=st.booleans(),
    question_count=st.integers(*map(int, LIMITS["question_count"])),
    loop_question_count=st.integers(*map(int, LIMITS["loop_question_count"])),
    is_timed=st.booleans(),
    minutes=st.integers(*map(int, LIMITS["minutes"])),
    level=st.sampled_from(Level),
    topics=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    microphone_id=st.none() | st.text(),
    voice_id=st.none() | st.text(),
    voice_wpm=st.integers(*map(int, LIMITS["voice_wpm"])),
    volume=st.integers(*map(int, LIMITS["volume"])),
    captions=st.booleans(),
    nudge=st.booleans(),
    nudge_first_s=st.floats(*LIMITS["nudge_first_s"]),
    nudge_again_s=st.floats(*LIMITS["nudge_again_s"]),
    theme=st.sampled_from(["system", "light", "dark"]),
    interface_percent=st.sampled_from([100, 110, 125, 150]),
    hands_free=st.booleans(),
    hands_free_silence_s=st.floats(*LIMITS["hands_free_silence_s"]),
    strict=st.booleans(),
    pronunciations=st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=2).map(tuple),
    own_terms=st.text(),
)
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_the_chosen_example_differs_from_every_default() -> None:
    assert all(getattr(CHOSEN, field.name) != field.default for field in fields(Settings))


def test_own_words_are_parted_by_commas() -> None:
    assert Settings(own_terms=" Kubeflow,  Fast  Text,, ").own_words == ("Kubeflow", "Fast Text")
    assert Settings().own_words == ()


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert read_settings(path) == LoadedSettings(Settings())
    assert load_settings(path) == Settings()


def test_what_is_saved_is_loaded(path: Path) -> None:
    save_settings(CHOSEN, path)
    assert read_settings(path) == LoadedSettings(CHOSEN)


@unhurried
@given(any_settings)
def test_any_settings_survive_a_round(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.getbasetemp() / "round.json"
    save_settings(settings, path)
    assert read_settings(path) == LoadedSettings(settings)


BAD_VALUES: list[tuple[str, Any]] = [
    ("role", "role.astronaut"),
    ("round", 7),
    ("question_count", 0),
    ("question_count", 21),
    ("question_count", "five"),
    ("question_count", 2.5),
    ("question_count", True),
    ("microphone_id", 3),
    ("voice_id", ["gmw/en"]),
    ("voice_wpm", 79),
    ("voice_wpm", 301),
    ("voice_wpm", None),
    ("captions", "yes"),
    ("nudge", 1),
    ("nudge_first_s", 4.9),
    ("nudge_first_s", 31),
    ("nudge_again_s", "soon"),
    ("theme", "sepia"),
    ("interface_percent", 120),
    ("interface_percent", "125"),
    ("interface_percent", True),
    ("volume", -1),
    ("volume", 101),
    ("strict", {}),
]


@pytest.mark.parametrize(("name", "value"), BAD_VALUES)
def test_one_bad_value_falls_back_alone(path: Path, name: str, value: object) -> None:
    save_settings(CHOSEN, path)
    path.write_text(json.dumps(json.loads(path.read_text()) | {name: value}))
    loaded = read_settings(path)
    assert loaded.settings == replace(CHOSEN, **{name: getattr(Settings(), name)})
    assert len(loaded.problems) == 1
    assert f"“{name}”" in loaded.problems[0]


def test_the_limits_themselves_are_allowed(path: Path) -> None:
    for pick in (0, 1):
        at_limit = {name: limits[pick] for name, limits in LIMITS.items()}
        path.write_text(json.dumps(at_limit))
        loaded = read_settings(path)
        assert loaded.problems == ()
        assert {name: getattr(loaded.settings, name) for name in LIMITS} == at_limit


def test_defaults_keep_within_the_limits() -> None:
    assert all(low <= getattr(Settings(), name) <= high for name, (low, high) in LIMITS.items())


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b'{"nudge": NaN}', b'{"a":' + b"[" * 99_999]
)
def test_an_unreadable_file_falls_back_whole_and_is_kept(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    loaded = read_settings(path)
    assert loaded.settings == Settings()
    assert len(loaded.problems) == 1
    save_settings(CHOSEN, path)
    assert load_settings(path) == CHOSEN
    assert path.with_name("settings.json.unreadable").read_bytes() == content


def test_a_folder_in_the_way_is_a_problem_not_a_crash(path: Path) -> None:
    path.mkdir()
    assert read_settings(path).settings == Settings()
    assert len(read_settings(path).problems) == 1


@unhurried
@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]) | st.text(), any_json))
def test_loading_never_fails(tmp_path_factory: pytest.TempPathFactory, stored: dict[str, Any]) -> None:
    path = tmp_path_factory.getbasetemp() / "anything.json"
    path.write_text(json.dumps(stored))
    settings = load_settings(path)
    assert all(low <= getattr(settings, name) <= high for name, (low, high) in LIMITS.items())
    save_settings(settings, path)
    assert load_settings(path) == settings


def test_keys_of_another_version_are_kept(path: Path) -> None:
    path.write_text('{"from_the_future": [1, 2], "voice_wpm": 120}')
    assert read_settings(path) == LoadedSettings(replace(Settings(), voice_wpm=120))
    save_settings(CHOSEN, path)
    assert json.loads(path.read_text())["from_the_future"] == [1, 2]
    assert read_settings(path) == LoadedSettings(CHOSEN)


def test_the_file_is_private_and_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        save_settings(CHOSEN, path)
        save_settings(Settings(), path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_settings(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(CHOSEN, path)

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SettingsNotSaved, match="No space left on device"):
        save_settings(Settings(), path)
    assert load_settings(path) == CHOSEN
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_the_theme_is_read_alone(tmp_path: Path, theme: Any) -> None:
    save_settings(replace(CHOSEN, theme=theme), tmp_path / "settings.json")
    assert load_theme(tmp_path / "settings.json") == theme


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"theme": "pink"}', '{"theme": ["dark"]}', '"theme"', "\x00"])
def test_without_a_usable_theme_the_system_decides(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    assert load_theme(file) == "system"
    file.write_text(content)
    assert load_theme(file) == "system"


@pytest.mark.parametrize("percent", [100, 110, 125, 150])
def test_the_size_of_the_interface_is_read_alone(path: Path, percent: Any) -> None:
    save_settings(replace(CHOSEN, interface_percent=percent), path)
    assert load_interface_percent(path) == percent


@pytest.mark.parametrize(
    "stored", ["900", "-100", "0", "NaN", "125.0", "true", "null", '"150"', "[150]", "{}", "1" * 5_000, "[" * 99_999]
)
def test_without_a_usable_size_everything_is_as_large_as_ever(path: Path, stored: str) -> None:
    assert load_interface_percent(path) == 100
    path.write_text('{"interface_percent": ' + stored + "}")
    assert load_interface_percent(path) == 100
    assert load_settings(path).interface_percent == 100


def test_a_folder_that_cannot_be_read_has_no_size(path: Path) -> None:
    path.mkdir()
    assert load_interface_percent(path) == 100
    assert load_interface_percent(path / "settings.json") == 100


def test_a_term_is_added_behind_the_others() -> None:
    assert Settings().with_own_term("k-means").own_words == ("k-means",)
    assert Settings(own_terms="Kubeflow, ").with_own_term("k-means").own_terms == "Kubeflow, k-means"


@unhurried
@given(any_settings, any_settings, any_settings)
def test_what_either_changed_holds_and_of_both_what_is_changed_here(
    known: Settings, own: Settings, elsewhere: Settings
) -> None:
    holds = merged(known, own, elsewhere)
    for name in (field.name for field in fields(Settings)):
        here, there = getattr(own, name), getattr(elsewhere, name)
        assert getattr(holds, name) == (there if here == getattr(known, name) else here)


def test_where_nobody_else_changed_anything_what_is_chosen_here_holds() -> None:
    assert merged(Settings(), CHOSEN, Settings()) == CHOSEN
    assert merged(Settings(), Settings(), CHOSEN) == CHOSEN


def test_what_is_read_again_is_what_another_wrote(path: Path) -> None:
    save_settings(replace(CHOSEN, speech_model=None), path)
    assert read_again(path, CHOSEN) == replace(CHOSEN, speech_model=None)


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b"\xff\xfe", b"{}", b'{"voice_wpm": "fast", "own": 1}'])
def test_what_is_missing_or_spoilt_stands_as_it_is_known(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    assert read_again(path, CHOSEN) == CHOSEN


def test_beside_a_spoilt_value_the_others_are_read_again(path: Path) -> None:
    path.write_text('{"voice_wpm": "fast", "theme": "light"}')
    assert read_again(path, CHOSEN) == replace(CHOSEN, theme="light")
