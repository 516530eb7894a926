"""A speech model as it is offered: here or to be had, and what is being done with it."""

from __future__ import annotations

from dataclasses import dataclass

from recordings.transcription.kept_models import KeptModel, ModelState
from recordings.transcription.models import ModelSpec


@dataclass(frozen=True, slots=True)
class ModelOffer:
    """A model that is here (`model`, in this `state`), or can be downloaded (`spec`), or both if it can be mended.

    `received` are the bytes that have come of it; `is_coming` and `is_measured` say what is being done with it.
    """

    name: str
    model: KeptModel | None = None
    state: ModelState | None = None
    spec: ModelSpec | None = None
    received: int = 0
    is_coming: bool = False
    is_measured: bool = False
