from __future__ import annotations

from ui.words.progress_sentences import interviews_shown


def test_of_many_interviews_only_the_newest_are_said_to_be_shown() -> None:
    assert interviews_shown(60, 50).startswith("Your last 50 of 60 interviews.")
    assert interviews_shown(2, 2).startswith("Your 2 interviews so far.")
