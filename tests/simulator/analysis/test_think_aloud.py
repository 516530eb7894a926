"""How audible the thinking was: silences, reasons, and what was put into words."""

from __future__ import annotations

from typing import Final, get_args

import pytest

from question_bank.bank import Bank
from question_bank.models import Kind, Question
from simulator.analysis.think_aloud import measure_think_aloud
from simulator.analysis.utterance import Utterance
from tests.answers.thinking_passages import State, passages
from tests.simulator.analysis.speaking import heard, spoken

_ALL: Final[tuple[State, ...]] = get_args(State)
_LEAST: Final = 0.9
_ALOUD: Final = tuple(question for question in Bank.load().questions if question.kind is Kind.THINK_ALOUD)


def _states(text: str) -> tuple[str, ...]:
    return measure_think_aloud(Utterance.typed(text)).states


def test_silences_share_and_markers() -> None:
    thinking = measure_think_aloud(
        heard("I assume it fits [5.0] because the rows are few [3.9] so I would choose trees")
    )
    assert [silence.end_s - silence.start_s for silence in thinking.silences] == [pytest.approx(5.0)]
    assert thinking.longest_silence_s == pytest.approx(5.0)
    assert thinking.speaking_share == pytest.approx(5.5 / 14.4, abs=0.001)
    assert thinking.reasoning_markers == 2
    assert thinking.states == ("assumptions", "conclusion")


def test_silence_around_the_answer_is_no_silence_in_it() -> None:
    thinking = measure_think_aloud(Utterance.of(spoken("[12.0] I assume it fits [4.5] so I sort", tail_s=30.0)))
    assert thinking.longest_silence_s == pytest.approx(4.5)
    assert [silence.start_s for silence in thinking.silences] == [pytest.approx(13.6)]


def test_a_typed_answer_has_reasons_but_no_silence() -> None:
    thinking = measure_think_aloud(Utterance.typed("Alternatively, because of cost, a tree."))
    assert (thinking.speaking_share, thinking.longest_silence_s, thinking.silences) == (None, None, ())
    assert thinking.states == ("alternatives",)


@pytest.mark.parametrize("question", _ALOUD, ids=lambda question: question.id)
def test_a_model_answer_states_what_thinking_aloud_should(question: Question) -> None:
    assert _states(question.model_answer) == _ALL


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("I'm going to assume that each row is a visit.", ["assumptions"]),
        ("Let's say for now that it fits into memory.", ["assumptions"]),
        ("Can I ask whether coins may be used twice?", ["assumptions"]),
        ("I considered a heap but decided against it.", ["alternatives"]),
        ("One option is a heap.", ["alternatives"]),
        ("As a sanity check, two times three is six.", ["checks"]),
        ("Let me trace it with the word level.", ["checks"]),
        ("So I'd start with the median.", ["conclusion"]),
        ("In the end my choice would be the median.", ["conclusion"]),
        ("I'd fix one customer, assume that nothing is returned, and sum up.", ["assumptions"]),
        ("How many shops are there, and do they all report? I'll take sixty.", ["assumptions"]),
        ("Two ways to cut it. By country, by device.", ["alternatives"]),
        ("We could sort all of it. Or I keep a heap.", ["alternatives"]),
        ("A larger model would be more accurate. However, the network has holes.", ["alternatives"]),
        ("A graph model could see the rings, yet it's hard to serve.", ["alternatives"]),
        ("A count is much cheaper to get. Weights tell more, though.", ["alternatives"]),
        ("Recomputing them instead would save memory.", ["alternatives"]),
        ("A queue would be a simpler alternative.", ["alternatives"]),
        ("The simplest version: from every start I walk right.", ["alternatives"]),
        ("Nobody reads them all. Instead I'd draw a sample.", ["alternatives"]),
        ("How can I tell that the corpus is good?", ["checks"]),
        ("To judge it, I sort last year's customers by score.", ["checks"]),
        ("So I'd begin this week with fifty pictures.", ["conclusion"]),
        ("So the answers are six and forty-two.", ["conclusion"]),
        ("I assume you've seen the news.", []),
        ("The model assumes that errors are independent.", []),
        ("Alternatively known as the normal curve.", []),
        ("The alternative hypothesis says that they differ.", []),
        ("I'll check my notes.", []),
        ("In conclusion I like coffee.", []),
        ("So I'd just finished my degree.", []),
        ("I'd explain which methods assume equal spread.", []),
        ("How many people live in Leeds? I'd rather not guess.", []),
        ("There are two variants, one with a bias and one without it.", []),
        ("We met in Leeds. Or I may be wrong about the town.", []),
        ("The new model is more accurate. The old one came from a supplier.", []),
        ("A good answer could help, and I like that.", []),
        ("It was much cheaper there. I loved the town, though.", []),
        ("My sister studied law instead.", []),
        ("The herb is a good alternative medicine.", []),
        ("The latest version is out since May.", []),
        ("Instead I moved to Leeds.", []),
        ("How do I know him? From school.", []),
        ("It's hard to judge a book.", []),
        ("So I'd begin my studies in the autumn.", []),
        ("It says nothing of whether the answers are true.", []),
    ],
)
def test_what_is_said_counts_and_not_a_word(text: str, states: list[str]) -> None:
    assert [*_states(text)] == states


def test_a_choice_concludes_only_after_alternatives() -> None:
    choice = "I'd fill them in."
    assert "conclusion" not in _states(f"Ages are missing. {choice}")
    assert "conclusion" in _states(f"One option is to drop the rows. Another option is the median. {choice}")


@pytest.mark.parametrize("part", ["open", "kept"])
@pytest.mark.parametrize("state", _ALL)
def test_passages_are_heard_as_they_are_marked(part: str, state: State) -> None:
    marked = passages("open" if part == "open" else "kept")
    found = [passage for passage in marked if state in _states(passage.text)]
    right = sum(state in passage.states for passage in found)
    assert right / sum(state in passage.states for passage in marked) >= _LEAST
    assert right / len(found) >= _LEAST
