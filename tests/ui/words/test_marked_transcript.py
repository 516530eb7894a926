"""The words of an answer with their marks."""

from __future__ import annotations

from dataclasses import replace

from simulator.analysis.analyse import analyse
from simulator.analysis.report import ANALYSIS_VERSION, AnswerReport, Filler, Rambling, ReportedTranscript, ReportedWord
from simulator.word_corrections import WordCorrection, correction_of, put_right
from tests.simulator.store.builders import a_question
from tests.ui.parts import heard
from tests.ui.samples import STOP_S, sample_report, sample_transcript
from ui.words.marked_transcript import (
    PieceKind,
    TranscriptPiece,
    bring_back_action,
    changes_words,
    could_stop_s,
    flag_starts,
    marked_words,
    piece_words,
)


def pieces() -> tuple[TranscriptPiece, ...]:
    return marked_words(sample_transcript(), sample_report())


def test_every_word_appears_once_and_in_order() -> None:
    words = [piece.text for piece in pieces() if piece.kind is PieceKind.WORD]
    assert " ".join(words) == sample_report().transcript.text


def test_a_filler_marks_its_words_and_plays_from_half_a_second_before() -> None:
    first_um = next(piece for piece in pieces() if piece.filler_kind == "sound" and (piece.start_s or 0) > 5)
    assert first_um.start_s is not None
    assert first_um.play_from_s == first_um.start_s - 0.5
    you, know = (piece for piece in pieces() if piece.filler_kind == "word")
    assert you.filler is know.filler


def test_punctuation_belongs_to_no_filler() -> None:
    um = pieces()[0]
    assert um.text == "Um,"
    assert um.text[slice(*um.bare)] == "Um"


def test_a_sound_that_only_the_recording_has_stands_between_the_words() -> None:
    found = pieces()
    place = next(index for index, piece in enumerate(found) if piece.kind is PieceKind.HEARD_SOUND)
    assert (found[place - 1].start_s or 0) < 40.2 < (found[place + 1].end_s or 0)


def test_only_pauses_of_a_second_are_shown() -> None:
    shown = [piece.text.replace("\N{NO-BREAK SPACE}", " ") for piece in pieces() if piece.kind is PieceKind.PAUSE]
    assert shown == ["· 1.2 s ·", "· 1.5 s ·"]


def test_what_comes_after_the_stop_could_have_been_left_out() -> None:
    found = pieces()
    stop = next(index for index, piece in enumerate(found) if piece.kind is PieceKind.STOP)
    assert found[stop].text == "You could have stopped here · 0:58"
    assert not any(piece.is_extra for piece in found[:stop])
    assert all(piece.is_extra for piece in found[stop + 1 :])


def test_without_a_flag_nothing_could_have_been_left_out() -> None:
    report = replace(sample_report(), rambling=Rambling(False, (), STOP_S))
    found = marked_words(sample_transcript(), report)
    assert could_stop_s(report) is None
    assert all(piece.kind is not PieceKind.STOP and not piece.is_extra for piece in found)


def test_a_typed_answer_has_marks_and_no_times() -> None:
    words = tuple(
        ReportedWord(text, None, None) for text in ["it", "is", "basically", "the", "noise", "and", "so", "on"]
    )
    report = AnswerReport(
        None, None, None, True, None, ANALYSIS_VERSION, ReportedTranscript("", words),
        fillers=(Filler("basically", "word", "words", None, None, 0.8, 2, 1),),
        rambling=Rambling(True, (), None, could_stop_word=4),
    )  # fmt: skip
    found = marked_words(None, report)
    assert [piece.text for piece in found if piece.filler] == ["basically"]
    assert [piece.text for piece in found if piece.is_extra] == ["and", "so", "on"]
    assert all(piece.play_from_s is None for piece in found)


def test_without_a_report_the_words_are_plain() -> None:
    found = marked_words(sample_transcript(), None)
    assert len(found) == len(sample_transcript().words)
    assert not any(piece.filler or piece.is_extra for piece in found)


def test_flags_are_in_order_and_count_each_filler_once() -> None:
    starts = flag_starts(pieces())
    assert list(starts) == sorted(starts)
    assert STOP_S in starts
    assert len(starts) == len(sample_report().fillers) + 1


def test_a_chosen_piece_is_told_with_its_time_and_what_it_counts_as() -> None:
    word = TranscriptPiece(PieceKind.WORD, "curves,", 12.4, 12.9)
    assert piece_words(word) == "“curves” at 0:12"
    assert piece_words(replace(word, start_s=None)) == "“curves”"
    um = Filler("um", "sound", "both", 1.0, 1.3, 0.9, 0, 1)
    assert piece_words(replace(word, filler=um)) == "“um” at 0:12: a filler sound"
    assert piece_words(replace(word, filler=replace(um, by_user=True))).endswith(", marked by you")
    assert piece_words(word, "a hedge") == "“curves” at 0:12: a hedge"
    assert piece_words(replace(word, filler=um), "a hedge") == "“um” at 0:12: a filler sound; a hedge"


def edited(index: int, count: int, text: str) -> WordCorrection:
    correction = correction_of(heard().words, (), index, count, text)
    assert correction is not None
    return correction


def test_until_corrected_words_are_judged_marks_stay_where_they_sound() -> None:
    machine = heard("Um, we train it here and then uh compare what you know to be the k means of it. " * 3)
    report = analyse(machine, a_question())
    correction = correction_of(machine.words, (), 1, 2, "re-trained")
    gone = correction_of(machine.words, (), 7, 1, "")
    assert correction is not None
    assert gone is not None
    words, changes = put_right(machine, (correction, gone))
    shown = marked_words(words, report, changes)
    assert [piece.text for piece in shown if piece.kind is PieceKind.WORD] == words.text.split()
    fillers = {filler.start_s for filler in report.fillers} - {machine.words[7].start_s}
    assert {piece.filler.start_s for piece in shown if piece.filler} == fillers
    changed = [(piece.kind, piece.text) for piece in shown if piece.change]
    assert changed == [(PieceKind.WORD, "re-trained"), (PieceKind.DELETED, "[uh]")]


def test_deleted_words_at_the_end_have_their_sign_too() -> None:
    machine = heard()
    words, changes = put_right(machine, (edited(len(machine.words) - 2, 2, ""),))
    last = marked_words(words, None, changes)[-1]
    assert (last.kind, last.text) == (PieceKind.DELETED, "[selects features.]")
    assert piece_words(last).endswith("deleted by you")
    assert bring_back_action(changes[0]) == "Restore “selects features.”"


def test_how_many_corrections_there_are() -> None:
    _, changes = put_right(heard(), (edited(0, 1, "Well,"), edited(1, 2, "")))
    assert changes_words(changes, is_judged=True) == "2 corrections by you"
    assert changes_words(changes, is_judged=False) == "Judging the corrected words…"
    assert changes_words((), is_judged=True) == ""
