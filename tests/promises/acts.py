"""What one does with a library, each as a program that says what is promised from now on, a line at a time.

saved ID HASH        the answer is safe
clock SECONDS        so much of the running take is shown
words ID             its transcript is kept
judged ID            its report is kept
corrected ID COUNT   so many corrections are kept
deleting ID …        the user wants these answers gone
restoring            what was there goes aside
child PID            a child process runs
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Final

from recordings.library_archive import LibraryArchive, write_archive
from recordings.restoring import restore as put_back
from recordings.session_deletion import delete_session
from recordings.take_folder import TakeFolder
from recordings.taking_in.copying import carried_out
from recordings.taking_in.messages import Copied, Copy
from recordings.transcription.messages import Finish, Follow, Transcribed
from simulator.child_process import Child
from simulator.corrections import taken_off
from simulator.data_folder import DataFolder
from simulator.engine.events import AnswerKept
from simulator.interview.plan import SessionPlan
from simulator.judge import Judge
from simulator.own_work.own_work import OwnWork
from simulator.own_work.own_work_file import save_own_work
from simulator.settings import Settings, save_settings
from simulator.store.backups import BackupFolder
from simulator.store.store import Store
from simulator.word_corrections import correction_of
from tests.promises import hearing
from tests.promises.stock import PCM, Tell, brought, saved, target
from tests.simulator.engine.studio import ANSWER, Studio
from tests.simulator.store.builders import a_question, a_transcript
from ui.opening import open_store

CHUNK: Final = 3_200
PATIENCE_S: Final = 60.0


def record(folder: DataFolder, tell: Tell) -> None:
    """An interview; an answer is being spoken."""
    studio = _interview(folder)
    studio.toggle()
    for start in range(0, len(PCM), CHUNK):
        studio.hear(PCM[start : start + CHUNK])
        tell(f"clock {studio.clock[-1] if studio.clock else 0.0}")


def stop(folder: DataFolder, tell: Tell) -> None:
    """Three answers, one after the other, each stopped."""
    studio = _interview(folder)
    for seconds in (1.0, 0.4, 1.6):
        studio.answer(seconds)
        kept = studio.of(AnswerKept)[-1].answer_id
        tell(f"saved {kept} {studio.store.answer(kept).sha256}")
        studio.write_down(ANSWER, kept)
        tell(f"words {kept}")
        tell(f"judged {kept}")
        studio.engine.leave_question()
        studio.finish_reading()
    studio.engine.end()


def transcribe(folder: DataFolder, tell: Tell) -> None:
    """An answer is spoken while a child listens to its file, and is written down after Stop."""
    child = Child(hearing.run, name="speech recogniser", hang_s=30.0)
    child.start()
    tell(f"child {child.pid}")
    studio = _interview(folder)
    studio.toggle()
    studio.say(0.5)
    (path,) = folder.recordings.glob("*.part")
    child.send(Follow("job", path))
    studio.say(1.5)
    studio.toggle()
    studio.say(0.5)
    kept = studio.of(AnswerKept)[-1].answer_id
    tell(f"saved {kept} {studio.store.answer(kept).sha256}")
    child.send(Finish("job", path.with_suffix("")))
    while not isinstance(event := child.receive(PATIENCE_S), Transcribed):
        pass
    studio.store.keep_transcript(kept, event.transcript)
    tell(f"words {kept}")
    child.kill()


def judge(folder: DataFolder, tell: Tell) -> None:
    """Every answer is written down and judged anew."""
    store, judge = Store.open(folder.database), Judge()
    for answer in saved(store):
        transcript = a_transcript(f"{ANSWER} Number {answer}.")
        store.keep_transcript(answer, transcript)
        tell(f"words {answer}")
        store.keep_report(answer, judge.spoken(transcript, store.answer(answer).question))
        tell(f"judged {answer}")


def correct(folder: DataFolder, tell: Tell) -> None:
    """Flags and words are put right, and one of them taken back."""
    store = Store.open(folder.database)
    for answer in saved(store):
        transcript = a_transcript("um I would um look at the data")
        store.keep_transcript(answer, transcript)
        store.keep_report(answer, Judge().spoken(transcript, a_question()))
        report = store.answer(answer).report
        word = correction_of(transcript.words, (), 4, 1, "stare")
        assert report is not None
        assert word is not None
        store.correct(answer, taken_off(report.fillers[0]))
        tell(f"corrected {answer} 1")
        store.correct(answer, word)
        tell(f"corrected {answer} 2")
        store.keep_report(answer, Judge().anew(store.answer(answer)))


def delete(folder: DataFolder, tell: Tell) -> None:
    """A session is deleted."""
    store = Store.open(folder.database)
    oldest = store.sessions()[-1].id
    tell(f"deleting {' '.join(str(record.id) for record in store.answers(oldest))}")
    delete_session(store, TakeFolder(folder.recordings), oldest)


def bring_in(folder: DataFolder, tell: Tell) -> None:
    """Recordings made elsewhere are taken in."""
    store, now = Store.open(folder.database), datetime.now(UTC)
    plan = SessionPlan(None, None, (a_question("q0"), a_question("q1")), seed=0)
    session = store.taken_in.begin_session(plan, ["brought.wav", "brought.wav"], now)
    for number in range(2):
        name = f"brought-{number}"
        answer = store.taken_in.begin_answer(session, number, plan.questions[number], f"{name}.wav", now)
        copied = carried_out(Copy(number, brought(folder), folder.recordings, name))
        assert isinstance(copied, Copied)
        store.answer_saved(answer, copied.samples, copied.byte_count, copied.sha256)
        tell(f"saved {answer} {copied.sha256}")
    store.taken_in.close_session(session, now)


def back_up(folder: DataFolder, tell: Tell) -> None:
    """The history is copied by itself, and the library into a file in which an older backup lies."""
    with closing(Store.open(folder.database)) as store:
        store.set_note(next(iter(saved(store))), "a note")
    BackupFolder.beside(folder.database).make(folder.database, datetime.now(UTC) + timedelta(seconds=1))
    write_archive(folder, target(folder))


def restore(folder: DataFolder, tell: Tell) -> None:
    """An older backup is put in the place of the library."""
    tell("restoring")
    put_back(LibraryArchive(target(folder)), folder)


def migrate(folder: DataFolder, tell: Tell) -> None:
    """A library of an earlier version is opened."""
    store = Store.open(folder.database)
    for answer, sha256 in saved(store).items():
        tell(f"saved {answer} {sha256}")


def mend(folder: DataFolder, tell: Tell) -> None:
    """The history is damaged: it goes aside, and its newest backup takes its place."""
    store, _ = open_store(folder)
    for answer, sha256 in saved(store).items():
        tell(f"saved {answer} {sha256}")


def write_files(folder: DataFolder, tell: Tell) -> None:
    """Settings and own work are written, again and again."""
    for number in range(6):
        save_settings(Settings(captions=bool(number % 2)), folder.settings_file)
        save_own_work(OwnWork(techniques=(f"technique {number}",)), folder.own_work_file)


def damage(folder: DataFolder) -> None:
    """Spoil the history, of which a backup lies beside it."""
    with closing(Store.open(folder.database)):
        BackupFolder.beside(folder.database).make(folder.database, datetime.now(UTC))
    content = bytearray(folder.database.read_bytes())
    content[: len(content) // 2] = bytes(len(content) // 2)
    folder.database.write_bytes(bytes(content))
    folder.database.with_name("library.db-wal").write_bytes(b"what the journal held")


def _interview(folder: DataFolder) -> Studio:
    studio = Studio(folder.data)
    studio.begin(3)
    return studio


ACTS: Final = {
    act.__name__: act
    for act in (
        record,
        stop,
        transcribe,
        judge,
        correct,
        delete,
        bring_in,
        back_up,
        restore,
        migrate,
        mend,
        write_files,
    )
}
