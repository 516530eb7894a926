"""Whether trained weights are pinned at all: until then, what only they can show is skipped."""

from __future__ import annotations

import pytest

from simulator.entailment.trained_minilm import MODEL_SHA256

needs_weights = pytest.mark.skipif(not MODEL_SHA256, reason="no weights are pinned yet")
