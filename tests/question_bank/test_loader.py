"""Packs that are right come in whole; packs that are wrong come back with file, line and reason."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from question_bank.loader import MAX_PACK_BYTES, BrokenPack, Pack, Problem, load_folder, load_pack
from question_bank.models import FollowUp, FollowUpTrigger, KeyPoint, Kind, RedFlag, Role, Round, TargetTimes
from tests.question_bank.samples import GOOD_PACK, write_pack


def load_broken(folder: Path, text: str) -> BrokenPack:
    pack = load_pack(write_pack(folder, text))
    assert isinstance(pack, BrokenPack), "this pack should have been refused"
    return pack


def load_good(folder: Path, text: str = GOOD_PACK) -> Pack:
    pack = load_pack(write_pack(folder, text))
    assert isinstance(pack, Pack), pack
    return pack


def test_a_good_pack_gives_its_questions(tmp_path: Path) -> None:
    pack = load_good(tmp_path)
    first, second = pack.questions
    assert (pack.name, pack.title, pack.reference) == ("example", "Example", "Somebody, A Book")
    assert pack.lines == {"example.first": 4, "example.second": 30}
    assert first.pack == "example"
    assert first.kind is Kind.SHORT
    assert first.text == "What is a median?"
    assert first.roles == tuple(Role)
    assert first.rounds == (Round.FINAL,)
    assert first.key_points == (KeyPoint("middle", "The value in the middle.", ("middle", "half of the values")),)
    assert first.model_answer == ("Sort the values and take the one in the middle.\n\nHalf of the values lie below it.")
    assert first.code == "def median(values):\n    ..."
    assert first.follow_ups == (FollowUp("And for an even number?", FollowUpTrigger.COVERED, "middle"),)
    assert first.times == TargetTimes(30, 120, 140)
    assert second.times == TargetTimes(10, 35, 60)
    assert second.roles == (Role.ML_ENGINEER,)
    assert second.code is None


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("level: 2", "level: 6", 6, "level: expected a whole number <= 5"),
        ("level: 2", "levle: 2", 6, "levle: this key is not known"),
        ("kind: short", "kind: shrot", 5, "“shrot” is not one of the values"),
        ("    text: What is a mean?\n", "", 30, "“text” is missing"),
        ("id: example.second", "id: example.first", 30, "another question with the id “example.first”"),
        ("id: example.first", "id: Two Words", 4, "id: expected lower-case letters and digits"),
        ("roles: [ml-engineer]", "roles: [wizard]", 34, "“wizard” is not known; use all, data-analyst"),
        ("rounds: [final]", "rounds: [finale]", 11, "“finale” is not known"),
        ("rounds: [final]", 'rounds: ["fi\\n\\nnal"]', 11, "“fi nal” is not known"),
        ("rounds: [final]", "rounds: []", 11, "expected a list of length >= 1"),
        ("topics: [found.statistics]", "topics: [found.statistic]", 36, "“found.statistic” is not a known topic"),
        ("about: middle", "about: muddle", 27, "“muddle” is not a key point"),
        ("{max_s: 140}", "{max_s: 60}", 13, "the times must not decrease"),
        ("cues: [sum]", "cues: []", 38, "question 2, key_points 1, cues: expected a list of length >= 1"),
        ("title: Example", "name: Example", 1, "name: this key is not known"),
        ("title: Example\n", "", 1, "“title” is missing"),
        ("text: What is a mean?", "text: [What is a mean?]", 33, "text: expected text, got a list"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD_PACK
    pack = load_broken(tmp_path, GOOD_PACK.replace(old, new))
    assert [problem.line for problem in pack.problems] == [line]
    assert words in pack.problems[0].text
    assert pack.problems[0].path == pack.source == tmp_path / "example.yaml"


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = GOOD_PACK.replace("level: 2", "level: 0").replace("[found.statistics]", "[found.magic]")
    assert [problem.line for problem in load_broken(tmp_path, text).problems] == [6, 36]


def test_two_key_points_may_not_share_an_id(tmp_path: Path) -> None:
    double = "      - {id: sum, text: Again., cues: [again]}\n"
    text = GOOD_PACK.replace("    model_answer: The sum", f"{double}    model_answer: The sum")
    assert "another key point with the id “sum”" in load_broken(tmp_path, text).problems[0].text


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n", "title: x\nsource: y\nquestions: none\n"])
def test_what_is_no_pack_is_refused(tmp_path: Path, text: str) -> None:
    assert load_broken(tmp_path, text).problems


def test_markup_stays_plain_text(tmp_path: Path) -> None:
    markup = "<img src=x onerror=alert(1)> & <b>bold</b>?"
    pack = load_good(tmp_path, GOOD_PACK.replace("What is a mean?", markup))
    assert pack.questions[1].text == markup


def test_words_that_yaml_would_turn_into_values_stay_words(tmp_path: Path) -> None:
    pack = load_good(tmp_path, GOOD_PACK.replace("cues: [sum]", "cues: ['no', \"42\", 'null', '1_000', '10,000']"))
    assert pack.questions[1].key_points[0].cues == ("no", "42", "null", "1_000", "10,000")
    pack = load_good(tmp_path, GOOD_PACK.replace("text: What is a mean?", "text: No"))
    assert pack.questions[1].text == "No"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("id: example.first", "id: on", 4, "question 1, id: “on” counts as true or false in YAML; put it in quotes."),
        ("id: example.second", "id: null", 30, "question 2, id: “null” counts as no value in YAML"),
        ("{id: sum,", "{id: yes,", 38, "question 2, key_points 1, id: “yes” counts as true or false"),
        ("when: covered, about: middle", "when: term, about: off", 27, "about: “off” counts as true or false"),
        ("about: middle", "about: no", 27, "about: “no” counts as true or false"),
    ],
)
def test_a_name_that_is_no_word_without_quotes_is_refused(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    problem, *_ = load_broken(tmp_path, GOOD_PACK.replace(old, new)).problems
    assert problem.line == line
    assert words in problem.text


def test_names_in_quotes_and_numbers_are_words(tmp_path: Path) -> None:
    text = GOOD_PACK.replace("id: middle", "id: 'on'").replace("about: middle", 'about: "on"')
    first, second = load_good(tmp_path, text.replace("{id: sum,", "{id: 2,")).questions
    assert (first.key_points[0].id, first.follow_ups[0].about, second.key_points[0].id) == ("on", "on", "2")


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("42", "“42” counts as a number in YAML; put it in quotes."),
        ("0.5", "“0.5” counts as a number"),
        ("yes", "“yes” counts as true or false"),
        ("~", "“~” counts as no value"),
        ("2020-01-01", "“2020-01-01” counts as a date"),
        ("'7'", "“7” on its own is too common; add a word to it, as in “7 days”."),
        ("'10'", "“10” on its own is too common"),
        ("'000'", "“000” on its own is too common"),
    ],
)
def test_a_cue_that_is_no_text_or_proves_nothing_is_refused(tmp_path: Path, cue: str, words: str) -> None:
    flag = f"[{{text: Confuses it., cues: [the mean, {cue}]}}]"
    text = GOOD_PACK.replace("[Confuses it with the mean.]", flag).replace("cues: [sum]", f"cues: [sum, {cue}]")
    in_flag, in_point = load_broken(tmp_path, text).problems
    assert (in_flag.line, in_point.line) == (28, 38)
    assert in_flag.text == f"question 1, red_flags 1, cues 2: {in_flag.sentence}"
    assert words in in_flag.sentence
    assert words in in_point.text


@pytest.mark.parametrize("cue", ["'11'", "'0.5'", "7 days", "'10,000'", "30k", "ten"])
def test_a_number_that_says_something_is_a_cue(tmp_path: Path, cue: str) -> None:
    pack = load_good(tmp_path, GOOD_PACK.replace("cues: [sum]", f"cues: [{cue}]"))
    assert pack.questions[1].key_points[0].cues == (cue.strip("'"),)


def test_a_number_split_by_its_comma_is_refused(tmp_path: Path) -> None:
    (problem,) = load_broken(tmp_path, GOOD_PACK.replace("cues: [sum]", "cues: [sum, about 10,000 days]")).problems
    assert (problem.line, problem.text) == (
        38, "The comma splits “about 10,000 days” into two values; put the number in quotes.",
    )  # fmt: skip


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    pack = load_broken(tmp_path, GOOD_PACK + "# " + "x" * MAX_PACK_BYTES)
    assert "larger than 5 MB" in pack.problems[0].text


def test_a_field_that_is_too_long_is_refused_with_its_line(tmp_path: Path) -> None:
    pack = load_broken(tmp_path, GOOD_PACK.replace("The sum divided by the number of values.", "x" * 20_001))
    assert pack.problems == (
        Problem(tmp_path / "example.yaml", 39, "A value has 20,001 characters; the limit is 20,000."),
    )


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"title: x\nsource: caf\xe9\n")
    pack = load_pack(path)
    assert isinstance(pack, BrokenPack)
    assert str(pack.problems[0]) == f"{path}:2: The file is not UTF-8 text."


def test_a_missing_file_and_a_pipe_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path / "missing.yaml"):
        pack = load_pack(path)
        assert isinstance(pack, BrokenPack)
        assert str(pack.problems[0]) == f"{path}: This is not a regular file."


def test_one_broken_pack_leaves_the_others_alone(tmp_path: Path) -> None:
    write_pack(tmp_path, GOOD_PACK, "b.yaml")
    write_pack(tmp_path, "title: [", "a.yml")
    write_pack(tmp_path, "not a pack", "notes.txt")
    broken, good = load_folder(tmp_path)
    assert isinstance(broken, BrokenPack)
    assert isinstance(good, Pack)
    assert (broken.name, good.name) == ("a", "b")


def test_a_folder_that_does_not_exist_holds_no_packs(tmp_path: Path) -> None:
    assert load_folder(tmp_path / "nowhere") == ()


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (broken,) = load_folder(write_pack(tmp_path, GOOD_PACK))
    assert isinstance(broken, BrokenPack)
    assert "cannot be read" in broken.problems[0].text


def test_a_red_flag_may_have_cues(tmp_path: Path) -> None:
    flag = "    red_flags: [{text: 'Confuses  it', cues: [The  Mean, the mean]}, Never.]"
    pack = load_pack(write_pack(tmp_path, GOOD_PACK.replace("    red_flags: [Confuses it with the mean.]", flag)))
    assert isinstance(pack, Pack), pack
    assert pack.questions[0].red_flags == (RedFlag("Confuses it", ("the mean",)), RedFlag("Never."))


def test_a_red_flag_that_is_neither_text_nor_keys_is_told_in_words(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, GOOD_PACK.replace("[Confuses it with the mean.]", "[[x]]")))
    assert isinstance(pack, BrokenPack)
    assert "expected text, or keys" in pack.problems[0].text
    assert pack.problems[0].line == GOOD_PACK.splitlines().index("    red_flags: [Confuses it with the mean.]") + 1


def test_what_need_not_be_written_is_as_usual(tmp_path: Path) -> None:
    (usual,) = re.findall(r"    kind: quick\n.*?(?=    key_points)", GOOD_PACK, re.DOTALL)
    pack = load_pack(write_pack(tmp_path, GOOD_PACK.replace(usual, "    text: What is a mean?\n"), "sums.yaml"))
    assert isinstance(pack, Pack), pack
    question = pack.questions[1]
    assert (question.kind, question.level, question.topics) == (Kind.SHORT, 2, ("own.sums",))
    assert (question.roles, question.rounds) == (tuple(Role), (Round.TECHNICAL_SCREENING,))
