"""What is missing is made from what is there."""

from __future__ import annotations

from pathlib import Path

from question_bank.exchange.defaults import MOST_KEY_POINTS, SOURCE, cues_from
from question_bank.exchange.formats import Format
from question_bank.exchange.importing import Import, read_import
from tests.question_bank.exchange.samples import PACK, imported, problems


def test_cues_are_telling_words_and_pairs() -> None:
    cues = cues_from("The penalty on absolute weights makes many of them zero.")
    assert "absolute weights" in cues
    assert "absolute" in cues
    assert not {"the", "weights", "on absolute", "of them"} & set(cues)


def test_pairs_do_not_reach_over_a_comma() -> None:
    assert cues_from("Fitting noise; low error, high gap") == ["fitting noise", "low error", "high gap"]


def test_a_key_point_of_little_words_has_a_cue_all_the_same() -> None:
    assert cues_from("It is so.") == ["It is so."]
    assert cues_from("Zero") == ["zero"]
    assert all(len(cue) <= 80 for cue in cues_from("x" * 300))


def test_a_small_number_is_never_a_cue_alone() -> None:
    assert cues_from("7") == ["seven"]
    assert cues_from("000") == ["zero"]
    assert cues_from("It is 5.") == ["It is 5."]
    assert cues_from("42") == ["42"]
    assert "00000000" not in cues_from("The code 00000000 stands for nothing.")


def test_what_yaml_takes_for_something_else_is_told_where_it_stands(tmp_path: Path) -> None:
    text = "- text: A?\n  model_answer: x\n  key_points:\n    - {text: One, cues: [one, 42]}\n"
    (problem,) = problems(tmp_path, text, Format.YAML)
    assert (problem.line, problem.sentence) == (4, "“42” counts as a number in YAML; put it in quotes.")


def test_key_points_come_from_the_first_sentences(tmp_path: Path) -> None:
    answer = " ".join(f"Sentence number {n} is here." for n in range(9))
    (question,) = imported(tmp_path, f"- text: A?\n  model_answer: {answer}\n", Format.YAML)
    assert [point.text for point in question.key_points] == [
        f"Sentence number {n} is here." for n in range(MOST_KEY_POINTS)
    ]
    assert len({point.id for point in question.key_points}) == MOST_KEY_POINTS


def test_an_answer_without_a_full_stop_is_one_key_point(tmp_path: Path) -> None:
    (question,) = imported(tmp_path, f"- text: A?\n  model_answer: {'word ' * 200}\n", Format.YAML)
    assert [len(point.text) <= 400 for point in question.key_points] == [True]


def test_a_model_answer_comes_from_the_key_points(tmp_path: Path) -> None:
    text = "- text: A?\n  key_points: [One, {text: Two., cues: two}, One]\n"
    (question,) = imported(tmp_path, text, Format.YAML)
    assert question.model_answer == "One. Two. One."
    assert [point.id for point in question.key_points] == ["one", "two", "one-2"]
    assert question.key_points[1].cues == ("two",)


def test_empty_values_are_missing_ones_and_prefixes_may_stand(tmp_path: Path) -> None:
    text = "- {text: A?, model_answer: x, code: , shelf: [], roles: [role.ml-engineer], rounds: round.final, level: }\n"
    (question,) = imported(tmp_path, text, Format.YAML)
    assert (question.roles, question.rounds, question.level) == (("role.ml-engineer",), ("round.final",), 2)


def test_the_head_of_the_pack_is_made_too(tmp_path: Path) -> None:
    file = tmp_path / "My cards.yaml"
    file.write_text("- {text: A?, model_answer: x}\n")
    result = read_import(file, Format.YAML, PACK)
    assert isinstance(result, Import)
    assert (result.pack.title, result.pack.reference) == ("My cards", SOURCE)
