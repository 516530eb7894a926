"""What is said of an export."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from simulator.store.records import SessionId
from simulator.store.session_points import SessionPoint
from tests.ui.samples import sample_record
from ui.words.export_words import NO_SOUND, NOTHING_FOUND, exported_words, period_words, sound_size_words

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def test_a_period_says_how_much_is_in_it() -> None:
    assert period_words(SessionPoint(SessionId(number), NOON, 5) for number in range(2)) == "2 interviews, 10 answers"
    assert period_words(()) == NOTHING_FOUND


def test_the_size_of_sound_is_that_in_the_page() -> None:
    records = [sample_record(byte_count=3_000_000), sample_record(byte_count=1_500_000)]
    assert sound_size_words(records) == "Makes the page about 6 MB larger."
    assert sound_size_words([sample_record(byte_count=10)]) == "Makes the page about 1 MB larger."
    assert sound_size_words([sample_record(file_name=None)]) == NO_SOUND


def test_it_is_said_where_the_file_is() -> None:
    assert exported_words(Path("a") / "b.html") == f"Exported to {Path('a') / 'b.html'}"
