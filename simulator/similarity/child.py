"""Where the child that measures similarity begins. Thin, as the parent imports it too: the engine comes in `run`."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

from simulator.child_process import yield_to_the_window
from simulator.similarity.requests import Compare, Compared, NoModel, Prepare

# onnxruntime reports models it loads to its makers unless this is set before the import; see the speech child's worker.
_OFFLINE = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "DO_NOT_TRACK": "1"}


def run(connection: Connection) -> None:
    """Loads the model, then answers each Compare until the pipe closes."""
    os.environ.update(_OFFLINE)
    yield_to_the_window()
    from simulator.similarity.text_models import TextModelUnavailable, load_text_model

    try:
        model = load_text_model()
    except TextModelUnavailable as problem:
        _decline(connection, str(problem))
        return
    while True:
        match connection.recv():
            case Prepare(texts):
                model.prepare(texts)
            case Compare(texts, said):
                connection.send(Compared(model.cosines(texts, said)))


def _decline(connection: Connection, reason: str) -> None:
    while True:
        if isinstance(connection.recv(), Compare):
            connection.send(NoModel(reason))
