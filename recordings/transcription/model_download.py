"""The files of a speech model, fetched when the user has pressed Download; each is kept only if it is the pinned one.

Whoever may need this imports it once there is something to fetch, since it leads to the network.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from recordings.transcription.errors import DownloadCancelled, DownloadPaused, ModelRefused
from recordings.transcription.kept_models import PART_SUFFIX, KeptModel, ModelShelf, delete_files
from recordings.transcription.model_catalogue import url_of
from recordings.transcription.models import ModelFile, ModelSpec, is_intact
from simulator.downloads.fetching import SILENCE_S, FetchCancelled, FetchPaused, demand_secure, fetch
from simulator.downloads.incoming import Incoming
from simulator.downloads.transfer import Transfer
from simulator.errors import NotFetched

_READ_AND_WRITE: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)


class ModelDownload:
    """One model, fetched from below `address` onto a shelf. `run` blocks; another thread may watch its transfer.

    What has come stays when the transfer is paused or breaks off, and the next download goes on from there. Once it is
    cancelled, all of it goes.
    """

    def __init__(
        self,
        spec: ModelSpec,
        shelf: ModelShelf,
        address: str,
        transfer: Transfer | None = None,
        silence_s: float = SILENCE_S,
    ) -> None:
        self.spec = spec
        self.transfer = transfer or Transfer()
        self._shelf = shelf
        self._address = address
        self._silence_s = silence_s
        self._folder = shelf.models_dir / spec.folder_name

    def run(self) -> KeptModel:
        """Fetch it. Raises DownloadPaused, DownloadCancelled, or ModelRefused with a sentence."""
        with self._failure_told():
            demand_secure(self._address)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            missing = [file for file in self.spec.files if not is_intact(self._folder / file.name, file)]
            self.transfer.received = self.spec.size - sum(file.size - self._come(file) for file in missing)
            self._demand_room()
            for file in missing:
                self._fetch(file)
        return self._shelf.add_downloaded(self.spec)

    def _fetch(self, file: ModelFile) -> None:
        """Into its part first, which is of use to a later try unless it is all here and wrong."""
        part = self._part_of(file)
        is_wrong = False
        try:
            with os.fdopen(os.open(part, _READ_AND_WRITE, 0o600), "r+b") as stream:
                arriving = Incoming(file, stream)
                try:
                    fetch(url_of(self.spec, file, self._address), arriving, self.transfer, self._silence_s)
                    arriving.sync()
                finally:
                    is_wrong = arriving.size >= file.size and not arriving.is_right
            part.replace(self._folder / file.name)
        finally:
            if is_wrong:
                part.unlink(missing_ok=True)

    def _demand_room(self) -> None:
        missing = self.spec.size - self.transfer.received
        free = shutil.disk_usage(self._folder).free
        if free < missing:
            raise NotFetched(
                f"it needs {missing / 1e6:.0f} MB more in {self._folder}, but only {free / 1e6:.0f} MB is free there"
            )

    def _come(self, file: ModelFile) -> int:
        """How much of it came at an earlier try, in bytes."""
        part = self._part_of(file)
        return part.stat().st_size if part.exists() else 0

    def _part_of(self, file: ModelFile) -> Path:
        return self._folder / (file.name + PART_SUFFIX)

    @contextmanager
    def _failure_told(self) -> Iterator[None]:
        name = f"The speech model “{self.spec.name}”"
        try:
            yield
        except FetchCancelled as error:
            delete_files(self._folder, self.spec.files)
            raise DownloadCancelled(f"{name} was not downloaded: {error}.") from error
        except FetchPaused as error:
            raise DownloadPaused(f"{name} is not fully downloaded: {error}. Download it again to resume.") from error
        except NotFetched as error:
            raise ModelRefused(f"{name} was not downloaded: {error}.") from error
        except OSError as error:
            raise ModelRefused(f"{name} was not downloaded: {self._why_not_kept(error)}.") from error

    def _why_not_kept(self, error: OSError) -> str:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return f"the disk is full; it needs {self.spec.size / 1e6:.0f} MB in {self._folder}"
        return f"nothing can be written to {self._folder} ({error.strerror or error})"
