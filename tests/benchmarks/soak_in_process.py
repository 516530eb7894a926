"""Eight hours of interviews in minutes: real engine, recorder, takes, library and judge; a speech child really listens.

The clock is the test's, the sound comes as fast as it is taken in, the speech child's engine hears a word a second, and
key points are found by their words alone. Prints what the process holds after the warm-up and at the end.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

import psutil

from recordings.transcription.messages import Finish, Follow, Transcribed
from simulator.child_process import Child
from simulator.engine.events import AnswerKept
from simulator.transcript import Transcript, Word
from tests.promises import hearing
from tests.simulator.engine.studio import ANSWER, Studio, plan_of
from tests.sound import noise

HOURS: Final = 8
QUESTIONS: Final = 10
SOUND: Final = noise(6.0, level_db=-30)
PATIENCE_S: Final = 120.0


class Evening:
    """Interviews of ten questions, one after the other, with so many seconds from answer to answer."""

    def __init__(self, folder: Path, seconds_each: float) -> None:
        self._seconds_each = seconds_each
        self.studio = Studio(folder)
        self.child = Child(hearing.run, name="speech recogniser", hang_s=PATIENCE_S)
        self.child.start()

    def answer(self) -> None:
        """One answer, from the question to its report."""
        studio, began_s = self.studio, self.studio.now_s
        if not studio.engine.is_running:
            studio.engine.start(plan_of(QUESTIONS))
        studio.finish_reading()
        studio.toggle()
        (part,) = studio.folder.folder.glob("*.part")
        self.child.send(Follow("job", part))
        studio.hear(SOUND)
        studio.toggle()
        studio.hear(SOUND[:16_000])
        kept = studio.of(AnswerKept)[-1].answer_id
        self.child.send(Finish("job", part.with_suffix("")))
        while not isinstance(event := self.child.receive(PATIENCE_S), Transcribed):
            pass
        studio.judge.write_down(kept, _said(event.transcript))
        studio.engine.leave_question()
        studio.pass_by(self._seconds_each - (studio.now_s - began_s))
        self._forget()

    def held(self) -> dict[str, float]:
        """What this process holds, and its child."""
        own, child = psutil.Process(), psutil.Process(self.child.pid)
        return {
            "mb": own.memory_info().rss / 1e6,
            "child_mb": child.memory_info().rss / 1e6,
            "files": own.num_fds() + child.num_fds(),
            "threads": own.num_threads() + child.num_threads(),
            "processes": len(own.children(recursive=True)),
        }

    def _forget(self) -> None:
        """What the test's own stand-ins remember."""
        studio = self.studio
        studio.told.clear()
        studio.voice.said.clear()
        studio.voice.prepared.clear()
        studio.transcriber.followed.clear()
        studio.transcriber.finished.clear()
        studio.judge.prepared.clear()
        studio.judge.followed.clear()


def _said(heard: Transcript) -> Transcript:
    """The words of a real answer in the time that was heard."""
    texts = ANSWER.split()
    step_s = heard.duration_s / len(texts)
    words = tuple(Word(text, at * step_s, (at + 1) * step_s, 0.9) for at, text in enumerate(texts))
    return Transcript(heard.duration_s, words, heard.speech, language="en", model="soak")


def main() -> int:
    """Hold the evening in the library of the first argument, with as many answers as the second says."""
    count = int(sys.argv[2])
    evening = Evening(Path(sys.argv[1]), HOURS * 3_600 / count)
    began_s = evening.studio.now_s
    before = {}
    for number in range(count):
        if number == count // 10:
            before = evening.held()
        evening.answer()
    after = evening.held()
    store, hours = evening.studio.store, (evening.studio.now_s - began_s) / 3_600
    answers = sum(len(store.answers(session.id)) for session in store.sessions(limit=count))
    print(json.dumps({"before": before, "after": after, "answers": answers, "hours": hours, "faults": store.faults()}))
    evening.studio.close()
    evening.child.kill()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
