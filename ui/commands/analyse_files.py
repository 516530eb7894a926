"""`viva-voce analyse`: files in, reports out. Sound goes through the speech child, text straight to analysis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from question_bank.models import Kind, Question
from recordings.take_file import open_take
from recordings.transcription.model_speed import ModelChoice
from recordings.transcription.service import SpeechService
from simulator.data_folder import DataFolder
from simulator.entailment.meter import EntailmentMeter, Meter
from simulator.judge import Judge
from simulator.rules_file import read_rules
from ui.commands.files_progress import FilesProgress
from ui.commands.listener import Listener, ListenerProcess, NotJudged
from ui.commands.output import complain, progress_line, say, say_json
from ui.commands.side_by_side import SideBySide
from ui.commands.typed_files import TYPED_SUFFIXES, Judged, judge_typed
from ui.commands.worker_count import threads_each

if TYPE_CHECKING:
    from recordings.transcription.sound_used import SoundUsed
    from simulator.analysis.report import AnswerReport
    from simulator.analysis.rules import JudgingRules
    from simulator.transcript import Transcript


def analyse_files(
    files: Sequence[Path],
    data_folder: DataFolder,
    question_id: str | None = None,
    kind: Kind | None = None,
    *,
    as_json: bool = False,
    workers: int = 1,
    new_speech: Callable[[Path, ModelChoice], ListenerProcess] = SpeechService,
    new_meter: Callable[[], Meter] = EntailmentMeter,
) -> int:
    """Judge each file by the user's rules and print its report; one that cannot be judged costs a line, and the code 1.

    A rule that cannot be read costs a line, too, and the default stands in for it. `workers` are at work at once, each
    with a speech child and a text model of its own; what they say comes in the order of the files all the same.
    `new_speech` makes a speech child from the folder of models, `new_meter` what measures meaning; tests put theirs in
    their place. Raises UnknownQuestion, or PlacesError if there is sound to judge and nowhere to keep the speech model.
    """
    question, rules = _question(data_folder, question_id), _rules(data_folder)
    _open_vaults(files)
    threads = threads_each(workers)
    with progress_line() as line:
        progress = FilesProgress(files, line)
        crew = [
            _FileWorker(
                Listener(data_folder, question, new_speech, threads),
                _Asked(Judge(rules, new_meter()), question, kind),
                progress.tell,
            )
            for _ in range(max(1, min(workers, len(files))))
        ]
        with SideBySide(files, crew) as work:
            outcomes = work.outcomes(lambda: progress.show(work.finished))
            return _print_all(outcomes, question, progress.clear, as_json=as_json)


def _open_vaults(files: Sequence[Path]) -> None:
    """Have the keys of encrypted recordings before a child is made that reads them; without, it says what is so."""
    for path in files:
        with suppress(OSError):
            open_take(path).close()


def _print_all(
    outcomes: Iterator[_Outcome], question: Question | None, make_way: Callable[[], None], *, as_json: bool
) -> int:
    """Print what comes, each on a line that `make_way` has cleared, and give the exit code."""
    code = 0
    noted: set[str] = set()
    for outcome in outcomes:
        make_way()
        match outcome:
            case Judged():
                _print(outcome, question, as_json)
            case NotJudged():
                complain(str(outcome))
                code = 1
            case str() if outcome not in noted:
                noted.add(outcome)
                complain(f"note: {outcome}")
    return code


def _question(data_folder: DataFolder, question_id: str | None) -> Question | None:
    if question_id is None:
        return None
    from question_bank.bank import Bank

    return Bank.load(data_folder.packs).get(question_id)


def _rules(data_folder: DataFolder) -> JudgingRules:
    loaded = read_rules(data_folder.rules_file)
    for problem in loaded.problems:
        complain(f"note: {problem}")
    return loaded.rules


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the answers are judged by, and against."""

    judge: Judge
    question: Question | None
    kind: Kind | None

    def spoken(self, transcript: Transcript) -> AnswerReport:
        return self.judge.spoken(transcript, self.question, self.kind)

    def typed(self, text: str) -> AnswerReport:
        return self.judge.typed(text, self.question, self.kind)


_Outcome = Judged | NotJudged | str
"""A report, a reason why there is none, or a note on the engine."""


@dataclass(frozen=True, slots=True)
class _FileWorker:
    """Judges one file after the other."""

    listener: Listener
    asked: _Asked
    show: Callable[[str], None]

    def work(self, task: Path) -> Iterator[_Outcome]:
        """What comes of a file."""
        try:
            if task.suffix.lower() in TYPED_SUFFIXES:
                yield from judge_typed(task, self.asked.typed)
            else:
                yield self._spoken(task)
        except NotJudged as problem:
            yield problem
        while self.listener.notes:
            yield self.listener.notes.pop()

    def _spoken(self, file: Path) -> Judged:
        heard = self.listener.transcribe(file, self.show)
        return Judged(file, self.asked.spoken(heard.transcript), sound=heard.sound)

    def end(self) -> None:
        """End both children."""
        self.listener.end()
        if self.asked.judge.meter is not None:
            self.asked.judge.meter.close()


def _print(judged: Judged, question: Question | None, as_json: bool) -> None:
    if as_json:
        report = {part.name: getattr(judged.report, part.name) for part in fields(judged.report)}
        say_json({"file": str(judged.file), **judged.names, **report, "sound": _sound(judged.sound)})
        return
    from ui.words.report_text import note_lines, report_lines
    from ui.words.sound_notes import sound_notes

    say(" · ".join((str(judged.file), *map(str, judged.names.values()))))
    lines = (*note_lines(sound_notes(judged.sound)), *report_lines(judged.report, question))
    say("\n".join(f"  {line}".rstrip() for line in lines) + "\n")


def _sound(sound: SoundUsed | None) -> dict[str, object] | None:
    """What was listened to, as values and in sentences."""
    from ui.words.sound_notes import sound_notes

    return None if sound is None else {**asdict(sound), "notes": sound_notes(sound)}
