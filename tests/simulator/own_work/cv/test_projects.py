"""Projects are found under their headings and among what somebody says to have built."""

from __future__ import annotations

import pytest

from simulator.own_work.cv.lines import MOST_CHARACTERS
from simulator.own_work.cv.projects import MOST_FOUND, projects_in
from simulator.own_work.trimmed_text import LONGEST_NAME
from tests.simulator.own_work.cvs import CV, PROJECTS

_IN_A_HURRY = (
    "A. Keller. 2021-2024 Fraud detection: built an XGBoost model on 40 million payments, deployed with Docker."
    " Project: Churn model for a telecom with SHAP. Master's thesis: Segmentation of retina scans. Skills: SQL."
)


def names_in(text: str) -> list[str]:
    return [project.name for project in projects_in(text)]


def test_a_whole_cv_gives_its_projects_with_their_techniques() -> None:
    found = projects_in(CV)
    assert tuple(project.name for project in found) == PROJECTS
    assert found[0].techniques == ("convolutional neural networks", "PyTorch")
    assert found[2].techniques == ("XGBoost", "LightGBM")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Projects\n### Churn model for a telecom\nUsed XGBoost.\n### Search: a museum\nBM25\n## Skills\nPython",
         ["Churn model for a telecom", "Search"]),
        ("Projects\n• Churn model: predicted churn\n• Image search for a museum, using CLIP\nSkills\nPython",
         ["Churn model", "Image search for a museum"]),
        ("PROJECTS\n\nCredit engine (Python, LightGBM)\nA scorecard.\n\nFraud graph\nOn cards.",
         ["Credit engine", "Fraud graph"]),
        ("Projects\n•\nBird songs\n•\nRecipes\n", ["Bird songs", "Recipes"]),
        ("Work experience\n- Led the migration of reports to Snowflake, saving time\n- Worked hard",
         ["Migration of reports to Snowflake"]),
        ("Experience\n- Migrated batch feature pipelines from pandas to Spark, halving the time",
         ["Migration of batch feature pipelines from pandas to Spark"]),
        ("Experience\n- Led a team of four to build a fraud detection service with Kafka\n- Led the data team in Leeds",
         ["Fraud detection service"]),
        ("Experience\n- Implemented GitHub Actions with Docker\n- Trained and evaluated models of churn in SQL",
         ["Models of churn in SQL"]),
        ("Projects\n- Thesis: \"Drug discovery, by chance\", PyTorch\n- “Bird songs” in Python",
         ["Drug discovery, by chance", "Bird songs"]),
        ("Experience\n- Migrated from Oracle to Snowflake", ["Migration from Oracle to Snowflake"]),
        ("Projects\nProject A: Fraud detection with XGBoost\nProject B: Demand forecasting with SQL",
         ["Fraud detection with XGBoost", "Demand forecasting with SQL"]),
        ("PROJECTS\n\nOpen-source: rowguard — checks for tables\nKaggle: Shop sales, top 3 %, LightGBM and Prophet",
         ["rowguard", "Shop sales"]),
        ("# Ada\n## Projects\n### Bird songs\nPyTorch\n## Selected Publications\n- Attention: for birds\n- Trees: too",
         ["Bird songs"]),
        ("Customer churn analysis in R", ["Customer churn analysis in R"]),
        ("Experience\nAnalyst, Kaufhalle\n- Store sales dashboard in Tableau and SQL\n- Data analysis with Python",
         ["Store sales dashboard in Tableau and SQL"]),
        ("ACADEMIC PROJECTS\nCustomer churn analysis in R\nImage captioning using LSTM\nPrice prediction (Keras)",
         ["Customer churn analysis in R", "Image captioning using LSTM", "Price prediction"]),
        ("ROBIN EXAMPLE\n\nP R O J E C T S\n\nBird song classifier\n- CNN in PyTorch\n\nS K I L L S\n\nPython",
         ["Bird song classifier"]),
        ("Projects\n- Churn model: XGBoost\n- Sentiment with BERT\n\nSkills: Python, PyTorch, k-means",
         ["Churn model", "Sentiment with BERT"]),
        (_IN_A_HURRY,
         ["XGBoost model on 40 million payments", "Churn model for a telecom", "Segmentation of retina scans"]),
        ("I have built a search engine for a museum. I like building things; trained hard.",
         ["Search engine for a museum"]),
        ("Projets\nRien", []),
        ("Proyecto é\n", []),
        ("Projects\nŽluťoučký kůň – 2021\n- pandas\n", ["Žluťoučký kůň"]),
    ],
)  # fmt: skip
def test_ways_to_write_projects(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_the_techniques_of_a_project_are_those_of_its_own_lines() -> None:
    text = (
        "PROJECTS\n\nOpen-source: rowguard — checks for tables, in Rust\n"
        "Kaggle: Shop sales, LightGBM and Prophet\nHackathon: Menu reader"
    )
    techniques = {project.name: project.techniques for project in projects_in(text)}
    assert techniques == {"rowguard": ("Rust",), "Shop sales": ("LightGBM", "Prophet"), "Menu reader": ()}


@pytest.mark.parametrize(
    "line",
    [
        "Data analysis with Python and SQL", "Strong background in data analysis with Python",
        "Responsible for the system in Java", "Statistical analysis in R",
    ],
)  # fmt: skip
def test_what_everybody_does_is_no_project(line: str) -> None:
    assert names_in(line) == names_in(f"Experience\n- {line}\n") == []


def test_the_same_project_is_one_and_there_is_an_end_to_them() -> None:
    assert names_in("Projects\n- Bird songs: PyTorch\n- bird songs: again\n") == ["Bird songs"]
    many = "Projects\n" + "".join(f"- Project {number} of many\n" for number in range(50))
    assert len(names_in(many)) == MOST_FOUND
    assert all(len(name) <= LONGEST_NAME for name in names_in("Projects\n- " + "very long name " * 50))


@pytest.mark.parametrize("piece", ["Built a b ", "2020 - ", "a\n", "(", "- a\n", "Projects\n", "jan "])
@pytest.mark.timeout(20)
def test_a_long_hostile_text_takes_no_long_time(piece: str) -> None:
    for heading in ("Projects\n", "Experience\n"):
        projects_in(heading + piece * (MOST_CHARACTERS // len(piece)))
