"""Answers whose reports are those of an earlier analysis, or of other rules. What they would say now is not known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from simulator.store.records import AnswerId
from simulator.store.remains import moment_in, value_or

if TYPE_CHECKING:
    from simulator.store.connection import Connection

# Answered from the index alone: the columns lie behind the long texts, which nobody reads for this.
_OUTDATED: Final = """
SELECT id, judged_at FROM answers INDEXED BY answers_by_version
WHERE status = 'saved' AND report IS NOT NULL AND (analysis_version < ? OR (rules <> ? AND ? <> ''))
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Outdated:
    """Which answers, oldest first, and when the latest of them was judged; None where that is not known."""

    answers: tuple[AnswerId, ...]
    latest: datetime | None


class OutdatedReports:
    """Finds them. May raise a StoreError whose text is a sentence for the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, version: int, rules: str = "") -> Outdated:
        """Those judged by an analysis before `version`; with the name of `rules`, also those judged by others."""
        with self._connection.reading() as db:
            rows = db.execute(_OUTDATED, [version, rules, rules]).fetchall()  # as tuples: they may be 100,000
        return Outdated(tuple(AnswerId(answer) for answer, _ in rows), _latest({at for _, at in rows}))


def _latest(moments: Collection[object]) -> datetime | None:
    """As texts they sort as they follow each other."""
    latest_first = sorted((text for text in moments if isinstance(text, str)), reverse=True)
    readable = (value_or(partial(moment_in, text), None) for text in latest_first)
    return next((at for at in readable if at is not None), None)
