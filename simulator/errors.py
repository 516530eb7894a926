"""Everything the simulator expects to go wrong. Bugs have no class here: they are left to the crash report.

    SimulatorError
    ├── PlacesError           the data folder cannot be made or written
    ├── SettingsNotSaved      the settings could not be written; the old ones are still on disk
    ├── RulesNotSaved         likewise the rules answers are judged by
    ├── BackgroundNotSaved    likewise what the user brought: techniques, projects, company
    ├── UnreadableDocument    a CV in a file gives no text
    ├── NoQuestions           no question of the bank fits the role and round
    ├── ChildDied             a child process ended, or could not be started
    ├── VoiceUnavailable      a text could not be turned into speech
    ├── VoiceRefused          a further voice could not be had, is not what it should be, or could not be removed
    ├── NotFetched            a file could not be downloaded
    └── NotComparable         two answers have no question in common, or are one and the same

The library on disk has a tree of its own, `simulator.store.errors`. The text of each error is a sentence for
the user: what went wrong, what was kept, what to do.
"""

from __future__ import annotations


class SimulatorError(Exception):
    """Something outside the program stood in the way; the text can be shown as it is."""


class PlacesError(SimulatorError):
    """A folder the program needs cannot be made or written."""


class SettingsNotSaved(SimulatorError):
    """The settings could not be written; those on disk are untouched."""


class RulesNotSaved(SimulatorError):
    """The judging rules could not be written; those on disk are untouched."""


class OwnWorkNotSaved(SimulatorError):
    """The user's background could not be written or deleted; what is on disk is untouched."""


class UnreadableDocument(SimulatorError):
    """A file gives no text that could be a CV."""


class NoQuestions(SimulatorError):
    """No question fits what was asked for."""


class VoiceUnavailable(SimulatorError):
    """A text could not be turned into speech; it can still be read on the screen."""


class VoiceRefused(SimulatorError):
    """A further voice could not be had, is not the right file, or could not be kept or removed; no other changed."""


class NotFetched(SimulatorError):
    """A file could not be downloaded. The text says why, to be put into a sentence: “… was lost; try again”."""


class NotComparable(SimulatorError):
    """Two answers have no question in common, or are one and the same."""


class ChildDied(SimulatorError):
    """A child process is gone without a last word.

    `exit_code` is negative for a signal (-9: killed, often for want of memory), None if the child never started.
    """

    def __init__(self, name: str, exit_code: int | None) -> None:
        super().__init__(f"The {name} stopped unexpectedly.")
        self.name = name
        self.exit_code = exit_code
