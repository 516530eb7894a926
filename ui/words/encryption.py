"""What the user reads about encryption: what it does, what it does not, and what became of it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from ui.words.times import counted

if TYPE_CHECKING:
    from recordings.encryption.migration import Changed

LEAST_CHARACTERS: Final = 8

WHAT_IS_ENCRYPTED: Final = (
    "Encrypts your history, recordings, CV, company and their copies with a passphrase you type when Viva Voce starts."
)
WHAT_STAYS: Final = (
    "Your settings, judging rules, question packs, and whatever you export stay readable. While Viva Voce is open, the "
    "questions it has read aloud are kept in its cache; they are deleted when it closes."
)
NO_WAY_BACK: Final = (
    "If you forget the passphrase and lose the recovery key, nobody can open your interviews again, not even you."
)
OLD_TRACES: Final = (
    "The unencrypted files are replaced, but special tools may still find parts of them on the disk until they "
    "are overwritten."
)
RECOVERY_KEY: Final = (
    "Write this recovery key down or print it, and keep it away from this computer. It opens your library if you "
    "forget the passphrase, and will not be shown again."
)
IS_ENCRYPTED: Final = "Your library is encrypted: history, recordings, CV and company details, and all copies of them."
REMEMBERED_HINT: Final = "The key is kept in this computer’s keyring, so you need not type the passphrase here."
ASKED: Final = "Your interviews in this library are encrypted. Type the passphrase to open them."
ASKED_FOR_RECOVERY_KEY: Final = (
    "Type the recovery key that you wrote down or printed. Then choose a new passphrase in Settings."
)
ENCRYPTING: Final = "Encrypting your library"
DECRYPTING: Final = "Storing your library as plain files"
MAY_BE_STOPPED: Final = (
    "This is done file by file, and each is checked before the old one is deleted. If the computer is switched off, "
    "the work will resume when Viva Voce next starts."
)
CLOSED_MEANWHILE: Final = (
    "Viva Voce was closed midway. Nothing was lost; the work will resume when you next start the program."
)
GOING_BACK: Final = "Putting everything back as it was…"
OPENS_FROM_NOW: Final = "The new passphrase will open your library from now on. The recovery key stays the same."
STOPS_FIRST: Final = "An interview is under way. Finish it first, then try again."
STOP_ENCRYPTING: Final = "Store your library as plain files again?"
STOP_ENCRYPTING_WORDS: Final = (
    "Anyone who can read this computer’s files will be able to read your history and listen to your recordings. "
    "Viva Voce will close your library to do this, then open it again."
)
TOO_SHORT: Final = f"Use at least {LEAST_CHARACTERS} characters. Several unrelated words work well."
NOT_THE_SAME: Final = "The two passphrases do not match. Please type them again."
ALREADY: Final = "This library is already encrypted. Nothing was changed."
NOT_ENCRYPTED: Final = "This library is not encrypted. Nothing was changed."
NOT_REMEMBERED: Final = (
    "This computer’s keyring could not store the key, so you will need the passphrase each time Viva Voce starts."
)
KEY_CHANGED: Final = "The passphrase has been changed. The recovery key stays the same."
RECOVERY_KEY_CHANGED: Final = "The new recovery key is now in use; the old one no longer opens anything."


def recovery_page(recovery_key: str, folder: str) -> str:
    """The page to print, as HTML."""
    return (
        f"<h2>Viva Voce: recovery key</h2><p style='font-size:18pt'>{escape(recovery_key)}</p>"
        f"<p>It opens the encrypted library in {escape(folder)} if the passphrase is forgotten. "
        "Keep it away from the computer.</p>"
    )


def changed_line(changed: Changed) -> str:
    """What a library is now: "Your library is encrypted: 41 files."."""
    files = counted(changed.files, "file")
    if changed.was_cancelled:
        return "Stopped, and everything is as it was before."
    is_encrypted = changed.direction.value == "encrypt"
    line = f"Your library is {'encrypted' if is_encrypted else 'no longer encrypted'}: {files} changed."
    if changed.left:
        names = ", ".join(str(path) for path in changed.left)
        line += f" These old copies are damaged and stay encrypted: {names}. Their keys are kept in vault-kept.json."
    return line
