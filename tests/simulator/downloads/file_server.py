"""A real file server on this computer, that answers as a test has it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test has it."""

    answer: Answer
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        type(self).answer(self)

    def send(self, content: bytes, length: int | None = None, code: int = 200) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()

    def send_from(self, content: bytes, start: int) -> None:
        """The rest of it, as one who is asked for a range."""
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        self.wfile.write(content[start:])

    def log_message(self, *_args: object) -> None:
        """Nobody reads it."""


class Server:
    """A file server on this computer."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.over = threading.Event()
        self._handler = type("OneHandler", (Handler,), {"asked": self.asked})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}/voices"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def answers(self, answer: Answer) -> None:
        self._handler.answer = staticmethod(answer)  # type: ignore[attr-defined]

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
