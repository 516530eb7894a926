"""What is said of recordings while they are taken in, and after."""

from __future__ import annotations

from pathlib import Path

from recordings.taking_in.batch import Batch, Brought
from simulator.store.records import AnswerId
from tests.simulator.store.builders import a_question
from ui.words.taking_in import cut_off_words, item_words, outcome_words, progress_words


def a_batch(count: int) -> Batch:
    return Batch([Brought(Path(f"{number}.wav"), a_question(), 60.0) for number in range(count)])


def test_how_far_a_recording_is() -> None:
    batch = a_batch(1)
    said = [item_words(batch.items[0])]
    batch.begin(0, AnswerId(1), "a.wav")
    said.append(item_words(batch.items[0]))
    batch.keep(0, 62.0, ("Only channel 1 of 2 has sound, so only that one was used.",))
    said.append(item_words(batch.items[0]))
    batch.hear(0, 31.0)
    said.append(item_words(batch.items[0]))
    batch.add(0)
    said.append(item_words(batch.items[0]))
    assert said == [
        "Waiting",
        "Reading the sound…",
        "Transcribing…",
        "Transcribing… 0:31 of 1:02",
        "Added. Only channel 1 of 2 has sound, so only that one was used.",
    ]


def test_what_came_of_all() -> None:
    batch = a_batch(4)
    batch.add(0)
    batch.refuse(1, "1.wav contains no sound.")
    assert progress_words(batch, 240.0) == "2 of 4 recordings · about 4 min left"
    assert progress_words(batch, None) == "2 of 4 recordings"
    batch.leave_out(2)
    batch.add(3, "Added, but not transcribed: no engine.")
    assert outcome_words(batch) == (
        "2 recordings added to your history. 1 could not be added; the reason is given next to each. 1 was cancelled."
    )
    assert item_words(batch.items[1]) == "▲ Not added. 1.wav contains no sound."
    assert item_words(batch.items[2]) == "Not added: cancelled."
    none = a_batch(1)
    none.leave_out(0)
    assert outcome_words(none) == "No recordings were added. 1 was cancelled."


def test_what_was_cut_off_is_named() -> None:
    assert cut_off_words(["a.m4a"]) == (
        "Viva Voce closed while recordings were being added: “a.m4a” was not added. Please add it again."
    )
    assert "“a”, “b”, “c” and 2 more were not added. Please add them again." in cut_off_words(list("abcde"))
