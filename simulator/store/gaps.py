"""The gaps of recordings: kept when they happen, so that they outlast whatever happens next."""

from __future__ import annotations

from simulator.gap import Gap
from simulator.store.connection import Connection
from simulator.store.records import AnswerId


class Gaps:
    """Gaps by answer, with which they are read. `keep` may raise a StoreError, whose text is for the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, answer: AnswerId, gap: Gap) -> None:
        """Keep one more gap of this answer."""
        with self._connection.writing() as db:
            db.table("gaps").insert({"answer_id": answer, "at_s": gap.at_s, "lasted_s": gap.lasted_s})
