"""A bare Qt loop that measures its own gaps until its input ends: how long this machine keeps any process waiting."""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QCoreApplication

from tests.benchmarks.pulse import Pulse


def main() -> int:
    """Print the longest gap in milliseconds."""
    app = QCoreApplication(sys.argv)
    pulse = Pulse(app)
    pulse.start()
    threading.Thread(target=lambda: (sys.stdin.read(), app.quit()), daemon=True).start()
    app.exec()
    print(pulse.take_longest_ms())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
