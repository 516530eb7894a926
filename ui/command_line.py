"""The command line: what can be called and how it ends. The work is done in `ui.commands`, imported late."""

from __future__ import annotations

import argparse
import errno
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from question_bank.exchange.formats import Format
from question_bank.models import Kind
from ui.backup_calls import EXAMPLES as BACKUP_EXAMPLES
from ui.backup_calls import add_backup_and_restore
from ui.call_parts import DONE, FAILED, INTERRUPTED, Run, add_call, add_data_dir, add_group, add_json
from ui.check_calls import EXAMPLES as CHECK_EXAMPLES
from ui.check_calls import add_sessions_check
from ui.commands.parser import Parser, Version
from ui.export_calls import add_sessions_export
from ui.models_calls import add_models
from ui.vault_calls import EXAMPLES as VAULT_EXAMPLES
from ui.vault_calls import add_encryption

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder

_PACK_NAME: Final = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_LONGEST_PACK_NAME: Final = 60
_TOO_LONG_A_NAME: Final = errno.ENAMETOOLONG  # of a file or folder in the call; no system takes it
_MOST_SHOWN: Final = 80

_EXAMPLES: Final = """\
examples:
  viva-voce                                    open the window
  viva-voce demo --out demo-output             a complete demo interview, no person needed
  viva-voce analyse answer.m4a                 analyse a recorded answer
  viva-voce questions list                     list the questions
  viva-voce doctor                             check that everything works on this computer
"""
_ANALYSE_EXAMPLES: Final = """\
examples:
  viva-voce analyse answer.wav
  viva-voce analyse answer.m4a --question bias-variance.explain
  viva-voce analyse *.wav --kind think-aloud --json > judged.jsonl
  viva-voce analyse typed.txt                  a typed answer; anything that needs sound is not measured
  viva-voce analyse typed.jsonl --json         many typed answers: one {"id": ..., "text": ...} per line
"""
_QUESTIONS_EXAMPLES: Final = """\
examples:
  viva-voce questions list --json
  viva-voce questions show bias-variance.explain
  viva-voce questions check my-pack.yaml
  viva-voce questions cv my-cv.pdf             what you could be asked about it; nothing is saved
  viva-voce questions advertisement job.txt    what a job advertisement asks for; nothing is saved
  viva-voce questions import cards.csv --dry-run
  viva-voce questions export --format csv --out questions.csv
"""
_IMPORT_EXAMPLES: Final = """\
examples:
  viva-voce questions import cards.csv               as the pack “cards”; importing again replaces it
  viva-voce questions import deck.txt --pack stats   from Anki: Export, Notes in Plain Text (.txt)
  viva-voce questions import notes.md --dry-run      only list the questions found; nothing is written
  viva-voce questions import quiz.csv --topic statistics

Each entry needs a question (in CSV the column “text” or “question”; in Markdown a heading, bold line, list item,
<details> block or table row that asks something) and a model answer or key points. Defaults: kind short, level 2, all
roles, technical screening, a topic “own.” plus the pack's name, and an id made from the question's words. Key points
without cues get some from their own words; these are worth reviewing. To write a key point on one line, use
text :: cue; cue :: id
A single mistake stops the whole import. Only in a Markdown list are questions without an answer skipped, and you are
told which.
"""
_EXPORT_EXAMPLES: Final = """\
examples:
  viva-voce questions export --pack foundations --out foundations.md
  viva-voce questions export --format csv > questions.csv
  viva-voce questions export --format anki --out cards.txt

YAML, JSON and Markdown contain everything; CSV leaves out the pack's title and source. Anki cards leave out
cues, target times, follow-ups, red flags and further reading.
"""
_SESSIONS_EXAMPLES: Final = """\
examples:
  viva-voce sessions list --search regularisation
  viva-voce sessions show 12 --json
  viva-voce sessions export 12 --out interview.html
  viva-voce sessions compare 31 38             two answers to one question, by their ids in “sessions show --json”
  viva-voce sessions delete 12 13              asks first, unless you add --yes
"""
_DEMO_EXAMPLES: Final = """\
examples:
  viva-voce demo
  viva-voce demo --out demo-output             save the report, recordings and screenshots there
"""
_DOCTOR_EXAMPLES: Final = """\
examples:
  viva-voce doctor
  viva-voce doctor --json
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask (those of the process, if None) and give the exit code: done, failed or wrong usage."""
    from ui.commands.output import prepare_streams, to_the_end

    prepare_streams()
    try:
        return to_the_end(lambda: _run(argv))
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: Sequence[str] | None) -> int:
    """Run the call; an expected error becomes one line on stderr, a bug passes. Raises OutputRefused."""
    from question_bank.errors import BankError
    from recordings.errors import RecordingError
    from recordings.transcription.errors import TranscriptionError
    from simulator.data_folder import DataFolder
    from simulator.errors import SimulatorError
    from ui.commands.output import OutputRefused, complain
    from ui.commands.unlocking import may_be_asked

    try:
        options = _parser().parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    run: Run = options.run
    if run is not _open_window:  # a window asks for the passphrase itself
        may_be_asked()
    try:
        return run(options, DataFolder.find(options.data_dir))
    except OutputRefused:
        raise
    except (SimulatorError, BankError, RecordingError, TranscriptionError) as error:
        complain(str(error))
        return FAILED
    except OSError as error:
        if error.errno != _TOO_LONG_A_NAME:
            raise
        complain(f"“{str(error.filename)[:_MOST_SHOWN]}…” cannot be used: {error.strerror}. Choose a shorter name.")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="viva-voce",
        description="Spoken mock interviews for machine learning and data science, offline.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=Version, nargs=0, help="show the version and exit")
    add_data_dir(parser, None)
    parser.set_defaults(run=_open_window)
    calls = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_demo(calls)
    _add_analyse(calls)
    _add_questions(calls)
    _add_sessions(calls)
    add_models(calls)
    _add_doctor(calls)
    return parser


