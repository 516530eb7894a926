"""Where the speech child begins. Thin, because the parent imports it too: engines are imported inside `run` alone."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from pathlib import Path

from recordings.transcription.model_speed import ModelChoice
from recordings.transcription.threads import THREADS
from simulator.child_process import yield_to_the_window

# From 1.29 on, onnxruntime (voice activity, pitch) reports each model it loads to its makers, and keeps a device id and
# a queue of reports in the user's cache folder; not where CI is set, so that tests do not see it. This variable stops
# all of it if it is set before the import (https://github.com/microsoft/onnxruntime/pull/27379).
_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ORT_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
}


def run(connection: Connection, models_dir: Path, choice: ModelChoice) -> None:
    """Loads an engine, says Ready or NoEngine, then serves commands until the pipe closes."""
    os.environ.update(_OFFLINE)
    os.environ[THREADS] = str(choice.threads)
    yield_to_the_window()
    from recordings.transcription.engines import load_chosen
    from recordings.transcription.errors import EngineUnavailable
    from recordings.transcription.job_loop import JobLoop
    from recordings.transcription.kept_models import ModelShelf
    from recordings.transcription.messages import NoEngine, Ready

    try:
        loaded = load_chosen(ModelShelf(models_dir), choice)
    except EngineUnavailable as problem:
        connection.send(NoEngine(str(problem)))
        return
    engine = loaded.engine
    degraded = engine.cannot_hear.get("filler_sounds")
    connection.send(Ready(engine.name, engine.model, degraded, loaded.instead or None))
    JobLoop(connection, engine).serve()
