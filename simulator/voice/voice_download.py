"""The one door to the network: the file of a voice, fetched when the user has pressed Download, and at no other time.

Nothing of it is kept unless it is the pinned file. Whoever may need this imports it once there is something to fetch.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPMessage
from typing import IO, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from simulator.errors import VoiceRefused
from simulator.voice.more_voices import MoreVoice
from simulator.voice.transfer import Transfer
from simulator.voice.voice_folder import Incoming, VoiceFolder

SILENCE_S: Final = 20.0
"""How long the other side may say nothing."""
_BLOCK_BYTES: Final = 1 << 16
_GONE: Final = (404, 410)
_THIS_COMPUTER: Final = "127.0.0.1"


class DownloadCancelled(VoiceRefused):
    """The user does not want it any more; nothing of it is left."""


class VoiceDownload:
    """One voice, fetched once from below `address` into a folder. `run` blocks; another thread may watch its transfer.

    Once that is cancelled, `run` ends with the next bytes, or when the other side has said nothing for `silence_s`.
    """

    def __init__(
        self,
        voice: MoreVoice,
        folder: VoiceFolder,
        address: str,
        transfer: Transfer | None = None,
        silence_s: float = SILENCE_S,
    ) -> None:
        self.voice = voice
        self.transfer = transfer or Transfer()
        self._folder = folder
        self._url = f"{address.rstrip('/')}/{voice.file}"
        self._silence_s = silence_s

    def run(self) -> None:
        """Fetch it. Raises DownloadCancelled, or VoiceRefused with a sentence; then nothing has changed."""
        if not is_trusted(self._url, self._url):
            raise self._refusal("its address is not secure")
        with self._folder.incoming(self.voice) as arriving:
            for block in self._blocks():
                arriving.write(block)
                self.transfer.received = arriving.size
                self._demand_wanted()
                if arriving.size > self.voice.size:
                    break
            self._demand_right(arriving)

    def _blocks(self) -> Iterator[bytes]:
        """What the other side sends, as it comes."""
        request = Request(self._url, headers={"User-Agent": "Viva-Voce"})  # noqa: S310 - the address has been checked
        with self._failure_told(), build_opener(_Redirects(self._url)).open(request, timeout=self._silence_s) as answer:
            while block := answer.read1(_BLOCK_BYTES):
                yield block

    def _demand_wanted(self) -> None:
        if self.transfer.is_cancelled:
            raise DownloadCancelled(f"“{self.voice.title}” was not downloaded: you cancelled it.")

    def _demand_right(self, arriving: Incoming) -> None:
        self._demand_wanted()
        if arriving.size < self.voice.size:
            raise self._refusal(f"the connection to {self._host} was lost; try again")
        if not arriving.is_right:
            raise self._refusal(f"what {self._host} sent is not the expected file, and was deleted")

    @contextmanager
    def _failure_told(self) -> Iterator[None]:
        """Whatever the network has to say, in words."""
        try:
            yield
        except HTTPError as error:
            error.close()
            raise self._refusal(self._why_refused(error.code)) from error
        except (OSError, HTTPException) as error:
            self._demand_wanted()
            raise self._refusal(self._why_broken(error)) from error

    def _why_refused(self, code: int) -> str:
        if code in _GONE:
            return f"{self._host} no longer has it; you can add it from a folder"
        return f"{self._host} refused it (error {code}); try again later"

    def _why_broken(self, error: OSError | HTTPException) -> str:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(error, _NotSecure) or isinstance(reason, ssl.SSLCertVerificationError):
            return f"the connection to {self._host} is not secure"
        if isinstance(reason, TimeoutError) and self.transfer.received:
            return f"{self._host} stopped sending; try again"
        if self.transfer.received:
            return f"the connection to {self._host} was lost; try again"
        return f"{self._host} cannot be reached; check the network, or add it from a folder"

    @property
    def _host(self) -> str:
        return host_of(self._url)

    def _refusal(self, why: str) -> VoiceRefused:
        return VoiceRefused(f"“{self.voice.title}” was not downloaded: {why}.")


class _NotSecure(URLError):
    """The other side sends one on to an address without TLS."""


class _Redirects(HTTPRedirectHandler):
    """Follows to where a file is really kept, but never out of a secure connection."""

    def __init__(self, first: str) -> None:
        self._first = first

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not is_trusted(newurl, self._first):
            fp.close()
            raise _NotSecure(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def host_of(address: str) -> str:
    """Who is asked, as the user knows them."""
    return urlsplit(address).hostname or "nobody"


def is_trusted(url: str, first: str) -> bool:
    """Whether `url` may be asked for when `first` was: over TLS only, unless both are this very computer."""
    if urlsplit(url).scheme == "https":
        return True
    return all(_is_this_computer(each) for each in (url, first))


def _is_this_computer(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname == _THIS_COMPUTER
