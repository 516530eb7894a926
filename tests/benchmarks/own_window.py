"""The program as `viva-voce` starts it, until its window is painted."""

from __future__ import annotations


def main() -> int:
    """Open the window on the library in the environment."""
    from tests.benchmarks.painted import tell_first_paint
    from ui.import_hook import leave_sources_unread

    leave_sources_unread()  # as the command line does, before the window's modules
    from ui.main_window import MainWindow

    tell_first_paint(MainWindow)
    from ui.command_line import main as run_command

    return run_command([])


if __name__ == "__main__":
    raise SystemExit(main())
