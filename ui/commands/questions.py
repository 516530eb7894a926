"""`viva-voce questions`: what can be asked, what is wrong with a pack, and how questions come and go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from question_bank.bank import BUILT_IN_PACKS, Bank
from question_bank.cue_lines import cue_lines
from question_bank.errors import NotWritten, UnknownPack
from question_bank.exchange.exporting import LEFT_OUT, export_text
from question_bank.exchange.formats import Format, format_of
from question_bank.exchange.importing import Import, read_import
from question_bank.exchange.naming import slug
from question_bank.exchange.topic_names import WITHOUT_TOPIC
from question_bank.labels import kind_label, role_label, round_label, topic_label
from question_bank.loader import BrokenPack, Pack, Problem, load_pack
from question_bank.models import Question
from question_bank.pack_format import PackHead
from simulator.data_folder import DataFolder
from simulator.own_packs import OwnPacks, built_in_names, write_whole
from simulator.weak_cues import weak_cues
from ui.commands.output import complain, say, say_as_it_is, say_json
from ui.words.imported_topics import unknown_topic_sentence
from ui.words.times import clock, counted

_MOST_PROBLEMS: Final = 50


def list_questions(data_folder: DataFolder, *, as_json: bool) -> int:
    """Print every question, one a line."""
    bank = Bank.load(data_folder.packs)
    for question in bank.questions:
        if as_json:
            say_json(question)
        else:
            say(f"{question.id:<40} {kind_label(question.kind):<14} {question.text}")
    _mention_broken(bank)
    return 0


def show_question(data_folder: DataFolder, question_id: str, *, as_json: bool) -> int:
    """Print one question, whole. Raises UnknownQuestion."""
    question = Bank.load(data_folder.packs).get(question_id)
    if as_json:
        say_json(question)
    else:
        say("\n".join(_lines(question)))
    return 0


def check_questions(data_folder: DataFolder, packs: Sequence[Path], *, as_json: bool) -> int:
    """Print what is wrong with `packs`, or with every pack in use, and which cues of the user's prove nothing.

    1 if a pack is left out; a weak cue is advice.
    """
    bank = Bank.load(data_folder.packs)
    if packs:
        loaded = [load_pack(path) for path in packs]
        problems = [problem for pack in loaded if isinstance(pack, BrokenPack) for problem in pack.problems]
        sound = [pack for pack in loaded if isinstance(pack, Pack)]
        count = sum(len(pack.questions) for pack in sound)
    else:
        problems, sound, count = list(bank.checks()), list(bank.own), len(bank.questions)
    advice = list(_weak(sound, bank))
    for problem in problems:
        _tell(problem, as_json, is_refused=True)
    for problem in advice:
        _tell(problem, as_json, is_refused=False)
    if problems:
        complain(f"{counted(len(problems), 'problem')} found; packs with a problem are left out entirely.")
        return 1
    if not as_json:
        say(f"{counted(count, 'question')}, {_found(len(advice))}.")
    return 0


def _weak(packs: Sequence[Pack], bank: Bank) -> Iterator[Problem]:
    """The cues of these packs that any answer hits, or the question read out, with the line of each."""
    for pack in packs:
        lines = cue_lines(pack.source)
        for weak in weak_cues(pack.questions, bank.questions):
            question, point = weak.question.id, weak.point.id
            text = f"{question}, {point}: {weak.sentence}"
            yield Problem(pack.source, lines.get((question, point, weak.cue)), text)


def _found(weak: int) -> str:
    return f"{counted(weak, 'weak cue')}; they are still in use" if weak else "nothing wrong"


def import_questions(
    data_folder: DataFolder,
    file: Path,
    pack_name: str | None,
    format_: Format | None,
    *,
    is_dry_run: bool,
    topic: str | None = None,
) -> int:
    """Turn `file` into one of the user's packs, as a whole or not at all; 1 with every problem if anything is wrong.

    `topic` is that of the questions which have none that is known. A pack that had the name before stays beside the new
    one as `….previous`. Raises UnknownFormat, NotWritten and PlacesError.
    """
    name = pack_name or slug(file.stem) or "imported"
    format_ = format_ or format_of(file)
    bank = _questions_beside(name, data_folder)
    imported = read_import(file, format_, name, bank)
    if topic and isinstance(imported, Import):
        unknown = {each.name: topic for each in imported.unknown_topics}
        imported = read_import(file, format_, name, bank, {WITHOUT_TOPIC: topic, **unknown})
    if isinstance(imported, BrokenPack):
        return _refuse(imported.problems)
    for remark in _remarks_on(imported, topic):
        say(remark)
    if not imported.pack.questions:
        say("Nothing new, so nothing was written.")
    elif name in built_in_names():
        raise NotWritten(f"“{name}” is a built-in pack; nothing was written. Choose another name with --pack.")
    elif is_dry_run:
        _preview(imported, OwnPacks(data_folder.packs).path_of(name))
    else:
        _keep(imported, name, data_folder)
    return 0


def export_questions(data_folder: DataFolder, out: Path | None, pack_name: str | None, format_: Format | None) -> int:
    """Write the questions of one pack, or of all, to `out` or to the standard output.

    Raises UnknownPack, UnknownFormat and NotWritten.
    """
    format_ = format_ or (format_of(out) if out else Format.YAML)
    bank = Bank.load(data_folder.packs)
    questions = [question for question in bank.questions if pack_name in (None, question.pack)]
    if not questions:
        names = ", ".join(dict.fromkeys(question.pack for question in bank.questions))
        raise UnknownPack(f"There is no pack “{pack_name}”; the packs are {names}.")
    _mention_broken(bank)
    text = export_text(questions, _head_of(pack_name, data_folder), format_)
    if out is None:
        say_as_it_is(text)
        return 0
    write_whole(out.resolve(), text.encode())
    without = f", without {LEFT_OUT[format_]}" if format_ in LEFT_OUT else ""
    say(f"{counted(len(questions), 'question')} written to {out}{without}.")
    return 0


def _questions_beside(name: str, data_folder: DataFolder) -> list[Question]:
    """What stays in the bank when the user's pack of this name is replaced."""
    questions = Bank.load(data_folder.packs).questions
    return [question for question in questions if question.pack != name or name in built_in_names()]


