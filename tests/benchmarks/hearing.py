"""How well real speech is heard, and at what cost: `python -m tests.benchmarks.hearing FOLDER`.

The speech is not part of this repository. FOLDER (or the variable VIVA_VOCE_SPEECH) holds `reference.jsonl` (one clip a
line: set, audio, text), the sound, and `score.py`, which does the comparing.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

import numpy as np

from recordings.transcription.jobs import CAPTION_EVERY_S
from recordings.transcription.live import Listening
from recordings.transcription.models import install_built_in
from recordings.transcription.sound import SAMPLE_RATE, Samples, read_blocks
from recordings.transcription.whisper import WhisperEngine
from simulator.analysis.analyse import analyse
from simulator.transcript import Transcript, Word

VARIABLE = "VIVA_VOCE_SPEECH"
PIECE_S = 0.1
LIVE_S = 60.0
FULL_SCALE = 32768.0
Row = Mapping[str, Any]
Figures = Mapping[str, Any]


@dataclass
class Bench:
    """The results of one way of hearing, set by set, and the processor time that it took."""

    results: dict[str, list[tuple[Row, Row]]] = field(default_factory=lambda: defaultdict(list))
    cpu_s: float = 0.0
    sound_s: float = 0.0

    def add(self, row: Row, samples: Samples, hear: Callable[[Samples], Transcript]) -> None:
        """Hear one clip and keep what came of it, timed."""
        began_s = time.process_time()
        transcript = hear(samples)
        self.cpu_s += time.process_time() - began_s
        self.sound_s += len(samples) / SAMPLE_RATE
        fillers = [asdict(filler) for filler in analyse(transcript).fillers]
        result = {
            "duration_s": transcript.duration_s,
            "transcript": {"words": [asdict(word) for word in transcript.words]},
            "fillers": fillers,
        }
        self.results[row["set"]].append((row, result))


def listened(engine: WhisperEngine, samples: Samples) -> Transcript:
    """As the program hears it."""
    listening = Listening(engine)
    listening.feed(samples)
    listening.end()
    while listening.settle():
        pass
    return listening.transcript()


def decoded_plainly(engine: WhisperEngine, samples: Samples) -> Transcript:
    """The same model on the whole file: greedy, voice detection on, no prompt."""
    engine._whisper.context_s = 30.0
    segments, _ = engine._whisper.transcribe(
        samples.astype(np.float32) / FULL_SCALE, language="en", beam_size=1, temperature=0.0, vad_filter=True,
        word_timestamps=True, condition_on_previous_text=False,
    )  # fmt: skip
    words = tuple(Word(word.word, word.start, word.end) for segment in segments for word in segment.words)
    return Transcript(len(samples) / SAMPLE_RATE, words)


def caption_lags_s(engine: WhisperEngine, samples: Samples) -> list[float]:
    """For each word, how long after its end it was first shown, while the sound arrives in real time.

    The clock is the sound's own, on which decoding takes as long as it really takes; nobody has to wait for it.
    """
    listening, shown, fed, now_s, due_s = Listening(engine), list[tuple[float, float]](), 0, 0.0, 0.0
    while fed < len(samples):
        now_s = max(now_s, fed / SAMPLE_RATE) + PIECE_S
        until = min(len(samples), round(now_s * SAMPLE_RATE))
        listening.feed(samples[fed:until])
        fed = until
        began_s = time.monotonic()
        has_settled = listening.settle()
        words = [] if has_settled or now_s < due_s else listening.tentative()
        now_s += time.monotonic() - began_s
        if words or has_settled:
            shown.append((now_s, max((word.end_s for word in (*listening.settled, *words)), default=0.0)))
            due_s = now_s + CAPTION_EVERY_S
    first = (next((at_s for at_s, end_s in shown if end_s >= word.end_s), None) for word in listening.settled)
    return [at_s - word.end_s for at_s, word in zip(first, listening.settled, strict=True) if at_s is not None]


def rows(folder: Path) -> Iterator[tuple[Row, Samples]]:
    """Each clip of the reference with its sound."""
    for line in (folder / "reference.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row, np.concatenate(list(read_blocks(folder / row["audio"])))


def load_judge(folder: Path) -> ModuleType:
    """The folder's own `score.py`."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    judge = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    return judge


