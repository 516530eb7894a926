"""The program's side of the child that reads answers: what becomes of an answer, of one that grows, and of failures."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import ceil
from pathlib import Path

import psutil
import pytest

from simulator.analysis.key_points.entailment import Likelihood
from simulator.analysis.key_points.reading import Pair, Reading
from simulator.analysis.utterance import Utterance
from simulator.child_process import Child, Connection
from simulator.entailment.meter import FAILURES_UNTIL_OFF, PAIRS_AT_ONCE, EntailmentMeter
from simulator.entailment.requests import Read
from tests.simulator.analysis.sample_questions import METRICS, OVERFITTING
from tests.simulator.entailment import children
from tests.waiting import wait_until

SAID = (
    "Overfitting is when the network has learnt every single training example, the scratches too, and with a new one "
    "it is lost. So there is a wide gap between the two curves."
)
SENTENCES = [f"This is the sentence with number {number}." for number in range(12)]
UNLIKE_A_USER = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "BUILD_ID", "ORT_DISABLE_TELEMETRY")
WAIT_S = 120.0

NewMeter = Callable[..., EntailmentMeter]


@pytest.fixture
def new_meter() -> Iterator[NewMeter]:
    made: list[EntailmentMeter] = []

    def make(in_child: Callable[[Connection], None] | None = None, timeout_s: float = WAIT_S) -> EntailmentMeter:
        made.append(EntailmentMeter(timeout_s, in_child) if in_child else EntailmentMeter(timeout_s))
        return made[-1]

    yield make
    for meter in made:
        meter.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Pair]:
    """What children were asked to read, as often as they were."""
    sent: list[Pair] = []
    send = Child.send

    def noted(child: Child, message: object) -> None:
        if isinstance(message, Read):
            sent.extend(message.pairs)
        send(child, message)

    monkeypatch.setattr(Child, "send", noted)
    return sent


def said_in(pairs: Sequence[Pair]) -> list[str]:
    """The windows among them, each once."""
    return list(dict.fromkeys(said for _, said in pairs))


def an_answer(count: int = len(SENTENCES)) -> Utterance:
    return Utterance.typed(" ".join(SENTENCES[:count]))


def test_every_window_is_read_against_every_claim(new_meter: NewMeter) -> None:
    entailment = new_meter(children.read).measure(an_answer(), OVERFITTING)
    reading = Reading.of(an_answer(), OVERFITTING)
    assert entailment is not None
    assert entailment.windows == reading.windows
    assert {claim: read.itself for claim, read in entailment.by_claim.items()} == {
        claim: tuple(Likelihood(*children.figures(claim, text)) for text in reading.said) for claim in reading.claims
    }


def test_what_was_read_while_it_was_spoken_is_not_read_again(new_meter: NewMeter, asked: list[Pair]) -> None:
    meter = new_meter(children.read)
    for count in range(1, len(SENTENCES)):
        meter.follow(an_answer(count), OVERFITTING)
    asked.clear()
    followed = meter.measure(an_answer(), OVERFITTING)
    assert said_in(asked) == [" ".join(SENTENCES[-2:]), SENTENCES[-1]]
    assert len(asked) == 2 * len(OVERFITTING.key_points)
    assert followed == new_meter(children.read).measure(an_answer(), OVERFITTING)


def test_the_sentence_under_way_is_read_when_it_is_whole(new_meter: NewMeter, asked: list[Pair]) -> None:
    meter = new_meter(children.read)
    meter.follow(Utterance.typed(f"{SENTENCES[0]} This is"), OVERFITTING)
    meter.follow(Utterance.typed("This is"), METRICS)
    assert said_in(asked) == [SENTENCES[0]]


def test_an_answer_read_in_pieces_holds_up_nobody(new_meter: NewMeter, asked: list[Pair]) -> None:
    meter = new_meter(children.read_slowly)
    long = Utterance.typed(" ".join(f"This is the sentence with number {number}." for number in range(500)))
    reader = threading.Thread(target=meter.follow, args=(long, OVERFITTING))
    reader.start()
    wait_until(lambda: asked, "the long answer to be read")
    assert meter.measure(Utterance.typed("Short."), METRICS) is not None
    assert reader.is_alive()
    meter.close()
    reader.join(WAIT_S)
    assert len(asked) < len(Reading.of(long, OVERFITTING).wanted({}))


def test_two_who_ask_for_the_same_answer_have_it_read_once(new_meter: NewMeter, asked: list[Pair]) -> None:
    meter = new_meter(children.read_slowly)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: meter.measure(an_answer(), OVERFITTING), range(2))
    assert first == second is not None
    assert sorted(asked) == sorted(Reading.of(an_answer(), OVERFITTING).wanted({}))


def test_each_piece_has_the_whole_limit_however_long_the_answer(
    new_meter: NewMeter, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: list[float | None] = []
    receive = Child.receive

    def noted(child: Child, timeout_s: float | None = None) -> object:
        limits.append(timeout_s)
        return receive(child, timeout_s)

    monkeypatch.setattr(Child, "receive", noted)
    assert new_meter(children.read).measure(an_answer(), OVERFITTING) is not None
    pairs = len(Reading.of(an_answer(), OVERFITTING).wanted({}))
    assert limits == [WAIT_S] * ceil(pairs / PAIRS_AT_ONCE)


def test_what_was_read_outlives_the_child(new_meter: NewMeter, asked: list[Pair]) -> None:
    meter = new_meter(children.read_once)
    meter.follow(an_answer(1), OVERFITTING)
    assert meter.measure(an_answer(2), OVERFITTING) is None
    asked.clear()
    assert meter.measure(an_answer(2), OVERFITTING) is not None
    assert SENTENCES[0] not in said_in(asked)


def test_the_same_answer_always_gives_the_same_figures(new_meter: NewMeter) -> None:
    utterance = Utterance.typed(SAID)
    meter = new_meter()
    first = meter.measure(utterance, OVERFITTING)
    meter.measure(utterance, METRICS)
    other = new_meter()
    other.prepare(OVERFITTING)
    for count in range(1, len(SAID.split())):
        other.follow(Utterance.typed(" ".join(SAID.split()[:count])), OVERFITTING)
    assert first is not None
    assert first == meter.measure(utterance, OVERFITTING) == other.measure(utterance, OVERFITTING)


def test_the_child_stays_small_yields_and_opens_no_socket(new_meter: NewMeter) -> None:
    meter = new_meter()
    assert meter.measure(Utterance.typed(SAID), OVERFITTING) is not None
    process = psutil.Process(meter.pid)
    assert process.memory_info().rss < 300 * 10**6
    assert process.nice() > psutil.Process().nice()
    assert process.net_connections() == []
    loaded = {Path(mapping.path).name for mapping in process.memory_maps()}
    assert any("onnxruntime" in name for name in loaded)
    assert not [name for name in loaded if "Qt6" in name or "PySide6" in name or "ctranslate2" in name]


def test_the_child_leaves_no_mark_in_the_home(
    new_meter: NewMeter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in UNLIKE_A_USER:
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert new_meter().measure(Utterance.typed(SAID), OVERFITTING) is not None
    assert list(tmp_path.rglob("*")) == []


def test_nothing_is_started_before_it_is_needed(new_meter: NewMeter) -> None:
    meter = new_meter(children.read)
    assert meter.pid is None
    assert meter.measure(Utterance.typed(""), OVERFITTING) is None
    assert meter.measure(Utterance.typed(SAID), replace(OVERFITTING, key_points=())) is None
    meter.prepare(replace(OVERFITTING, key_points=()))
    assert meter.pid is None
    meter.prepare(OVERFITTING)
    assert meter.pid is not None


def test_without_a_model_there_is_no_figure_and_no_error(new_meter: NewMeter) -> None:
    meter = new_meter(children.decline)
    meter.prepare(OVERFITTING)
    assert meter.measure(Utterance.typed(SAID), OVERFITTING) is None


def test_it_says_why_there_is_nothing_to_read_by(new_meter: NewMeter) -> None:
    assert new_meter(children.read).why_not() == ""
    assert new_meter(children.decline).why_not() == "The model that reads answers is damaged."
    assert new_meter(children.die).why_not() == "The text model is not responding."


def test_a_child_that_dies_is_started_again_and_three_times_at_most(new_meter: NewMeter) -> None:
    meter = new_meter(children.die)
    for _ in range(FAILURES_UNTIL_OFF):
        assert meter.measure(Utterance.typed(SAID), OVERFITTING) is None
        assert meter.pid is None
    meter.prepare(OVERFITTING)
    assert meter.pid is None


def test_after_a_kill_the_next_answer_is_read(new_meter: NewMeter) -> None:
    meter = new_meter(children.read)
    meter.prepare(OVERFITTING)
    psutil.Process(meter.pid).kill()
    psutil.Process(meter.pid).wait()
    assert meter.measure(Utterance.typed(SAID), OVERFITTING) is None
    assert meter.measure(Utterance.typed(SAID), OVERFITTING) is not None


def test_a_child_that_hangs_is_given_up(new_meter: NewMeter) -> None:
    meter = new_meter(children.hang, timeout_s=0.2)
    assert meter.measure(Utterance.typed(SAID), OVERFITTING) is None
    assert meter.pid is None


def test_any_number_of_threads_may_ask_at_once(new_meter: NewMeter) -> None:
    meter = new_meter(children.read)
    questions = [OVERFITTING, METRICS] * 10
    with ThreadPoolExecutor(4) as pool:
        measured = list(pool.map(lambda question: meter.measure(Utterance.typed(SAID), question), questions))
    for question, entailment in zip(questions, measured, strict=True):
        assert entailment is not None
        assert set(entailment.by_claim) == {point.text for point in question.key_points}


def test_closing_ends_the_child_for_good(new_meter: NewMeter) -> None:
    meter = new_meter(children.read)
    meter.prepare(OVERFITTING)
    process = psutil.Process(meter.pid)
    meter.close()
    assert not process.is_running()
    assert meter.measure(Utterance.typed(SAID), OVERFITTING) is None


def test_the_program_s_side_imports_no_engine() -> None:
    engines = "{'onnxruntime', 'tokenizers', 'numpy'}"
    probe = f"import sys, simulator.entailment.meter; sys.exit(' '.join({engines} & set(sys.modules)) or 0)"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True).stderr == ""
