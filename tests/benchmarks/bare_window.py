"""A bare PySide6 window that says when it was painted: what the program's first paint is compared with."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.painted import tell_first_paint


def main() -> int:
    """Show a label in a window until it is painted."""
    app = QApplication(sys.argv)
    tell_first_paint(QMainWindow)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hello"))
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
