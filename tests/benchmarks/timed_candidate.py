"""The demo's candidate at the pace of life, for programs that run an event loop."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ui.demo.synthetic_candidate import CHUNK_S, CandidateMicrophone


class TimedCandidate(CandidateMicrophone):
    """Delivers a chunk whenever it would have been spoken.

    Signals: as the candidate's, and
        said(): all of what it was told to say has been delivered.
    """

    said = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=round(1000 * CHUNK_S))
        self._timer.timeout.connect(self._on_timeout)

    def open(self, _device_id: str | None = None) -> None:
        """Begin to deliver."""
        super().open(_device_id)
        self._timer.start()

    def close(self) -> None:
        """Fall silent; what was not said yet is dropped."""
        self._timer.stop()
        super().close()

    def _on_timeout(self) -> None:
        was_speaking = self.waiting_s > 0
        self.deliver()
        if was_speaking and not self.waiting_s:
            self.said.emit()
