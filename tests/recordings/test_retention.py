"""Recordings whose time is over go, and nothing else: words, results and notes stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from recordings.errors import LibraryRefused
from recordings.integrity import take_stock
from recordings.mending.aside import Aside
from recordings.retention import Retention, apply, due
from recordings.take import TakeWriter
from recordings.take_folder import TakeFolder, TakeState
from simulator.store.kept_sound import NAMES_LET_GO
from simulator.store.records import LET_GO, AnswerId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_report, a_transcript, add_session
from tests.sound import tone

NOW = NOON + timedelta(days=100)


class Shelf:
    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder / "library.db")
        (folder / "recordings").mkdir()
        self.library = TakeFolder(folder / "recordings")

    def record(self, name: str, at: datetime = NOON, *, has_words: bool = True, is_judged: bool = True) -> AnswerId:
        answer = self.store.begin_answer(add_session(self.store), a_question(), 0, 1, f"{name}.wav", at)
        take = TakeWriter.create(self.library.folder, name)
        take.append(tone(0.5))
        whole = take.close()
        self.store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
        if has_words:
            self.store.keep_transcript(answer, a_transcript())
        if has_words and is_judged:
            self.store.keep_report(answer, a_report())
        return answer

    def left(self) -> list[str]:
        return sorted(path.stem for path in self.library.folder.iterdir())


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.store.close()


def test_all_are_kept_unless_chosen_otherwise(shelf: Shelf) -> None:
    shelf.record("old")
    assert apply(shelf.store, shelf.library, Retention(), NOW) == 0
    assert shelf.left() == ["old"]


@pytest.mark.parametrize(("days", "left"), [(99, ["new"]), (101, ["new", "old"])])
def test_after_so_many_days_they_go(shelf: Shelf, days: int, left: list[str]) -> None:
    shelf.record("old")
    shelf.record("new", NOW - timedelta(days=1))
    apply(shelf.store, shelf.library, Retention("days", days), NOW)
    assert shelf.left() == left


def test_what_is_not_transcribed_and_judged_is_kept(shelf: Shelf) -> None:
    shelf.record("judged")
    shelf.record("heard", is_judged=False)
    shelf.record("silent", has_words=False)
    assert apply(shelf.store, shelf.library, Retention("judged"), NOW) == 1
    assert shelf.left() == ["heard", "silent"]


def test_the_interview_in_progress_is_left_alone(shelf: Shelf) -> None:
    answer = shelf.record("now")
    session = shelf.store.answer(answer).session_id
    assert due(shelf.store, shelf.library, Retention("judged"), NOW, session) == ()
    assert len(due(shelf.store, shelf.library, Retention("judged"), NOW)) == 1


def test_words_and_results_stay_and_nothing_is_taken_for_lost(shelf: Shelf) -> None:
    answer = shelf.record("take")
    before = shelf.store.answer(answer)
    apply(shelf.store, shelf.library, Retention("judged"), NOW)
    after = shelf.store.answer(answer)
    assert (after.transcript, after.report, after.samples) == (before.transcript, before.report, before.samples)
    assert shelf.library.check("take.wav", after.samples or 0, after.sha256) is TakeState.LET_GO
    assert take_stock(shelf.store, shelf.library).is_sound


def test_a_deletion_that_was_cut_off_is_finished(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = shelf.record("take")

    def dies(_library: TakeFolder, _name: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(TakeFolder, "delete", dies)
        with pytest.raises(KeyboardInterrupt):
            apply(shelf.store, shelf.library, Retention("judged"), NOW)
    assert shelf.store.answer(answer).sha256 == LET_GO
    assert shelf.left() == ["take"]
    apply(shelf.store, shelf.library, Retention(), NOW)
    assert shelf.left() == []


@pytest.mark.parametrize(
    "spoiling", ["transcript = '{'", "report = '[]'", "started_at = ''", "started_at = '0000-13-01'"]
)
def test_what_is_spoilt_in_the_library_keeps_its_sound(shelf: Shelf, spoiling: str) -> None:
    answer = shelf.record("take")
    with shelf.store._connection.writing() as db:
        db.execute(f"UPDATE answers SET {spoiling} WHERE id = ?", [answer])  # noqa: S608 - our own words
    assert apply(shelf.store, shelf.library, Retention("judged"), NOW) == 0
    assert shelf.left() == ["take"]


def test_one_that_cannot_be_deleted_keeps_no_other(shelf: Shelf) -> None:
    stuck = shelf.record("a")
    shelf.record("b")
    shelf.store.kept_sound.let_go(stuck)
    path = shelf.library.path_of("a.wav")
    path.unlink()
    path.mkdir()
    with pytest.raises(LibraryRefused, match=r"a\.wav"):
        apply(shelf.store, shelf.library, Retention("judged"), NOW)
    assert shelf.left() == ["a"]


def test_copies_that_a_mending_put_aside_go_as_well(shelf: Shelf, tmp_path: Path) -> None:
    answer = shelf.record("take")
    copy = tmp_path / "take.old.wav"
    copy.write_bytes(b"sound")
    Aside.new(tmp_path).move(copy, shelf.store.answer(answer))
    assert list(tmp_path.glob("mended-*/*.wav"))
    apply(shelf.store, shelf.library, Retention("judged"), NOW)
    assert not list(tmp_path.glob("mended-*"))


def test_what_is_asked_at_every_start_is_in_an_index(shelf: Shelf) -> None:
    with shelf.store._connection.reading() as db:
        plan = [row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {NAMES_LET_GO}")]
    assert len(plan) == 1
    assert "answers_without_sound" in plan[0]


@pytest.mark.parametrize(
    ("rule", "agreed", "effective"),
    [
        (Retention("judged"), None, Retention()),
        (Retention("days", 1), 90, Retention("days", 90)),
        (Retention("judged"), 30, Retention("days", 30)),
        (Retention("days", 90), 30, Retention("days", 90)),
        (Retention("judged"), 0, Retention("judged")),
        (Retention(), 0, Retention()),
    ],
)
def test_no_more_goes_than_was_agreed_to(rule: Retention, agreed: int | None, effective: Retention) -> None:
    assert rule.as_far_as(agreed) == effective
