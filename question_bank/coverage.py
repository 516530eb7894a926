"""Which topics there are and how many questions each one wants. Ids and numbers only; their names are in `labels`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from question_bank.models import Question, Role, Round

WANTED_PER_ROLE_AND_ROUND: Final = 8
OWN_PREFIX: Final = "own."
"""Topics that begin so are free: the user's own packs may name what they like."""

_DEFAULT: Final = 2
_LISTED: Final = """
found.linear-algebra 3 · found.probability 3 · found.statistics 4 · found.calculus-for-ml · found.gradient-descent 4
found.loss-functions 3 · found.optimizers 3 · found.bias-variance 4 · found.overfitting 4 · found.regularization 4
found.cross-validation 3 · found.train-test-split 2 · found.confusion-matrix 2 · found.precision-recall 4
found.roc-auc 2 · found.f1 · found.feature-engineering 3 · found.data-augmentation
found.causal-inference 2 · found.sampling 2
ml.types 3 · ml.ai-ml-dl · ml.classification-vs-regression · ml.linear-regression · ml.logistic-regression · ml.svm
ml.knn · ml.decision-trees · ml.random-forest · ml.ensembles 3 · ml.k-means · ml.hierarchical-clustering · ml.pca 2
ml.dimensionality-reduction · ml.error-metrics 3 · ml.why-machine-learning 2 · ml.imbalanced-data · ml.hyperparameters 3
ml.reinforcement-learning · ml.from-scratch 4
ml.ranking 2 · ml.time-series 2 · ml.policy-gradients 2 · ml.choosing-classification-or-regression 1
dl.backpropagation 3 · dl.minibatches · dl.activation-functions · dl.batch-norm · dl.dropout 2 · dl.cnn-components 3
dl.convolution-maths 2 · dl.pooling 2 · dl.rnn-components 2 · dl.lstm 2 · dl.transformers 3 · dl.gan-loss
dl.transfer-learning · dl.toolkits 3
nlp.pipeline 3 · nlp.vectorization 2 · nlp.sentiment · nlp.language-models 2 · nlp.evaluation
cv.detection-history 2 · cv.yolo-ssd 2 · cv.segmentation · cv.training-detectors
prog.python-identity 1 · prog.python-mutability 2 · prog.python-hashing 2 · prog.python-iteration 3
prog.python-decorators · prog.oop · prog.concurrency 2 · prog.testing · prog.data-structures 8
prog.dynamic-programming · prog.recursion · prog.complexity · prog.pandas-numpy 3 · prog.sql 4
prog.r-basics 1 · prog.visualisation 2 · prog.dashboards 1 · prog.web-scraping 1
prog.git 2 · prog.notebooks 1
de.schema-design · de.warehouse-lake · de.mapreduce 1 · de.kafka · de.spark · de.cloud · de.big-data-pipelines 2
de.olap 1 · de.rdd 1 · de.jvm-languages 1 · de.web-analytics 1
prod.serving 3 · prod.scaling 2 · prod.key-value-sla 1 · prod.containers · prod.monitoring-drift 2 · prod.ab-testing 3
prod.distributed-training 2
prod.managed-deployment 1
robotics.localisation 2
case.card-fraud 1 · case.return-visit 1 · case.churn 1 · case.crawler 1 · case.demand-forecast 1 · case.recommendation 1
case.credit-scoring 1 · case.image-recognition 1 · case.dataset-analysis 2 · case.hate-speech 1
case.search-or-voice-assistant 1
you.background 2 · you.cv-project 4 · you.cv-technique 0 · you.dataset-facts 2 · you.beyond-the-task 2
you.recent-trends 3 · you.state-of-the-art 2 · you.public-work 1 · you.why-this-company 3 · you.business-sense 3
you.ethics 5 · you.failure · you.teamwork 2 · you.conflict · you.limits 2 · you.career-goals 2 · you.questions-for-us 3
you.strengths
you.competitions 1 · you.salary 2
"""


def _parse(listed: str) -> dict[str, int]:
    entries = (entry.split() for line in listed.split("\n") for entry in line.split("·") if entry.strip())
    return {words[0]: int(words[1]) if len(words) > 1 else _DEFAULT for words in entries}


WANTED: Final[dict[str, int]] = _parse(_LISTED)
"""Topic id to the number of questions that should carry it; 0 for topics whose questions are made from a CV."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A topic, or a role and round ("role.x × round.y"), with fewer questions than it wants."""

    what: str
    wanted: int
    found: int


def is_known_topic(topic: str) -> bool:
    """Whether a question may carry this topic."""
    return topic in WANTED or topic.startswith(OWN_PREFIX)


def shortages(questions: Iterable[Question]) -> tuple[Shortage, ...]:
    """What these questions do not cover yet: topics in the list's order, then roles and rounds."""
    all_questions = tuple(questions)
    return (*_topic_shortages(all_questions), *_loop_shortages(all_questions))


def _topic_shortages(questions: tuple[Question, ...]) -> list[Shortage]:
    found = Counter(topic for question in questions for topic in question.topics)
    return [Shortage(topic, wanted, found[topic]) for topic, wanted in WANTED.items() if found[topic] < wanted]


def _loop_shortages(questions: tuple[Question, ...]) -> list[Shortage]:
    found = Counter((role, round_) for question in questions for role in question.roles for round_ in question.rounds)
    wanted = WANTED_PER_ROLE_AND_ROUND
    return [
        Shortage(f"{role} × {round_}", wanted, found[role, round_])
        for role in Role
        for round_ in Round
        if found[role, round_] < wanted
    ]
