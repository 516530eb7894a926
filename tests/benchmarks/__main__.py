"""`python -m tests.benchmarks`: accuracy, speed and memory beside their targets. A missed one is no error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Final

from tests.benchmarks import (
    bank,
    entailment,
    filler_words,
    first_paint,
    hearing,
    history,
    hostile_files,
    interview_memory,
    key_points,
    kills,
    long_take,
    many_files,
    microphone,
    opening,
    progress,
    rambling,
    soak,
    spoilt_speech,
    spoken_answer,
    spoken_answers,
    spoken_questions,
    spoken_terms,
)
from tests.benchmarks.answers.measuring import measure as measure_answers
from tests.benchmarks.real_speech import HOW_TO_MEASURE, folder_named
from tests.benchmarks.table import Figure, markdown, plain


def _real_speech() -> list[Figure]:
    folder = folder_named()
    if folder is None:
        return []
    return [*filler_words.measure_calls(folder), *hearing.measure(folder)]


BENCHMARKS: Final[dict[str, Callable[[], list[Figure]]]] = {
    "first-paint": first_paint.measure,
    "opening": opening.measure,
    "spoken-answer": spoken_answer.measure,
    "memory": interview_memory.measure,
    "long-take": long_take.measure,
    "many-files": many_files.measure,
    "microphone": microphone.measure,
    "history": history.measure,
    "kills": kills.measure,
    "progress": progress.measure,
    "hostile-files": hostile_files.measure,
    "soak": soak.measure,
    "bank": bank.measure,
    "traps": filler_words.measure,
    "key-points": key_points.measure,
    "answers": measure_answers,
    "spoken-answers": spoken_answers.measure,
    "voice": spoken_questions.measure,
    "terms": spoken_terms.measure,
    "entailment": entailment.measure,
    "rambling": lambda: [*rambling.measure_written(), *rambling.measure()],
    "spoilt-speech": spoilt_speech.measure,
    "hearing": _real_speech,
}


def main() -> int:
    """Run what was asked for, or everything, and print the table."""
    length = f"{microphone.MINUTES}=30 in the environment has the microphone listened to for 30 minutes instead of 2."
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__, epilog=length)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of {', '.join(BENCHMARKS)}; else all")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHMARKS):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in options.names or BENCHMARKS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        figures += BENCHMARKS[name]()
    print(markdown(figures) if options.markdown else plain(figures))
    if "hearing" in (options.names or BENCHMARKS) and folder_named() is None:
        print(HOW_TO_MEASURE)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
