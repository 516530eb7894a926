"""How modules are imported beside Qt: as Python does it, without PySide6's look at their sources."""

from __future__ import annotations

import builtins


def leave_sources_unread() -> None:
    """Import as if PySide6 were not there. To be called before the window's own modules are imported.

    Once it is imported, PySide6 reads the source of every module that any import statement names, and Python keeps the
    lines (`linecache`): it looks whether somebody uses `from __feature__ import …`, which nobody does here (see
    `PySide6.support.feature.feature_imported`). Over the whole program that took 18 MB.
    PySide6 leaves Python's own function under the name used below.
    """
    import PySide6.QtCore  # noqa: F401 - this is what puts its own `__import__` in place

    pythons_own = getattr(builtins, "__orig_import__", None)
    if pythons_own is not None:
        builtins.__import__ = pythons_own
