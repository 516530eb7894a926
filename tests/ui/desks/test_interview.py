"""Interview and Feedback, alive: what shows follows the corridor, and feedback is that of the answer just given."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from question_bank.labels import round_label
from question_bank.models import Round
from recordings.transcription.messages import Command, Failed, Finish, Heard, Transcribed, TranscribeFile
from simulator.drill import Drill
from simulator.session import Stage
from simulator.store.records import AnswerId, DrillNote, SessionId
from tests.fakes import FakeSpeechService
from tests.ui.ladders import END, WHY, Ladder, deeper, use_ladder
from tests.ui.names import named
from tests.ui.parts import ANSWER, RefusingStore, Room, Told, heard, plan_of
from tests.ui.words import has_words, press, words_on
from ui.desks.interview import WRITING, InterviewDesk
from ui.screens.feedback import DECIDING, FeedbackScreen
from ui.screens.interview import InterviewScreen

SHORT = "It is a way of making a network forget some of what it knows, a little at random, each time it learns. " * 3


class PatientSpeech(FakeSpeechService):
    """Transcribes when it is told to."""

    def send(self, message: Command) -> None:
        self.commands.append(message)


@dataclass
class Desk:
    room: Room
    interview: InterviewScreen
    feedback: FeedbackScreen
    desk: InterviewDesk
    speech: PatientSpeech
    shown: list[str]
    finished: list[SessionId]
    problems: list[str]

    def transcribe(self, answer: AnswerId, text: str = ANSWER) -> None:
        self.speech.events.put(Transcribed(str(answer), heard(text)))

    def has_title(self) -> bool:
        """Whether the answer has been judged, as the screen says."""
        return not has_words(self.feedback, WRITING)

    def answer_id(self) -> AnswerId:
        answer_id = self.room.flow.answer_id
        assert answer_id is not None
        return answer_id


@pytest.fixture
def ladder(monkeypatch: pytest.MonkeyPatch) -> Ladder:
    return use_ladder(monkeypatch, follow_ups=0)


@pytest.fixture
def desk(qtbot: QtBot, room: Room, ladder: Ladder) -> Desk:
    speech = PatientSpeech()
    room.equipment.hearing._speech = speech
    room.equipment.hearing.start()
    interview, feedback = InterviewScreen(), FeedbackScreen()
    for screen in (interview, feedback):
        qtbot.addWidget(screen)
        screen.resize(1000, 800)
        screen.show()
    made = InterviewDesk(interview, feedback, room.equipment)
    shown: list[str] = []
    made.interview_shown.connect(lambda: shown.append("interview"))
    made.feedback_shown.connect(lambda: shown.append("feedback"))
    return Desk(room, interview, feedback, made, speech, shown, Told(made.finished), Told(made.problem))


def begin(desk: Desk, qtbot: QtBot, count: int = 2) -> None:
    desk.desk.start(plan_of(count))
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    desk.room.player.advance(1.0)


def test_the_question_shows_and_the_keys_work(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    question = plan_of(2).questions[0]
    assert has_words(desk.interview, question.text)
    assert has_words(desk.interview, "Question 1 of 2")
    desk.room.clock.pass_by(1.0)
    press(desk.interview, "Start answer")
    assert desk.room.stage() is Stage.ANSWERING
    desk.room.say(2.0)
    press(desk.interview, "Pause")
    assert desk.room.stage() is Stage.PAUSED
    press(desk.interview, "Resume")
    press(desk.interview, "Stop answer")
    desk.room.say(0.5)
    assert desk.shown == ["interview", "feedback"]


def test_skip_replay_silence_and_end(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot, 3)
    press(desk.interview, "Replay question")
    assert desk.room.stage() is Stage.ASKING
    desk.interview.silence_requested.emit()
    assert not desk.room.player.is_playing
    desk.room.clock.pass_by(1.0)
    press(desk.interview, "Skip question")
    assert has_words(desk.interview, "Question 2 of 3")
    press(desk.interview, "End interview")
    assert desk.finished == desk.room.ended
    assert len(desk.finished) == 1


def test_feedback_waits_for_the_words_then_shows_them(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(3.0)
    assert has_words(desk.feedback, WRITING)
    assert has_words(desk.feedback, "Question 1 of 2")
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(desk.has_title)
    assert has_words(desk.feedback, plan_of(2).questions[0].text)


def test_an_answer_is_compared_with_those_before_it_not_with_itself(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    for count in (1, 2):
        desk.room.answer(3.0)
        desk.transcribe(desk.answer_id())
        qtbot.waitUntil(desk.has_title)
        assert has_words(desk.feedback, "your usual") is (count == 2)
        desk.room.flow.answer_again()
        desk.room.clock.pass_by(1.0)


def test_the_report_of_an_earlier_answer_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(3.0)
    earlier = desk.answer_id()
    desk.room.flow.leave_question()
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    desk.room.player.advance(1.0)
    desk.room.answer(2.0)
    judged = Told(desk.room.equipment.judging.answer_judged)
    words = words_on(desk.feedback)
    desk.transcribe(earlier)
    qtbot.waitUntil(lambda: judged == [earlier])
    assert words_on(desk.feedback) == words
    assert has_words(desk.feedback, "Question 2 of 2")

    desk.transcribe(desk.answer_id(), SHORT)
    qtbot.waitUntil(desk.has_title)
    assert has_words(desk.feedback, plan_of(2).questions[1].text)


def test_a_waveform_of_an_earlier_answer_comes_too_late(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(3.0)
    desk.transcribe(desk.answer_id())
    judged = Told(desk.room.equipment.judging.answer_judged)
    qtbot.waitUntil(lambda: len(judged) == 1)  # its waveform is being read now
    press(desk.feedback, "Answer again")
    desk.room.answer(1.0)
    record = desk.room.store.answer(desk.answer_id())
    desk.desk._show_feedback(desk.room.rows()[0], [0.5])
    assert record.attempt == 2
    assert has_words(desk.feedback, WRITING)


def test_words_that_fail_can_be_tried_again(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    desk.speech.events.put(Failed(str(desk.answer_id()), "It was interrupted."))
    qtbot.waitUntil(desk.has_title)
    press(desk.feedback, "Try again")
    assert has_words(desk.feedback, WRITING)
    assert isinstance(desk.speech.commands[-1], TranscribeFile)
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(desk.has_title)


def test_a_lost_recording_is_said(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    (name,) = desk.room.takes()
    (desk.room.places.recordings / name).unlink()
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: len(desk.problems) == 1)
    assert desk.has_title()


def test_playing_the_answer(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    (name,) = desk.room.takes()
    player = desk.room.player
    press(desk.feedback, "Play answer")
    assert player.played[-1] == desk.room.places.recordings / name
    player.advance(0.5)
    assert desk.feedback.position_s == pytest.approx(0.5)
    assert has_button(desk, "Pause")
    press(desk.feedback, "Play answer")
    assert not player.is_playing
    assert not has_button(desk, "Pause")
    desk.feedback.play_requested.emit(1.0, 1.5)
    player.advance(9.0)
    assert player.position_s == pytest.approx(1.5)
    desk.feedback.play_requested.emit(0.0, None)
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(desk.has_title)
    press(desk.feedback, "Next question")
    qtbot.waitUntil(lambda: player.played[-1].parent == desk.room.places.voice_cache)


def test_answer_again_falls_silent_first(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    press(desk.feedback, "Play answer")
    press(desk.feedback, "Answer again")
    assert not desk.room.player.is_playing
    assert desk.shown == ["interview", "feedback", "interview"]


def test_captions_are_a_setting_and_show(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.interview.captions_toggled.emit(True)
    assert desk.room.equipment.settings.captions
    desk.room.toggle()
    words = heard().words
    desk.speech.events.put(Heard(str(desk.answer_id()), words[:2], words[2:3]))
    told = Told(desk.room.flow.caption_changed)
    qtbot.waitUntil(lambda: len(told) == 1)
    desk.interview.captions_toggled.emit(False)
    assert not desk.room.equipment.settings.captions


def test_typed_answers_reach_the_feedback(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.flow.type_instead()
    editor = named(desk.interview, "Typed answer")
    assert isinstance(editor, QPlainTextEdit)
    assert editor.isVisibleTo(desk.interview)
    editor.setPlainText(ANSWER)
    press(desk.interview, "Stop answer")
    assert desk.shown[-1] == "feedback"
    assert desk.has_title()
    desk.room.flow.end()
    desk.desk.start(plan_of(1))
    assert not editor.isVisibleTo(desk.interview)


def test_the_last_question_says_so(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot, 1)
    desk.room.answer(2.0)
    finish = [command for command in desk.speech.commands if isinstance(command, Finish)]
    assert finish[0].path.parent == desk.room.places.recordings
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: has_button(desk, "Finish"))
    press(desk.feedback, "Next question")  # its name; it says Finish
    assert len(desk.finished) == 1


def test_a_position_told_while_the_question_is_read_is_not_the_answers(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    press(desk.feedback, "Next question")
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    before = desk.feedback.position_s
    desk.room.player.position_changed.emit(1.7)
    assert desk.feedback.position_s == before


def test_a_follow_up_is_announced_then_asked(qtbot: QtBot, desk: Desk, ladder: Ladder) -> None:
    ladder.follow_ups = 1
    begin(desk, qtbot)
    answer(desk, qtbot)
    assert has_words(desk.feedback, f"Next: a follow-up. {WHY}")
    press(desk.feedback, "Next question")
    assert desk.shown[-1] == "interview"
    assert has_words(desk.interview, deeper(plan_of(2).questions[0], 1).text)
    assert has_words(desk.interview, "Question 1 of 2  ·  follow-up 1")
    answer(desk, qtbot)
    assert has_words(desk.feedback, "Question 1 of 2 · follow-up 1 · And how")
    assert has_words(desk.feedback, END)
    assert not has_button(desk, "Skip the follow-up")
    press(desk.feedback, "Next question")
    assert has_words(desk.interview, "Question 2 of 2  ·  Machine learning")


def test_a_follow_up_to_the_last_question_is_not_the_end(qtbot: QtBot, desk: Desk, ladder: Ladder) -> None:
    ladder.follow_ups = 1
    begin(desk, qtbot, 1)
    answer(desk, qtbot)
    assert has_button(desk, "Next question")
    press(desk.feedback, "Skip the follow-up")
    assert len(desk.finished) == 1


def test_going_on_before_the_words_are_there_says_so(qtbot: QtBot, desk: Desk, ladder: Ladder) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    press(desk.feedback, "Next question")
    assert has_words(desk.feedback, DECIDING)
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: desk.shown[-1] == "interview")
    assert has_words(desk.interview, "Question 2 of 2")


def test_strict_interviews_show_no_feedback(qtbot: QtBot, desk: Desk, ladder: Ladder) -> None:
    ladder.follow_ups = 1
    desk.desk.start(plan_of(1, strict=True))
    desk.room.answer(2.0)
    assert has_words(desk.interview, "One moment…")
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: has_words(desk.interview, "follow-up 1"))
    desk.room.clock.pass_by(1.0)
    press(desk.interview, "Skip question")
    assert len(desk.finished) == 1
    assert "feedback" not in desk.shown


def test_a_loop_says_when_the_round_changes(qtbot: QtBot, desk: Desk) -> None:
    plan = replace(plan_of(3), round=None, rounds=(Round.MACHINE_LEARNING, Round.FINAL, Round.FINAL))
    desk.desk.start(plan)
    words = f"{round_label(Round.FINAL)} · round 2 of 2"
    assert has_words(desk.interview, "Machine learning · round 1 of 2")
    for number in (2, 3):
        desk.room.clock.pass_by(1.0)
        press(desk.interview, "Skip question")
        assert has_words(desk.interview, f"Question {number} of 3  ·  {words}")
        assert (words in words_on(desk.interview)) is (number == 2)


def test_a_guess_is_asked_first_and_kept(qtbot: QtBot, desk: Desk) -> None:
    desk.desk.start(replace(plan_of(1), drill=Drill.GUESS_FIRST))
    desk.room.answer(2.0)
    desk.transcribe(desk.answer_id())
    judged = Told(desk.room.equipment.judging.answer_judged)
    qtbot.waitUntil(lambda: len(judged) == 1)
    assert has_words(desk.feedback, "What do you think?")
    assert not has_words(desk.feedback, "Pace")
    desk.feedback.guessed.emit(40, 3)
    qtbot.waitUntil(lambda: has_words(desk.feedback, "Pace"))
    assert has_words(desk.feedback, "You guessed")
    assert has_words(desk.feedback, "0:40")
    assert desk.room.store.drills.note(desk.answer_id()) == DrillNote(guessed_s=40.0, guessed_filler_sounds=3)
    desk.feedback.guessed.emit(1, 1)  # too late
    assert desk.room.store.drills.note(desk.answer_id()).guessed_s == 40.0


def test_a_guess_before_the_words_are_there_waits_for_them(qtbot: QtBot, desk: Desk) -> None:
    desk.desk.start(replace(plan_of(1), drill=Drill.GUESS_FIRST))
    desk.room.answer(2.0)
    desk.feedback.guessed.emit(40, 3)
    assert has_words(desk.feedback, WRITING)
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: has_words(desk.feedback, "You guessed"))


def test_ones_own_rating_is_asked_of_a_question_and_not_of_a_follow_up(
    qtbot: QtBot, desk: Desk, ladder: Ladder
) -> None:
    ladder.follow_ups = 1
    begin(desk, qtbot)
    answer(desk, qtbot)
    rating = named(desk.feedback, "Your own rating")
    qtbot.waitUntil(rating.isVisible)
    press(desk.feedback, "Hard")
    assert desk.room.store.cards.own_rating(desk.answer_id()) == 2
    press(desk.feedback, "Next question")
    answer(desk, qtbot)
    assert not rating.isVisible()


def test_what_the_library_refuses_is_said(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(desk, qtbot)
    answer(desk, qtbot)
    monkeypatch.setattr(desk.room.store.cards, "rate", RefusingStore(desk.room.store, ["rate"]).rate)
    desk.feedback.rated.emit(3)
    assert len(desk.problems) == 1


def test_the_same_question_stands_beside_the_try_before(qtbot: QtBot, desk: Desk) -> None:
    desk.desk.start(replace(plan_of(1), drill=Drill.SAME_QUESTION))
    assert has_words(desk.interview, "try 1 of 3")
    answer(desk, qtbot)
    assert has_words(desk.feedback, "try 1 of 3")
    assert not has_words(desk.feedback, "Beside the try before")
    assert has_button(desk, "Next try")
    press(desk.feedback, "Next question")
    assert has_words(desk.interview, "try 2 of 3")
    answer(desk, qtbot, SHORT)
    qtbot.waitUntil(lambda: has_words(desk.feedback, "Beside the try before"))
    press(desk.feedback, "Next question")
    answer(desk, qtbot)
    assert has_button(desk, "Finish")


def test_a_filler_free_minute_stands_beside_the_last(qtbot: QtBot, desk: Desk) -> None:
    for count in range(2):
        desk.desk.start(replace(plan_of(1), drill=Drill.FILLER_FREE_MINUTE))
        answer(desk, qtbot)
        assert has_words(desk.feedback, "newest first: 1" if count else "have to beat")
        press(desk.feedback, "Next question")


def test_after_ones_own_questions_there_are_good_ones_to_practise(qtbot: QtBot, desk: Desk) -> None:
    question = replace(plan_of(1).questions[0], topics=("you.questions-for-us",))
    desk.desk.start(replace(plan_of(1), questions=(question, *plan_of(1).questions)))
    answer(desk, qtbot)
    assert has_button(desk, "Show questions to practise")
    press(desk.feedback, "Next question")
    answer(desk, qtbot)
    assert not has_button(desk, "Show questions to practise")


def answer(desk: Desk, qtbot: QtBot, text: str = ANSWER) -> None:
    """A whole answer, until its report shows."""
    desk.room.clock.pass_by(1.0)
    desk.room.answer(2.0)
    desk.transcribe(desk.answer_id(), text)
    qtbot.waitUntil(desk.has_title)


def has_button(desk: Desk, text: str) -> bool:
    return any(button.text() == text and button.isVisible() for button in desk.feedback.findChildren(QAbstractButton))
