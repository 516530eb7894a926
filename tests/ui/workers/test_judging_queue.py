"""From words to a report that is kept, and what becomes of answers whose words never came."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from recordings.take_folder import TakeFolder
from recordings.transcription.messages import Command, Failed, Transcribed, TranscribeFile
from simulator.judge import Judge
from simulator.store.records import AnswerId
from simulator.store.store import Store
from simulator.transcript import Span, Transcript, Word, join_words
from simulator.word_corrections import correction_of
from tests.fakes import FakeMeter, FakeSpeechService
from tests.simulator.store.builders import NOON, a_question, a_report, add_judged, add_saved, add_session
from tests.ui.parts import HeardMessages, RefusingStore, Told, heard
from ui.words.answer_title import title_of
from ui.words.interview_stage import WRITING_DOWN
from ui.workers.jobs import Jobs
from ui.workers.judging_queue import JudgingQueue
from ui.workers.speech_child import SpeechChild

REASON = "The recording could not be read."


class PatientSpeech(FakeSpeechService):
    """Transcribes when it is told to."""

    def send(self, message: Command) -> None:
        self.commands.append(message)

    def asked_for(self) -> list[str]:
        return [command.job for command in self.commands if isinstance(command, TranscribeFile)]


class Desk:
    def __init__(self, folder: Path) -> None:
        self.meter = FakeMeter("thins")
        self.store = Store.open(folder / "library.db")
        self.refusing = RefusingStore(self.store, ())
        self.speech = PatientSpeech()
        self.speech_child = SpeechChild(self.speech)
        self.messages = HeardMessages()
        self.judging_queue = JudgingQueue(
            cast(Store, self.refusing), TakeFolder(folder), self.speech_child, Jobs(), self.messages
        )
        self.judged: list[AnswerId] = Told(self.judging_queue.answer_judged)
        self.failed = Told(self.judging_queue.judging_failed)
        self.session = add_session(self.store)

    @property
    def problems(self) -> list[str]:
        return self.messages.texts

    def add(self, position: int = 0) -> AnswerId:
        return add_saved(self.store, self.session, position=position)

    def has_asked_for(self, answers: list[AnswerId]) -> bool:
        return self.speech.asked_for() == [str(answer) for answer in answers]

    def transcribe(self, answer: AnswerId, then: str = "") -> None:
        """What the speech child heard, and what was said after it."""
        self.speech.events.put(Transcribed(str(answer), with_more(heard(), then)))


def with_more(transcript: Transcript, said: str) -> Transcript:
    """The transcript with more words at its end, at two a second."""
    begin_s = transcript.duration_s
    more = [Word(text, begin_s + at / 2, begin_s + at / 2 + 0.4, 0.9) for at, text in enumerate(said.split())]
    end_s = begin_s + len(more) / 2
    spans = (*transcript.speech, *([Span(begin_s, end_s)] if more else []))
    return replace(transcript, words=(*transcript.words, *more), speech=spans, duration_s=end_s)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    ready = Told(made.speech_child.ready)
    made.speech_child.start()
    qtbot.waitUntil(lambda: len(ready) == 1)
    yield made
    made.speech_child.close()
    made.store.close()


def test_words_become_a_report_and_both_are_kept(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add()
    desk.judging_queue.transcribe_again(answer)
    desk.transcribe(answer)
    qtbot.waitUntil(lambda: desk.judged == [answer])
    record = desk.store.answer(answer)
    assert record.transcript == heard()
    assert record.report is not None
    assert record.report.transcript.text == heard().text
    assert [filler.text.lower().strip(",") for filler in record.report.fillers if filler.kind == "sound"] == ["um"]
    assert record.failure is None


def test_an_answer_followed_while_it_was_given_is_judged_when_it_is_over(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add()
    desk.judging_queue.expect(answer, a_question())
    desk.speech_child.finish(str(answer), Path("take.wav"))
    desk.transcribe(answer)
    qtbot.waitUntil(lambda: desk.judged == [answer])


def test_why_there_are_no_words_is_kept(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add()
    desk.judging_queue.transcribe_again(answer)
    desk.speech.events.put(Failed(str(answer), REASON))
    qtbot.waitUntil(lambda: desk.failed == [(answer, REASON)])
    assert desk.store.answer(answer).failure == REASON

    desk.judging_queue.transcribe_again(answer)
    desk.transcribe(answer)
    qtbot.waitUntil(lambda: desk.judged == [answer])
    assert desk.store.answer(answer).failure is None


def test_nobody_waits_for_what_was_not_asked_for(qtbot: QtBot, desk: Desk) -> None:
    asked, unasked = desk.add(0), desk.add(1)
    desk.speech_child.transcribe(str(unasked), Path("other.wav"), ())
    desk.judging_queue.transcribe_again(asked)
    desk.transcribe(unasked)
    desk.transcribe(asked)
    qtbot.waitUntil(lambda: desk.judged == [asked])
    assert desk.store.answer(unasked).transcript is None


MAKES_A_POINT = "so it thins the network and the network is thin in each step of the training"


def test_advice_given_lately_steps_back(qtbot: QtBot, desk: Desk) -> None:
    first = desk.add(0)
    desk.judging_queue.transcribe_again(first)
    desk.transcribe(first, MAKES_A_POINT)
    qtbot.waitUntil(lambda: desk.judged == [first])
    report = desk.store.answer(first).report
    assert report is not None
    said = [advice.finding for advice in report.advice]
    assert said

    for position in (1, 2, 3):
        add_judged(desk.store, desk.session, a_report(findings=tuple(said)), position=position)
    second = desk.add(4)
    desk.judging_queue.transcribe_again(second)
    desk.transcribe(second, MAKES_A_POINT)
    qtbot.waitUntil(lambda: desk.judged == [first, second])
    again = desk.store.answer(second).report
    assert again is not None
    assert [advice.finding for advice in again.advice] != said


def test_typed_answers_are_judged_without_sound(desk: Desk) -> None:
    answer = desk.store.begin_answer(desk.session, a_question(), 0, 1, "", desk.store.session(desk.session).started_at)
    desk.judging_queue.judge_typed(answer, a_question(), heard().text)
    report = desk.store.answer(answer).report
    assert desk.judged == [answer]
    assert report is not None
    assert report.speech_s is None
    assert report.transcript.text == heard().text


def _measuring(desk: Desk) -> JudgingQueue:
    """JudgingQueue as the program does it, with a model that reads answers."""
    desk.judging_queue._judge = Judge(meter=desk.meter)
    return desk.judging_queue


def test_what_is_heard_is_judged_by_what_it_says(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add()
    _measuring(desk).transcribe_again(answer)
    desk.transcribe(answer)
    qtbot.waitUntil(lambda: desk.judged == [answer])
    report = desk.store.answer(answer).report
    assert report is not None
    assert report.key_points is not None
    assert [(point.covered, point.found_by) for point in report.key_points] == [(True, "meaning")]
    assert "meaning" not in report.not_measured


def test_without_a_model_that_reads_words_alone_judge_and_it_is_said(qtbot: QtBot, desk: Desk) -> None:
    desk.meter.broken = True
    answer = desk.add()
    _measuring(desk).transcribe_again(answer)
    desk.transcribe(answer)
    qtbot.waitUntil(lambda: desk.judged == [answer])
    report = desk.store.answer(answer).report
    assert report is not None
    assert report.key_points is not None
    assert not report.key_points[0].covered
    assert "words alone" in report.not_measured["meaning"]


def test_a_typed_answer_is_kept_at_once_and_judged_by_what_it_says_after(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.store.begin_answer(desk.session, a_question(), 0, 1, "", desk.store.session(desk.session).started_at)
    _measuring(desk).judge_typed(answer, a_question(), heard().text)
    kept = desk.store.answer(answer).report
    assert kept is not None
    assert kept.transcript.text == heard().text
    assert desk.judged == []
    qtbot.waitUntil(lambda: desk.judged == [answer])
    report = desk.store.answer(answer).report
    assert report is not None
    assert report.key_points is not None
    assert report.key_points[0].found_by == "meaning"


def test_an_answer_is_read_while_it_is_spoken(qtbot: QtBot, desk: Desk) -> None:
    words = heard().words
    desk.judging_queue.follow(a_question(), words)  # there is nobody to read it
    _measuring(desk).follow(a_question(), words[:2])
    qtbot.waitUntil(lambda: desk.meter.followed == [(join_words(words[:2]), a_question())])


def test_what_waits_to_be_read_is_dropped_when_the_whole_answer_is_there(qtbot: QtBot, desk: Desk) -> None:
    answer, words = desk.add(), heard().words
    _measuring(desk).transcribe_again(answer)
    with desk.meter.held:
        for count in (1, 2, 3):
            desk.judging_queue.follow(a_question(), words[:count])
        desk.transcribe(answer)
        qtbot.waitUntil(lambda: desk.judged == [answer])
    qtbot.waitUntil(lambda: not desk.judging_queue._along._is_running)
    assert desk.meter.followed == [(join_words(words[:1]), a_question())]


def test_the_model_is_told_which_question_comes(qtbot: QtBot, desk: Desk) -> None:
    desk.judging_queue.prepare(a_question("other"))  # there is nobody to tell
    _measuring(desk).prepare(a_question())
    qtbot.waitUntil(lambda: desk.meter.prepared == [a_question()])


def test_at_the_start_all_answers_without_words_are_asked_for_one_by_one(qtbot: QtBot, desk: Desk) -> None:
    answers = [desk.add(position) for position in range(3)]
    done = add_judged(desk.store, desk.session, a_report(), position=3)
    desk.judging_queue.catch_up()
    for count, answer in enumerate(answers, start=1):
        qtbot.waitUntil(partial(desk.has_asked_for, answers[:count]))
        desk.transcribe(answer)
    qtbot.waitUntil(lambda: desk.judged == answers)
    assert done not in desk.judged


def test_an_answer_of_which_the_engine_dies_takes_no_other_with_it(qtbot: QtBot, desk: Desk) -> None:
    desk.speech_child.ready.connect(desk.judging_queue.catch_up)
    poison, good = desk.add(0), desk.add(1)
    desk.judging_queue.catch_up()
    assert desk.speech.asked_for() == [str(poison)]
    desk.speech.events.put(None)
    qtbot.waitUntil(lambda: desk.speech.asked_for() == [str(poison), str(good)])
    qtbot.waitUntil(lambda: desk.speech.starts == 2)
    desk.transcribe(good)
    qtbot.waitUntil(lambda: desk.judged == [good])
    assert [answer for answer, _ in desk.failed] == [poison]
    assert desk.store.answer(poison).failure
    assert desk.speech.asked_for() == [str(poison), str(good)]  # not again in this run of the program


def test_catching_up_leaves_alone_what_is_under_way(desk: Desk) -> None:
    answer = desk.add()
    desk.judging_queue.transcribe_again(answer)
    desk.judging_queue.catch_up()
    assert desk.speech.asked_for() == [str(answer)]


@pytest.mark.parametrize("refused", ["keep_transcript", "keep_report"])
def test_a_report_that_cannot_be_kept_is_said(qtbot: QtBot, desk: Desk, refused: str) -> None:
    answer = desk.add()
    desk.refusing.refused = {refused}
    desk.judging_queue.transcribe_again(answer)
    desk.transcribe(answer)
    qtbot.waitUntil(lambda: len(desk.problems) == 1)
    assert "no space" in desk.problems[0]
    assert desk.failed == [(answer, desk.problems[0])]

    desk.refusing.refused = set()
    desk.judging_queue.transcribe_again(answer)
    desk.transcribe(answer)
    qtbot.waitUntil(lambda: desk.judged == [answer])


def test_what_has_words_and_no_report_is_judged_at_the_next_start(qtbot: QtBot, desk: Desk) -> None:
    """The program was killed between the two."""
    spoken, typed = desk.add(), desk.store.begin_answer(desk.session, a_question(), 1, 1, "", NOON)
    desk.store.keep_transcript(spoken, heard())
    desk.store.typed_saved(typed, "It thins the network out.")
    assert title_of(desk.store.answer(spoken)) == title_of(desk.store.answer(typed)) == WRITING_DOWN
    desk.judging_queue.take_up()
    qtbot.waitUntil(lambda: sorted(desk.judged) == [spoken, typed])
    for answer, said in ((spoken, heard().text), (typed, "It thins the network out.")):
        record = desk.store.answer(answer)
        assert record.report is not None
        assert record.report.transcript.text == said
        assert title_of(record) != WRITING_DOWN
    assert desk.store.unjudged() == ()
    assert desk.speech.asked_for() == []


def test_a_library_that_cannot_be_read_is_said(desk: Desk) -> None:
    desk.refusing.refused = {"unjudged"}
    desk.judging_queue.take_up()
    assert len(desk.problems) == 1


def test_a_reason_that_cannot_be_kept_is_said(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add()
    desk.refusing.refused = {"transcription_failed"}
    desk.judging_queue.transcribe_again(answer)
    desk.speech.events.put(Failed(str(answer), REASON))
    qtbot.waitUntil(lambda: len(desk.problems) == 1)


def test_a_typed_answer_that_cannot_be_judged_is_said(desk: Desk) -> None:
    answer = desk.add()
    desk.refusing.refused = {"keep_report"}
    desk.judging_queue.judge_typed(answer, a_question(), heard().text)
    assert len(desk.problems) == 1
    assert desk.judged == []


def put_right(desk: Desk, answer: AnswerId, word_index: int, text: str) -> None:
    record = desk.store.answer(answer)
    assert record.transcript is not None
    correction = correction_of(record.transcript.words, record.word_changes, word_index, 1, text)
    assert correction is not None
    desk.store.correct(answer, correction)


def is_judged_as_it_stands(desk: Desk, answer: AnswerId) -> bool:
    record = desk.store.answer(answer)
    assert record.transcript is not None
    return record.report is not None and record.report.is_of(record.transcript)


def test_corrected_words_are_judged_once_for_all_corrections_meanwhile(qtbot: QtBot, desk: Desk) -> None:
    answer = add_judged(desk.store, desk.session, a_report())
    anew = Told(desk.judging_queue.judged_anew)
    put_right(desk, answer, 0, "well")
    desk.judging_queue.judge_anew(answer)
    put_right(desk, answer, 1, "dropout")
    desk.judging_queue.judge_anew(answer)
    assert not is_judged_as_it_stands(desk, answer)
    qtbot.waitUntil(lambda: bool(anew))
    assert is_judged_as_it_stands(desk, answer)
    assert (anew, desk.judged) == ([answer], [])


@pytest.mark.parametrize("catch_up", [JudgingQueue.take_up, JudgingQueue.catch_up])
def test_corrected_words_that_were_not_judged_in_time_are_caught_up_with(
    qtbot: QtBot, desk: Desk, catch_up: Callable[[JudgingQueue], None]
) -> None:
    answer = add_judged(desk.store, desk.session, a_report())
    put_right(desk, answer, 0, "well")
    with qtbot.waitSignal(desk.judging_queue.judged_anew):
        catch_up(desk.judging_queue)
    assert is_judged_as_it_stands(desk, answer)
    assert desk.speech.asked_for() == []


def test_words_corrected_while_they_are_heard_anew_hold(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add()
    desk.store.keep_transcript(answer, heard())
    put_right(desk, answer, 0, "Well,")
    desk.judging_queue.transcribe_again(answer)
    with qtbot.waitSignal(desk.judging_queue.judged_anew):
        desk.transcribe(answer)
    assert desk.judged == [answer]
    assert is_judged_as_it_stands(desk, answer)


def test_deleted_while_it_is_judged_anew_nothing_is_said(qtbot: QtBot, desk: Desk) -> None:
    gone, kept = (add_judged(desk.store, desk.session, a_report(), position=at) for at in (0, 1))
    anew = Told(desk.judging_queue.judged_anew)
    for answer in (gone, kept):
        put_right(desk, answer, 0, "well")
        desk.judging_queue.judge_anew(answer)
    desk.judging_queue.forget([gone])
    qtbot.waitUntil(lambda: kept in anew)
    assert anew == [kept]


@pytest.mark.parametrize("refused", ["answer", "keep_report"])
def test_a_judgement_anew_that_cannot_be_kept_is_said(qtbot: QtBot, desk: Desk, refused: str) -> None:
    answer = add_judged(desk.store, desk.session, a_report())
    put_right(desk, answer, 0, "well")
    desk.refusing.refused = {refused}
    desk.judging_queue.judge_anew(answer)
    qtbot.waitUntil(lambda: len(desk.problems) == 1)
    desk.refusing.refused = set()
    with qtbot.waitSignal(desk.judging_queue.judged_anew):
        desk.judging_queue.judge_anew(answer)
