"""Offers to add a term to the user's own words, once it was put right twice in the same way. Adds nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.vocabulary_offer import HeardTerm, is_offered, term_of
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from simulator.store.store import Store
    from simulator.word_corrections import WordCorrection
    from ui.messages import Messages
    from ui.workers.settings_in_use import SettingsInUse


class TermOffer:
    """Looks at each correction, and tells an offer where there is one to make."""

    def __init__(self, store: Store, settings: SettingsInUse, messages: Messages) -> None:
        self._store = store
        self._settings = settings
        self._messages = messages

    def consider(self, correction: WordCorrection) -> None:
        """A word was put right just now, and that is kept: is it time to offer it?"""
        term = term_of(correction)
        if term is None:
            return
        try:
            times = self._store.word_corrections.times_alike(term)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        if is_offered(term, times, self._settings.now.own_words):
            self._messages.tell(self._offer(term))

    def _offer(self, term: HeardTerm) -> Message:
        text = f"Is “{term.said}” always heard as “{term.heard}”? Add it to your words so that it is recognised."
        return Message(MessageKind.TERM_OFFERED, text, ((f"Add “{term.said}”", lambda: self._add(term)),))

    def _add(self, term: HeardTerm) -> None:
        self._settings.change(self._settings.now.with_own_term(term.said))
