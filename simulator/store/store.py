"""What the program keeps and asks for again, in its own words. No SQL error, row or JSON text gets past this file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlite_utils.db import Database

from question_bank.models import Kind, Question
from simulator.analysis.report import AnswerReport, Usual
from simulator.corrections import Correction
from simulator.question_record import QuestionRecord, TopicsRecord
from simulator.store import cards, deletion, judgements, past_answers, summaries, word_corrections
from simulator.store import search as words
from simulator.store.connection import Connection, open_beside, open_library, open_library_for_reading
from simulator.store.drill_notes import DrillNotes
from simulator.store.errors import AnswerAlreadyClosed, RowUnreadable, UnknownRecord
from simulator.store.gaps import Gaps
from simulator.store.kept_sound import KeptSound
from simulator.store.labels import Labels
from simulator.store.marks import Marks
from simulator.store.mending import Mending
from simulator.store.other_answers import OtherAnswers
from simulator.store.outdated import OutdatedReports
from simulator.store.records import (
    AnswerId,
    AnswerMatch,
    AnswerRecord,
    AnswerStatus,
    EarlierReport,
    SessionId,
    SessionSummary,
)
from simulator.store.remains import take_name, value_or
from simulator.store.rows import ANSWER, UNREADABLE, Row, answer_of, moment, new_answer_columns, plan_columns, plan_of
from simulator.store.session_points import SessionPoints
from simulator.store.stories import Stories
from simulator.store.taken_in import TakenIn
from simulator.store.takes import Takes
from simulator.store.word_corrections import WordCorrections
from simulator.transcript import Transcript

if TYPE_CHECKING:
    from simulator.interview.plan import SessionPlan

_PAST_EVERY_ID: Final = 2**63 - 1


class Store:
    """The library: every session and answer in one file, read afresh each time: memory never grows with history.

    Belongs to the thread that opened it. Every method may raise a StoreError whose text is a sentence for the user; a
    change that fails leaves nothing half done and may be tried again. Times given must know their zone and come back in
    UTC.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.other_answers = OtherAnswers(connection)
        self.drills = DrillNotes(connection)
        self.cards = cards.Cards(connection)
        self.gaps = Gaps(connection)
        self.kept_sound = KeptSound(connection)
        self.labels = Labels(connection)
        self.marks = Marks(connection)
        self.mending = Mending(connection)
        self.points = SessionPoints(connection)
        self.stories = Stories(connection)
        self.takes = Takes(connection)
        self.word_corrections = WordCorrections(connection)
        self.taken_in = TakenIn(connection)
        self.outdated = OutdatedReports(connection)

    @classmethod
    def open(cls, path: Path) -> Store:
        """The library at `path`, begun if there is none, brought up to date if older. Raises as `open_library`."""
        return cls(open_library(path))

    @classmethod
    def open_beside(cls, path: Path) -> Store:
        """The library at `path` once more, for another thread, while it is open in this one: nothing is checked."""
        return cls(open_beside(path, to_write=True))

    @classmethod
    def open_for_reading(cls, path: Path) -> Store:
        """The library at `path`, to be looked at beside a running program. Raises as `open_library_for_reading`."""
        return cls(open_library_for_reading(path))

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._connection.path

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def faults(self) -> tuple[str, ...]:
        """What a full check of the file finds wrong; nothing if all is well."""
        return self._connection.faults()

    # Writing, in the order of an interview

    def begin_session(self, plan: SessionPlan, started_at: datetime) -> SessionId:
        """Note that an interview begins, with every question planned for it."""
        with self._connection.writing() as db:
            return SessionId(_inserted(db, "sessions", plan_columns(plan) | {"started_at": moment(started_at)}))

    def end_session(self, session: SessionId, ended_at: datetime) -> None:
        """Note that an interview is over. Raises UnknownRecord."""
        with self._connection.writing() as db:
            changed = db.execute("UPDATE sessions SET ended_at = ? WHERE id = ?", [moment(ended_at), session]).rowcount
        _expect_one(changed, f"There is no session {session}.")

    def begin_answer(
        self,
        session: SessionId,
        question: Question,
        position: int,
        attempt: int,
        file_name: str,
        started_at: datetime,
        rung: int = 0,
    ) -> AnswerId:
        """Note, before its take is created, that an answer is recorded into `file_name`; empty for a typed one.

        On return this is on the disk, with the session: after a power cut no take lies there that nobody knows.
        """
        row = new_answer_columns(session, question, position, rung, started_at) | {"attempt": attempt}
        with self._connection.writing(durable=True) as db:
            return AnswerId(
                _inserted(db, "answers", row | {"status": AnswerStatus.RECORDING, "file_name": file_name or None})
            )

    def answer_saved(self, answer: AnswerId, samples: int, byte_count: int, sha256: str) -> None:
        """Note that the take is closed and safe. On return this is on the disk: a power cut loses no finished answer.

        Raises UnknownRecord or AnswerAlreadyClosed.
        """
        figures = {"samples": samples, "byte_count": byte_count, "sha256": sha256}
        self._change_open(answer, AnswerStatus.SAVED, **figures)

    def typed_saved(self, answer: AnswerId, text: str) -> None:
        """Keep a typed answer with its words, which are on the disk on return; raises as `answer_saved`."""
        self._change_open(answer, AnswerStatus.SAVED, samples=0, byte_count=0, sha256="", transcript_text=text)

    def keep_draft(self, answer: AnswerId, text: str) -> None:
        """Keep, durably, what was typed so far. Raises UnknownRecord or AnswerAlreadyClosed."""
        self._change_open(answer, AnswerStatus.RECORDING, transcript_text=text)

    def forget_draft(self, answer: AnswerId) -> None:
        """Nothing was typed after all: remove the answer, if it is still open and without words or a recording."""
        with self._connection.writing() as db:
            db.execute(deletion.OF_EMPTY, [answer])

    def answer_discarded(self, answer: AnswerId) -> None:
        """Note that the user threw an unfinished answer away. Raises UnknownRecord or AnswerAlreadyClosed."""
        self._change_open(answer, AnswerStatus.DISCARDED)

    def answer_lost(self, answer: AnswerId) -> None:
        """Note that nothing was found of an unfinished answer. Raises UnknownRecord or AnswerAlreadyClosed."""
        self._change_open(answer, AnswerStatus.LOST)

    def answer_skipped(self, session: SessionId, question: Question, position: int, rung: int = 0) -> AnswerId:
        """Note that a question was passed over."""
        row = new_answer_columns(session, question, position, rung, datetime.now(UTC))
        with self._connection.writing() as db:
            return AnswerId(_inserted(db, "answers", row | {"status": AnswerStatus.SKIPPED}))

    def keep_transcript(self, answer: AnswerId, transcript: Transcript) -> None:
        """Keep what was heard; corrections hold, an earlier failure is forgotten. Raises UnknownRecord."""
        with self._connection.writing() as db:
            _answer_row(db, answer)
            word_corrections.hear(db, answer, transcript)

    def keep_report(self, answer: AnswerId, report: AnswerReport) -> None:
        """Put this report in use; corrections hold for it too, and the one before is kept. Raises UnknownRecord."""
        with self._connection.writing() as db:
            _answer_row(db, answer)
            cards.review(db, answer, judgements.keep_report(db, answer, report))

    def correct(self, answer: AnswerId, correction: Correction) -> None:
        """Keep, durably, a correction; report, figures and schedule follow. Raises UnknownRecord.

        Of a correction of words, the transcript follows; the answer is to be judged anew.
        """
        with self._connection.writing(durable=True) as db:
            _answer_row(db, answer)
            judgements.add_correction(db, answer, correction)
            _follow(db, answer)

    def uncorrect(self, answer: AnswerId) -> Correction | None:
        """Undo the latest correction and return it; None if there is none. Raises UnknownRecord."""
        with self._connection.writing(durable=True) as db:
            _answer_row(db, answer)
            taken = judgements.take_back(db, answer)
            _follow(db, answer)
            return taken

    def transcription_failed(self, answer: AnswerId, reason: str) -> None:
        """Keep why there is no transcript, in a sentence for the user. Raises UnknownRecord."""
        self._update(answer, {"failure": reason})

    def set_note(self, answer: AnswerId, text: str) -> None:
        """Keep the user's own note, durably; an empty one takes away what was there. Raises UnknownRecord."""
        self._update(answer, {"note": text}, durable=True)
        if not text:
            self._connection.words_gone()

    def delete_session(self, session: SessionId) -> tuple[str, ...]:
        """Remove a session so that no word of it is left; raises as `deletion.delete_session`.

        Returns the names of its recordings, which are not the library's to remove.
        """
        return deletion.delete_session(self._connection, session)

    def delete_answer(self, answer: AnswerId) -> tuple[str, ...]:
        """Remove one answer likewise; raises as `deletion.delete_answer`."""
        return deletion.delete_answer(self._connection, answer)

    # Reading

    def answer(self, answer: AnswerId) -> AnswerRecord:
        """One answer, whole. Raises UnknownRecord."""
        found = self._answers("id = ?", [answer])
        _expect_one(len(found), f"There is no answer {answer}.")
        return found[0]

    def answers(self, session: SessionId) -> tuple[AnswerRecord, ...]:
        """A session's answers in the order of its questions, each with its follow-ups and their attempts in turn."""
        return self._answers("session_id = ?", [session], order_by="position, rung, id")

    def corrections(self, answer: AnswerId) -> tuple[Correction, ...]:
        """The user's corrections to an answer's report, oldest first."""
        with self._connection.reading() as db:
            return judgements.corrections_of(db, answer)

    def original_report(self, answer: AnswerId) -> AnswerReport | None:
        """The report in use without the user's corrections. Raises UnknownRecord."""
        with self._connection.reading() as db:
            _answer_row(db, answer)
            return judgements.original_of(db, answer)

    def earlier_reports(self, answer: AnswerId) -> tuple[EarlierReport, ...]:
        """Reports that were in use before, with their versions and rules, oldest first."""
        with self._connection.reading() as db:
            return judgements.earlier_of(db, answer)

    def judgeable(self) -> tuple[AnswerId, ...]:
        """Saved answers with words in them, oldest first: what can be judged anew."""
        with self._connection.reading() as db:
            return judgements.judgeable(db)

    def unfinished(self) -> tuple[AnswerRecord, ...]:
        """Answers still marked as being recorded, oldest first: at start, those to recover or discard."""
        return self._answers("status = 'recording'")

    def untranscribed(self) -> tuple[AnswerRecord, ...]:
        """Saved takes without a transcript, oldest first; those with a `failure` among them."""
        return self._answers(
            "status = 'saved' AND transcript IS NULL AND file_name IS NOT NULL", index="answers_without_transcript"
        )

    def unjudged(self) -> tuple[AnswerRecord, ...]:
        """Saved answers whose words are kept, but no report, oldest first."""
        where = f"status = 'saved' AND report IS NULL AND {judgements.HAS_WORDS}"
        return self._answers(where, index="answers_without_report")

    def file_names(self) -> tuple[str, ...]:
        """Every recording that any answer names, to tell the orphans in the recordings folder."""
        with self._connection.reading() as db:
            rows = db.table("answers").rows_where("file_name IS NOT NULL", select="file_name")
            return tuple(name for row in rows if (name := value_or(partial(take_name, row["file_name"]), None)))

    def session(self, session: SessionId) -> SessionSummary:
        """One session at a glance. Raises UnknownRecord."""
        with self._connection.reading() as db:
            found = summaries.summaries_of(db, [session])
        _expect_one(len(found), f"There is no session {session}.")
        return found[0]

    def plan(self, session: SessionId) -> SessionPlan:
        """The plan a session began with, to go on with it. Raises UnknownRecord."""
        with self._connection.reading() as db:
            rows = list(db.table("sessions").rows_where("id = ?", [session]))
        _expect_one(len(rows), f"There is no session {session}.")
        try:
            return plan_of(rows[0])
        except UNREADABLE as error:
            raise RowUnreadable(f"The plan of session {session} cannot be read.") from error

    def sessions(
        self, limit: int = 50, before: SessionId | None = None, search: str = ""
    ) -> tuple[SessionSummary, ...]:
        """The newest `limit` sessions; with `before`, those begun before it; with `search`, those found by it.

        A session is found if one of its answers holds all words of `search` in transcript, question or note.
        """
        older = SessionId(_PAST_EVERY_ID) if before is None else before
        if not search.strip():
            with self._connection.reading() as db:
                return summaries.summaries_of(db, summaries.newest(db, limit, older))
        with self._connection.searching() as db:
            query = words.as_query(db, search)
            if query is None:
                return ()
            found = f"id IN ({words.MATCHING_SESSIONS})"
            return summaries.summaries_of(db, summaries.newest(db, limit, older, found, [query]))

    def session_count(self) -> int:
        """How many sessions there are."""
        with self._connection.reading() as db:
            return db.table("sessions").count

    def search_answers(self, text: str, limit: int = 50) -> tuple[AnswerMatch, ...]:
        """The best `limit` answers with all words of `text`, the last one perhaps unfinished, in words or note."""
        with self._connection.searching() as db:
            return words.answers_with(db, text, limit)

    def mend_index(self) -> bool:
        """Whether the index that answers are found by was damaged; it is rebuilt then."""
        return self._connection.mend_index()

    def question_records(self) -> dict[str, QuestionRecord]:
        """How each question with a saved answer went so far, by its id."""
        with self._connection.reading() as db:
            return past_answers.records_of(db)

    def topics_since(self, since: datetime) -> tuple[TopicsRecord, ...]:
        """What was answered since then, one record a question, by the topics it had when it was asked."""
        with self._connection.reading() as db:
            return past_answers.topics_since(db, since)

    def recent_advice(self, limit: int = 2) -> tuple[str, ...]:
        """What the last `limit` judged answers were advised on: finding ids, newest first, once for each answer."""
        with self._connection.reading() as db:
            return past_answers.recent_advice(db, limit)

    def recent_question_ids(self, limit: int) -> tuple[str, ...]:
        """The last `limit` different questions asked, newest first, without follow-ups to them."""
        with self._connection.reading() as db:
            return past_answers.recent_question_ids(db, limit)

    def usual(self, kind: Kind, limit: int = 10, before: AnswerId | None = None) -> Usual:
        """Medians over the last `limit` judged answers of `kind`; None where none of them was measured.

        With `before`, only answers begun before that one count: it is to be compared with them. Follow-ups, which are
        asked for less, are compared with follow-ups.
        """
        with self._connection.reading() as db:
            return past_answers.usual_of(db, kind, limit, _PAST_EVERY_ID if before is None else before)

    def _change_open(self, answer: AnswerId, status: AnswerStatus, **columns: object) -> None:
        with self._connection.writing(durable=True) as db:
            row = _answer_row(db, answer)
            if row["status"] != AnswerStatus.RECORDING:
                raise AnswerAlreadyClosed(f"Answer {answer} is already {row['status']}.")
            db.table("answers").update(answer, {"status": status} | columns)

    def _update(self, answer: AnswerId, columns: dict[str, object], *, durable: bool = False) -> None:
        with self._connection.writing(durable=durable) as db:
            _answer_row(db, answer)
            db.table("answers").update(answer, columns)

    def _answers(
        self, where: str, values: Sequence[object] = (), order_by: str = "id", index: str = ""
    ) -> tuple[AnswerRecord, ...]:
        answers = f"answers INDEXED BY {index}" if index else "answers"
        with self._connection.reading() as db:
            rows = db.query(f"SELECT {ANSWER} FROM {answers} WHERE {where} ORDER BY {order_by}", list(values))  # noqa: S608
            return tuple(answer_of(row) for row in rows)


def _inserted(db: Database, table: str, row: dict[str, object]) -> int:
    key = db.table(table).insert(row).last_pk
    if not isinstance(key, int):
        raise TypeError(f"{table} must have a whole number as key, not {key!r}")
    return key


def _follow(db: Database, answer: AnswerId) -> None:
    """Let report, figures and schedule follow the corrections there are now."""
    if (report := judgements.follow(db, answer)) is not None:
        cards.review(db, answer, report)


def _answer_row(db: Database, answer: AnswerId) -> Row:
    rows = list(db.table("answers").rows_where("id = ?", [answer], select="id, status"))
    _expect_one(len(rows), f"There is no answer {answer}.")
    return rows[0]


def _expect_one(count: int, sentence: str) -> None:
    if count != 1:
        raise UnknownRecord(sentence)
