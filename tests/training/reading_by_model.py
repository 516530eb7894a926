"""An answer read by a model in this process, as the program has it read by its child."""

from __future__ import annotations

from simulator.analysis.key_points.entailment import Entailment
from simulator.analysis.key_points.reading import Reading
from simulator.entailment.entailment_model import EntailmentModel
from simulator.entailment.remembered import Remembered


def entailment_of(reading: Reading, model: EntailmentModel) -> Entailment:
    """All that is to be read of it."""
    remembered = Remembered()
    while unread := remembered.unread(reading):
        remembered.keep(unread, model.read(unread))
    return remembered.entailment(reading)
