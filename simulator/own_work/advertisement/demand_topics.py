"""Which of the bank's topics practise a demand, as a table: techniques by their names, duties by what they say."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from simulator.own_work.cv.technique_catalogue import Technique, technique_named

MOST_TOPICS: Final = 5
"""Of one duty; a sentence that says everything practises nothing. Our own."""

# Where the catalogue's own topic is wider than what is asked about the technique today: names | topics.
_TECHNIQUES: Final = """
Python | prog.python-mutability prog.python-iteration prog.python-hashing prog.python-decorators prog.oop
Java; Scala | de.jvm-languages prog.oop
Git | prog.git
Jupyter | prog.notebooks
pandas; NumPy | prog.pandas-numpy
Spark; PySpark; Spark SQL; Databricks | de.spark de.rdd
dbt; Snowflake; BigQuery; Redshift; data warehouses | de.warehouse-lake de.olap de.schema-design
ClickHouse | de.olap
ETL; ELT; data pipelines; Airflow; Dagster; Prefect | de.big-data-pipelines
Docker; Kubernetes | prod.containers
SageMaker; Vertex AI; Azure ML | prod.managed-deployment de.cloud
MLflow; MLOps; model monitoring; drift detection | prod.monitoring-drift prod.serving
CI/CD | prog.testing prog.git
A/B testing | prod.ab-testing found.statistics
causal inference; uplift modelling; propensity score matching | found.causal-inference prod.ab-testing
learning to rank; LambdaMART | ml.ranking
recommender systems; collaborative filtering | case.recommendation ml.ranking
time series forecasting; demand forecasting; ARIMA; Prophet | ml.time-series case.demand-forecast
large language models; GPT; ChatGPT; Llama 2; Llama 3 | nlp.language-models nlp.llm-evaluation
retrieval-augmented generation | nlp.retrieval nlp.llm-evaluation
semantic search; vector databases; FAISS; Pinecone; Weaviate | nlp.retrieval nlp.vectorization
LangChain; LangGraph; LlamaIndex | nlp.agents nlp.retrieval
prompt engineering; few-shot prompting | nlp.reasoning nlp.language-models
RLHF; DPO; reinforcement learning from human feedback | nlp.preference-tuning
LoRA; QLoRA; fine-tuning | dl.transfer-learning nlp.preference-tuning
vLLM; llama.cpp; Ollama | prod.llm-serving
transformer models; self-attention | dl.transformers dl.modern-architecture
diffusion models; Stable Diffusion | dl.diffusion
vision transformers | dl.transformers cv.vision-language
PPO; reinforcement learning | ml.reinforcement-learning ml.policy-gradients
object detection | cv.detection-history cv.yolo-ssd cv.training-detectors
SLAM; Kalman filter; ROS | robotics.localisation
PyTorch; TensorFlow; Keras | dl.toolkits dl.backpropagation
deep learning; neural networks | dl.backpropagation dl.transfer-learning dl.minibatches
Hugging Face | dl.transformers dl.toolkits
scikit-learn | ml.error-metrics found.cross-validation ml.ensembles
anomaly detection; fraud detection | ml.imbalanced-data case.card-fraud
Tableau; Power BI; Looker; Excel | prog.dashboards prog.visualisation
"""

# What a duty says, as a pattern on whole words in lower case | topics.
_DUTIES: Final = r"""
a/?b[- ]?tests?|a/b testing|experiment(?:s|ation|al)?|randomi[sz]ed (?:trials?|tests?) | prod.ab-testing
causal(?:ity)?|attribution|uplift | found.causal-inference
stakeholders?|business (?:questions?|problems?|partners?|teams?|needs|units?|value|impact) | you.business-sense
commercial | you.business-sense
product managers?|product teams?|non-technical|decision[- ]makers? | you.business-sense
cross-functional(?:ly)?|collaborat\w+|team ?work|team player | you.teamwork
(?:with|alongside) (?:[\w-]+ ){0,3}(?:teams?|engineers|colleagues|scientists|analysts) | you.teamwork
mentor\w*|coach\w*|junior (?:colleagues|members?|engineers?|scientists?|analysts?) | you.teamwork you.strengths
lead a team | you.teamwork you.strengths
explain (?:\w+ ){0,4}to | you.business-sense
present(?:ing)? (?:\w+ ){0,3}(?:results|findings|insights|recommendations)|communicat\w+ | you.business-sense
storytelling | you.business-sense
rank(?:ing|er)s? | ml.ranking
search (?:engines?|relevance|quality|results|ranking) | ml.ranking case.search-or-voice-assistant
recommend(?:er|ation) (?:systems?|engines?|models?) | case.recommendation ml.ranking
recommendations for (?:users|customers)|personali[sz]ation | case.recommendation ml.ranking
llms?|large language models?|generative ai|gen ?ai|foundation models? | nlp.language-models nlp.llm-evaluation
rag|retrieval(?:[- ]augmented(?: generation)?)?|semantic search|vector (?:search|databases?|stores?) | nlp.retrieval
agents?|agentic|tool use|tool calling | nlp.agents
prompt(?:s|ing)?|prompt engineering|structured outputs? | nlp.reasoning nlp.language-models
fine-?tun(?:e|es|ing) | dl.transfer-learning
human feedback|preference (?:data|tuning)|alignment | nlp.preference-tuning
nlp|natural language(?: processing)?|text (?:mining|data|analytics) | nlp.pipeline nlp.vectorization nlp.evaluation
documents | nlp.pipeline nlp.vectorization nlp.evaluation
sentiment | nlp.sentiment
chatbots?|voice assistants?|conversational | case.search-or-voice-assistant
computer vision | cv.training-detectors dl.cnn-components case.image-recognition
image(?:s| data| recognition| processing)?|video | cv.training-detectors dl.cnn-components case.image-recognition
(?:image|semantic|instance) segmentation|segmentation models? | cv.segmentation
(?:object )?detection(?: and segmentation)? models?|detectors? | cv.detection-history cv.training-detectors
customer segment(?:s|ation)|clustering|cluster customers | ml.k-means ml.hierarchical-clustering
deep learning|neural networks?|train(?:ing)? networks | dl.backpropagation dl.transfer-learning dl.minibatches
(?:predictive|statistical) models? | ml.error-metrics found.overfitting found.feature-engineering
(?:machine[- ]learning|ml|ai) models? | ml.error-metrics found.overfitting found.feature-engineering
predictive model?ling|machine learning | ml.error-metrics found.overfitting found.feature-engineering
data science models?|train(?:ing)? models | ml.error-metrics found.overfitting found.feature-engineering
imbalanced? | ml.imbalanced-data
calibrat\w+|(?:error|model|evaluation) metrics|metrics | ml.error-metrics
evaluat(?:e|es|ing|ion)|model quality|offline metrics|benchmark\w* | ml.error-metrics found.cross-validation
features?(?: engineering| pipelines?| stores?) | found.feature-engineering
statistic(?:s|al) (?:analys[ei]s|methods?|tests?|testing|inference|knowledge) | found.statistics found.probability
statistics|hypothes[ie]s | found.statistics found.probability
surveys?|sampling | found.sampling
forecast(?:s|ing)?|time[- ]series | ml.time-series case.demand-forecast
churn|retention | case.churn
fraud(?:ulent)?|anomal(?:y|ies) | case.card-fraud ml.imbalanced-data
credit (?:risk|scor\w+) | case.credit-scoring
deploy(?:s|ing|ment)?|productioni[sz]e|(?:in|into|to) production|serv(?:e|ing) (?:\w+ ){0,2}models? | prod.serving
model serving|apis?|(?<!causal )(?<!statistical )(?<!bayesian )inference | prod.serving
monitor(?:s|ing)?|observability|drift|alert(?:s|ing) | prod.monitoring-drift
scal(?:e|es|ing|able|ability)|latency|throughput|high[- ]traffic|real[- ]time | prod.scaling prod.serving
containers?|containeri[sz]\w+|orchestration | prod.containers
distributed training|multi-gpu|gpu clusters? | prod.distributed-training
mlops|ml platform|model lifecycle | prod.monitoring-drift prod.serving
cloud(?:-native)? | de.cloud
data pipelines?|pipelines?|etl|elt|ingest(?:ion|ing)?|data flows? | de.big-data-pipelines
streaming|event[- ](?:streams?|driven)|message (?:queues?|brokers?) | de.kafka de.big-data-pipelines
data (?:warehouses?|lakes?|marts?|platforms?)|lakehouses?|warehousing | de.warehouse-lake
data model(?:s|l?ing)|dimensional model\w*|schemas? | de.schema-design
data quality|clean(?:s|ing)? (?:\w+ ){0,2}data | case.dataset-analysis you.dataset-facts prog.pandas-numpy
exploratory|explore (?:\w+ ){0,3}data(?:sets?)? | case.dataset-analysis you.dataset-facts prog.pandas-numpy
data analys[ei]s|analy[sz]e (?:\w+ ){0,3}data(?:sets?)? | case.dataset-analysis you.dataset-facts prog.pandas-numpy
(?:web|clickstream|tracking) (?:analytics|data) | de.web-analytics
queries|query | prog.sql
dashboards?|kpis?|self-service|reporting | prog.dashboards
(?:monthly|weekly|regular|produce|prepare|create|build) (?:\w+ ){0,2}reports? | prog.dashboards
business intelligence | prog.dashboards
visuali[sz]\w+|charts? | prog.visualisation
(?:unit|automated|integration) tests?|well-tested|test coverage|code reviews?|code quality | prog.testing
clean(?:,? \w+)* code|software engineering|ci/cd|best practices | prog.testing
version control | prog.git
data structures|(?:data structures and|coding) algorithms|complexity | prog.data-structures prog.complexity
concurren\w+|multithread\w+|parallel\w* | prog.concurrency
scrap(?:e|ing)|crawl\w* | prog.web-scraping
ethic\w*|fairness|responsible ai|privacy|gdpr|trustworthy | you.ethics prod.safety-governance
governance|compliance|ai act|model risk | prod.safety-governance
state[- ]of[- ]the[- ]art|latest (?:research|developments|papers) | you.state-of-the-art you.recent-trends
literature|research papers | you.state-of-the-art you.recent-trends
publish(?:es|ing)?|publications?|conferences?|open[- ]source | you.public-work
locali[sz]ation|mapping of|sensor fusion|slam|navigation | robotics.localisation
reinforcement learning|policies for|control policies | ml.reinforcement-learning ml.policy-gradients
recover from failures?|setbacks?|ambigu\w+|uncertainty | you.failure you.limits
"""


def topics_of_technique(technique: Technique) -> tuple[str, ...]:
    """The topics that practise a technique; the catalogue's own where the table has none, nothing for one unknown."""
    own = (technique.topic,) if technique.topic else ()
    return _by_technique().get(technique.name, own)


def topics_of_duty(text: str) -> tuple[str, ...]:
    """The topics that practise what a duty says, in the order of the table, at most five."""
    said = text.replace("’", "'").lower()
    found = (topic for pattern, topics in _by_pattern() if pattern.search(said) for topic in topics)
    return tuple(dict.fromkeys(found))[:MOST_TOPICS]


@cache
def _by_technique() -> dict[str, tuple[str, ...]]:
    rows = (line.split(" | ") for line in _TECHNIQUES.strip().splitlines())
    return {technique_named(name).name: tuple(topics.split()) for names, topics in rows for name in names.split("; ")}


@cache
def _by_pattern() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = (line.rsplit(" | ", 1) for line in _DUTIES.strip().splitlines())
    return tuple((re.compile(rf"(?<![\w-])(?:{said})(?![\w])"), tuple(topics.split())) for said, topics in rows)


def tabled_topics() -> frozenset[str]:
    """Every topic that a table names."""
    rows = (*_by_technique().values(), *(topics for _, topics in _by_pattern()))
    return frozenset(topic for topics in rows for topic in topics)