def _refuse(problems: Sequence[Problem]) -> int:
    for problem in problems[:_MOST_PROBLEMS]:
        complain(str(problem))
    more = len(problems) - _MOST_PROBLEMS
    complain(f"{f'{more:,} more problems; ' if more > 0 else ''}nothing was imported.")
    return 1


def _remarks_on(imported: Import, topic: str | None) -> Iterator[str]:
    """What of the file is not in the pack, a sentence each."""
    if imported.known:
        yield f"{counted(len(imported.known), 'question')} left out: already in the bank."
    yield from imported.remarks
    for unknown in () if topic else imported.unknown_topics:
        yield unknown_topic_sentence(unknown)


def _preview(imported: Import, target: Path) -> None:
    for question in imported.pack.questions:
        say(f"  {question.text}")
    say(f"{counted(len(imported.pack.questions), 'question')} would be written to {target}; nothing was written.")


def _keep(imported: Import, name: str, data_folder: DataFolder) -> None:
    data_folder.prepare()
    change = OwnPacks(data_folder.packs).put(name, imported.content)
    said = f"; the earlier version is in {change.previous.name}" if change.previous else ""
    say(f"{counted(len(imported.pack.questions), 'question')} written to {change.path}{said}.")


def _head_of(pack_name: str | None, data_folder: DataFolder) -> PackHead:
    folders = (BUILT_IN_PACKS, data_folder.packs)
    packs = [
        load_pack(path) for folder in folders if pack_name and (path := OwnPacks(folder).path_of(pack_name)).is_file()
    ]
    for pack in packs:
        if isinstance(pack, Pack):
            return PackHead(pack.title, pack.reference)
    return PackHead("Questions", "Several packs, each with its own source.")


def _tell(problem: Problem, as_json: bool, *, is_refused: bool) -> None:
    if as_json:
        place = {"path": str(problem.path), "line": problem.line}
        say_json({**place, "text": problem.text, "is_refused": is_refused})
    else:
        say(str(problem))


def _mention_broken(bank: Bank) -> None:
    if bank.broken:
        names = ", ".join(pack.source.name for pack in bank.broken)
        complain(f"{counted(len(bank.broken), 'pack')} left out ({names}); “viva-voce questions check” says why.")


def _lines(question: Question) -> Iterator[str]:
    times = question.times
    yield question.text
    if question.code:
        yield f"\n{question.code}"
    yield f"\n{question.id} · {kind_label(question.kind)} · level {question.level} · pack {question.pack}"
    yield f"Roles: {', '.join(map(role_label, question.roles))}"
    yield f"Rounds: {', '.join(map(round_label, question.rounds))}"
    yield f"Topics: {', '.join(map(topic_label, question.topics))}"
    yield f"Length: {clock(times.min_s)} to {clock(times.target_s)}, at most {clock(times.max_s)}"
    yield from _listed("Key points", [point.text for point in question.key_points])
    yield from _listed("Better not", [flag.text for flag in question.red_flags])
    yield from _listed("Follow-ups", [follow_up.text for follow_up in question.follow_ups])
    yield f"\nModel answer\n  {question.model_answer.strip()}"
    yield from _listed("Read next", question.shelf)


def _listed(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"\n{title}"
        yield from (f"  – {entry}" for entry in entries)
