"""Why an export could not be made. The text of each is a sentence for the user."""

from __future__ import annotations

from simulator.errors import SimulatorError


class ExportRefused(SimulatorError):
    """Nothing was written, or what was written is gone again; an earlier file of that name is as it was."""


class NothingToExport(ExportRefused):
    """There is nothing of the kind that was asked for."""
