"""`viva-voce sessions compare`: two kept answers to one question, only ever looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.comparison.comparison import Comparison, compare
from simulator.store.records import AnswerId, AnswerRecord
from ui.commands.output import say, say_json
from ui.commands.reading import library
from ui.words.answer_line import light_of
from ui.words.comparison import comparison_text

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder


def compare_answers(data_folder: DataFolder, answer: int, other: int, *, as_json: bool) -> int:
    """Print what changed from the earlier of two answers to the later. Raises NotComparable or a StoreError."""
    with library(data_folder) as store:
        compared = compare(store.answer(AnswerId(answer)), store.answer(AnswerId(other)))
    say_json(_as_dict(compared)) if as_json else say(comparison_text(compared))
    return 0


def _as_dict(compared: Comparison) -> dict[str, object]:
    wording = compared.wording
    sides = (("first", compared.first, wording.first), ("second", compared.second, wording.second))
    return {
        "question_id": compared.second.question.id,
        "question": compared.second.question.text,
        **{name: _answer(record) for name, record, _ in sides},
        "measures": compared.measures,
        "key_points": compared.points,
        "wording": {
            "dropped": wording.dropped_count,
            "added": wording.added_count,
            "kept": wording.kept_count,
            **{name: [{"said": one.said, "text": one.text} for one in said] for name, _, said in sides},
        },
        "unlike": compared.unlike,
    }


def _answer(record: AnswerRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "session_id": record.session_id,
        "started_at": record.started_at,
        "attempt": record.attempt,
        "length_s": record.report.answer_s if record.report else None,
        "light": light_of(record),
    }
