"""What the reader's children do in tests. They are spawned, so they live in a module that imports next to nothing."""

from __future__ import annotations

import os
import threading
from multiprocessing.connection import Connection


def hang(connection: Connection) -> None:
    """Take the path and never come back."""
    connection.recv()
    threading.Event().wait()


def crash(connection: Connection) -> None:
    """Die without a word, as of a file that breaks the library."""
    connection.recv()
    os._exit(11)


def read_and_name_modules(connection: Connection) -> None:
    """Do the reader's part and say, as its text, which of Qt's modules that has imported."""
    import sys

    from simulator.own_work.documents import file_text

    text = file_text._read(__import__("pathlib").Path(connection.recv()))
    assert isinstance(text, file_text.FileText)
    connection.send(
        file_text.FileText(" ".join(name for name in sys.modules if name.startswith(("PySide6", "pypdfium2"))))
    )