def _add_demo(calls: Any) -> None:
    call = add_call(
        calls, "demo", "Run a complete demo interview; no person, display or sound card needed.", _demo, _DEMO_EXAMPLES
    )
    call.add_argument("--out", type=Path, metavar="DIR", help="save the report, recordings and screenshots to DIR")


def _add_analyse(calls: Any) -> None:
    about = "Analyse recorded answers (WAV, FLAC, MP3, M4A, OGG, Opus, MP4, MOV, WebM) or typed ones (.txt, .jsonl)."
    call = add_call(calls, "analyse", about, _analyse, _ANALYSE_EXAMPLES)
    accepted = "an audio file, or typed answers as .txt or .jsonl"
    call.add_argument("files", type=Path, nargs="+", metavar="FILE", help=accepted)
    call.add_argument("--question", metavar="ID", help="the question answered, for its key points and target times")
    call.add_argument(
        "--kind", type=Kind, choices=list(Kind), metavar="KIND", help=f"the kind of question: {', '.join(Kind)}"
    )
    about = "how many files to analyse at once (default: one for each core, as far as memory allows)"
    call.add_argument("--workers", type=_worker_count, metavar="N", help=about)
    add_json(call, "one object per line")


def _worker_count(text: str) -> int:
    from ui.commands.worker_count import MOST

    if not text.isdecimal() or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"a whole number from 1 to {MOST}")
    return int(text)


def _add_questions(calls: Any) -> None:
    group = add_group(calls, "questions", "Show, check, import and export questions.", _QUESTIONS_EXAMPLES)
    add_json(add_call(group, "list", "List all questions.", _list_questions), "one object per line")
    show = add_call(group, "show", "Show one question in full.", _show_question)
    show.add_argument("id", metavar="ID", help="the question's id, as in “questions list”")
    add_json(show, "one object")
    check = add_call(group, "check", "Check question packs for problems.", _check_questions)
    check.add_argument("packs", type=Path, nargs="*", metavar="PACK", help="pack files (default: all packs in use)")
    add_json(check, "one object per problem")
    cv = add_call(
        group, "cv", "Show the techniques and projects found in a CV, and the questions about them.", _questions_of_cv
    )
    cv.add_argument("file", type=Path, metavar="FILE", help="PDF, DOCX, Markdown or plain text")
    add_json(cv, "one object")
    advertisement = add_call(
        group,
        "advertisement",
        "Show the role, techniques and responsibilities found in a job advertisement, and the topics that cover them.",
        _demands_of_advertisement,
    )
    advertisement.add_argument("file", type=Path, metavar="FILE", help="PDF, DOCX, Markdown or plain text")
    add_json(advertisement, "one object")
    _add_import(group)
    _add_export(group)


def _add_import(group: Any) -> None:
    about = "Import your own pack from CSV, JSON, YAML, Markdown or Anki notes in plain text."
    call = add_call(group, "import", about, _import_questions, _IMPORT_EXAMPLES)
    call.add_argument("file", type=Path, metavar="FILE", help="the file; .txt: Anki notes or a numbered list")
    call.add_argument("--pack", metavar="NAME", type=_pack_name, help="the pack's name (default: the file's name)")
    _add_format(call, "the format of FILE (default: taken from its name)")
    about = "the topic, by name or id, of questions whose own is missing or unknown (default: a new topic for the pack)"
    call.add_argument("--topic", metavar="TOPIC", type=_topic, help=about)
    call.add_argument("--dry-run", action="store_true", help="check everything and list the questions; write nothing")


def _add_export(group: Any) -> None:
    about = "Export questions to a file, or to standard output."
    call = add_call(group, "export", about, _export_questions, _EXPORT_EXAMPLES)
    _add_format(call, "the output format (default: taken from the name of FILE, otherwise yaml)")
    call.add_argument("--out", type=Path, metavar="FILE", help="the file to write; an existing file is replaced")
    call.add_argument("--pack", metavar="NAME", help="only this pack's questions (default: all packs)")


