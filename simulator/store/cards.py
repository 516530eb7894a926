"""Which question comes back when: reviews of answers and the card they come to. Grades are `simulator.schedule`'s."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlite_utils.db import Database

from simulator.analysis.report import AnswerReport
from simulator.schedule import Grade, Review, ReviewCard, card_of, grade_of, grade_of_tries
from simulator.store.connection import Connection
from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId
from simulator.store.remains import moment_in, moment_or_epoch, value_or
from simulator.store.rows import Row, moment, report_in

# Both are answered from an index alone, however long the history: in 0.2 ms each after 10,000 answers. With DISTINCT,
# SQLite takes an index that is already in order of questions, and reads all of it: 21 ms.
DUE: Final = "SELECT question_id FROM cards WHERE due_at < ? ORDER BY due_at, question_id"
ASKED_SINCE: Final = "SELECT question_id FROM answers WHERE started_at >= ?"
# A follow-up has its question's place in the session, and the question was asked before it.
_ASKED_FIRST: Final = """
SELECT first.question_id = answers.question_id AS is_first, answers.question_id, answers.report
FROM answers JOIN answers AS first ON first.session_id = answers.session_id AND first.position = answers.position
WHERE answers.id = ? ORDER BY first.id LIMIT 1
"""
_GRADES: Final = """
SELECT answers.session_id, answers.started_at, reviews.grade
FROM reviews JOIN answers ON answers.id = reviews.answer_id
WHERE reviews.question_id = ? AND reviews.grade IS NOT NULL ORDER BY answers.id
"""

# Kept since before there were reviews: only answers to questions of the plan are scheduled.
UNREVIEWED: Final = """
SELECT id FROM answers INDEXED BY answers_to_review
WHERE rung = 0 AND status = 'saved' AND report IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM reviews WHERE answer_id = answers.id)
ORDER BY id
"""


class Cards:
    """The schedule in the library. Every method may raise a StoreError whose text is a sentence for the user.

    A card is made anew from all reviews of its question whenever one of them changes, so that it never holds anything
    of an answer that is gone, or that was judged otherwise before.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def due(self, until: datetime) -> tuple[str, ...]:
        """Ids of the questions that are due before `until`, those that waited longest first."""
        with self._connection.reading() as db:
            return tuple(row["question_id"] for row in db.query(DUE, [moment(until)]))

    def asked_since(self, since: datetime) -> frozenset[str]:
        """Ids of the questions asked since then, whatever became of the answer."""
        with self._connection.reading() as db:
            rows = db.query(ASKED_SINCE, [moment(since)])
            return frozenset(row["question_id"] for row in rows)

    def card(self, question_id: str) -> ReviewCard | None:
        """When a question is due, None if no answer to it was graded."""
        with self._connection.reading() as db:
            rows = list(db.table("cards").rows_where("question_id = ?", [question_id]))
        return value_or(lambda: _card_of(rows[0]), None) if rows else None

    def own_rating(self, answer: AnswerId) -> Grade | None:
        """How the user rated an answer, None if they did not."""
        with self._connection.reading() as db:
            rating = _own_rating(db, answer)
        return None if rating is None else Grade(rating)

    def rate(self, answer: AnswerId, rating: int) -> None:
        """Keep, durably, how the user rates an answer, from 1 ("again") to 4 ("easy"). Raises UnknownRecord."""
        with self._connection.writing(durable=True) as db:
            row = _asked(db, answer)
            _review(db, answer, row, report_in(row["report"]), int(Grade(rating)))

    def unreviewed(self) -> tuple[AnswerId, ...]:
        """Judged answers that the schedule does not know, oldest first: those from before it was kept."""
        with self._connection.reading() as db:
            return tuple(AnswerId(row["id"]) for row in db.query(UNREVIEWED))

    def review_kept(self, answer: AnswerId) -> None:
        """Let the schedule know an answer by the report that is kept of it. Raises UnknownRecord."""
        with self._connection.writing() as db:
            row = _asked(db, answer)
            if row["report"] is not None:
                _review(db, answer, row, report_in(row["report"]), _own_rating(db, answer))


def review(db: Database, answer: AnswerId, report: AnswerReport) -> None:
    """Let the card of the answer's question follow its report. Raises UnknownRecord."""
    _review(db, answer, _asked(db, answer), report, _own_rating(db, answer))


def questions_reviewed_in(db: Database, which: str, number: int) -> frozenset[str]:
    """Ids of the questions whose cards rest on the answers that meet the condition `which`, put to this number."""
    sql = f"SELECT reviews.question_id FROM reviews JOIN answers ON answers.id = answer_id WHERE {which}"  # noqa: S608
    rows = db.query(sql, [number])
    return frozenset(row["question_id"] for row in rows)


def make_anew(db: Database, question_ids: Iterable[str]) -> None:
    """Make these questions' cards from the reviews there are; without any left, the card goes."""
    for question_id in sorted(question_ids):
        reviews = _reviews_of(db, question_id)
        if reviews:
            db.table("cards").insert(_columns(question_id, card_of(reviews)), replace=True)
        else:
            db.execute("DELETE FROM cards WHERE question_id = ?", [question_id])


def _review(db: Database, answer: AnswerId, row: Row, report: AnswerReport | None, own_rating: int | None) -> None:
    if not row["is_first"]:
        return
    grade = None if report is None else grade_of(report, own_rating)
    values = {"answer_id": answer, "question_id": row["question_id"], "own_rating": own_rating, "grade": grade}
    db.table("reviews").insert(values, replace=True)
    make_anew(db, [row["question_id"]])


def _asked(db: Database, answer: AnswerId) -> Row:
    rows = list(db.query(_ASKED_FIRST, [answer]))
    if not rows:
        raise UnknownRecord(f"There is no answer {answer}.")
    return rows[0]


def _own_rating(db: Database, answer: AnswerId) -> int | None:
    rows = list(db.table("reviews").rows_where("answer_id = ?", [answer], select="own_rating"))
    return value_or(lambda: int(Grade(rows[0]["own_rating"])), None) if rows else None


def _reviews_of(db: Database, question_id: str) -> tuple[Review, ...]:
    """One review for each session, at the moment of its first graded try."""
    sittings: dict[int, list[Row]] = {}
    for row in db.query(_GRADES, [question_id]):
        if not moment_or_epoch(row["started_at"])[1]:
            continue  # nobody knows any more when that was
        sittings.setdefault(row["session_id"], []).append(row)
    return tuple(
        Review(datetime.fromisoformat(tries[0]["started_at"]), grade_of_tries([Grade(one["grade"]) for one in tries]))
        for tries in sittings.values()
    )


def _columns(question_id: str, card: ReviewCard) -> dict[str, object]:
    return {
        "question_id": question_id,
        "due_at": moment(card.due_at),
        "stability_days": card.stability_days,
        "difficulty": card.difficulty,
        "review_count": card.review_count,
    }


def _card_of(row: Row) -> ReviewCard:
    return ReviewCard(
        due_at=moment_in(row["due_at"]),
        stability_days=row["stability_days"],
        difficulty=row["difficulty"],
        review_count=row["review_count"],
    )
