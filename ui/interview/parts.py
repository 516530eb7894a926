"""What an interview needs from the rest of the program, in one value."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recordings.take_folder import TakeFolder
from ui.interview.listening import SoundSource
from ui.interview.question_reader import QuestionReader
from ui.workers.judging_queue import JudgingQueue
from ui.workers.speech_child import SpeechChild

if TYPE_CHECKING:
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that touch the world outside the interview."""

    store: Store
    library: TakeFolder
    microphone: SoundSource
    question_reader: QuestionReader
    speech_child: SpeechChild
    judging_queue: JudgingQueue
    clock: Callable[[], float] = time.monotonic
