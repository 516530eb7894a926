"""What advertisements of every shape demand, and what in them demands nothing."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank
from question_bank.models import Role
from simulator.own_work.advertisement.demand_topics import tabled_topics, topics_of_duty
from simulator.own_work.advertisement.demands import MOST_DUTIES, MOST_TECHNIQUES, Advertisement, DemandSort
from simulator.own_work.advertisement.reading import read_advertisement
from tests.simulator.own_work.advertisement import adverts


def techniques(advertisement: Advertisement) -> list[str]:
    return [one.name for one in advertisement.demands if one.sort is DemandSort.TECHNIQUE]


def duties(advertisement: Advertisement) -> list[str]:
    return [one.name for one in advertisement.demands if one.sort is DemandSort.DUTY]


@pytest.mark.parametrize(
    ("text", "job", "known", "done"),
    [
        (
            adverts.BULLETED,
            ("Senior Data Scientist", "Nordwind", Role.DATA_SCIENTIST, 4),
            ["A/B testing", "Python", "SQL", "XGBoost", "scikit-learn", "Docker"],
            [
                "Build ranking models that decide which parcel leaves first",
                "Design and evaluate A/B tests",
                "Present results to stakeholders in operations",
                "Mentor junior colleagues",
                "Brought models into production with Docker",
            ],
        ),
        (
            adverts.PROSE,
            ("Data Engineer", "", Role.DATA_ENGINEER, 3),
            ["Kafka", "Spark", "data warehouses", "Snowflake", "Python", "SQL", "Airflow"],
            ["Build streaming pipelines with Kafka and Spark"],
        ),
        (
            adverts.AMERICAN,
            ("Machine Learning Engineer", "Acme Robotics Supply", Role.ML_ENGINEER, 3),
            ["deep learning", "PyTorch", "distributed training", "CUDA", "Triton Inference Server"],
            [
                "Optimize and deploy deep learning models to production",
                "Monitor models for drift",
                "Collaborate with product managers",
            ],
        ),
        (
            adverts.STARTUP,
            ("NLP engineer", "", Role.NLP_ENGINEER, 3),
            ["retrieval-augmented generation", "large language models", "LoRA", "Python", "Hugging Face", "vLLM"],
            [
                "Ship a RAG system that lawyers trust",
                "Evaluate LLMs against each other",
                "Fine-tune small models with LoRA",
            ],
        ),
        (
            adverts.ODD_PASTE,
            ("Data Analyst", "Fennel Foods", Role.DATA_ANALYST, 3),
            ["Tableau", "SQL", "Excel", "Power BI"],
            [
                "Build dashboards in Tableau",
                "Analyse sales data with SQL",
                "Report KPIs to business teams",
                "Run surveys among customers",
            ],
        ),
        (
            adverts.HTML,
            ("Computer Vision Engineer", "Lumen & Lark", Role.CV_ENGINEER, 3),
            ["object detection", "PyTorch", "semantic segmentation", "U-Net", "OpenCV", "C++"],
            ["Train object detection models with PyTorch", "Segment medical images (image segmentation with U-Net)"],
        ),
        (
            adverts.BRITISH,
            ("Research Scientist, reinforcement learning", "Harrow Institute", Role.RESEARCH_SCIENTIST, 3),
            ["reinforcement learning", "JAX", "causal inference"],
            ["Published at conferences"],
        ),
        (
            adverts.ONE_PARAGRAPH,
            ("Robotics Engineer", "", Role.ROBOTICS_ENGINEER, 3),
            ["SLAM", "C++", "ROS", "Kalman filters"],
            ["Develop SLAM and sensor fusion", "Test on real robots"],
        ),
    ],
    ids=["bullets", "prose", "american", "startup", "odd paste", "html", "british", "one paragraph"],
)
def test_job_techniques_and_duties(
    text: str, job: tuple[str, str, Role, int], known: list[str], done: list[str]
) -> None:
    found = read_advertisement(text)
    assert (found.title, found.company, found.role, found.level) == job
    assert techniques(found) == known
    assert duties(found) == done


@pytest.mark.parametrize("text", adverts.NO_ADVERTISEMENT)
def test_what_is_no_advertisement_demands_nothing(text: str) -> None:
    assert read_advertisement(text) == Advertisement()


def demanded(line: str, heading: str = "Requirements:") -> list[str]:
    return list(read_advertisement(f"Data Scientist wanted\n\n{heading}\n- {line}\n").names)


@pytest.mark.parametrize(
    "line",
    [
        "Salary from €60,000, and a Python course a year",
        "We offer a Kubernetes meetup and 30 days of holiday",
        "Equal-opportunity employer: we hire regardless of who taught you SQL",
        "Apply via our website, which is written in Django",
        "Master's degree in computer science",
        "Fluent English",
        "No knowledge of Spark required",
        "You don't need Kafka",
        "Right to work in the UK",
    ],
)
def test_benefits_pay_equality_and_conditions_are_no_demands(line: str) -> None:
    assert demanded(line) == []


@pytest.mark.parametrize(
    "heading", ["What we offer", "Benefits:", "About us", "Why Nordwind?", "How to apply", "**Perks**"]
)
def test_nothing_under_other_headings_is_demanded(heading: str) -> None:
    assert demanded("Build models in Python", heading) == []


@pytest.mark.parametrize(
    "heading",
    ["Your tasks", "WHAT YOU WILL DO", "## Responsibilities", "As a Data Scientist, you will:", "Your mission 🚀"],
)
def test_headings_of_duties_in_many_words(heading: str) -> None:
    assert demanded("Build models in Python", heading) == ["Python", "Build models in Python"]


def test_inline_headings_and_labels() -> None:
    found = read_advertisement(
        "Position: Data engineer\nCompany: Fennel\nSkills: Python, Airflow\nBenefits: Rust club\n"
    )
    assert (found.title, found.company, found.names) == ("Data engineer", "Fennel", ("Python", "Airflow"))


def test_a_company_that_is_not_said_stays_empty() -> None:
    for opening in ("About us", "At our company you will grow.", "Join our team as a data scientist.", "Why us?"):
        assert read_advertisement(f"Data Scientist\n\n{opening}\n\nRequirements\n- SQL\n").company == ""


def test_a_role_among_colleagues_is_not_the_role() -> None:
    text = (
        "We're looking for somebody curious.\n\nYour tasks\n- Work with data engineers and product analysts on Spark\n"
    )
    found = read_advertisement(text)
    assert found.role is None
    assert found.title == ""


@pytest.mark.parametrize(
    ("title", "level"),
    [("Junior data analyst", 2), ("Data analyst (intern)", 2), ("Data analyst", 3), ("Lead data analyst", 4)],
)
def test_the_title_says_how_hard_to_ask(title: str, level: int) -> None:
    assert read_advertisement(f"{title}\n\nYour tasks:\n- Build dashboards\n").level == level


@pytest.mark.parametrize(
    ("first_line", "title"),
    [
        ("Nordwind — Senior Data Scientist (m/f/d)", "Senior Data Scientist"),
        ("Nordwind | Senior Data Scientist", "Senior Data Scientist"),
        ("Nordwind: Senior Data Scientist", "Senior Data Scientist"),
        ("Nordwind Logistics, Data Engineer", "Data Engineer"),
        ("Senior Data Scientist — Nordwind", "Senior Data Scientist"),
    ],
)
def test_a_name_before_the_title_is_none_of_it(first_line: str, title: str) -> None:
    assert read_advertisement(f"{first_line}\n\nYour tasks:\n- Build dashboards\n").title == title


def test_a_demand_knows_its_line_and_how_often_it_is_named() -> None:
    found = read_advertisement(adverts.BULLETED.replace("with Docker", "with Docker and Python"))
    (python,) = (one for one in found.demands if one.name == "Python")
    assert python.line == "Several years of experience with Python and SQL"
    assert python.times == 2


def test_long_lists_are_limited_and_phrases_short() -> None:
    lines = "\n".join(f"- Build dashboard number {number} and {'many ' * 40}more" for number in range(60))
    found = read_advertisement(f"Data analyst\n\nYour tasks:\n{lines}\n")
    assert len(duties(found)) == MOST_DUTIES
    assert len(techniques(found)) <= MOST_TECHNIQUES
    assert max(map(len, found.names)) <= 90


def test_every_topic_of_the_tables_is_one_of_the_bank() -> None:
    assert tabled_topics() <= {topic for question in Bank.load().questions for topic in question.topics}


@pytest.mark.parametrize(
    ("duty", "topic"),
    [
        ("Run A/B tests", "prod.ab-testing"),
        ("Improve our ranking", "ml.ranking"),
        ("Build RAG systems", "nlp.retrieval"),
        ("Talk to stakeholders", "you.business-sense"),
        ("Write unit tests", "prog.testing"),
        ("Segment customers, i.e. customer segmentation", "ml.k-means"),
    ],
)
def test_duties_are_practised_by_topics(duty: str, topic: str) -> None:
    assert topic in topics_of_duty(duty)


@pytest.mark.parametrize(
    ("duty", "topic"),
    [
        ("Run A/B tests", "prog.testing"),
        ("Customer segmentation", "cv.segmentation"),
        ("Causal inference", "prod.serving"),
        ("Drag parcels", "nlp.retrieval"),
        ("Keep calm", "you.business-sense"),
    ],
)
def test_like_words_are_not_taken_for_topics(duty: str, topic: str) -> None:
    assert topic not in topics_of_duty(duty)
