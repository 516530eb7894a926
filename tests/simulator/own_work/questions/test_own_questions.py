"""From a background to questions: complete, stable, in the user's own words, and checked against what was entered."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank
from question_bank.coverage import WANTED
from question_bank.models import Kind, Question, Role, Round
from simulator.analysis.key_points.matching import find_key_points
from simulator.analysis.utterance import Utterance
from simulator.own_work.cv.project import Project
from simulator.own_work.cv.technique_catalogue import catalogue, technique_named
from simulator.own_work.own_work import Company, OwnWork
from simulator.own_work.questions.own_questions import questions_from
from simulator.own_work.questions.project_questions import project_questions
from simulator.own_work.questions.question_making import PACK, id_of
from simulator.own_work.questions.technique_questions import technique_questions
from simulator.transcript import Transcript, Word

BROUGHT = (
    OwnWork()
    .with_techniques("XGBoost", "k-means", "Docker", "Python", "Löwenmaul")
    .with_projects(Project("Bird songs", ("XGBoost", "Python")), Project("鳥の歌 {x}"))
    .with_company(
        Company("Nordwind", "We route parcels for small shops.", "ML engineer. Forecasts volumes with Kafka.")
    )
)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank.load()


@pytest.fixture(scope="module")
def made(bank: Bank) -> tuple[Question, ...]:
    return questions_from(BROUGHT, bank.questions)


def covered(question: Question, said: str) -> set[str]:
    words = tuple(Word(word, at / 2, at / 2 + 0.4, 0.9) for at, word in enumerate(said.split()))
    utterance = Utterance.of(Transcript(len(words) / 2, words))
    found = find_key_points(utterance, question.key_points, question.text)
    return {point.id for point in found if point.covered}


def test_the_same_background_gives_the_same_questions_wherever_they_stand(bank: Bank) -> None:
    again = OwnWork().with_projects(*reversed(BROUGHT.projects)).with_techniques(*reversed(BROUGHT.techniques))
    first = {question.id: question.key_points for question in questions_from(BROUGHT, bank.questions)}
    second = {question.id: question.key_points for question in questions_from(again, bank.questions)}
    assert second.items() <= first.items()
    assert questions_from(OwnWork()) == ()


def test_they_are_questions_like_those_of_the_bank(made: tuple[Question, ...], bank: Bank) -> None:
    taken = {question.id for question in bank.questions}
    own = [question for question in made if question.pack == PACK]
    assert len({question.id for question in made}) == len(made)
    for question in own:
        assert question.id not in taken
        assert set(question.topics) <= set(WANTED)
        assert question.roles == tuple(Role)
        assert question.rounds
        assert 4 <= len(question.key_points) <= 8
        assert all(cue and cue == cue.lower() and "{" not in cue for point in question.key_points for cue in point.cues)
        points = {point.id for point in question.key_points}
        assert {follow.about for follow in question.follow_ups} <= points | {"theirs"}
        assert 120 <= len(question.model_answer.split()) <= 280
        assert "{}" not in question.text + question.model_answer


def test_a_technique_is_asked_about_in_depth(made: tuple[Question, ...]) -> None:
    texts = [question.text for question in made]
    assert "Your CV mentions Löwenmaul. How does it work, from input to output?" in texts
    assert "For “Bird songs” you used XGBoost. Why that, and not LightGBM or a random forest?" in texts
    assert "Take a case in which you used Löwenmaul. Why that, and not the obvious alternative?" in texts
    assert "When would you not use Docker, and what would break if somebody did?" in texts


def test_the_banks_own_questions_come_first_where_there_are_any(made: tuple[Question, ...]) -> None:
    ids = [question.id for question in made]
    first = ids.index(f"{PACK}.technique.{id_of('k-means')}.choice")
    assert not [id_ for id_ in ids[first - 2 : first] if id_.startswith(PACK)]
    assert any(id_.startswith("ml.k-means.") for id_ in ids[first - 2 : first])
    assert f"{PACK}.technique.{id_of('k-means')}.works" not in ids


def test_a_project_is_a_chain(made: tuple[Question, ...]) -> None:
    chain = [question for question in made if question.id.startswith(f"{PACK}.project.{id_of('Bird songs')}.")]
    assert [question.id.rpartition(".")[2] for question in chain] == ["part", "choice", "measured", "failed", "data"]
    assert chain[0].kind is Kind.STORY
    assert all(Round.PROJECT_PRESENTATION in question.rounds for question in chain)
    assert all("“Bird songs”" in question.text for question in chain)
    assert "you.dataset-facts" in chain[-1].topics
    other = [question for question in made if "鳥の歌 {x}" in question.text]
    assert len(other) == 5


def test_names_of_the_same_letters_have_ids_of_their_own() -> None:
    assert len({id_of(name) for name in ("C", "C++", "C#", "鳥", "歌", "")}) == 6
    assert id_of("XGBoost") == id_of("xgboost")


def test_an_answer_is_checked_for_something_of_the_company(made: tuple[Question, ...]) -> None:
    why = next(question for question in made if question.id.endswith(".why"))
    assert why.text == "Why Nordwind in particular?"
    assert "theirs" in covered(why, "I'd like to help bring a parcel to its door sooner.")
    assert "theirs" not in covered(why, "I like your great team and your mission at Nordwind.")
    role = next(question for question in made if question.id.endswith(".role"))
    assert "theirs" in covered(role, "Forecasting is what I have done for years.")


def test_a_company_without_a_name_asks_as_itself() -> None:
    texts = [question.text for question in questions_from(OwnWork().with_company(Company(does="parcels")))]
    assert texts[0] == "Why us in particular?"
    assert not any("this company" in text for text in texts)
    named = questions_from(OwnWork().with_company(Company("Nordwind")))
    assert len(named) == 3
    assert all(question.key_points[0].id != "theirs" for question in named)


def test_a_technique_comes_with_what_the_bank_tells_one_to_read() -> None:
    bank = Bank.load().questions
    asked = technique_questions("XGBoost", (), bank)
    of_topic = {entry for question in bank if "ml.ensembles" in question.topics for entry in question.shelf}
    made = [question for question in asked if question.pack == "background"]
    assert made
    assert all(question.shelf and set(question.shelf) <= of_topic for question in made)
    assert all(not question.shelf for question in technique_questions("Gremlins", (), bank))


def test_what_models_are_used_for_is_asked_about_as_a_task() -> None:
    project = Project("A watch on card payments", ("fraud detection",))
    works, why, breaks = technique_questions("fraud detection", [project])
    assert "what was predicted" in works.text
    assert why.text == (
        "For “A watch on card payments” you worked on fraud detection. "
        "Why a model of your own, and not a few fixed rules?"
    )
    assert breaks.text == "What goes wrong in fraud detection once a model is in use, and how would you notice?"
    assert "fraud detection" not in why.model_answer + breaks.model_answer


def everything_in(question: Question) -> str:
    return " ".join((
        question.text, question.model_answer, *(point.text for point in question.key_points),
        *(follow.text for follow in question.follow_ups), *(flag.text for flag in question.red_flags),
    ))  # fmt: skip


@pytest.mark.parametrize("name", [technique.name for technique in catalogue()] + ["Löwenmaul", "word vectors"])
def test_every_sentence_about_a_technique_agrees_with_its_number(name: str) -> None:
    written = " ".join(everything_in(question) for question in technique_questions(name))
    wrong = ("is", "takes", "cares", "breaks", "works") if technique_named(name).is_plural else ("are", "take", "care")
    assert not [verb for verb in wrong if f"{name} {verb} " in written]
    assert not set("{}|") & set(written.replace(name, ""))
    assert "one's own" not in " ".join(question.text for question in technique_questions(name))


def test_several_are_asked_about_as_several() -> None:
    texts = [
        question.text for question in technique_questions("random forests", [Project("Churn", ("random forests",))])
    ]
    assert texts == [
        "Your CV mentions random forests. How do they work, from input to output?",
        "For “Churn” you used random forests. Why those, and not gradient boosting?",
        "When would you not use random forests, and what would break if somebody did?",
    ]
    choice = project_questions(Project("Bird songs", ("convolutional neural networks",)))[1]
    assert (
        choice.text
        == "For “Bird songs” you used convolutional neural networks. Why those, and what else did you consider?"
    )


@pytest.mark.parametrize("name", ["Git", "backpropagation", "gradient descent", "CI/CD", "NumPy"])
def test_what_nobody_chooses_is_not_asked_about_as_a_choice(name: str) -> None:
    project = Project("Bird songs", (name,))
    texts = [question.text for question in technique_questions(name, [project])]
    assert not [text for text in texts if "Why that" in text or "would you not use" in text]
    assert f"What commonly goes wrong with {name}, and how do you notice and fix it?" in texts
    assert name not in project_questions(project)[1].text


def test_what_holds_no_data_is_not_asked_for_its_data() -> None:
    made = project_questions(Project("Automated releases", ("CI/CD", "Ansible", "AWS Lambda")))
    assert [question.id.rpartition(".")[2] for question in made] == ["part", "choice", "measured", "failed"]


def test_a_task_is_no_technique_that_was_used() -> None:
    choice = project_questions(Project("A watch on card payments", ("fraud detection", "XGBoost")))[1]
    assert choice.text == "For “A watch on card payments” you used XGBoost. Why that, and what else did you consider?"


@pytest.mark.parametrize(
    ("project", "technique", "asked"),
    [
        ("Pipeline on Spark and Kafka", "Kafka", "For “Pipeline on Spark and Kafka”, why Kafka, and not RabbitMQ?"),
        ("Bird CNN", "convolutional neural networks",
         "For “Bird CNN”, why convolutional neural networks, and not a vision transformer?"),
        ("Churn report", "R", "For “Churn report” you used R. Why that, and not Python?"),
    ],
)  # fmt: skip
def test_what_a_projects_name_says_is_not_told_again(project: str, technique: str, asked: str) -> None:
    assert asked in [question.text for question in technique_questions(technique, [Project(project, (technique,))])]


def test_a_question_on_something_else_is_not_asked_because_it_names_the_technique(bank: Bank) -> None:
    asked = technique_questions("transformers", (), bank.questions)
    assert not [question.id for question in asked if "anchors" in question.id]
    assert [question.id for question in asked if question.id.startswith("dl.transformers.")]
