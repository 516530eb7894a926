"""A voice that is downloaded, against a real server on this computer: what is fetched is right, or nothing is left."""

from __future__ import annotations

import errno
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.errors import VoiceRefused
from simulator.voice.voice_download import DownloadCancelled, VoiceDownload
from simulator.voice.voice_folder import FileState, VoiceFolder
from tests.simulator.downloads.file_server import Handler, Server
from tests.simulator.voice.voice_files import EMMA, EMMA_BYTES, left_in, voice_folder
from tests.waiting import PATIENCE_S, wait_until


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> VoiceFolder:
    return voice_folder(tmp_path)


def refusal(download: VoiceDownload) -> str:
    with pytest.raises(VoiceRefused) as refused:
        download.run()
    return str(refused.value)


def test_what_is_sent_right_is_kept(server: Server, folder: VoiceFolder) -> None:
    server.answers(lambda handler: handler.send(EMMA_BYTES))
    download = VoiceDownload(EMMA, folder, server.address)
    download.run()
    assert server.asked == ["/voices/emma.onnx"]
    assert download.transfer.received == EMMA.size
    assert folder.content(EMMA) == EMMA_BYTES
    assert left_in(folder) == [EMMA.file]


def test_one_is_led_to_where_it_is_kept(server: Server, folder: VoiceFolder) -> None:
    def lead_on(handler: Handler) -> None:
        if handler.path == "/kept":
            handler.send(EMMA_BYTES)
            return
        handler.send_response(302)
        handler.send_header("Location", "/kept")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.answers(lead_on)
    VoiceDownload(EMMA, folder, server.address).run()
    assert folder.state(EMMA) is FileState.INSTALLED


@pytest.mark.parametrize("place", ["http://192.0.2.1/emma.onnx", "file:///etc/hostname", "ftp://127.0.0.1/emma.onnx"])
def test_one_is_not_led_out_of_safety(server: Server, folder: VoiceFolder, place: str) -> None:
    def lead_astray(handler: Handler) -> None:
        handler.send_response(302)
        handler.send_header("Location", place)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.answers(lead_astray)
    assert refusal(VoiceDownload(EMMA, folder, server.address)).startswith("“British, female” was not downloaded: ")
    assert left_in(folder) == []


@pytest.mark.parametrize(
    "content", [b"f" + EMMA_BYTES[1:], EMMA_BYTES + b"!", EMMA_BYTES * 4, b"<html>Sign in</html>" * 20_000]
)
def test_what_is_not_the_voice_is_deleted(server: Server, folder: VoiceFolder, content: bytes) -> None:
    server.answers(lambda handler: handler.send(content))
    assert refusal(VoiceDownload(EMMA, folder, server.address)) == (
        "“British, female” was not downloaded: what 127.0.0.1 sent is not the expected file, and was deleted."
    )
    assert left_in(folder) == []


def test_an_endless_answer_is_not_listened_to(server: Server, folder: VoiceFolder) -> None:
    def go_on(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while not server.over.is_set():
                handler.wfile.write(b"x" * 100_000)
        except OSError:
            server.over.set()

    server.answers(go_on)
    assert "is not the expected file" in refusal(VoiceDownload(EMMA, folder, server.address))
    assert server.over.wait(PATIENCE_S)


@pytest.mark.parametrize("sent", [0, 1, 100_000])
def test_what_is_cut_off_is_not_kept(server: Server, folder: VoiceFolder, sent: int) -> None:
    def cut_off(handler: Handler) -> None:
        handler.send(EMMA_BYTES[:sent], EMMA.size)
        handler.connection.shutdown(socket.SHUT_RDWR)

    server.answers(cut_off)
    assert refusal(VoiceDownload(EMMA, folder, server.address)) == (
        "“British, female” was not downloaded: the connection to 127.0.0.1 was lost; try again."
    )
    assert left_in(folder) == []


def test_one_who_falls_silent_is_not_waited_for(server: Server, folder: VoiceFolder) -> None:
    def fall_silent(handler: Handler) -> None:
        handler.send(EMMA_BYTES[:100_000], EMMA.size)
        server.over.wait(PATIENCE_S)

    server.answers(fall_silent)
    said = refusal(VoiceDownload(EMMA, folder, server.address, silence_s=0.2))
    assert said == "“British, female” was not downloaded: 127.0.0.1 stopped sending; try again."
    assert left_in(folder) == []


@pytest.mark.parametrize("is_silent", [False, True])
def test_what_is_cancelled_is_gone(server: Server, folder: VoiceFolder, is_silent: bool) -> None:
    """Also if the other side says nothing more: then it ends with its silence, and still as cancelled."""

    def send_slowly(handler: Handler) -> None:
        handler.send(EMMA_BYTES[:100_000], EMMA.size)
        wait_until(lambda: download.transfer.is_cancelled, "the user")
        if is_silent:
            server.over.wait(PATIENCE_S)
        else:
            handler.wfile.write(EMMA_BYTES[100_000:])

    server.answers(send_slowly)
    download = VoiceDownload(EMMA, folder, server.address, silence_s=1.0 if is_silent else PATIENCE_S)
    failures: list[Exception] = []

    def run() -> None:
        try:
            download.run()
        except VoiceRefused as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    wait_until(lambda: download.transfer.received > 0, "the first bytes")
    assert [name for name in left_in(folder) if name.endswith(".part")]
    download.transfer.cancel()
    thread.join(PATIENCE_S)
    assert [type(failure) for failure in failures] == [DownloadCancelled]
    assert left_in(folder) == []


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (404, "127.0.0.1 no longer has it; you can add it from a folder"),
        (503, "127.0.0.1 refused it (error 503); try again later"),
    ],
)
def test_a_refusal_is_said(server: Server, folder: VoiceFolder, code: int, why: str) -> None:
    server.answers(lambda handler: handler.send(b"no", code=code))
    said = refusal(VoiceDownload(EMMA, folder, server.address))
    assert said == f"“British, female” was not downloaded: {why}."
    assert left_in(folder) == []


def test_no_network_is_said(folder: VoiceFolder) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but nobody listens
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert refusal(VoiceDownload(EMMA, folder, address)) == (
            "“British, female” was not downloaded: 127.0.0.1 cannot be reached; "
            "check the network, or add it from a folder."
        )
    assert left_in(folder) == []


def test_a_name_that_nobody_knows_is_no_network(folder: VoiceFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object, **_named: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "voices.example cannot be reached" in refusal(VoiceDownload(EMMA, folder, "https://voices.example/all"))


def test_a_server_that_speaks_no_tls_is_not_asked_without(server: Server, folder: VoiceFolder) -> None:
    server.answers(lambda handler: handler.send(EMMA_BYTES))
    assert "127.0.0.1" in refusal(VoiceDownload(EMMA, folder, server.address.replace("http:", "https:")))
    assert left_in(folder) == []


def test_a_full_disk_is_said(server: Server, folder: VoiceFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    server.answers(lambda handler: handler.send(EMMA_BYTES))
    monkeypatch.setattr(os, "fsync", full)
    assert "the disk is full; it needs 0.2 MB in" in refusal(VoiceDownload(EMMA, folder, server.address))
    assert left_in(folder) == []


@pytest.mark.parametrize("address", ["", "http://voices.example", "http://localhost.example/127.0.0.1", "file:///tmp"])
def test_without_a_secure_address_nobody_is_asked(
    folder: VoiceFolder, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "socket", None)
    assert "not secure" in refusal(VoiceDownload(EMMA, folder, address))
    assert not folder.folder.exists()
