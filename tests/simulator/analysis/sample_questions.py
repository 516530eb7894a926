"""Questions for judging sample answers against: short replies with key points, in our own words."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from question_bank.models import TARGET_TIMES, KeyPoint, Kind, Question, Role, Round


def make_question(
    question_id: str, text: str, points: dict[str, tuple[str, tuple[str, ...]]], kind: Kind = Kind.SHORT
) -> Question:
    """A question with `points` as id → (text, cues)."""
    key_points = tuple(KeyPoint(point, wording, cues) for point, (wording, cues) in points.items())
    return Question(
        id=question_id,
        pack="samples",
        kind=kind,
        level=2,
        text=text,
        roles=(Role.DATA_SCIENTIST,),
        rounds=(Round.TECHNICAL_SCREENING,),
        topics=("samples",),
        key_points=key_points,
        model_answer="",
        times=TARGET_TIMES[kind],
    )


OVERFITTING: Final = make_question(
    "overfitting",
    "What is overfitting, how do you notice it, and what do you do about it?",
    {
        "memorises": ("It learns noise of the training data", ("noise", "memorise", "by heart")),
        "gap": ("A gap between training and validation error", ("validation error", "validation loss", "unseen data")),
        "regularise": (
            "Regularise or simplify",
            ("regularisation", "regularise", "dropout", "simpler model", "weight decay"),
        ),
        "more_data": ("More data or early stopping", ("more data", "augmentation", "early stopping")),
    },
)
METRICS: Final = make_question(
    "metrics",
    "When does precision matter more than recall, and how do you balance them?",
    {
        "precision": ("Precision: share of alarms that are right", ("false positive", "false alarm", "flagged")),
        "recall": ("Recall: share of real cases found", ("false negative", "miss", "missed case")),
        "cost": ("The cost of each error decides", ("cost", "expensive", "harm")),
        "threshold": ("Move the threshold", ("threshold", "cut-off")),
    },
)
CONFLICT: Final = make_question(
    "conflict",
    "Tell me about a disagreement with a colleague and how you settled it.",
    {
        "situation": ("What the disagreement was about", ("disagree", "wanted to", "argued")),
        "action": ("What I did", ("i suggested", "i proposed", "i asked", "i set up", "i listened")),
        "result": ("How it ended", ("in the end", "we agreed", "result", "shipped")),
    },
)
MISSING: Final = make_question(
    "missing",
    "How do you deal with missing values in a table?",
    {
        "why": ("Ask why they are missing", ("why", "at random", "mechanism")),
        "drop": ("Dropping rows or columns", ("drop", "delete", "remove")),
        "impute": ("Fill in", ("impute", "fill", "median")),
        "flag": ("Mark that it was missing", ("indicator", "flag", "extra column")),
    },
)
KMEANS: Final = make_question(
    "kmeans",
    "How does k-means work, and how do you choose k?",
    {
        "assign": ("Assign points to the nearest centre", ("nearest", "closest", "assign")),
        "update": ("Move each centre to the mean", ("mean of", "average of", "update", "move")),
        "choose": ("Elbow or silhouette", ("elbow", "silhouette")),
        "scale": ("Scale features, mind the start", ("scale", "initialisation", "random start", "k-means++")),
    },
)

QUESTIONS: Final = MappingProxyType(
    {question.id: question for question in (OVERFITTING, METRICS, CONFLICT, MISSING, KMEANS)}
)
