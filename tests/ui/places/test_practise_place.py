"""Practise, alive: choices that are kept, a meter that is heard and told in words, a plan for a spoken interview."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from question_bank.models import Role, Round
from recordings.voice_activity import LevelWord
from simulator.analysis.report import KeyPointResult
from simulator.drills.thirty_seconds import THIRTY_SECONDS
from simulator.interview.conduct import spoken_text
from simulator.interview.plan import Level, SessionPlan, Wish, expected_minutes
from simulator.own_work.advertisement.reading import read_advertisement
from simulator.settings import Settings, load_settings
from tests.simulator.own_work.advertisement.adverts import BULLETED
from tests.simulator.store.builders import a_report
from tests.sound import noise, silence, speech, tone
from tests.ui.making import practise_place
from tests.ui.names import named
from tests.ui.parts import Room, Told, plan_of
from tests.ui.places.practise_desk import Desk
from ui.errands.planner import Planner
from ui.screens.practise_screen import PractiseScreen


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screen = PractiseScreen()
    qtbot.addWidget(screen)
    made = practise_place(room, screen)
    return Desk(room, screen, made, Told(made.interview_planned))


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Desk:
    """As at the start of the program."""
    desk.screen.show()
    desk.place.begin()
    desk.place.enter()
    qtbot.waitUntil(lambda: desk.select("Voice").count() == 2)
    return desk


def test_choices_are_kept_as_they_are_made(shown: Desk) -> None:
    told: list[Settings] = Told(shown.room.equipment.settings.changed)
    shown.press("Data scientist")
    shown.press("Behavioural")
    count = named(shown.screen, "Number of questions")
    assert isinstance(count, QSpinBox)
    count.setValue(7)
    shown.choose("Voice", "fake")
    shown.press("More choices")
    speed = named(shown.screen, "Speaking speed")
    assert isinstance(speed, QSpinBox)
    speed.setValue(140)
    kept = load_settings(shown.room.data_folder.settings_file)
    assert (kept.role, kept.round, kept.question_count) == (Role.DATA_SCIENTIST, Round.BEHAVIOURAL, 7)
    assert (kept.voice_id, kept.voice_wpm) == ("fake", 140)
    assert len(told) == 5  # one for each choice: what is shown does not choose again
    assert shown.screen.choice == Wish(Role.DATA_SCIENTIST, Round.BEHAVIOURAL, 7)


def test_one_choice_is_planned_once(shown: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[Wish] = []
    plan = Planner.session

    def counted(planner: Planner, wish: Wish) -> SessionPlan:
        planned.append(wish)
        return plan(planner, wish)

    monkeypatch.setattr(Planner, "session", counted)
    for name in ("Data scientist", "Behavioural"):
        shown.press(name)
        assert planned.pop() == shown.screen.choice
        assert planned == []


def test_settings_changed_elsewhere_are_shown_and_not_chosen_again(shown: Desk) -> None:
    told = Told(shown.room.equipment.settings.changed)
    chosen = Told(shown.screen.choice_changed)
    wanted = replace(shown.room.equipment.settings.now, role=Role.NLP_ENGINEER, question_count=2, voice_wpm=200)
    shown.room.equipment.settings.change(wanted)
    assert shown.screen.choice == Wish(Role.NLP_ENGINEER, wanted.round, 2)
    assert len(told) == 1
    assert chosen == []


def test_it_says_how_long_the_interview_takes(shown: Desk) -> None:
    before = [text for text in shown.words() if text.startswith("about ")]
    assert len(before) == 1
    count = named(shown.screen, "Number of questions")
    assert isinstance(count, QSpinBox)
    count.setValue(20)
    after = [text for text in shown.words() if text.startswith("about ")]
    assert len(after) == 1
    assert after != before


def test_start_plans_what_was_chosen(shown: Desk) -> None:
    shown.room.equipment.settings.change(replace(shown.room.equipment.settings.now, question_count=4, strict=True))
    shown.press("Start interview")
    (plan,) = shown.plans
    assert (plan.role, plan.round, len(plan.questions)) == (Role.ML_ENGINEER, Round.MACHINE_LEARNING, 4)
    assert plan.strict


def test_a_drill_is_short(shown: Desk) -> None:
    shown.press("Quick drill")
    (plan,) = shown.plans
    assert plan.round is None
    assert len(plan.questions) == 3
    assert not plan.strict


def test_the_length_that_is_told_is_that_of_the_interview(shown: Desk) -> None:
    for number in range(3):
        shown.place.enter()
        told = [text for text in shown.words() if text.startswith("about ")]
        shown.press("Start interview")
        assert told == [f"about {expected_minutes(shown.plans[number])} minutes"]
    assert shown.plans[0] != shown.plans[1]


def test_every_choice_is_kept_and_planned_by(shown: Desk) -> None:
    for name in ("More choices", "Whole loop", "Rising", "Strict", "Minutes"):
        shown.press(name)
    minutes = named(shown.screen, "Number of minutes")
    assert isinstance(minutes, QSpinBox)
    minutes.setValue(40)
    kept = load_settings(shown.room.data_folder.settings_file)
    assert (kept.is_loop, kept.level, kept.strict, kept.is_timed, kept.minutes) == (True, Level.CLIMB, True, True, 40)
    assert kept.round is Round.MACHINE_LEARNING
    shown.press("Start interview")
    (plan,) = shown.plans
    assert (plan.round, plan.strict) == (None, True)
    assert set(plan.rounds) == set(Round)
    assert 38 <= expected_minutes(plan) <= 40


def test_topics_of_the_role_and_round_are_offered(shown: Desk) -> None:
    shown.press("More choices")
    topics = shown.select("Topics")
    assert topics.findText("Foundations, all") > 0
    assert topics.findText("Your questions to us") < 0
    index = topics.findText("Bias and variance")
    topics.setCurrentIndex(index)
    topics.activated.emit(index)
    shown.press("Start interview")
    assert all("found.bias-variance" in question.topics for question in shown.plans[0].questions)
    shown.press("Final")
    assert topics.findText("Your questions to us") > 0
    assert shown.screen.choice.topics == ()


def test_chosen_topics_are_chosen_again_at_the_next_start(shown: Desk, qtbot: QtBot) -> None:
    shown.press("More choices")
    topics = shown.select("Topics")
    topics.setCurrentIndex(topics.findText("Bias and variance"))
    topics.activated.emit(topics.currentIndex())
    kept = load_settings(shown.room.data_folder.settings_file)
    assert kept.topics == ("found.bias-variance",)
    screen = PractiseScreen()
    qtbot.addWidget(screen)
    practise_place(shown.room, screen).begin()
    assert screen.choice.topics == ("found.bias-variance",)


def test_topics_of_ones_own_wait_for_their_pack(shown: Desk) -> None:
    equipment = shown.room.equipment
    whole, own = equipment.bank.now, "own.payments"
    equipment.settings.change(replace(equipment.settings.now, topics=(own,)))
    assert not shown.screen.choice.topics
    question = whole.matching(equipment.settings.now.role, equipment.settings.now.round)[0]
    equipment.bank.now = Bank((replace(question, id="mine.one", topics=(own,)), *whole.questions))
    equipment.bank.changed.emit()
    assert shown.screen.choice.topics == (own,)
    assert load_settings(shown.room.data_folder.settings_file).topics == (own,)


def test_a_drill_of_the_menu_is_planned(shown: Desk) -> None:
    shown.screen.drill_requested.emit(THIRTY_SECONDS)
    (plan,) = shown.plans
    assert plan.drill is THIRTY_SECONDS
    assert len(plan.questions) == 5


def answered(desk: Desk, question_id: str, at: datetime, covered: bool) -> None:
    """A judged answer to a question, in a session of its own."""
    question = desk.room.equipment.bank.now.get(question_id)
    points = tuple(KeyPointResult(point.id, covered, None) for point in question.key_points)
    store = desk.room.store
    session = store.begin_session(SessionPlan(None, None, (question,), seed=1), at)
    answer = store.begin_answer(session, question, 0, 1, "", at)
    store.answer_saved(answer, 32_000, 64_044, "c0ffee")
    store.keep_report(answer, replace(a_report(), key_points=points))


def test_what_is_due_is_shown_and_practised(shown: Desk) -> None:
    now = datetime.now(UTC)
    answered(shown, "ml.knn.how", now - timedelta(days=3), covered=False)
    answered(shown, "found.f1.harmonic", now - timedelta(days=2), covered=False)
    answered(shown, "found.roc-auc.meaning", now, covered=True)
    shown.place.enter()
    assert shown.has_words("2 questions")
    assert shown.has_words("Nearest neighbours\u00a0· F1 score")
    shown.press("Practise what is due")
    (plan,) = shown.plans
    assert {question.id for question in plan.questions} == {"ml.knn.how", "found.f1.harmonic"}


def test_what_is_due_in_a_pack_that_is_read_later_is_shown_then(shown: Desk) -> None:
    equipment = shown.room.equipment
    answered(shown, "ml.knn.how", datetime.now(UTC) - timedelta(days=3), covered=False)
    whole, equipment.bank.now = equipment.bank.now, Bank(())
    shown.place.enter()
    assert shown.has_words("Nothing")
    equipment.bank.now = whole
    equipment.bank.changed.emit()
    assert shown.has_words("1 question")


def test_what_was_answered_before_there_was_a_schedule_is_shown_once_it_is_known(
    shown: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr("simulator.store.cards.review", lambda *_kept: None)
        answered(shown, "ml.knn.how", datetime.now(UTC) - timedelta(days=3), covered=False)
    shown.place.enter()
    assert shown.has_words("Nothing")
    shown.room.equipment.missing_cards.start()
    qtbot.waitUntil(lambda: shown.has_words("1 question"))


def test_a_hidden_question_is_not_due(shown: Desk) -> None:
    answered(shown, "ml.knn.how", datetime.now(UTC) - timedelta(days=3), covered=False)
    shown.room.store.marks.hide("ml.knn.how", is_on=True)
    shown.place.enter()
    assert shown.has_words("Nothing")


def test_a_newcomer_reads_nothing_of_what_is_due(shown: Desk) -> None:
    assert not shown.has_words("Due today")


def test_once_answered_it_is_due_no_longer(shown: Desk) -> None:
    now = datetime.now(UTC)
    answered(shown, "ml.knn.how", now - timedelta(days=3), covered=False)
    answered(shown, "ml.knn.how", now, covered=True)
    shown.place.enter()
    assert shown.has_words("Nothing")


def test_nothing_is_asked_twice_in_a_day(shown: Desk) -> None:
    bank, now = shown.room.equipment.bank.now, datetime.now(UTC)
    pool = bank.matching(Role.ML_ENGINEER, Round.FINAL)
    for question in pool[4:]:
        answered(shown, question.id, now, covered=False)
    shown.press("Final")
    shown.press("Start interview")
    assert {question.id for question in pool[:4]} < {question.id for question in shown.plans[0].questions}


def test_questions_asked_lately_are_not_asked_again(shown: Desk) -> None:
    shown.press("Start interview")
    store = shown.room.store
    session = store.begin_session(shown.plans[0], datetime.now(UTC))
    for position, question in enumerate(shown.plans[0].questions):
        store.answer_skipped(session, question, position)
    shown.press("Start interview")
    asked = [{question.id for question in plan.questions} for plan in shown.plans]
    openings = {question.id for question in shown.plans[0].questions if "you." in " ".join(question.topics)}
    assert asked[0] & asked[1] <= openings


def test_a_round_without_questions_is_said_and_forgotten_when_there_are_some(qtbot: QtBot, room: Room) -> None:
    bank = room.equipment.bank
    whole, bank.now = bank.now, Bank(())
    screen = PractiseScreen()
    qtbot.addWidget(screen)
    desk = Desk(room, screen, practise_place(room, screen), [])
    desk.screen.show()
    desk.place.begin()
    assert desk.has_words("No question fits")
    desk.press("Start interview")
    assert desk.plans == []
    bank.now = whole
    desk.press("Data analyst")
    assert not desk.has_words("No question fits")


def test_certain_questions_can_be_asked(shown: Desk) -> None:
    shown.place.plan_these(("ml.knn.how", "found.overfitting.detect-prevent"))
    (plan,) = shown.plans
    assert [question.id for question in plan.questions] == ["ml.knn.how", "found.overfitting.detect-prevent"]


@pytest.mark.parametrize(
    ("word", "tone_word"),
    [(LevelWord.GOOD, "green"), (LevelWord.QUIET, "amber"), (LevelWord.LOUD, "amber"), (LevelWord.SILENCE, "amber")],
)
def test_the_level_is_told_in_words_and_colour(
    shown: Desk, tmp_path_factory: pytest.TempPathFactory, word: LevelWord, tone_word: str
) -> None:
    folder = tmp_path_factory.mktemp("spoken")
    sounds = {
        LevelWord.GOOD: lambda: speech("I can hear you very well today, thank you.", folder),
        LevelWord.QUIET: lambda: speech("I can hear you very well today, thank you.", folder, level_db=-52.0),
        LevelWord.LOUD: lambda: tone(2.0, peak_db=6.0),
        LevelWord.SILENCE: lambda: silence(2.0),
    }
    shown.room.microphone.hear((noise(1.0, -75.0) if word is not LevelWord.SILENCE else b"") + sounds[word]())
    assert shown.has_words(word)
    assert shown.label(word).property("tone") == tone_word


def test_the_meter_does_not_hear_the_voice(qtbot: QtBot, shown: Desk) -> None:
    shown.room.equipment.question_reader.say("Listen to this voice.", shown.room.equipment.settings.now)
    shown.room.microphone.hear(silence(2.0))
    assert not shown.has_words(LevelWord.SILENCE)


def test_the_microphone_is_open_while_the_screen_shows(shown: Desk) -> None:
    assert shown.room.is_listening()
    shown.place.leave()
    assert not shown.room.is_listening()
    shown.place.enter()
    assert shown.room.is_listening()


def test_another_microphone_is_listened_to_at_once(shown: Desk) -> None:
    shown.room.microphone.plug_in("Headset")
    assert shown.select("Microphone").findData("Headset") > 0
    shown.choose("Microphone", "Headset")
    assert shown.room.microphone.device_id == "Headset"
    assert load_settings(shown.room.data_folder.settings_file).microphone_id == "Headset"


def test_a_microphone_pulled_out_is_said_and_the_next_is_heard(shown: Desk) -> None:
    shown.room.microphone.unplug()
    assert shown.has_words("unplugged")
    assert not shown.has_words("What you said is saved")
    assert shown.select("Microphone").currentText() == "None found"
    shown.room.microphone.plug_in("Headset")
    assert shown.room.is_listening()
    assert shown.select("Microphone").findData("Headset") > 0


def test_last_time_is_shown(qtbot: QtBot, desk: Desk) -> None:
    desk.screen.show()
    desk.place.enter()
    newcomer = desk.words()
    desk.room.flow.start(plan_of(1))
    desk.room.clock.pass_by(1.0)
    desk.room.answer(2.0)
    desk.room.flow.end()
    desk.place.enter()
    last_time = desk.words()
    assert last_time != newcomer
    desk.room.store.taken_in.begin_session(plan_of(1), ("made elsewhere.m4a",), datetime.now(UTC))
    desk.place.enter()
    assert desk.words() == last_time


def test_the_first_question_of_the_plan_is_rendered_ahead(qtbot: QtBot, desk: Desk) -> None:
    desk.place.begin()
    desk.place.enter()
    desk.place._until_prepared.setInterval(0)
    desk.screen.choice_changed.emit(desk.screen.choice)
    qtbot.waitUntil(lambda: bool(desk.room.voice.rendered))
    desk.press("Start interview")
    assert desk.room.voice.rendered == [spoken_text(desk.plans[0], 0)]


def test_nothing_is_rendered_ahead_of_a_screen_that_was_left(desk: Desk) -> None:
    desk.place.begin()
    desk.place.enter()
    assert desk.place._until_prepared.isActive()
    desk.place.leave()
    assert not desk.place._until_prepared.isActive()


def test_the_job_one_prepares_for_has_a_card_that_starts_an_interview(shown: Desk) -> None:
    own = shown.room.equipment.own_work
    own.change(own.own_work.with_advertisement(read_advertisement(BULLETED)))
    shown.place.enter()
    assert any("requirements practised" in words for words in shown.words())
    shown.press("Start this interview")
    (plan,) = shown.plans
    assert "Nordwind" in plan.questions[0].text
