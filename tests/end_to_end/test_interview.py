"""One whole interview by voice, as a stranger would hold it."""

from __future__ import annotations

from tests.end_to_end.candidate import duration_s, loud_share, voiced_s, word_error_rate, words_of
from tests.end_to_end.interviews import ANSWER, FILLERS_SPOKEN, NOTE, HeldInterview

MOST_WORD_ERRORS = 0.25
LENGTH_TOLERANCE_S = 0.3
MOST_STUMBLED_S = 1.0  # beside other work the player that speaks stops for a moment now and then
AMBER_S = 35.0  # a quick fact turns amber at its target
LIGHT_TOLERANCE_S = 0.25
LOOKING_S = 0.25  # the pre-roll counts up to 0.3 s before the key; a glance of the screen reader takes a while
PRE_ROLL_S = 0.3


def test_the_question_is_shown_and_spoken(interview: HeldInterview) -> None:
    assert interview.question.endswith(("?", "."))
    assert duration_s(interview.asked_aloud) > 2
    assert loud_share(interview.asked_aloud) > 0.2, "the speakers stayed silent while the question was read"


def test_the_first_word_is_there(interview: HeldInterview) -> None:
    assert words_of(interview.transcript)[0] == words_of(ANSWER)[0]


def test_the_transcript_is_what_was_said(interview: HeldInterview) -> None:
    without_fillers = " ".join(word for word in words_of(ANSWER) if word not in FILLERS_SPOKEN)
    heard = " ".join(word for word in words_of(interview.transcript) if word not in FILLERS_SPOKEN)
    assert word_error_rate(without_fillers, heard) <= MOST_WORD_ERRORS, interview.transcript


def test_the_recording_is_as_long_as_the_speech(interview: HeldInterview) -> None:
    played, kept = voiced_s(interview.said), voiced_s(interview.take)
    longer_s = (kept[1] - kept[0]) - (played[1] - played[0])
    assert -LENGTH_TOLERANCE_S <= longer_s <= MOST_STUMBLED_S


def test_words_stand_where_they_were_spoken(interview: HeldInterview) -> None:
    words = interview.kept[0]["report"]["transcript"]["words"]
    first_s, last_s = voiced_s(interview.take)
    assert abs(words[0]["start_s"] - first_s) <= LENGTH_TOLERANCE_S
    assert abs(words[-1]["end_s"] - last_s) <= LENGTH_TOLERANCE_S


def test_filler_sounds_are_found(interview: HeldInterview) -> None:
    fillers = interview.kept[0]["report"]["fillers"]
    found = [words_of(filler["text"])[0] for filler in fillers if filler["kind"] == "sound"]
    assert len(found) >= len(FILLERS_SPOKEN), (found, interview.transcript)


def test_the_light_turns_amber_at_its_second(interview: HeldInterview) -> None:
    *before, amber = interview.timer
    assert amber.text == "0:35, wrap up, target 0:35"
    assert any("on time" in seen.text for seen in before)
    after_s = amber.at_s - interview.pressed_s
    assert AMBER_S - PRE_ROLL_S - LIGHT_TOLERANCE_S <= after_s <= AMBER_S + LIGHT_TOLERANCE_S + LOOKING_S


def test_the_clock_counts_seconds(interview: HeldInterview) -> None:
    first_seen = {seen.text.split(",")[0]: seen.at_s for seen in reversed(interview.timer)}
    for second in range(2, 20):
        step_s = first_seen[f"0:{second:02}"] - first_seen["0:01"]
        assert abs(step_s - (second - 1)) <= LIGHT_TOLERANCE_S + LOOKING_S


def test_feedback_advises_and_measures(interview: HeldInterview) -> None:
    report = interview.kept[0]["report"]
    shown = " ".join(node["name"] for node in interview.screens["Feedback"])
    assert report["enough_speech"]
    assert 1 <= len(report["advice"]) <= 3
    for advice in report["advice"]:
        assert advice["text"] in shown
    assert report["pace"]["words_per_minute"] > 60
    assert "words per minute" in shown.lower() or "pace" in shown.lower()


def test_the_answer_is_kept_whole(interview: HeldInterview) -> None:
    kept = interview.kept[0]
    assert kept["question"]["text"] == interview.question
    assert kept["status"] == "saved"
    assert interview.take.stat().st_size == kept["byte_count"]
    assert interview.take.stat().st_mode & 0o777 == 0o600
    assert abs(duration_s(interview.take) - kept["samples"] / 16_000) < 0.01


def test_it_is_all_there_the_next_day(interview: HeldInterview) -> None:
    assert interview.exit_code == 0
    assert len(interview.sessions_next_day) >= 1
    assert interview.transcript_next_day == interview.transcript
    assert interview.notes_next_day == NOTE