def measure(folder: Path, engine: WhisperEngine) -> list[tuple[str, str, str]]:
    """What was measured, beside its target, as rows of a table."""
    own, plain, longest = Bench(), Bench(), np.empty(0, np.int16)
    for row, samples in rows(folder):
        own.add(row, samples, lambda sound: listened(engine, sound))
        plain.add(row, samples, lambda sound: decoded_plainly(engine, sound))
        longest = max(longest, samples, key=len)
    judge = load_judge(folder)
    ours = {name: judge.score(pairs) for name, pairs in own.results.items()}
    theirs = {name: judge.score(pairs) for name, pairs in plain.results.items()}
    lags_s = caption_lags_s(engine, longest[: round(LIVE_S * SAMPLE_RATE)])
    return [
        *(quality for name in ours for quality in _qualities(name, ours[name], theirs[name])),
        ("Words from near-silence", str(_words(own.results["near-silence"])), "as few as were said"),
        ("Processor time ÷ that of a plain decode", f"{own.cpu_s / plain.cpu_s:.2f}", "≤ 2.5"),
        ("Processor time ÷ length of the sound", f"{own.cpu_s / own.sound_s:.3f}", "≤ 0.4 (0.2 on two cores)"),
        ("Lag of live captions, median", f"{median(lags_s):.2f} s" if lags_s else "no words", "≤ 2.5 s"),
    ]


TARGETS = {
    "clips": "recall ≥ 0.88, precision ≥ 0.95",
    "meeting": "recall ≥ 0.70, precision ≥ 0.85",
    "read": "false ≤ 1 in 10 min",
}
MOST_POINTS_WORSE = {"read": 1.0}


def _qualities(name: str, own: Figures, plain: Figures) -> Iterator[tuple[str, str, str]]:
    counts = f"found {own['fillers_found']}, false {own['false']}, missed {own['missed']}"
    rates = f"recall {own['recall']}, precision {own['precision']}, false in 10 min {own['false_per_10_min']}"
    yield f"{name}: filler sounds", f"{counts}; {rates}", TARGETS.get(name, "")
    points = 100 * (own["wer"] - plain["wer"])
    errors = f"{100 * own['wer']:.1f} % against {100 * plain['wer']:.1f} % plain: {points:+.1f} points"
    yield f"{name}: word errors", errors, f"≤ +{MOST_POINTS_WORSE.get(name, 1.5)} points"
    if own["start_error_median_s"] is not None:
        errors = f"median {own['start_error_median_s']} s, p90 {own['start_error_p90_s']} s"
        yield f"{name}: start of words", errors, "median ≤ 0.15 s, p90 ≤ 0.35 s"


def _words(pairs: list[tuple[Row, Row]]) -> int:
    return sum(len(result["transcript"]["words"]) for _, result in pairs)


def main(arguments: list[str]) -> int:
    """Print the table, or one line if there is no speech to hear."""
    given = arguments[0] if arguments else os.environ.get(VARIABLE, "")
    folder = Path(given)
    if not given or not (folder / "reference.jsonl").is_file():
        print(f"No speech to hear: give a folder with reference.jsonl, or name it in {VARIABLE}.")
        return 0
    with tempfile.TemporaryDirectory(prefix="vv-") as models:
        table = measure(folder, WhisperEngine(install_built_in(Path(models))))
    width = max(len(name) for name, _, _ in table)
    for name, measured, target in table:
        print(f"{name.ljust(width)}  {measured}" + (f"  [{target}]" if target else ""))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
