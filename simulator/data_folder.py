"""Where the program keeps things: folders and file names only, never what is in them."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.errors import PlacesError

ENVIRONMENT_VARIABLE: Final = "VIVA_VOCE_DATA"

_FOLDER_NAME: Final = "viva-voce"
_PRIVATE: Final = 0o700
_MOST_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folders of one library: `data` is kept and backed up, `cache` can be deleted at any time."""

    data: Path
    cache: Path

    @classmethod
    def find(cls, data_dir: Path | None = None) -> DataFolder:
        """The library in `data_dir`, else in $VIVA_VOCE_DATA, else in the system's folder for this user.

        A folder that was named holds its own cache, so that the whole library can lie on one stick. Nothing is created.
        Raises PlacesError for a name that no folder can have.
        """
        given = data_dir or _from_environment()
        if given is not None:
            data = _possible(given)
            return cls(data, data / "cache")
        import platformdirs

        return cls(
            platformdirs.user_data_path(_FOLDER_NAME, appauthor=False),
            platformdirs.user_cache_path(_FOLDER_NAME, appauthor=False),
        )

    @property
    def recordings(self) -> Path:
        return self.data / "recordings"

    @property
    def database(self) -> Path:
        return self.data / "library.db"

    @property
    def settings_file(self) -> Path:
        return self.data / "settings.json"

    @property
    def rules_file(self) -> Path:
        return self.data / "rules.json"

    @property
    def own_work_file(self) -> Path:
        return self.data / "background.json"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def voices(self) -> Path:
        return self.data / "voices"

    @property
    def packs(self) -> Path:
        return self.data / "questions"

    @property
    def voice_cache(self) -> Path:
        return self.cache / "voice"

    @property
    def questions_cache(self) -> Path:
        return self.cache / "questions"

    @property
    def lock_file(self) -> Path:
        return self.data / "running.lock"

    def prepare(self) -> None:
        """Create what is missing, for this user's eyes only (0700), and make sure that files can be written.

        Raises PlacesError; folders that exist keep their permissions.
        """
        for folder in (self.data, self.recordings, self.models, self.packs, self.cache, self.voice_cache):
            try:
                _create_private(folder)
            except OSError as error:
                raise PlacesError(_sentence(folder, error)) from error
        try:
            _try_to_write(self.data)
        except OSError as error:
            raise PlacesError(_sentence(self.data, error)) from error


def _from_environment() -> Path | None:
    named = os.environ.get(ENVIRONMENT_VARIABLE, "")
    return Path(named) if named else None


def _possible(named: Path) -> Path:
    """In full. Raises PlacesError if the system takes no such name."""
    try:
        folder = named.expanduser().absolute()
        folder.exists()
    except (OSError, RuntimeError) as error:
        raise PlacesError(_sentence(Path(_shortened(str(named))), error)) from error
    return folder


def _shortened(name: str) -> str:
    return name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN]}…"


def _create_private(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=_PRIVATE, exist_ok=True)


def _try_to_write(folder: Path) -> None:
    """Raise OSError unless a file can be created in `folder`; permission bits tell nothing of ACLs and such."""
    with tempfile.TemporaryFile(dir=folder):
        pass


def _sentence(folder: Path, error: Exception) -> str:
    why = getattr(error, "strerror", None) or error
    return (
        f"Viva Voce cannot save anything in {folder} ({why}). Nothing was changed. "
        f"Choose a folder you can write to, with --data-dir or {ENVIRONMENT_VARIABLE}."
    )
