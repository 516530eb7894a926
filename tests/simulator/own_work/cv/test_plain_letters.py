"""Text comes as one would type it, whatever the program that set it made of its letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.own_work.cv.lines import MOST_CHARACTERS
from simulator.own_work.cv.plain_letters import in_plain_letters
from simulator.own_work.cv.project import Project
from simulator.own_work.cv.projects import projects_in
from simulator.own_work.cv.techniques import techniques_in


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Tra\ufb03c classi\ufb01er", "Traffic classifier"),
        ("Air\ufb02ow, ML\ufb02ow", "Airflow, MLflow"),
        ("re\u00adinforce\u00adment learning", "reinforcement learning"),
        ("re\u00ad\ninforcement", "reinforcement"),
        ("scikit\u2010learn, scikit\u2011learn", "scikit-learn, scikit-learn"),
        ("A\u2215B testing, C\u200b++, \ufeffPython", "A/B testing, C++, Python"),
        ("Power\u00a0BI\u2122", "Power BI"),
        ("\uff30\uff39thon", "PYthon"),
        ("Tensor-\nFlow, XG-\nBoost", "TensorFlow, XGBoost"),
        ("random for-\n  ests", "random forests"),
        ("re-\ninforcement, Kuber-\r\nnetes", "reinforcement, Kubernetes"),
        ("cross-\nvalidation, real-\ntime, scikit-\nlearn", "cross-validation, real-time, scikit-learn"),
        ("- a list\n- of items", "- a list\n- of items"),
        ("2019-\n2021, GPT-\n4, Holt-\nWinters", "2019-2021, GPT-4, Holt-Winters"),
        ("P R O J E C T S", "PROJECTS"),
        ("S k i l l s:", "Skills:"),
        ("W O R K  E X P E R I E N C E", "WORK EXPERIENCE"),
        ("A B C", "A B C"),
        ("R, C, Go", "R, C, Go"),
    ],
)
def test_letters_and_words_are_plain(written: str, plain: str) -> None:
    assert in_plain_letters(written) == plain


def test_a_cv_full_of_them_is_understood() -> None:
    cv = (
        "P R O J E C T S\n\nTra\ufb03c classi\ufb01er\n- Re\u00adinforce\u00adment learning, Tensor-\nFlow, "
        "random for-\nests\n- Air\ufb02ow, Snow\ufb02ake, A\u2215B testing\n\n"
        "S K I L L S\n\nKuber-\nnetes, P\u200bython"
    )
    used = ("reinforcement learning", "TensorFlow", "random forests", "Airflow", "Snowflake", "A/B testing")
    assert projects_in(cv) == (Project("Traffic classifier", used),)
    assert [technique.name for technique in techniques_in(cv)] == [*used, "Kubernetes", "Python"]


@given(st.text(max_size=300))
def test_any_text_can_be_made_plain(text: str) -> None:
    assert in_plain_letters(text).count("\n") <= text.count("\n") + text.count("\r")


@pytest.mark.parametrize("piece", ["a-\n", "A ", "A  ", "\u00ad\n", "- \n", "\ufdfa"])
@pytest.mark.timeout(20)
def test_a_long_hostile_text_takes_no_long_time(piece: str) -> None:
    in_plain_letters(piece * (MOST_CHARACTERS // len(piece)))
