"""The engine, walked with real takes and a real library, as users walk it, and without an event loop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import Kind
from simulator.engine.events import AnswerKept, CaptionChanged, QuestionChanged, TypingWanted
from simulator.engine.sound_events import LevelChanged
from simulator.interview.session import Stage
from simulator.interview.timing import NUDGE_WORDS
from simulator.settings import Settings
from simulator.store.records import AnswerStatus
from simulator.transcript import join_words
from tests.simulator.engine.studio import ANSWER, Studio, plan_of, seconds
from tests.simulator.store.builders import a_transcript
from tests.sound import noise, silence, tone


def test_a_whole_interview_of_two_questions(studio: Studio) -> None:
    studio.engine.use_settings(Settings(follow_ups=False))
    studio.engine.start(plan_of(2))
    assert studio.is_listening()  # before the question has ended
    studio.finish_reading()

    studio.answer(3.0)
    assert studio.stage() is Stage.FEEDBACK
    studio.write_down()
    studio.engine.next_question()
    assert studio.engine.is_last
    studio.finish_reading()
    studio.answer(2.0)
    studio.write_down()
    studio.engine.next_question()

    assert studio.stages == [
        *(Stage.ASKING, Stage.READY, Stage.ANSWERING, Stage.CLOSING, Stage.FEEDBACK),
        *(Stage.ASKING, Stage.READY, Stage.ANSWERING, Stage.CLOSING, Stage.FEEDBACK),
    ]
    assert [(event.number, event.total) for event in studio.of(QuestionChanged)] == [(1, 2), (2, 2)]
    assert not studio.engine.is_running
    assert not studio.is_listening()
    (session,) = studio.ended
    assert studio.store.session(session).ended_at is not None
    first, second = studio.rows(session)
    assert (first.status, second.status) == (AnswerStatus.SAVED, AnswerStatus.SAVED)
    assert (first.attempt, second.attempt) == (1, 1)
    assert first.transcript == second.transcript == a_transcript(ANSWER)
    assert [event.answer_id for event in studio.of(AnswerKept)] == [first.id, second.id]
    assert studio.transcriber.finished == {
        str(row.id): studio.folder.path_of(str(row.file_name)) for row in (first, second)
    }
    assert first.report is not None
    assert seconds(first.samples) == pytest.approx(3.3, abs=0.01)
    assert studio.takes() == sorted(str(row.file_name) for row in (first, second))
    for row in (first, second):
        path = studio.folder.path_of(str(row.file_name))
        assert path.stat().st_size == row.byte_count
        assert studio.folder.check(path.name, row.samples or 0, row.sha256) == "whole"


def test_the_next_question_is_rendered_while_one_answers(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    assert studio.voice.prepared == [plan_of(2).questions[1].text]


def test_the_model_that_reads_answers_is_made_ready_while_the_question_is_read(studio: Studio) -> None:
    studio.engine.start(plan_of(2))
    assert studio.voice.is_speaking
    assert studio.judge.prepared == [plan_of(2).questions[0]]


def test_no_interview_begins_within_another(studio: Studio) -> None:
    studio.begin()
    studio.engine.start(plan_of(2))
    assert studio.store.session_count() == 1


def test_an_answer_can_begin_before_the_question_is_read(studio: Studio) -> None:
    studio.engine.start(plan_of(1))
    studio.hear(tone(1.0))  # the question itself, from the loudspeaker
    studio.toggle()
    assert not studio.voice.is_speaking
    assert studio.stage() is Stage.ANSWERING
    studio.pass_by(0.5)
    studio.say(1.0)
    studio.toggle()
    studio.say(0.5)
    assert seconds(studio.rows()[0].samples) == pytest.approx(1.3, abs=0.01)


def test_a_double_space_is_one_start(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    studio.engine.toggle_answer()
    assert studio.stage() is Stage.ANSWERING
    studio.say(1.0)
    studio.engine.toggle_answer()
    studio.engine.toggle_answer()
    studio.engine.toggle_answer()
    assert studio.stage() is Stage.CLOSING
    studio.say(0.5)
    assert studio.stage() is Stage.FEEDBACK
    studio.engine.toggle_answer()
    assert [row.status for row in studio.rows()] == [AnswerStatus.SAVED]
    assert len(studio.takes()) == 1


def test_a_storm_of_keys_in_one_event_makes_one_file(studio: Studio) -> None:
    studio.begin()
    studio.pass_by(1.0)
    for _ in range(51):
        studio.engine.toggle_answer()
        studio.engine.next_question()
    assert len(studio.rows()) == 1
    assert len(studio.takes()) == 1
    assert studio.stage() is Stage.ANSWERING


def test_a_skipped_question_has_a_row_and_no_file(studio: Studio) -> None:
    studio.begin()
    studio.pass_by(1.0)
    studio.engine.skip()
    assert studio.stage() is Stage.ASKING
    studio.engine.skip()  # the second half of a double click
    assert studio.engine.question == plan_of(2).questions[1]
    studio.pass_by(1.0)
    studio.engine.skip()
    assert len(studio.ended) == 1
    assert [row.status for row in studio.rows()] == [AnswerStatus.SKIPPED] * 2
    assert studio.takes() == []


def test_skipping_while_answering_keeps_what_was_said(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    studio.say(2.0)
    studio.engine.skip()
    assert studio.stage() is Stage.ASKING
    (row,) = studio.rows()
    assert row.status is AnswerStatus.SAVED
    assert seconds(row.samples) == pytest.approx(2.0)


def test_skipping_a_second_attempt_leaves_the_first_alone(studio: Studio) -> None:
    studio.begin()
    studio.answer()
    studio.engine.answer_again()
    studio.pass_by(1.0)
    studio.engine.skip()
    assert [row.status for row in studio.rows()] == [AnswerStatus.SAVED]


def test_answering_again_keeps_both(studio: Studio) -> None:
    studio.begin()
    studio.answer(1.0)
    studio.engine.answer_again()
    assert studio.stage() is Stage.READY
    studio.answer(2.0)
    first, second = studio.rows()
    assert (first.attempt, second.attempt) == (1, 2)
    assert (first.position, second.position) == (0, 0)
    assert (first.status, second.status) == (AnswerStatus.SAVED, AnswerStatus.SAVED)
    assert studio.engine.answer_id == second.id
    assert len(studio.takes()) == 2


def test_pausing_while_the_question_is_read_reads_it_anew(studio: Studio) -> None:
    studio.engine.start(plan_of(1))
    studio.engine.toggle_pause()
    assert studio.stage() is Stage.PAUSED
    assert not studio.voice.is_speaking
    studio.engine.toggle_pause()
    assert studio.stage() is Stage.ASKING
    assert len(studio.voice.said) == 2


def test_pausing_before_the_answer_and_after_it(studio: Studio) -> None:
    studio.begin()
    for stage in (Stage.READY, Stage.FEEDBACK):
        studio.engine.toggle_pause()
        studio.toggle()  # nothing starts meanwhile
        assert studio.stage() is Stage.PAUSED
        studio.engine.toggle_pause()
        assert studio.stage() is stage
        if stage is Stage.READY:
            studio.answer()


def test_pausing_an_answer_stops_its_clock(studio: Studio) -> None:
    studio.begin()
    studio.toggle()
    studio.say(1.0)
    studio.engine.toggle_pause()
    studio.say(60.0)
    assert studio.clock[-1] == pytest.approx(1.0)
    studio.engine.toggle_pause()
    assert studio.stage() is Stage.ANSWERING
    studio.say(1.0)
    assert studio.clock[-1] == pytest.approx(2.0)
    studio.toggle()
    studio.engine.toggle_pause()  # not while it is being closed
    assert studio.stage() is Stage.CLOSING
    studio.say(0.5)
    assert seconds(studio.rows()[0].samples) == pytest.approx(2.3, abs=0.01)


@pytest.mark.parametrize("is_paused", [True, False])
def test_ending_while_answering_keeps_what_was_said(studio: Studio, is_paused: bool) -> None:
    studio.begin()
    studio.toggle()
    studio.say(2.0)
    if is_paused:
        studio.engine.toggle_pause()
    studio.engine.end()
    assert len(studio.ended) == 1
    (row,) = studio.rows()
    assert row.status is AnswerStatus.SAVED
    assert seconds(row.samples) == pytest.approx(2.0)
    assert not studio.is_listening()
    studio.engine.end()
    assert len(studio.ended) == 1


def test_replaying_the_question(studio: Studio) -> None:
    studio.begin()
    studio.engine.replay()
    assert studio.stage() is Stage.ASKING
    studio.engine.replay()  # from the beginning
    assert len(studio.voice.said) == 3
    studio.finish_reading()
    assert studio.stage() is Stage.READY
    studio.toggle()
    studio.engine.replay()
    assert studio.stage() is Stage.ANSWERING
    assert not studio.voice.is_speaking


def test_typed_answers(studio: Studio) -> None:
    studio.begin(1)
    studio.engine.type_instead()
    studio.engine.type_instead()
    assert len(studio.of(TypingWanted)) == 1
    studio.engine.toggle_answer()
    assert studio.stage() is Stage.READY
    studio.engine.submit_typed("   ")
    assert studio.rows() == ()
    studio.engine.submit_typed(ANSWER)
    assert studio.stage() is Stage.FEEDBACK
    (row,) = studio.rows()
    assert row.status is AnswerStatus.SAVED
    assert row.file_name is None
    assert row.report is not None
    assert row.report.transcript.text == ANSWER
    assert row.id == studio.engine.answer_id
    studio.engine.submit_typed(ANSWER)
    assert len(studio.rows()) == 1
    assert studio.takes() == []


def test_strict_answers_end_after_their_warning(studio: Studio) -> None:
    studio.engine.start(plan_of(1, Kind.QUICK, strict=True))
    studio.engine.stop_speaking()
    studio.toggle()
    studio.say(59.0)
    assert studio.cues == []
    studio.say(5.0)
    assert studio.cues[-1].startswith("Time is up in")
    assert studio.stage() is Stage.ANSWERING
    studio.say(10.0)
    assert studio.stage() is Stage.DECIDING
    assert seconds(studio.rows()[0].samples) == pytest.approx(70.3, abs=0.2)


def test_other_answers_are_never_cut(studio: Studio) -> None:
    studio.engine.start(plan_of(1, Kind.QUICK))
    studio.engine.stop_speaking()
    studio.toggle()
    studio.say(100.0)
    assert studio.stage() is Stage.ANSWERING


@pytest.mark.parametrize(("kind", "nudges"), [(Kind.THINK_ALOUD, 1), (Kind.SHORT, 0)])
def test_silence_is_nudged_only_when_thinking_aloud(studio: Studio, kind: Kind, nudges: int) -> None:
    studio.engine.start(plan_of(1, kind))
    studio.engine.stop_speaking()
    studio.toggle()
    studio.say(3.0)
    studio.hear(noise(12.0))
    assert studio.cues.count(NUDGE_WORDS) == nudges
    studio.hear(noise(6.0))
    assert studio.cues[-1:] == [""] * nudges  # it goes by itself


@pytest.mark.parametrize("is_on", [True, False])
def test_captions_show_only_when_they_are_on(studio: Studio, is_on: bool) -> None:
    studio.engine.use_settings(replace(Settings(), captions=is_on))
    studio.begin()
    studio.toggle()
    ((job, (_, question, captions)),) = studio.transcriber.followed.items()
    assert (question, captions) == (studio.engine.question, is_on)
    words = a_transcript(ANSWER).words
    studio.engine.on_words_heard(job, words[:3], words[3:5])
    assert studio.of(CaptionChanged) == ([CaptionChanged("Um, regularisation keeps", "a model")] if is_on else [])


def test_captions_of_an_earlier_answer_are_not_shown(studio: Studio) -> None:
    studio.engine.use_settings(replace(Settings(), captions=True))
    studio.begin()
    studio.toggle()
    studio.engine.on_words_heard("999", a_transcript(ANSWER).words, ())
    assert studio.of(CaptionChanged) == []


@pytest.mark.parametrize("captions", [True, False])
def test_the_judge_is_told_each_time_that_more_words_have_settled(studio: Studio, captions: bool) -> None:
    studio.engine.use_settings(replace(Settings(), captions=captions))
    studio.begin()
    studio.toggle()
    (job,), words = studio.transcriber.followed, a_transcript(ANSWER).words
    for settled, tentative in ((0, 2), (3, 0), (3, 2), (5, 0)):
        studio.engine.on_words_heard(job, words[:settled], words[settled : settled + tentative])
    question = studio.engine.question
    assert studio.judge.followed == [(question, join_words(words[:3])), (question, join_words(words[:5]))]
    studio.engine.on_words_heard("999", words, ())
    assert len(studio.judge.followed) == 2


def test_each_answer_is_followed_from_its_first_words(studio: Studio) -> None:
    studio.begin()
    words = a_transcript(ANSWER).words
    studio.toggle()
    studio.engine.on_words_heard(list(studio.transcriber.followed)[-1], words, ())
    studio.toggle()
    studio.say(1.0)
    studio.engine.answer_again()
    studio.toggle()
    studio.engine.on_words_heard(list(studio.transcriber.followed)[-1], words[:2], ())
    assert [text for _, text in studio.judge.followed] == [join_words(words), join_words(words[:2])]


def test_the_meter_moves_between_answers_too(studio: Studio) -> None:
    studio.begin()
    studio.pass_by(1.0)
    studio.hear(tone(0.1))
    studio.hear(silence(0.1))
    assert [event.level > 0 for event in studio.of(LevelChanged)] == [True, False]


def test_time_is_waited_for_only_while_something_is_due(studio: Studio) -> None:
    studio.begin()
    assert studio.engine.wake_at_s is None
    studio.toggle()
    studio.say(1.0)
    assert studio.engine.wake_at_s is None
    studio.toggle()
    assert studio.stage() is Stage.CLOSING
    studio.pass_by(0.8)
    assert studio.stage() is Stage.CLOSING
    studio.pass_by(0.2)  # the microphone gives nothing more
    assert studio.stage() is Stage.FEEDBACK
    studio.engine.on_time()
    assert len(studio.takes()) == 1
