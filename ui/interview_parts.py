"""What an interview needs from the rest of the program, in one value."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recordings.library import Library
from ui.asking import Asking
from ui.hearing import Hearing
from ui.judging import Judging
from ui.listening import SoundSource

if TYPE_CHECKING:
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that touch the world outside the interview."""

    store: Store
    library: Library
    microphone: SoundSource
    asking: Asking
    hearing: Hearing
    judging: Judging
    clock: Callable[[], float] = time.monotonic
