"""The door to the network, against a real server on this computer: what goes on, what begins again, what ends."""

from __future__ import annotations

import hashlib
import io
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from simulator.downloads.fetching import FetchCancelled, FetchPaused, demand_secure, fetch, host_of, is_trusted
from simulator.downloads.incoming import Incoming
from simulator.downloads.transfer import Transfer
from simulator.errors import NotFetched
from tests.simulator.downloads.file_server import Handler, Server
from tests.waiting import PATIENCE_S, wait_until

CONTENT = bytes(range(256)) * 1_000
HALF = len(CONTENT) // 2


@dataclass(frozen=True)
class Wanted:
    size: int = len(CONTENT)
    sha256: str = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def arriving(so_far: bytes = b"") -> tuple[Incoming, io.BytesIO]:
    stream = io.BytesIO(so_far)
    return Incoming(Wanted(), stream), stream


def test_all_of_it_comes(server: Server) -> None:
    server.answers(lambda handler: handler.send(CONTENT))
    incoming, stream = arriving()
    transfer = Transfer()
    fetch(f"{server.address}/file", incoming, transfer)
    assert stream.getvalue() == CONTENT
    assert transfer.received == len(CONTENT)
    assert incoming.is_right
    assert server.asked == ["/voices/file"]


def test_only_what_is_missing_is_asked_for(server: Server) -> None:
    asked: list[str | None] = []

    def send_rest(handler: Handler) -> None:
        asked.append(handler.headers.get("Range"))
        handler.send_from(CONTENT, HALF)

    server.answers(send_rest)
    incoming, stream = arriving(CONTENT[:HALF])
    fetch(f"{server.address}/file", incoming, Transfer())
    assert asked == [f"bytes={HALF}-"]
    assert stream.getvalue() == CONTENT


def test_who_cannot_go_on_begins_again(server: Server) -> None:
    server.answers(lambda handler: handler.send(CONTENT))
    incoming, stream = arriving(CONTENT[:HALF])
    transfer = Transfer()
    transfer.received = HALF
    fetch(f"{server.address}/file", incoming, transfer)
    assert stream.getvalue() == CONTENT
    assert transfer.received == len(CONTENT)


def test_another_rest_than_asked_for_is_not_put_behind_it(server: Server) -> None:
    server.answers(lambda handler: handler.send_from(CONTENT, HALF + 1))
    incoming, _ = arriving(CONTENT[:HALF])
    with pytest.raises(NotFetched):
        fetch(f"{server.address}/file", incoming, Transfer())
    assert not incoming.is_right


def test_what_is_all_here_is_not_asked_for(server: Server) -> None:
    incoming, _ = arriving(CONTENT)
    fetch(f"{server.address}/file", incoming, Transfer())
    assert server.asked == []


def test_a_forged_beginning_is_found_out(server: Server) -> None:
    server.answers(lambda handler: handler.send_from(CONTENT, HALF))
    incoming, _ = arriving(b"x" * HALF)
    with pytest.raises(NotFetched, match="is not the expected file"):
        fetch(f"{server.address}/file", incoming, Transfer())


@pytest.mark.parametrize(("end", "error"), [(Transfer.pause, FetchPaused), (Transfer.cancel, FetchCancelled)])
def test_it_ends_when_the_user_says_so(server: Server, end: object, error: type[NotFetched]) -> None:
    assert callable(end)

    def send_half(handler: Handler) -> None:
        handler.send(CONTENT[:HALF], len(CONTENT))
        server.over.wait(PATIENCE_S)

    server.answers(send_half)
    incoming, stream = arriving()
    transfer = Transfer()
    failures: list[Exception] = []

    def run() -> None:
        try:
            fetch(f"{server.address}/file", incoming, transfer, silence_s=0.3)
        except NotFetched as failure:
            failures.append(failure)

    thread = threading.Thread(target=run)
    thread.start()
    wait_until(lambda: transfer.received == HALF, "the first half")
    end(transfer)
    thread.join(PATIENCE_S)
    assert [type(failure) for failure in failures] == [error]
    assert stream.getvalue() == CONTENT[:HALF]


def test_who_has_paused_before_asks_nobody(server: Server) -> None:
    transfer = Transfer()
    transfer.pause()
    with pytest.raises(FetchPaused):
        fetch(f"{server.address}/file", arriving()[0], transfer)
    assert server.asked == []


def test_an_unsafe_address_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    with pytest.raises(NotFetched, match="not secure"):
        fetch("http://models.example/file", arriving()[0], Transfer())
    with pytest.raises(NotFetched):
        demand_secure("file:///etc/hostname")


def test_trust_is_tls_or_this_computer() -> None:
    here, there = "http://127.0.0.1:1/a", "https://voices.example/a"
    assert is_trusted(there, there)
    assert is_trusted(here, here)
    assert not is_trusted(here, there)
    assert not is_trusted("http://voices.example/a", here)
    assert host_of(there) == "voices.example"
