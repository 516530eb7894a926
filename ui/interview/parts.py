"""What an interview needs from the rest of the program, in one value."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recordings.take_folder import Library
from ui.interview.listening import SoundSource
from ui.interview.question_reader import Asking
from ui.workers.judging_queue import Judging
from ui.workers.speech_child import Hearing

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
