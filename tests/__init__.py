"""Tests and benchmarks. Whatever engine is loaded here, by whichever process, reports nothing to anybody."""

import os

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
