"""Where the child that reads answers begins. Thin, as the parent imports it too: the engine is imported in `run`."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

from simulator.child_process import yield_to_the_window
from simulator.entailment.requests import NoModel, Prepare, Read, WasRead

# onnxruntime reports models it loads to its makers unless this is set before the import; see the speech child's worker.
_OFFLINE = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "DO_NOT_TRACK": "1"}


def run(connection: Connection) -> None:
    """Loads the model, then answers each Read until the pipe closes."""
    os.environ.update(_OFFLINE)
    yield_to_the_window()
    from simulator.entailment.entailment_model import EntailmentModelUnavailable
    from simulator.entailment.entailment_models import load_entailment_model

    try:
        model = load_entailment_model()
    except EntailmentModelUnavailable as problem:
        _decline(connection, str(problem))
        return
    while True:
        match connection.recv():
            case Prepare():
                pass  # the model is loaded, which is all there is to prepare
            case Read(pairs):
                connection.send(WasRead(model.read(pairs)))


def _decline(connection: Connection, reason: str) -> None:
    while True:
        if isinstance(connection.recv(), Read):
            connection.send(NoModel(reason))
