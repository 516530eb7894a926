"""The one door to the network: a file known to the last bit, fetched when the user has pressed Download.

Whoever may need this imports it once there is something to fetch.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from simulator.downloads.incoming import Incoming
from simulator.downloads.transfer import Transfer
from simulator.errors import NotFetched

SILENCE_S: Final = 20.0
"""How long the other side may say nothing."""
_BLOCK_BYTES: Final = 1 << 16
_GONE: Final = (404, 410)
_REST_OF_IT: Final = 206
_THIS_COMPUTER: Final = "127.0.0.1"


class FetchCancelled(NotFetched):
    """The user does not want it any more."""


class FetchPaused(NotFetched):
    """The user wants the rest of it later."""


def fetch(url: str, arriving: Incoming, transfer: Transfer, silence_s: float = SILENCE_S) -> None:
    """Fetch what is missing of the file at `url`, so that `arriving` is right. Blocks; another thread may watch.

    Raises NotFetched with the reason, "… was lost; try again"; FetchCancelled or FetchPaused once the transfer is,
    with the next bytes or when the other side has said nothing for `silence_s`. OSError is the disk's.
    """
    _Fetch(url, arriving, transfer, silence_s).run()


class _Fetch:
    def __init__(self, url: str, arriving: Incoming, transfer: Transfer, silence_s: float) -> None:
        self._url = url
        self._arriving = arriving
        self._transfer = transfer
        self._silence_s = silence_s

    def run(self) -> None:
        demand_secure(self._url)
        self._demand_wanted()
        if self._arriving.size < self._arriving.expected_size:
            self._take_in()
        self._demand_right()

    def _take_in(self) -> None:
        for block in self._blocks():
            self._arriving.write(block)
            self._transfer.received += len(block)
            self._demand_wanted()
            if self._arriving.size > self._arriving.expected_size:
                break

    def _blocks(self) -> Iterator[bytes]:
        """What the other side sends, as it comes."""
        with (
            self._failure_told(),
            build_opener(_Redirects(self._url)).open(self._request(), timeout=self._silence_s) as answer,
        ):
            if self._arriving.size and not self._goes_on(answer):
                self._transfer.received -= self._arriving.size
                self._arriving.begin_again()
            while block := answer.read1(_BLOCK_BYTES):
                yield block

    def _request(self) -> Request:
        headers = {"User-Agent": "Viva-Voce"}
        if self._arriving.size:
            headers["Range"] = f"bytes={self._arriving.size}-"
        return Request(self._url, headers=headers)  # noqa: S310 - the address has been checked

    def _goes_on(self, answer: HTTPResponse) -> bool:
        """Whether the other side sends the rest, and not all of it once more."""
        begins = f"bytes {self._arriving.size}-"
        return answer.status == _REST_OF_IT and answer.headers.get("Content-Range", "").startswith(begins)

    def _demand_wanted(self) -> None:
        if self._transfer.is_cancelled:
            raise FetchCancelled("you cancelled it")
        if self._transfer.is_paused:
            raise FetchPaused("you paused it")

    def _demand_right(self) -> None:
        self._demand_wanted()
        if self._arriving.size < self._arriving.expected_size:
            raise NotFetched(f"the connection to {self._host} was lost; try again")
        if not self._arriving.is_right:
            raise NotFetched(f"what {self._host} sent is not the expected file, and was deleted")

    @contextmanager
    def _failure_told(self) -> Iterator[None]:
        """Whatever the network has to say, in words."""
        try:
            yield
        except HTTPError as error:
            error.close()
            raise NotFetched(self._why_refused(error.code)) from error
        except (OSError, HTTPException) as error:
            self._demand_wanted()
            raise NotFetched(self._why_broken(error)) from error

    def _why_refused(self, code: int) -> str:
        if code in _GONE:
            return f"{self._host} no longer has it; you can add it from a folder"
        return f"{self._host} refused it (error {code}); try again later"

    def _why_broken(self, error: OSError | HTTPException) -> str:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(error, _NotSecure) or isinstance(reason, ssl.SSLCertVerificationError):
            return f"the connection to {self._host} is not secure"
        if isinstance(reason, TimeoutError) and self._transfer.received:
            return f"{self._host} stopped sending; try again"
        if self._transfer.received:
            return f"the connection to {self._host} was lost; try again"
        return f"{self._host} cannot be reached; check the network, or add it from a folder"

    @property
    def _host(self) -> str:
        return host_of(self._url)


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


def demand_secure(url: str) -> None:
    """Raises NotFetched unless this address may be asked at all. Asks nobody."""
    if not is_trusted(url, url):
        raise NotFetched("its address is not secure")


def is_trusted(url: str, first: str) -> bool:
    """Whether `url` may be asked for when `first` was: over TLS only, unless both are this very computer."""
    if urlsplit(url).scheme == "https":
        return True
    return all(_is_this_computer(each) for each in (url, first))


def _is_this_computer(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname == _THIS_COMPUTER
