"""Makes the automatic copy of the history beside the window, and tells where that fails: once in each run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from ui.messages import Message, MessageKind
from ui.words.backup_notice import no_copy_made

if TYPE_CHECKING:
    from pathlib import Path

    from ui.messages import Messages
    from ui.workers.jobs import Jobs


def copy_history(back_up: Callable[[], object], folder: Path, jobs: Jobs, messages: Messages) -> None:
    """Have `back_up` done, which copies into `folder`; what fails is tried again at the next start."""

    def tell(error: Exception) -> None:
        if not isinstance(error, SimulatorError | OSError):
            raise error
        messages.tell(Message(MessageKind.NO_COPY_MADE, no_copy_made(folder, error)))

    jobs.run(back_up, lambda _made: None, tell)
