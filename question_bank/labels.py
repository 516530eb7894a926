"""What people read for roles, rounds, kinds and topics. Names only: no ids are invented here."""

from __future__ import annotations

from typing import Final

from question_bank.coverage import OWN_PREFIX
from question_bank.models import Kind, Role, Round

_ROLES: Final = {
    Role.DATA_ANALYST: "Data analyst",
    Role.DATA_ENGINEER: "Data engineer",
    Role.DATA_SCIENTIST: "Data scientist",
    Role.ML_ENGINEER: "ML engineer",
    Role.NLP_ENGINEER: "NLP engineer",
    Role.CV_ENGINEER: "Computer vision engineer",
    Role.ROBOTICS_ENGINEER: "Robotics engineer",
    Role.RESEARCH_SCIENTIST: "Research scientist",
}
_ROUNDS: Final = {
    Round.INITIAL_SCREENING: "Initial screening",
    Round.TECHNICAL_SCREENING: "Technical screening",
    Round.MACHINE_LEARNING: "Machine learning",
    Round.SYSTEM_DESIGN: "System design",
    Round.PROJECT_PRESENTATION: "Project presentation",
    Round.BEHAVIOURAL: "Behavioural",
    Round.FINAL: "Final round",
}
_KINDS: Final = {
    Kind.QUICK: "quick fact",
    Kind.SHORT: "short reply",
    Kind.STORY: "project story",
    Kind.THINK_ALOUD: "think aloud",
}
_AREAS: Final = {
    "found": "Foundations",
    "ml": "Machine learning",
    "dl": "Deep learning",
    "nlp": "Language",
    "cv": "Vision",
    "prog": "Programming and data",
    "de": "Data engineering",
    "prod": "Production",
    "robotics": "Robotics",
    "case": "Cases",
    "you": "The candidate",
    "own": "Your own",
}
_TOPICS: Final = {
    "found.bias-variance": "Bias and variance",
    "found.calculus-for-ml": "Calculus for machine learning",
    "found.cross-validation": "Cross-validation",
    "found.f1": "F1 score",
    "found.linear-algebra": "Linear algebra",
    "found.optimizers": "Optimisers",
    "found.precision-recall": "Precision and recall",
    "found.regularization": "Regularisation",
    "found.roc-auc": "ROC curve and AUC",
    "found.train-test-split": "Training and test split",
    "found.causal-inference": "Causal inference beyond A/B tests",
    "found.sampling": "Drawing samples",
    "ml.types": "Types of learning",
    "ml.ai-ml-dl": "AI, machine learning, deep learning",
    "ml.classification-vs-regression": "Classification and regression",
    "ml.svm": "Support vector machines",
    "ml.knn": "Nearest neighbours",
    "ml.k-means": "K-means",
    "ml.pca": "Principal component analysis",
    "ml.why-machine-learning": "Why machine learning",
    "ml.from-scratch": "Algorithms from scratch",
    "ml.ranking": "Ranking",
    "ml.time-series": "Time series",
    "ml.policy-gradients": "Policy gradients",
    "ml.choosing-classification-or-regression": "Choosing between classification and regression",
    "dl.batch-norm": "Batch normalisation",
    "dl.cnn-components": "Parts of a convolutional network",
    "dl.convolution-maths": "Mathematics of convolution",
    "dl.gan-loss": "GAN loss",
    "dl.lstm": "LSTM",
    "dl.rnn-components": "Parts of a recurrent network",
    "dl.modern-architecture": "Modern network architecture",
    "dl.diffusion": "Diffusion models",
    "nlp.pipeline": "Text pipeline",
    "nlp.vectorization": "Text vectorisation",
    "nlp.evaluation": "Evaluation of language systems",
    "nlp.preference-tuning": "Preference tuning",
    "nlp.agents": "Agents and tools",
    "nlp.retrieval": "Retrieval for language models",
    "nlp.llm-evaluation": "Evaluation of large language models",
    "nlp.reasoning": "Reasoning and structured output",
    "cv.detection-history": "From R-CNN to Mask R-CNN",
    "cv.yolo-ssd": "YOLO and SSD",
    "cv.training-detectors": "Training detectors",
    "cv.vision-language": "Vision and language",
    "prog.python-identity": "Identity and equality in Python",
    "prog.python-mutability": "Mutability in Python",
    "prog.python-hashing": "Hashing in Python",
    "prog.python-iteration": "Iteration in Python",
    "prog.python-decorators": "Decorators in Python",
    "prog.oop": "Object orientation",
    "prog.pandas-numpy": "pandas and NumPy",
    "prog.sql": "SQL",
    "prog.r-basics": "R basics",
    "prog.data-structures": "Data structures",
    "prog.dynamic-programming": "Dynamic programming",
    "prog.web-scraping": "Web scraping",
    "prog.git": "Git",
    "prog.notebooks": "Notebooks",
    "de.warehouse-lake": "Data warehouses and lakes",
    "de.mapreduce": "MapReduce",
    "de.big-data-pipelines": "Data pipelines",
    "de.schema-design": "Schema design",
    "de.olap": "Analytical databases (OLAP)",
    "de.rdd": "Spark RDDs",
    "de.jvm-languages": "Java and Scala",
    "de.web-analytics": "Web analytics",
    "prod.key-value-sla": "Faster key look-up",
    "prod.monitoring-drift": "Monitoring and drift",
    "prod.ab-testing": "A/B testing",
    "prod.distributed-training": "Distributed training",
    "prod.llm-serving": "Serving language models",
    "prod.safety-governance": "Safety and governance",
    "prod.managed-deployment": "Managed deployment",
    "robotics.localisation": "Localisation and mapping",
    "case.card-fraud": "Card fraud",
    "case.return-visit": "Returning customers",
    "case.demand-forecast": "Demand forecast",
    "case.credit-scoring": "Credit scoring",
    "case.image-recognition": "Image recognition",
    "case.dataset-analysis": "Analysing a data set",
    "case.hate-speech": "Hate speech",
    "case.search-or-voice-assistant": "Search or voice assistant",
    "you.cv-project": "A project of yours",
    "you.cv-technique": "A technique from your CV",
    "you.dataset-facts": "Facts about your data set",
    "you.beyond-the-task": "Beyond the task",
    "you.recent-trends": "Recent trends",
    "you.state-of-the-art": "State of the art",
    "you.public-work": "Public work",
    "you.why-this-company": "Why this company",
    "you.business-sense": "Business sense",
    "you.limits": "Knowing your limits",
    "you.career-goals": "Career goals",
    "you.questions-for-us": "Your questions to us",
    "you.competitions": "Competitions",
    "you.salary": "Salary",
}


def role_label(role: Role) -> str:
    """ "ML engineer"."""
    return _ROLES[role]


def round_label(round_: Round) -> str:
    """ "Machine learning"."""
    return _ROUNDS[round_]


def kind_label(kind: Kind) -> str:
    """ "short reply"."""
    return _KINDS[kind]


def topic_label(topic: str) -> str:
    """ "Bias and variance"; a topic without a name of its own is spelt out from its id."""
    plain = topic.partition(".")[2].replace("-", " ") or topic
    return _TOPICS.get(topic, plain[:1].upper() + plain[1:])


def area_label(topic: str) -> str:
    """The area a topic belongs to: "Foundations" for "found.statistics"."""
    area = topic.partition(".")[0]
    return _AREAS.get(area, _AREAS[OWN_PREFIX.rstrip(".")])
