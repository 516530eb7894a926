"""Whoever is asked whether recordings may be deleted reads what goes, when, and what stays."""

from __future__ import annotations

import pytest

from ui.words.retention_words import what_goes


@pytest.mark.parametrize(
    ("count", "begins"),
    [
        (0, "Nothing will be deleted now; recordings will be deleted as they become due. You will not be able to"),
        (1, "1 recording will be deleted now, and others as they become due. You will not be able to"),
        (3, "3 recordings will be deleted now, and others as they become due. You will not be able to"),
    ],
)
def test_it_says_what_goes_and_where_copies_stay(count: int, begins: str) -> None:
    assert what_goes(count).startswith(begins)
    assert "Copies in backups you have saved" in what_goes(count)
