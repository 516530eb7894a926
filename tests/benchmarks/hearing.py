"""How well real speech is heard, and at what cost: `python -m tests.benchmarks.hearing [FOLDER]`.

FOLDER, or what the variable VIVA_VOCE_SPEECH names, is laid out as `real_speech` says.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any, Final

import numpy as np

from recordings.transcription.invented_text import plain as plain_word
from recordings.transcription.jobs import CAPTION_EVERY_S
from recordings.transcription.listening import Listening
from recordings.transcription.models import install_built_in
from recordings.transcription.sound import SAMPLE_RATE, Samples
from recordings.transcription.sound_file import SoundFile
from recordings.transcription.whisper import WhisperEngine
from simulator.analysis.analyse import analyse
from simulator.transcript import Transcript, Word
from tests.benchmarks.filler_confidence import confidence_figures
from tests.benchmarks.real_speech import HOW_TO_MEASURE, folder_named
from tests.benchmarks.table import Figure, plain

PIECE_S = 0.1
LIVE_S = 60.0
FULL_SCALE = 32768.0
Row = Mapping[str, Any]
Figures = Mapping[str, Any]


@dataclass
class Bench:
    """The results of one way of hearing, set by set, and the time that it took."""

    results: dict[str, list[tuple[Row, Row]]] = field(default_factory=lambda: defaultdict(list))
    set_cpu_s: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    clock_s: float = 0.0
    sound_s: float = 0.0

    @property
    def cpu_s(self) -> float:
        return sum(self.set_cpu_s.values())

    def add(self, row: Row, samples: Samples, hear: Callable[[Samples], Transcript]) -> None:
        """Hear one clip and keep what came of it, timed."""
        began_s, began_cpu_s = time.monotonic(), time.process_time()
        transcript = hear(samples)
        self.set_cpu_s[row["set"]] += time.process_time() - began_cpu_s
        self.clock_s += time.monotonic() - began_s
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
    engine._whisper.prepare()
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
        yield row, np.concatenate(list(SoundFile(folder / row["audio"]).blocks()))


def load_judge(folder: Path) -> ModuleType:
    """The folder's own `score.py`."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    judge = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    return judge


def measure(folder: Path) -> list[Figure]:
    """What was measured, beside its target."""
    with tempfile.TemporaryDirectory(prefix="vv-") as models:
        engine = WhisperEngine(install_built_in(Path(models)))
        own, whole, longest = Bench(), Bench(), np.empty(0, np.int16)
        for row, samples in rows(folder):
            own.add(row, samples, lambda sound: listened(engine, sound))
            whole.add(row, samples, lambda sound: decoded_plainly(engine, sound))
            longest = max(longest, samples, key=len)
        lags_s = caption_lags_s(engine, longest[: round(LIVE_S * SAMPLE_RATE)])
    judge = load_judge(folder)
    ours = {name: judge.score(pairs) for name, pairs in own.results.items()}
    theirs = {name: judge.score(pairs) for name, pairs in whole.results.items()}
    return [
        *(figure for name in ours for figure in _qualities(name, ours[name], theirs[name])),
        *confidence_figures(judge, own.results),
        *_inventions(own),
        Figure("Processor time ÷ that of a plain decode", own.cpu_s / whole.cpu_s, 2.5),
        Figure("Processor time ÷ that of a plain decode, dearest set", *_dearest(own, whole)),
        Figure("Time ÷ length of the sound", own.clock_s / own.sound_s, 0.2, "", _work(own)),
        *([Figure("Lag of live captions, median", median(lags_s), 2.5, "s")] if lags_s else []),
    ]


LEAST_FOUND: Final = {"clips": (0.92, 0.95), "meeting": (0.70, 0.90)}
TUNED_ON: Final = "recordings it was tuned on"
MOST_FALSE_IN_10_MIN: Final = {"read": 1.0}
MOST_POINTS_WORSE: Final = {"read": 1.0, "clips": 1.5, "meeting": 1.5}
MOST_ROUNDS: Final = 5


def _qualities(name: str, own: Figures, whole: Figures) -> Iterator[Figure]:
    counts = f"{TUNED_ON}: found {own['fillers_found']}, false {own['false']}, missed {own['missed']}"
    if name in LEAST_FOUND:
        recall, precision = LEAST_FOUND[name]
        yield Figure(f"{name}: filler sounds, recall", own["recall"] or 0.0, recall, "", counts, is_least=True)
        yield Figure(f"{name}: filler sounds, precision", own["precision"] or 0.0, precision, is_least=True)
    if name in MOST_FALSE_IN_10_MIN:
        most = MOST_FALSE_IN_10_MIN[name]
        yield Figure(f"{name}: false filler sounds in 10 min", own["false_per_10_min"], most, "", counts)
    if name in MOST_POINTS_WORSE:
        points = 100 * (own["wer"] - whole["wer"])
        errors = f"{100 * own['wer']:.1f} % against {100 * whole['wer']:.1f} %"
        yield Figure(f"{name}: word errors beyond a plain decode", points, MOST_POINTS_WORSE[name], "points", errors)
    if name in MOST_POINTS_WORSE and own["start_error_median_s"] is not None:
        yield Figure(f"{name}: start of words, median error", own["start_error_median_s"], 0.15, "s")
        yield Figure(f"{name}: start of words, 90th percentile", own["start_error_p90_s"], 0.35, "s")


def _dearest(own: Bench, whole: Bench) -> tuple[float, float, str, str]:
    """The set that costs most beside its plain decode: sets of short clips are cheap, calls of minutes are not."""
    ratios = {name: own.set_cpu_s[name] / whole.set_cpu_s[name] for name in own.set_cpu_s}
    dearest = max(ratios, key=ratios.__getitem__)
    return ratios[dearest], 2.5, "", dearest


def _work(own: Bench) -> str:
    """The clock tells of this machine's other work too; the processor's time does not."""
    return f"{own.sound_s / 60:.0f} min; processor time {own.cpu_s / own.sound_s:.2f} of it"


def _inventions(own: Bench) -> Iterator[Figure]:
    """Words where next to nothing was said beyond those that were, and the longest run of one word anywhere."""
    silent = own.results.get("near-silence", [])
    said = sum(len(row["text"].split()) for row, _ in silent)
    yield Figure("Words from near-silence", sum(len(_words(result)) for _, result in silent), said, "", f"{said} said")
    longest = max((_longest_run(result) for pairs in own.results.values() for _, result in pairs), default=0)
    yield Figure("Longest run of one word in any clip", longest, MOST_ROUNDS)


def _words(result: Row) -> list[Word]:
    return [Word(**word) for word in result["transcript"]["words"]]


def _longest_run(result: Row) -> int:
    return max((len(list(run)) for _, run in groupby(map(plain_word, _words(result)))), default=0)


def main() -> int:
    """Print the table, or one line if there is no speech to hear."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hearing", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=folder_named())
    folder = parser.parse_args().folder
    print(plain(measure(folder)) if folder else HOW_TO_MEASURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
