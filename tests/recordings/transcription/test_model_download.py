"""A model that is downloaded, from a real server on this computer: right or not there, and never begun twice."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from recordings.transcription.errors import DownloadCancelled, DownloadPaused, ModelRefused
from recordings.transcription.kept_models import ModelShelf, ModelState
from recordings.transcription.model_download import ModelDownload
from tests.recordings.transcription.made_up_models import FILES, TINY, WEIGHTS
from tests.simulator.downloads.file_server import Handler, Server
from tests.waiting import PATIENCE_S, wait_until

HALF = len(WEIGHTS) // 2


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    made.answers(serve)
    yield made
    made.close()


@pytest.fixture
def shelf(tmp_path: Path) -> ModelShelf:
    return ModelShelf(tmp_path / "models")


def serve(handler: Handler) -> None:
    """As a server that can go on in the middle of a file."""
    content = FILES[handler.path.rsplit("/", 1)[-1]]
    asked = handler.headers.get("Range", "")
    if asked:
        handler.send_from(content, int(asked.removeprefix("bytes=").removesuffix("-")))
    else:
        handler.send(content)


def serve_half(handler: Handler) -> None:
    """The weights break off in the middle."""
    if handler.path.endswith("model.bin"):
        handler.send(WEIGHTS[:HALF], len(WEIGHTS))
        handler.close_connection = True
    else:
        serve(handler)


def folder_of(shelf: ModelShelf) -> Path:
    return shelf.models_dir / TINY.folder_name


def left_in(shelf: ModelShelf) -> set[str]:
    return {path.name for path in folder_of(shelf).iterdir()} if folder_of(shelf).exists() else set()


def refusal(download: ModelDownload) -> str:
    with pytest.raises(ModelRefused) as refused:
        download.run()
    return str(refused.value)


def test_what_is_sent_right_is_kept(server: Server, shelf: ModelShelf) -> None:
    download = ModelDownload(TINY, shelf, server.address)
    model = download.run()
    assert server.asked[0] == f"/voices/someone/tiny/resolve/{'a' * 40}/config.json"
    assert download.transfer.received == TINY.size
    assert left_in(shelf) == set(FILES)
    assert shelf.models() == (model,)
    assert shelf.state(model) is ModelState.HERE
    assert model.is_downloaded


def test_only_what_is_damaged_is_fetched_again(server: Server, shelf: ModelShelf) -> None:
    ModelDownload(TINY, shelf, server.address).run()
    (folder_of(shelf) / "config.json").write_text("[]")
    server.asked.clear()
    ModelDownload(TINY, shelf, server.address).run()
    assert [path.rsplit("/", 1)[-1] for path in server.asked] == ["config.json"]


def test_what_broke_off_goes_on_where_it_was(server: Server, shelf: ModelShelf) -> None:
    server.answers(serve_half)
    said = refusal(ModelDownload(TINY, shelf, server.address))
    assert said == (
        "The speech model “tiny.made-up” was not downloaded: the connection to 127.0.0.1 was lost; try again."
    )
    assert (folder_of(shelf) / "model.bin.part").stat().st_size == HALF
    assert shelf.models() == ()
    server.answers(serve)
    server.asked.clear()
    download = ModelDownload(TINY, shelf, server.address)
    download.run()
    assert len(server.asked) == 1
    assert download.transfer.received == TINY.size
    assert left_in(shelf) == set(FILES)


@pytest.mark.parametrize(
    ("error", "left"),
    [
        (DownloadPaused, {"config.json", "tokenizer.json", "vocabulary.txt", "model.bin.part"}),
        (DownloadCancelled, set()),
    ],
)
def test_it_ends_when_the_user_says_so(
    server: Server, shelf: ModelShelf, error: type[ModelRefused], left: set[str]
) -> None:
    def serve_slowly(handler: Handler) -> None:
        serve_half(handler)
        if handler.path.endswith("model.bin"):
            server.over.wait(PATIENCE_S)

    server.answers(serve_slowly)
    download = ModelDownload(TINY, shelf, server.address, silence_s=0.3)
    failures: list[Exception] = []

    def run() -> None:
        try:
            download.run()
        except ModelRefused as failure:
            failures.append(failure)

    thread = threading.Thread(target=run)
    thread.start()
    wait_until(lambda: download.transfer.received > HALF, "half of it")
    (download.transfer.pause if error is DownloadPaused else download.transfer.cancel)()
    thread.join(PATIENCE_S)
    assert [type(failure) for failure in failures] == [error]
    assert left_in(shelf) == left
    assert shelf.models() == ()


def test_what_is_not_the_model_is_deleted(server: Server, shelf: ModelShelf) -> None:
    def forge(handler: Handler) -> None:
        if handler.path.endswith("model.bin"):
            handler.send(b"#" * len(WEIGHTS))
        else:
            serve(handler)

    server.answers(forge)
    assert "is not the expected file, and was deleted" in refusal(ModelDownload(TINY, shelf, server.address))
    assert not {name for name in left_in(shelf) if name.startswith("model.bin")}
    assert shelf.models() == ()


def test_where_there_is_no_room_nobody_is_asked(
    server: Server, shelf: ModelShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=1_000))
    said = refusal(ModelDownload(TINY, shelf, server.address))
    assert "MB more in" in said
    assert "0 MB is free there" in said
    assert server.asked == []


def test_a_full_disk_is_said(server: Server, shelf: ModelShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "the disk is full" in refusal(ModelDownload(TINY, shelf, server.address))
    assert shelf.models() == ()


def test_an_unsafe_address_is_not_asked(shelf: ModelShelf) -> None:
    assert "its address is not secure" in refusal(ModelDownload(TINY, shelf, "http://models.example"))
    assert not shelf.models_dir.exists()