def _add_format(call: argparse.ArgumentParser, about: str) -> None:
    names = ", ".join(Format)
    call.add_argument("--format", type=Format, choices=list(Format), metavar="FORMAT", help=f"{names}: {about}")


def _topic(text: str) -> str:
    from question_bank.exchange.topic_names import nearest_topics, topic_called
    from question_bank.labels import topic_label

    topic = topic_called(text)
    if topic is None:
        nearest = ", ".join(f"“{topic_label(each)}”" for each in nearest_topics(text))
        hint = f"; the nearest are {nearest}" if nearest else "; your own topics begin with “own.”"
        raise argparse.ArgumentTypeError(f"there is no topic “{text}”{hint}")
    return topic


def _pack_name(text: str) -> str:
    if len(text) > _LONGEST_PACK_NAME or not _PACK_NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(
            "a pack's name may contain lower-case letters and digits, with -, _ or . between them"
        )
    return text


def _add_sessions(calls: Any) -> None:
    about = "Show, export, delete, check, back up, restore and encrypt past interviews."
    group = add_group(calls, "sessions", about, _SESSIONS_EXAMPLES + CHECK_EXAMPLES + BACKUP_EXAMPLES + VAULT_EXAMPLES)
    listing = add_call(group, "list", "List all interviews, newest first.", _list_sessions)
    listing.add_argument("--search", metavar="WORDS", default="", help="only those with an answer that contains WORDS")
    add_json(listing, "one object per line")
    show = add_call(group, "show", "Show one interview with its answers.", _show_session)
    show.add_argument("id", type=int, metavar="ID", help="the interview's number, as in “sessions list”")
    add_json(show, "one object")
    add_sessions_export(group)
    compare = add_call(group, "compare", "Compare two answers to the same question.", _compare_answers)
    compare.add_argument("answer", type=int, metavar="ANSWER", help="an answer's id, as in “sessions show --json”")
    compare.add_argument("other", type=int, metavar="OTHER", help="another answer to its question")
    add_json(compare, "one object")
    delete = add_call(group, "delete", "Permanently delete interviews and their recordings.", _delete_sessions)
    delete.add_argument("ids", type=int, nargs="+", metavar="ID", help="the numbers of the interviews")
    delete.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    add_sessions_check(group)
    add_backup_and_restore(group)
    add_encryption(group)


def _add_doctor(calls: Any) -> None:
    about = "Check what works on this computer, and how to fix what doesn't."
    add_json(add_call(calls, "doctor", about, _doctor, _DOCTOR_EXAMPLES), "one object")


def _open_window(_options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.import_hook import leave_sources_unread

    leave_sources_unread()
    from ui.app import run

    return run(data_folder)


def _demo(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.import_hook import leave_sources_unread

    leave_sources_unread()
    from ui.demo.demonstration import run

    return run(options.out, data_folder)


def _analyse(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from simulator.settings import load_settings
    from ui.commands.analyse_files import analyse_files
    from ui.commands.worker_count import worker_count

    has_own_model = load_settings(data_folder.settings_file).speech_model is not None
    workers = options.workers or worker_count(len(options.files), has_own_model=has_own_model)
    return analyse_files(
        options.files, data_folder, options.question, options.kind, as_json=options.json, workers=workers
    )


def _list_questions(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.questions import list_questions

    return list_questions(data_folder, as_json=options.json)


def _show_question(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.questions import show_question

    return show_question(data_folder, options.id, as_json=options.json)


def _check_questions(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.questions import check_questions

    return check_questions(data_folder, options.packs, as_json=options.json)


def _questions_of_cv(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.cv import show_cv

    return show_cv(data_folder, options.file, as_json=options.json)


def _demands_of_advertisement(options: argparse.Namespace, _data_folder: DataFolder) -> int:
    from ui.commands.advertisement import show_advertisement

    return show_advertisement(options.file, as_json=options.json)


def _import_questions(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.questions import import_questions

    return import_questions(
        data_folder, options.file, options.pack, options.format, is_dry_run=options.dry_run, topic=options.topic
    )


def _export_questions(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.questions import export_questions

    return export_questions(data_folder, options.out, options.pack, options.format)


def _list_sessions(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.sessions import list_sessions

    return list_sessions(data_folder, options.search, as_json=options.json)


def _show_session(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.sessions import show_session

    return show_session(data_folder, options.id, as_json=options.json)


def _compare_answers(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.compare_answers import compare_answers

    return compare_answers(data_folder, options.answer, options.other, as_json=options.json)


def _delete_sessions(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.delete_session import delete_sessions

    return delete_sessions(data_folder, options.ids, is_sure=options.yes)


def _doctor(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.doctor import report_checks

    return report_checks(data_folder, as_json=options.json)
