"""Each file is judged or said not to be, in the order given, whatever became of the others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from question_bank.bank import Bank
from question_bank.errors import UnknownQuestion
from question_bank.models import Kind
from recordings.transcription.messages import Ready
from recordings.transcription.model_speed import ModelChoice
from recordings.transcription.sound_used import SoundUsed
from simulator.analysis.report import AnswerReport
from simulator.analysis.rules import DEFAULT_RULES
from simulator.data_folder import DataFolder
from simulator.rules_file import save_rules
from simulator.transcript import Transcript
from tests.fakes import FakeMeter
from tests.ui.commands.speech import ANSWER, FakeSpeech, spoken, without_engine
from ui.commands.analyse_files import analyse_files
from ui.commands.worker_count import threads_each

CONTRACT = [
    "file", "duration_s", "speech_s", "language", "enough_speech", "model", "analysis_version", "transcript", "fillers",
    "fillers_per_minute", "pauses", "pace", "length", "rambling", "key_points", "time_to_point_s", "think_aloud",
    "advice",
]  # fmt: skip


@pytest.fixture
def sound(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a file that the fake speech child knows by its name."""

    def make(name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(b"sound")
        return path

    return make


def printed(capsys: pytest.CaptureFixture[str]) -> tuple[list[dict[str, Any]], list[str]]:
    """The objects on stdout and the lines on stderr."""
    out, err = capsys.readouterr()
    return [json.loads(line) for line in out.splitlines()], err.splitlines()


def test_one_object_a_line_as_the_contract_has_it(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    files = [sound("a.wav"), sound("b.m4a")]
    speech = FakeSpeech({"a.wav": spoken(), "b.m4a": spoken("Hello.")})
    assert analyse_files(files, data_folder, as_json=True, new_speech=speech) == 0
    objects, errors = printed(capsys)
    assert [entry["file"] for entry in objects] == [str(file) for file in files]
    assert list(objects[0])[: len(CONTRACT)] == CONTRACT
    assert set(objects[0]) - {"file", "sound"} == set(AnswerReport.__dataclass_fields__)
    assert objects[0]["transcript"]["text"] == ANSWER
    assert set(objects[0]["transcript"]["words"][0]) == {"text", "start_s", "end_s", "probability"}
    assert (objects[1]["enough_speech"], objects[1]["pace"]) == (False, None)
    assert errors == []


def test_the_question_gives_terms_times_and_key_points(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    question = Bank.load().questions[0]
    speech = FakeSpeech({"a.wav": spoken()})
    analyse_files([sound("a.wav")], data_folder, question.id, as_json=True, new_speech=speech)
    (entry,), _ = printed(capsys)
    assert [point["id"] for point in entry["key_points"]] == [point.id for point in question.key_points]
    assert entry["length"]["target_s"] == question.times.target_s
    assert speech.asked[0].terms


def test_the_kind_gives_the_times(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    speech = FakeSpeech({"a.wav": spoken()})
    analyse_files([sound("a.wav")], data_folder, kind=Kind.THINK_ALOUD, as_json=True, new_speech=speech)
    (entry,), _ = printed(capsys)
    assert entry["length"]["target_s"] == 300
    assert entry["think_aloud"] is not None


def test_an_unknown_question_is_refused_before_anything_is_heard(data_folder: DataFolder) -> None:
    speech = FakeSpeech({})
    with pytest.raises(UnknownQuestion, match="nope"):
        analyse_files([Path("a.wav")], data_folder, "nope", new_speech=speech)
    assert speech.started == 0


def test_what_is_no_sound_costs_one_line_and_the_rest_is_judged(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    speech = FakeSpeech({"bad.wav": "bad.wav is not a sound file.", "good.wav": spoken()})
    files = [sound("bad.wav"), tmp_path / "nowhere.wav", tmp_path, sound("good.wav")]
    assert analyse_files(files, data_folder, as_json=True, new_speech=speech) == 1
    objects, errors = printed(capsys)
    assert [Path(entry["file"]).name for entry in objects] == ["good.wav"]
    assert len(errors) == 3
    assert "not a sound file" in errors[0]
    assert "nowhere.wav does not exist" in errors[1]


def test_a_child_that_dies_is_started_again_for_the_next_file(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    speech = FakeSpeech({"deadly.wav": None, "good.wav": spoken()})
    assert analyse_files([sound("deadly.wav"), sound("good.wav")], data_folder, as_json=True, new_speech=speech) == 1
    objects, errors = printed(capsys)
    assert len(objects) == 1
    assert "deadly.wav" in errors[0]
    assert "stopped unexpectedly" in errors[0]
    assert (speech.started, speech.killed) == (2, 2)


def test_without_an_engine_typed_answers_are_still_judged(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed = tmp_path / "typed.txt"
    typed.write_text(ANSWER)
    speech = without_engine()
    assert analyse_files([sound("a.wav"), sound("b.wav"), typed], data_folder, as_json=True, new_speech=speech) == 1
    objects, errors = printed(capsys)
    assert [entry["file"] for entry in objects] == [str(typed)]
    assert errors == ["viva-voce: No speech engine could be loaded."] * 2
    assert speech.started == 1


def test_an_engine_that_hears_less_says_so_once(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    speech = FakeSpeech({"a.wav": spoken(), "b.wav": spoken()}, Ready("s", "s", "Filler sounds cannot be heard."))
    assert analyse_files([sound("a.wav"), sound("b.wav")], data_folder, as_json=True, new_speech=speech) == 0
    assert printed(capsys)[1] == ["viva-voce: note: Filler sounds cannot be heard."]


def test_typed_answers_need_no_speech_child(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed = tmp_path / "answer.TXT"
    typed.write_text("\ufeff" + ANSWER, encoding="utf-8")
    speech = FakeSpeech({})
    assert analyse_files([typed], data_folder, as_json=True, new_speech=speech) == 0
    (entry,), _ = printed(capsys)
    assert entry["transcript"]["text"] == ANSWER
    assert [entry[name] for name in ("duration_s", "speech_s", "fillers_per_minute", "pauses", "pace", "length")] == [
        None
    ] * 6
    assert "id" not in entry
    assert speech.started == 0


def test_answers_are_judged_by_their_meaning_where_there_is_a_question(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed = tmp_path / "answer.txt"
    typed.write_text(ANSWER, encoding="utf-8")
    question = Bank.load().questions[0]
    meter = FakeMeter(question.key_points[1].id)
    files, speech = [sound("a.wav"), typed], FakeSpeech({"a.wav": spoken()})
    code = analyse_files(files, data_folder, question.id, as_json=True, new_speech=speech, new_meter=lambda: meter)
    assert code == 0
    for entry in printed(capsys)[0]:
        assert [(point["id"], point["found_by"]) for point in entry["key_points"] if point["covered"]] == [
            (question.key_points[1].id, "meaning")
        ]
        made, missed = entry["key_points"][1], entry["key_points"][0]
        assert (made["verdict"], missed["verdict"]) == ("made", "not")
        assert made["probability"] > 0.9 > 0.1 > missed["probability"]
        assert made["word_count"] > 0
        assert (missed["at_s"], missed["word_index"], missed["word_count"]) == (None, None, 0)
    assert meter.is_closed


def test_a_jsonl_gives_one_object_for_each_line_with_its_id(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed = tmp_path / "answers.jsonl"
    lines = [
        json.dumps({"id": "one", "text": ANSWER}),
        "",
        "{broken",
        '{"id": 3}',
        '["a list"]',
        '{"id": 4, "text": 5}',
        json.dumps({"id": 2, "text": "Too short.", "more": True}),
    ]
    typed.write_text("\n".join(lines))
    assert analyse_files([typed], data_folder, as_json=True) == 1
    objects, errors = printed(capsys)
    assert [(entry["file"], entry["id"]) for entry in objects] == [(str(typed), "one"), (str(typed), 2)]
    assert [list(entry)[:3] for entry in objects] == [["file", "id", "duration_s"]] * 2
    assert [error.split("line ")[1][0] for error in errors] == ["3", "4", "5", "6"]


def test_typed_files_that_cannot_be_read_are_told(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"na\xefve")
    assert analyse_files([latin, tmp_path / "nowhere.txt", tmp_path / "nowhere.jsonl"], data_folder, as_json=True) == 1
    objects, errors = printed(capsys)
    assert objects == []
    assert "UTF-8" in errors[0]
    assert all("No such file" in error for error in errors[1:])


def test_people_get_text_and_no_progress_in_a_pipe(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    analyse_files([sound("a.wav")], data_folder, new_speech=FakeSpeech({"a.wav": spoken()}))
    out, err = capsys.readouterr()
    assert "a.wav" in out
    assert "words per minute" in out
    assert err == ""


OWN = DEFAULT_RULES.with_filler("by heart").with_times(Kind.SHORT, 30, 40)


def test_the_users_own_rules_judge(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data_folder.data.mkdir()
    save_rules(OWN, data_folder.rules_file)
    typed = tmp_path / "answer.txt"
    typed.write_text(ANSWER, encoding="utf-8")
    files, speech = [sound("a.wav"), typed], FakeSpeech({"a.wav": spoken()})
    assert analyse_files(files, data_folder, kind=Kind.SHORT, as_json=True, new_speech=speech) == 0
    objects, errors = printed(capsys)
    for entry in objects:
        assert entry["rules"] == OWN.name
        assert "by heart" in [filler["text"] for filler in entry["fillers"]]
    assert objects[0]["length"]["target_s"] == 30
    assert errors == []


def test_a_rule_that_cannot_be_read_is_told_and_the_default_judges(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed = tmp_path / "answer.txt"
    typed.write_text(ANSWER, encoding="utf-8")
    data_folder.data.mkdir()
    data_folder.rules_file.write_text('{"pace_low_wpm": "slow"}')
    assert analyse_files([typed], data_folder, as_json=True) == 0
    (entry,), (error,) = printed(capsys)
    assert entry["rules"] == "default"
    assert "pace_low_wpm" in error


def test_what_was_listened_to_is_said_with_the_report(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    used = SoundUsed(22.0, channels=(4,), channel_count=6, channel_choice="only", level_db=-12.0)
    said = "Only channel 4 of 6 has sound, so only that one was used."
    speech = FakeSpeech({"a.wav": spoken()}, sound=used)
    assert analyse_files([sound("a.wav")], data_folder, as_json=True, new_speech=speech) == 0
    (entry,), _ = printed(capsys)
    assert (entry["sound"]["channels"], entry["sound"]["gain_db"], entry["sound"]["notes"]) == ([4], 0.0, [said])
    assert analyse_files([sound("a.wav")], data_folder, new_speech=speech) == 0
    assert f"  ! {said}" in capsys.readouterr().out.splitlines()


def test_of_a_typed_answer_nothing_was_listened_to(
    data_folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = tmp_path / "typed.txt"
    typed.write_text(ANSWER, encoding="utf-8")
    assert analyse_files([typed], data_folder, as_json=True, new_meter=FakeMeter) == 0
    (entry,), _ = printed(capsys)
    assert entry["sound"] is None


def test_a_name_that_is_no_unicode_is_escaped_and_the_rest_is_judged(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    speech = FakeSpeech({"caf\udce9.wav": spoken(), "good.wav": spoken()})
    files = [sound("caf\udce9.wav"), sound("good.wav")]
    assert analyse_files(files, data_folder, as_json=True, new_speech=speech) == 0
    objects, errors = printed(capsys)
    assert [Path(entry["file"]).name for entry in objects] == ["caf\\udce9.wav", "good.wav"]
    assert errors == []


def test_several_at_once_keep_the_order_of_the_files(
    data_folder: DataFolder, sound: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"{number}.wav" for number in range(6)]
    script: dict[str, Transcript | str | None] = {name: spoken(f"{ANSWER} {name}") for name in names}
    script["3.wav"] = None
    made: list[FakeSpeech] = []

    def new_speech(models: Path, choice: ModelChoice) -> FakeSpeech:
        made.append(FakeSpeech(script, Ready("s", "s", "Filler sounds cannot be heard.")))
        return made[-1](models, choice)

    files = [sound(name) for name in names]
    assert analyse_files(files, data_folder, as_json=True, workers=2, new_speech=new_speech) == 1
    objects, errors = printed(capsys)
    assert [Path(entry["file"]).name for entry in objects] == [name for name in names if name != "3.wav"]
    assert sorted(one.path.name for speech in made for one in speech.asked) == names
    assert {speech.choice.threads for speech in made} == {threads_each(2)}
    assert all(speech.killed == 1 for speech in made)
    assert [error for error in errors if "note:" in error] == ["viva-voce: note: Filler sounds cannot be heard."]
    assert [error for error in errors if "3.wav" in error]
