"""The user's last word on a flag: a filler taken off or put on, and the report that follows.

On a key point: `verdict_corrections`; on what was said: `word_corrections`. Nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from simulator.analysis.english.word_forms import normalise
from simulator.analysis.fillers.counting import clusters
from simulator.analysis.fillers.filler_sounds import is_sound, sound_indexes
from simulator.analysis.findings.advice import advise
from simulator.analysis.findings.filler_findings import IDS, SpokenFillers, filler_findings
from simulator.analysis.report import AnswerReport, Filler, FillerKind, FillerRates, Finding
from simulator.transcript import Word
from simulator.verdict_corrections import VerdictCorrection
from simulator.word_corrections import WordCorrection

Action = Literal["off", "on"]


@dataclass(frozen=True, slots=True)
class FlagCorrection:
    """One flag taken "off" or put "on".

    It is found again by its words and its time, so that it holds when the answer is judged or written down anew;
    a typed answer has no times, and is found by `word_index`. Times are seconds from the first sample.
    """

    kind: FillerKind
    word_index: int | None
    start_s: float | None
    end_s: float | None
    text: str
    action: Action
    word_count: int = 1


Correction = FlagCorrection | VerdictCorrection | WordCorrection
"""Whatever the user can put right: in a report, or in the words that it rests on."""


def taken_off(filler: Filler) -> FlagCorrection:
    """The correction that says: this is no filler."""
    return FlagCorrection(
        filler.kind, filler.word_index, filler.start_s, filler.end_s, filler.text, "off", filler.word_count
    )


def put_on(report: AnswerReport, word_index: int) -> FlagCorrection:
    """The correction that says: this word is a filler. Raises IndexError if there is no such word."""
    word = report.transcript.words[word_index]
    kind: FillerKind = "sound" if is_sound(word.text) else "word"
    return FlagCorrection(kind, word_index, word.start_s, word.end_s, normalise(word.text) or word.text.strip(), "on")


def corrected(report: AnswerReport, corrections: Iterable[FlagCorrection]) -> AnswerReport:
    """What is said of the answer once the user has spoken, the latest correction of a place last.

    Flags, rates per minute and per 100 words, clusters, and advice that rests on a flag follow; pace does not, as a
    word is told from a filler sound by its form. Without any effect it is `report` itself. A correction whose words are
    no longer there says nothing.
    """
    flags = _Flags(report)
    for correction in corrections:
        flags.apply(correction)
    fillers = flags.in_order()
    return report if fillers == report.fillers else _recounted(report, fillers)


class _Flags:
    """The flags of an answer while they are being corrected."""

    def __init__(self, report: AnswerReport) -> None:
        self._report = report
        self._off: list[Filler] = []
        self._added: list[Filler] = []

    def apply(self, correction: FlagCorrection) -> None:
        if correction.action == "off":
            self._take_off(correction)
        elif (again := _closest(correction, self._off)) is not None:
            self._off.remove(again)
        else:
            self._put_on(correction)

    def in_order(self) -> tuple[Filler, ...]:
        kept = tuple(filler for filler in self._report.fillers if filler not in self._off)
        return tuple(sorted((*kept, *self._added), key=_place)) if self._added else kept

    def _standing(self) -> list[Filler]:
        return [*(filler for filler in self._report.fillers if filler not in self._off), *self._added]

    def _take_off(self, correction: FlagCorrection) -> None:
        found = _closest(correction, self._standing())
        if found is None:
            return
        if found in self._added:
            self._added.remove(found)
        else:
            self._off.append(found)

    def _put_on(self, correction: FlagCorrection) -> None:
        index = _word_index(correction, self._report)
        if index is None or any(index in _indexes(filler) for filler in self._standing()):
            return
        last = self._report.transcript.words[index + correction.word_count - 1]
        first = self._report.transcript.words[index]
        self._added.append(
            Filler(
                correction.text,
                correction.kind,
                "words",
                first.start_s,
                last.end_s,
                1.0,
                index,
                correction.word_count,
                by_user=True,
            )
        )


def _closest(correction: FlagCorrection, fillers: Sequence[Filler]) -> Filler | None:
    """The flag that a correction speaks of; of several the one whose beginning is closest."""
    meant = [filler for filler in fillers if _is_same_said(correction, filler) and _meet(correction, filler)]
    return min(meant, key=lambda one: abs((one.start_s or 0.0) - (correction.start_s or 0.0)), default=None)


def _is_same_said(correction: FlagCorrection, filler: Filler) -> bool:
    """Whether both are of the same words; "um" and "uh" are one sound, heard by different means."""
    return filler.text == correction.text or (filler.kind == "sound" and correction.kind == "sound")


def _meet(correction: FlagCorrection, filler: Filler) -> bool:
    if filler.start_s is None or filler.end_s is None:
        return correction.start_s is None and correction.word_index == filler.word_index
    return _overlap(correction, filler.start_s, filler.end_s)


def _overlap(correction: FlagCorrection, start_s: float, end_s: float) -> bool:
    """Whether both share some time; a word that an engine gave no length is at the same place or it is not."""
    if correction.start_s is None or correction.end_s is None:
        return False
    is_same = (correction.start_s, correction.end_s) == (start_s, end_s)
    return is_same or (correction.start_s < end_s and start_s < correction.end_s)


def _word_index(correction: FlagCorrection, report: AnswerReport) -> int | None:
    """Where the words of a correction stand now: where they stood, or where they are said at the same time."""
    if correction.word_index is None:
        return None
    if _stands_at(correction, report, correction.word_index):
        return correction.word_index
    if correction.start_s is None:
        return None
    indexes = range(len(report.transcript.words))
    return next((index for index in indexes if _stands_at(correction, report, index)), None)


def _stands_at(correction: FlagCorrection, report: AnswerReport, index: int) -> bool:
    words = report.transcript.words[index : index + correction.word_count]
    if len(words) < correction.word_count or not words:
        return False
    said = " ".join(normalise(word.text) or word.text.strip() for word in words)
    if said != correction.text:
        return False
    start_s, end_s = words[0].start_s, words[-1].end_s
    if start_s is None or end_s is None:
        return correction.start_s is None and index == correction.word_index
    return _overlap(correction, start_s, end_s)


def _recounted(report: AnswerReport, fillers: tuple[Filler, ...]) -> AnswerReport:
    """The report with other fillers, and all that is counted from them."""
    if not report.enough_speech:
        return replace(report, fillers=fillers)
    minutes = (report.speech_s or 0.0) / 60
    report = replace(
        report,
        fillers=fillers,
        fillers_per_minute=_rates(report, report.fillers_per_minute, fillers, minutes),
        fillers_per_100_words=_rates(report, report.fillers_per_100_words, fillers, _spoken_count(report) / 100),
        clusters=None if report.clusters is None else clusters(fillers),
    )
    return _advised(report)


def _rates(
    report: AnswerReport, before: FillerRates | None, fillers: Sequence[Filler], per: float
) -> FillerRates | None:
    """Rates of the kinds whose count has changed; what could not be measured stays so."""
    if before is None or per <= 0:
        return before

    def rate(kind: FillerKind, earlier: float | None) -> float | None:
        count = _count(fillers, kind)
        return earlier if earlier is None or count == _count(report.fillers, kind) else round(count / per, 2)

    return replace(
        before, sound=rate("sound", before.sound), word=rate("word", before.word), repeat=rate("repeat", before.repeat)
    )


def _spoken_count(report: AnswerReport) -> int:
    """Words, filler sounds not counted."""
    words = tuple(Word(word.text, word.start_s or 0.0, word.end_s or 0.0) for word in report.transcript.words)
    return len(words) - len(sound_indexes(words))


def _advised(report: AnswerReport) -> AnswerReport:
    """The report with what its fillers give to say, and with the advice chosen anew from all findings."""
    spoken = SpokenFillers.of(report, report.compared_with)
    findings = tuple(sorted((*_others(report), *filler_findings(spoken)), key=lambda finding: -finding.weight))
    return replace(report, findings=findings, advice=advise(findings, report.held_back * 2))


def _others(report: AnswerReport) -> tuple[Finding, ...]:
    """What rests on no flag; what was said without a finding beside it, in a report of an early version, stays."""
    known = {finding.id for finding in report.findings}
    said = (Finding(advice.finding, advice.text, advice.start_s, advice.end_s) for advice in report.advice)
    return tuple(
        finding
        for finding in (*report.findings, *(one for one in said if one.id not in known))
        if finding.id not in IDS
    )


def _count(fillers: Iterable[Filler], kind: FillerKind) -> int:
    return sum(1 for filler in fillers if filler.kind == kind)


def _indexes(filler: Filler) -> range:
    return range(0) if filler.word_index is None else range(filler.word_index, filler.word_index + filler.word_count)


def _place(filler: Filler) -> tuple[float, int]:
    return filler.start_s or 0.0, filler.word_index or 0
