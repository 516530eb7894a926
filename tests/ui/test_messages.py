"""Which of several messages stands first, in every order they can be told in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import permutations

import pytest

from tests.ui.parts import Told
from ui.messages import CAUSES, Message, MessageKind, Messages, Standing, with_settled, with_told


def plain(text: str, kind: MessageKind = MessageKind.LIBRARY_REFUSED) -> Message:
    return Message(kind, text)


def offer(text: str, kind: MessageKind = MessageKind.ANSWER_CUT_OFF) -> Message:
    return Message(kind, text, (("Do it", lambda: None),))


A, B, C = plain("A"), plain("B"), plain("C")
FIRST, SECOND = offer("First"), offer("Second", MessageKind.MICROPHONE_LOST)
GONE = plain("There is no sound system.", MessageKind.SOUND_SYSTEM_GONE)
GONE_WITH_WAYS_ON = offer("There is no sound system.", MessageKind.SOUND_SYSTEM_GONE)
NO_VOICE = plain("There are no speakers.", MessageKind.NO_VOICE)


def after(told: Iterable[Message]) -> Standing:
    """What stands once all of these have been told, one after the other."""
    return reduce(with_told, told, ())


@pytest.mark.parametrize("told", list(permutations((A, B, C))))
def test_without_buttons_the_newest_stands_alone(told: tuple[Message, ...]) -> None:
    assert after(told) == told[-1:]


@pytest.mark.parametrize("told", list(permutations((A, B, FIRST))))
def test_a_message_with_buttons_stands_first_and_what_stood_or_comes_later_waits(told: tuple[Message, ...]) -> None:
    place = told.index(FIRST)
    stood, later = told[:place][-1:], told[place + 1 :]
    assert after(told) == (FIRST, *stood, *later)


@pytest.mark.parametrize("told", list(permutations((A, FIRST, SECOND))))
def test_the_newest_with_buttons_stands_before_the_others(told: tuple[Message, ...]) -> None:
    offers = [message for message in told if message.actions]
    assert after(told) == (*reversed(offers), A)


@pytest.mark.parametrize(
    "told",
    [
        *permutations((GONE, NO_VOICE)),
        *permutations((GONE, NO_VOICE, NO_VOICE)),
        *permutations((GONE_WITH_WAYS_ON, NO_VOICE, FIRST)),
        *permutations((GONE_WITH_WAYS_ON, NO_VOICE, A)),
    ],
)
def test_the_cause_stands_and_its_consequence_does_not(told: tuple[Message, ...]) -> None:
    kinds = [message.kind for message in after(told)]
    assert MessageKind.SOUND_SYSTEM_GONE in kinds
    assert MessageKind.NO_VOICE not in kinds


def test_a_consequence_alone_is_told() -> None:
    assert after([NO_VOICE]) == (NO_VOICE,)
    assert after([FIRST, NO_VOICE]) == (FIRST, NO_VOICE)


def test_a_cause_is_never_its_own_consequence() -> None:
    assert not any(kind in causes for kind, causes in CAUSES.items())
    assert not any(cause in CAUSES for causes in CAUSES.values() for cause in causes)


@pytest.mark.parametrize(
    "told", [(FIRST, A, B, A), (FIRST, A, A, B), (FIRST, A, B, B), (A, FIRST, A, B), (FIRST, A, B, FIRST)]
)
def test_what_stands_already_is_not_told_twice(told: tuple[Message, ...]) -> None:
    assert after(told) == (FIRST, A, B)


def test_told_again_its_buttons_are_those_of_now() -> None:
    again = offer(FIRST.text)
    (shown, *_) = after([FIRST, A, again])
    assert shown.actions is again.actions


def test_several_that_wait_come_in_their_turn_and_none_is_pushed_off() -> None:
    standing = after([FIRST, A, B])[1:]
    assert standing == (A, B)
    assert with_told(standing, C) == (A, B, C)


def test_what_is_so_no_longer_goes_wherever_it_stands() -> None:
    standing = after([GONE_WITH_WAYS_ON, SECOND, A])
    assert with_settled(standing, MessageKind.MICROPHONE_LOST, MessageKind.SOUND_SYSTEM_GONE) == (A,)
    assert with_settled(standing, MessageKind.NO_WORDS) == standing


class TestMessages:
    """The object through which all of it goes."""

    @pytest.fixture
    def messages(self) -> Messages:
        return Messages()

    def test_one_after_the_other_is_shown(self, messages: Messages) -> None:
        shown = Told(messages.shown_changed)
        for message in (FIRST, A, B):
            messages.tell(message)
        for _ in range(4):
            messages.dismiss()
        assert shown == [FIRST, A, B, None]
        assert messages.shown is None

    def test_what_is_told_again_is_shown_again(self, messages: Messages) -> None:
        """A screen reader says it once more: something failed once more."""
        shown = Told(messages.shown_changed)
        messages.tell(A)
        messages.tell(A)
        messages.tell(plain("A"))
        assert shown == [A, A, A]

    def test_what_waits_changes_nothing_that_is_shown(self, messages: Messages) -> None:
        messages.tell(FIRST)
        shown = Told(messages.shown_changed)
        messages.tell(A)
        messages.tell(A)
        messages.settle(A.kind)
        assert shown == []
        assert messages.shown is FIRST

    def test_what_is_settled_is_not_shown_any_more(self, messages: Messages) -> None:
        messages.tell(SECOND)
        messages.tell(A)
        messages.settle(SECOND.kind)
        assert messages.shown is A
        messages.settle(A.kind)
        assert messages.shown is None
