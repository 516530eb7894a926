"""How what is kept on this computer is called, and how large it is."""

from __future__ import annotations

from typing import Final

from simulator.kept_data import Kept, KeptKind
from ui.words.times import counted

NAMES: Final[dict[KeptKind, str]] = {
    KeptKind.HISTORY: "History",
    KeptKind.RECORDINGS: "Recordings",
    KeptKind.COPIES: "Automatic copies of the history",
    KeptKind.OWN_WORK: "Your CV, company and job",
    KeptKind.QUESTIONS: "Your own questions",
    KeptKind.MODELS: "Speech models",
    KeptKind.VOICES: "More voices",
    KeptKind.CACHE: "Cache",
}
HINTS: Final[dict[KeptKind, str]] = {
    KeptKind.HISTORY: "Your words, results, notes and stories. Delete interviews in History.",
    KeptKind.RECORDINGS: "One WAV file for each answer. Deleting an answer deletes its file.",
    KeptKind.COPIES: "Kept in case the history is damaged. Deleting an answer deletes these copies too.",
    KeptKind.OWN_WORK: "Delete it under “Your CV and company”.",
    KeptKind.QUESTIONS: "One file for each pack.",
    KeptKind.MODELS: "Remove them under “Speech models”.",
    KeptKind.VOICES: "Remove them under “Voices”.",
    KeptKind.CACHE: "Spoken questions and packs already loaded. Recreated when needed.",
}
NOT_ADDED_UP: Final = "The size of your data could not be calculated ({reason}). Nothing was changed; try again later."
NOT_DELETED: Final = (
    "Not all of it could be deleted ({reason}). Try again, or delete the rest by hand in the data folder."
)
NOT_OPENED: Final = "The file manager could not be opened. Your data is in {folder}."
NOT_SAVED: Final = "The backup could not be saved ({reason}). Your library is unchanged; try saving elsewhere."
_KILOBYTE: Final = 1_000
_MEGABYTE: Final = 1_000_000
_GIGABYTE: Final = 1_000_000_000


def size_words(kept: Kept) -> str:
    """Room taken and number of files: “12 MB, 40 files”; “Nothing” where there is none. What is not known is said."""
    if not kept.files:
        return "Cannot be read" if kept.unread else "Nothing"
    words = f"{byte_words(kept.size)}, {counted(kept.files, 'file')}"
    return f"{words}; some cannot be read" if kept.unread else words


def byte_words(size: int) -> str:
    """A size in the unit that suits it, as file managers show it: powers of a thousand."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / _KILOBYTE))} kB"
    if size < _GIGABYTE:
        return f"{round(size / _MEGABYTE)} MB"
    return f"{size / _GIGABYTE:.1f} GB"
