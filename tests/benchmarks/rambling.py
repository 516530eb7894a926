"""How many answers are judged rightly once spoken and recognised: `python -m tests.benchmarks.rambling`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from recordings.transcription.messages import Failed, NoEngine, Ready, Transcribed, TranscribeFile
from recordings.transcription.models import install_built_in
from recordings.transcription.service import SpeechService
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.report import AnswerReport
from simulator.transcript import Transcript
from tests.benchmarks.table import Figure, plain
from tests.simulator.analysis.spoken_answers import SpokenAnswer, read_answers, read_file

MOST_WRONG = 0.1
WAIT_S = 180.0
OF_EACH_FILE = 5
FILES = ("tight_more", "tight_spoken", "rambling_more", "rambling_spoken")
VOICES = ("en-gb", "en-us", "en-gb-scotland")
SLOWEST_WPM, FASTEST_WPM = 140, 190
WORDS_PER_WPM = 0.95


def measure_written() -> list[Figure]:
    """All written answers, and by themselves those that nobody looked at while the rules were made."""
    return [
        _misjudged("Written answers misjudged", [*read_answers("tight"), *read_answers("rambling")]),
        _misjudged(
            "Held-out written answers misjudged", [*read_file("tight_held_out"), *read_file("rambling_held_out")]
        ),
    ]


def _misjudged(name: str, answers: list[SpokenAnswer]) -> Figure:
    wrong = sum(
        _is_flagged(analyse_text(answer.text, answer.question)) != answer.name.startswith("rambling")
        for answer in answers
    )
    return Figure(name, wrong / len(answers), MOST_WRONG, "", f"{wrong} of {len(answers)}")


def measure() -> list[Figure]:
    """Twenty answers of a minute or less, in three voices and at many rates, through the real recogniser."""
    answers = [answer for name in FILES for answer in read_file(name)[:OF_EACH_FILE]]
    with tempfile.TemporaryDirectory(prefix="vv-") as name:
        folder = Path(name)
        sounds = [_speak(answer, voice, folder) for answer, voice in zip(answers, cycle(VOICES), strict=False)]
        reports = [
            analyse(transcript, answer.question)
            for answer, transcript in zip(answers, _recognised(sounds, folder), strict=True)
        ]
    judged = list(zip(answers, reports, strict=True))
    tight = [_is_flagged(report) for answer, report in judged if answer.name.startswith("tight")]
    rambling = [not _is_flagged(report) for answer, report in judged if answer.name.startswith("rambling")]
    for answer, report in judged:
        print(_line(answer, report), file=sys.stderr)
    return [
        Figure("Spoken answers misjudged", (sum(tight) + sum(rambling)) / len(judged), MOST_WRONG),
        Figure("Tight spoken answers flagged", sum(tight), 0, "", f"of {len(tight)}"),
        Figure("Rambling spoken answers missed", sum(rambling), 2, "", f"of {len(rambling)}"),
    ]


def _speak(answer: SpokenAnswer, voice: str, folder: Path) -> Path:
    """As slowly as a minute allows."""
    rate_wpm = min(max(round(len(answer.text.split()) / WORDS_PER_WPM), SLOWEST_WPM), FASTEST_WPM)
    sound = folder / f"{answer.name}.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", str(rate_wpm), "-w", str(sound), answer.text], check=True)
    return sound


def _recognised(sounds: list[Path], folder: Path) -> Iterator[Transcript]:
    models = folder / "models"
    models.mkdir()
    install_built_in(models)
    service = SpeechService(models)
    service.start()
    try:
        while not isinstance(event := service.receive(WAIT_S), Ready):
            if isinstance(event, NoEngine):
                raise RuntimeError(event.reason)
        for sound in sounds:
            service.send(TranscribeFile(sound.stem, sound))
            yield _transcript(service)
    finally:
        service.kill()


def _transcript(service: SpeechService) -> Transcript:
    while not isinstance(event := service.receive(WAIT_S), Transcribed):
        if isinstance(event, Failed):
            raise RuntimeError(event.reason)
    return event.transcript


def _is_flagged(report: AnswerReport) -> bool:
    return report.rambling is not None and report.rambling.flag


def _line(answer: SpokenAnswer, report: AnswerReport) -> str:
    reasons = ", ".join(reason.rule for reason in report.rambling.reasons) if report.rambling else "not judged"
    verdict = "rambles" if _is_flagged(report) else "keeps to it"
    return f"{answer.name}: {report.duration_s:.0f} s, {verdict} ({reasons or 'no reason'})"


if __name__ == "__main__":
    print(plain([*measure_written(), *measure()]))
