"""Words put right, joined, split, deleted and brought back, without touching what the machine heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.transcript import FilledPause, Transcript, Word
from simulator.word_corrections import (
    AS_HEARD,
    WordChange,
    WordCorrection,
    brought_back,
    correction_of,
    put_right,
)


def heard(text: str = "um we use k means here, not trees", *pauses: FilledPause) -> Transcript:
    words = tuple(Word(word, float(at), at + 0.5, 0.9) for at, word in enumerate(text.split()))
    return Transcript(float(len(words)), words, filled_pauses=pauses)


class Ears:
    """The user, who corrects one transcript again and again."""

    def __init__(self, machine: Transcript | None = None) -> None:
        self.machine = machine or heard()
        self.corrections: list[WordCorrection] = []

    def edit(self, said: str, text: str) -> None:
        """In place of the words in use that are `said`."""
        words = said.split()
        texts = [word.text for word in self.now.words]
        index = next(at for at in range(len(texts)) if texts[at : at + len(words)] == words)
        self.edit_at(index, len(words), text)

    def edit_at(self, index: int, count: int, text: str) -> None:
        correction = correction_of(self.now.words, self.changes, index, count, text)
        if correction is not None:
            self.corrections.append(correction)

    @property
    def now(self) -> Transcript:
        return put_right(self.machine, self.corrections)[0]

    @property
    def changes(self) -> tuple[WordChange, ...]:
        return put_right(self.machine, self.corrections)[1]

    def times(self, *texts: str) -> list[tuple[float, float]]:
        return [(word.start_s, word.end_s) for word in self.now.words if word.text in texts]


@pytest.fixture
def ears() -> Ears:
    return Ears()


def test_without_a_correction_it_is_what_the_machine_heard(ears: Ears) -> None:
    assert put_right(ears.machine, ()) == (ears.machine, ())


def test_a_word_put_right_keeps_its_time_and_has_no_probability(ears: Ears) -> None:
    ears.edit("trees", "forests")
    assert ears.now.text == "um we use k means here, not forests"
    assert ears.now.words[-1] == Word("forests", 7.0, 7.5, None)
    assert ears.now.words[:-1] == ears.machine.words[:-1]


def test_joined_words_take_the_first_start_and_the_last_end(ears: Ears) -> None:
    ears.edit("k means", "k-means")
    assert ears.times("k-means") == [(3.0, 4.5)]
    assert ears.changes == (WordChange(3, 1, 3, ears.machine.words[3:5]),)
    assert ears.changes[0].heard_text == "k means"


def test_a_split_word_shares_its_time_in_proportion_to_letters(ears: Ears) -> None:
    ears.edit("trees", "at rest")
    assert ears.times("at", "rest") == [(7.0, pytest.approx(7.0 + 0.5 / 3)), (pytest.approx(7.0 + 0.5 / 3), 7.5)]


def test_punctuation_has_no_letters_but_some_time() -> None:
    ears = Ears(heard("well"))
    ears.edit("well", "… we")
    first, last = ears.now.words
    assert first.end_s == last.start_s == pytest.approx(0.5 / 3)


def test_an_empty_text_deletes_and_the_place_is_known(ears: Ears) -> None:
    ears.edit("um", "")
    ears.edit("not trees", " ")
    assert ears.now.text == "we use k means here,"
    assert [(change.word_index, change.word_count, change.heard_text) for change in ears.changes] == [
        (0, 0, "um"),
        (5, 0, "not trees"),
    ]


def test_only_what_differs_in_a_phrase_is_corrected(ears: Ears) -> None:
    ears.edit("use k means here,", "use k-means here,")
    assert [change.heard_text for change in ears.changes] == ["k means"]
    ears.edit("not", "and not")  # one word carries what was put in before it
    assert ears.times("and", "not") == [(6.0, 6.25), (6.25, 6.5)]


def test_nothing_changed_is_no_correction(ears: Ears) -> None:
    assert correction_of(ears.now.words, (), 3, 2, "  k   means ") is None


def test_no_such_words(ears: Ears) -> None:
    for index, count in ((-1, 1), (0, 0), (7, 2)):
        with pytest.raises(IndexError):
            correction_of(ears.now.words, (), index, count, "x")


def test_a_correction_of_a_correction_still_knows_what_the_machine_heard(ears: Ears) -> None:
    ears.edit("k means", "k-means")
    ears.edit("use k-means", "used K-means")
    assert ears.now.text == "um we used K-means here, not trees"
    assert [change.heard_text for change in ears.changes] == ["use k means"]
    assert ears.times("used", "K-means") == [(2.0, 2.5), (3.0, 4.5)]
    ears.edit("used K-means", "use k means")
    assert (ears.now, ears.changes) == (ears.machine, ())


def test_part_of_a_split_word_takes_its_neighbour_along(ears: Ears) -> None:
    ears.edit("trees", "the trees")
    ears.edit("trees", "forests")
    assert ears.now.text == "um we use k means here, not the forests"
    assert [(change.word_count, change.heard_text) for change in ears.changes] == [(2, "trees")]


def test_a_phrase_over_a_deleted_word_takes_it_along(ears: Ears) -> None:
    ears.edit("k", "")
    ears.edit("use means", "use mean")
    assert [change.heard_text for change in ears.changes] == ["k", "means"]
    ears.edit("use mean", "usemean")
    assert [change.heard_text for change in ears.changes] == ["use k means"]
    assert ears.times("usemean") == [(2.0, 4.5)]


def test_one_place_is_brought_back_and_the_others_stay(ears: Ears) -> None:
    ears.edit("um", "")
    ears.edit("k means", "k-means")
    ears.edit("trees", "forests")
    ears.corrections.append(brought_back(ears.changes[1]))
    assert ears.now.text == "we use k means here, not forests"
    ears.corrections.append(brought_back(ears.changes[0]))
    assert ears.now.text == "um we use k means here, not forests"


def test_all_of_it_is_brought_back_and_that_is_undone(ears: Ears) -> None:
    ears.edit("k means", "k-means")
    ears.edit("trees", "forests")
    corrected = ears.now
    ears.corrections.append(AS_HEARD)
    assert (ears.now, ears.changes) == (ears.machine, ())
    ears.edit("um", "Well")
    assert ears.now.text == "Well we use k means here, not trees"
    del ears.corrections[-2:]
    assert ears.now == corrected


def test_words_written_down_anew_are_found_by_what_they_are_and_when(ears: Ears) -> None:
    ears.edit("k means", "k-means")
    ears.edit("trees", "forests")
    words = tuple(Word(word.text, word.start_s + 0.1, word.end_s + 0.1) for word in ears.machine.words[1:-1])
    ears.machine = Transcript(8.0, (*words, Word("threes", 7.0, 7.5)))
    assert ears.now.text == "we use k-means here, not threes"


def test_the_same_words_at_another_time_are_not_meant(ears: Ears) -> None:
    ears.edit("k means", "k-means")
    ears.machine = Transcript(20.0, (Word("k", 12.0, 12.5), Word("means", 13.0, 13.5)))
    assert ears.changes == ()


def test_a_sound_that_was_a_word_is_no_filler_in_the_sound_either() -> None:
    at_um, elsewhere = FilledPause("um", 0.1, 0.4, 0.9), FilledPause("uh", 5.0, 5.4, 0.9)
    ears = Ears(heard("um we use it", at_um, elsewhere))
    ears.edit("we", "he")
    assert list(ears.now.filled_pauses) == [at_um, elsewhere]
    ears.edit("um", "uh")
    assert list(ears.now.filled_pauses) == [at_um, elsewhere]
    ears.edit("uh", "and")
    assert list(ears.now.filled_pauses) == [elsewhere]


edits = st.lists(st.tuples(st.integers(0, 7), st.integers(1, 3), st.sampled_from(["", "a", "a b", "a b c d", "um"])))


@given(edits)
def test_whatever_is_done_the_machines_words_come_back_place_by_place(done: list[tuple[int, int, str]]) -> None:
    ears = Ears()
    for index, count, text in done:
        if index + count <= len(ears.now.words):
            expected = [word.text for word in ears.now.words]
            expected[index : index + count] = text.split()
            ears.edit_at(index, count, text)
            assert [word.text for word in ears.now.words] == expected
    starts = [word.start_s for word in ears.now.words]
    assert starts == sorted(starts)
    while ears.changes:
        ears.corrections.append(brought_back(ears.changes[0]))
    assert ears.now == ears.machine
