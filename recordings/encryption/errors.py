"""What can keep a library from being encrypted or decrypted; each leaves every file whole, in one form or the other."""

from __future__ import annotations

from pathlib import Path

from recordings.errors import RecordingError, megabytes


class EncryptionError(RecordingError):
    """A file could not be changed. It is as it was; so is what was not reached yet."""

    @classmethod
    def from_system(cls, path: Path, error: OSError) -> EncryptionError:
        """What the system said of the file at `path`."""
        reason = error.strerror or type(error).__name__
        return cls(f"{path} could not be changed ({reason}). Nothing was lost; the next start goes on with it.")


class NotVerified(EncryptionError):
    """What was written does not hold what it should; the original is still there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The new copy of {path} failed its check, so the original was kept. Nothing was lost; please "
            "check the disk and try again."
        )


class NoRoom(EncryptionError):
    """Each file is written beside the one it replaces, for which there must be room."""

    def __init__(self, folder: Path, missing_bytes: int) -> None:
        super().__init__(f"{folder} needs {megabytes(missing_bytes)} more free space. Nothing was changed.")


class Cancelled(Exception):
    """The user thought better of it."""
