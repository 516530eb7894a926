"""When Python looks for reference cycles. No Qt here."""

from __future__ import annotations

import gc


def collect_only_when_told() -> None:
    """From now on, no thread looks for cycles by itself.

    Python does so in whichever thread happens to have made enough objects. If a widget, or anything else of Qt's, is
    then found to be garbage on a thread that is not its own, Qt crashes.
    """
    gc.disable()


def collect_if_due() -> None:
    """Look for cycles in the oldest generation that Python would look through by now, if any."""
    made, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if made[generation] > limits[generation]]
    if due:
        gc.collect(due[0])
