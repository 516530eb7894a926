"""Methods, tools and languages a CV may name, as data: how each is written, what it stands beside. Finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final


class Sort(StrEnum):
    """What a technique is, which decides what can be asked about it."""

    TASK = "task"
    """What models are used for: "fraud detection"."""
    METHOD = "method"
    TOOL = "tool"
    LANGUAGE = "language"


class Care(StrEnum):
    """How much has to speak for it before a word counts as a technique."""

    ANY = ""
    EXACT = "="
    """Only in these capitals: "GAN", not "gan"."""
    WARY = "?"
    """In these capitals and in technical company: "Spark" is a word, a street and a surname too."""
    LONE = "!"
    """Only as an entry in a list of such names: "R", "Go"."""


_SINGULAR_ENDINGS: Final = (
    "is", "ss", "us", "ics", "series", "means", "squares", "pandas", "statsmodels", "neighbours", "differences",
    "words",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a technique; its words may be joined, hyphenated or apart in a text."""

    text: str
    care: Care


@dataclass(frozen=True, slots=True)
class Technique:
    """Something one can be asked about in depth.

    `alternative` is what an interviewer would name instead, put so that it follows "and not"; `topic` is the bank's
    topic nearest to it. Both are empty where there is none. `is_choice`: one could have taken something else, which
    cannot be said of Git or of backpropagation.
    """

    name: str
    sort: Sort
    topic: str = ""
    alternative: str = ""
    is_choice: bool = True
    spellings: tuple[Spelling, ...] = ()

    @property
    def is_plural(self) -> bool:
        """Whether "are" follows its name: random forests are, k-means, pandas and Kubernetes is."""
        last = self.name.rsplit(maxsplit=1)[-1] if self.name else ""
        return last.islower() and last.endswith("s") and not last.endswith(_SINGULAR_ENDINGS)


# Each line: name, other spellings; another name of that kind, its other spellings | topic | alternative, or one for
# each of the names; "-" for what is no choice. Before a spelling, "=" asks for these capitals, "?" for technical
# company too, "!" for a place in a list.
_NO_CHOICE: Final = "-"
_NOT_COMPARED: Final = re.compile(r"[^\w+#&]|_")
_METHODS: Final = """
linear regression, ordinary least squares, =OLS | ml.linear-regression | a tree-based model
logistic regression, logit model | ml.logistic-regression | a boosted tree model
ridge regression, Tikhonov regularisation | found.regularization | the lasso
the lasso, lasso, lasso regression, lasso regularisation | found.regularization | ridge regression
the elastic net, elastic net | found.regularization | plain lasso or ridge regression
regularisation; L1 regularisation; L2 regularisation; weight decay | found.regularization | -; L2; L1; dropout
early stopping | found.regularization | a fixed number of epochs
generalised linear models, =GLM; Poisson regression | ml.linear-regression | gradient boosting
naive Bayes | ml.classification-vs-regression | logistic regression
support vector machines, =SVM, support vector classifier | ml.svm | logistic regression
k-nearest neighbours, k-nearest neighbors, =k-NN | ml.knn | logistic regression
decision trees | ml.decision-trees | a random forest
random forests | ml.random-forest | gradient boosting
gradient boosting, gradient boosted trees, gradient boosted decision trees, =GBM, =GBDT | ml.ensembles | a random forest
XGBoost, extreme gradient boosting | ml.ensembles | LightGBM or a random forest
LightGBM | ml.ensembles | XGBoost
CatBoost | ml.ensembles | XGBoost
AdaBoost | ml.ensembles | gradient boosting
ensemble learning, ensemble methods, ensemble models | ml.ensembles | a single well-tuned model
model stacking; bagging | ml.ensembles | a simple average of the models; boosting
k-means, k-means clustering | ml.k-means | a Gaussian mixture
DBSCAN; =HDBSCAN | ml.k-means | k-means
hierarchical clustering, agglomerative clustering | ml.hierarchical-clustering | k-means
Gaussian mixtures, Gaussian mixture model, =GMM | ml.k-means | k-means
principal component analysis, =PCA | ml.pca | a nonlinear method such as UMAP
UMAP | ml.dimensionality-reduction | t-SNE or principal components
t-SNE | ml.dimensionality-reduction | UMAP
singular value decomposition, =SVD; matrix factorisation | found.linear-algebra | an autoencoder; a two-tower model
dimensionality reduction | ml.dimensionality-reduction | feature selection
isolation forests | ml.imbalanced-data | a one-class support vector machine
SMOTE; oversampling; undersampling | ml.imbalanced-data | class weights
cross-validation, k-fold cross-validation | found.cross-validation | a single hold-out set
hyperparameter tuning, hyperparameter optimisation; grid search | ml.hyperparameters | the defaults; random search
Optuna; Hyperopt | ml.hyperparameters | random search
Bayesian optimisation | ml.hyperparameters | random search
feature engineering | found.feature-engineering | letting a deep network learn the features
feature selection | found.feature-engineering | regularisation
SHAP, Shapley values; =LIME | ml.decision-trees | permutation importance; SHAP
collaborative filtering | case.recommendation | a content-based model
learning to rank; LambdaMART | case.recommendation | a pointwise classifier; a neural ranker
=ARIMA; SARIMA; SARIMAX | case.demand-forecast | exponential smoothing
?Prophet, Facebook Prophet, fbprophet | case.demand-forecast | ARIMA
time series analysis | case.demand-forecast | -
exponential smoothing, Holt-Winters | case.demand-forecast | ARIMA
survival analysis, Kaplan-Meier, time-to-event model | case.churn | a plain classifier
Cox regression | case.churn | a random survival forest
uplift modelling, uplift modeling | case.churn | a plain response model
causal inference; propensity score matching; difference in differences | prod.ab-testing | a randomised experiment
A/B testing, A/B tests, split testing | prod.ab-testing | a before-and-after comparison
multi-armed bandits, contextual bandits | ml.reinforcement-learning | a fixed A/B test
Thompson sampling | ml.reinforcement-learning | an epsilon-greedy policy
hypothesis testing, t-test, chi-squared test; =ANOVA | found.statistics | a confidence interval; a linear regression
the bootstrap, bootstrap confidence intervals, bootstrap resampling | found.statistics | a closed-form interval
Bayesian inference, Bayesian statistics, Bayesian modelling | found.probability | a frequentist model
=MCMC; PyMC | found.probability | variational inference; Stan
hidden Markov models, =HMM | found.probability | a recurrent network
Kalman filters | found.probability | a particle filter
Monte Carlo simulation, Monte Carlo methods | found.probability | a closed-form calculation
reinforcement learning | ml.reinforcement-learning | supervised learning
Q-learning, =DQN, deep Q-network | ml.reinforcement-learning | a policy gradient method
?PPO, proximal policy optimisation | ml.reinforcement-learning | deep Q-learning
=RLHF, reinforcement learning from human feedback | nlp.language-models | DPO
?DPO, direct preference optimisation | nlp.language-models | RLHF
stochastic gradient descent, =SGD; gradient descent | found.gradient-descent | Adam; -
the Adam optimiser, Adam optimiser; AdamW | found.optimizers | SGD with momentum; plain Adam
backpropagation | dl.backpropagation | -
neural networks; multilayer perceptrons, =MLP | dl.activation-functions | gradient-boosted trees
deep learning, deep neural network | dl.toolkits | classical machine learning
dropout regularisation | dl.dropout | weight decay
batch normalisation, batch norm | dl.batch-norm | layer normalisation
convolutional neural networks, convolutional network, ?CNN, =ConvNet | dl.cnn-components | a vision transformer
ResNet, residual network | dl.cnn-components | a vision transformer
EfficientNet; MobileNet | dl.cnn-components | a ResNet; a larger network
recurrent neural networks, recurrent network, =RNN; =GRU | dl.rnn-components | a transformer; an LSTM
=LSTM, long short-term memory | dl.lstm | a transformer
sequence-to-sequence models, sequence to sequence, seq2seq | dl.rnn-components | a decoder-only transformer
self-attention, attention mechanism | dl.transformers | recurrence
transformer models, transformer architecture, ?Transformers, ?Transformer | dl.transformers | a recurrent network
vision transformers, =ViT | dl.transformers | a convolutional network
=BERT; RoBERTa | dl.transformers | a large language model with a prompt
DistilBERT | dl.transformers | a large language model with a prompt
sentence transformers, sentence-BERT, SBERT | dl.transformers | an embedding service
GPT, ChatGPT; GPT-2; GPT-3; GPT-4 | nlp.language-models | a smaller fine-tuned model
?T5, FLAN-T5; mBART | nlp.language-models | a decoder-only model
large language models, =LLM; Llama 2; Llama 3; Mistral 7B | nlp.language-models | a smaller fine-tuned model
retrieval-augmented generation, =RAG | nlp.language-models | fine-tuning
prompt engineering; few-shot prompting | nlp.language-models | fine-tuning
=LoRA; QLoRA; parameter-efficient fine-tuning, =PEFT | nlp.language-models | full fine-tuning
fine-tuning | dl.transfer-learning | training from scratch
transfer learning | dl.transfer-learning | training from scratch
knowledge distillation, model distillation | prod.serving | a small model trained from scratch
quantisation, model quantisation, post-training quantisation | prod.serving | a smaller model
contrastive learning; SimCLR; self-supervised learning | dl.transfer-learning | supervised training
few-shot learning; zero-shot learning | dl.transfer-learning | collecting more labels
meta-learning | dl.transfer-learning | plain fine-tuning
active learning | ml.types | labelling a random sample
semi-supervised learning; weak supervision; pseudo-labelling, pseudo-labeling | ml.types | labelling more data
federated learning | prod.distributed-training | training on one central data set
differential privacy | you.ethics | anonymised data
generative adversarial networks, =GAN; StyleGAN; CycleGAN; =WGAN | dl.gan-loss | a diffusion model
diffusion models, latent diffusion; Stable Diffusion | dl.gan-loss | a generative adversarial network
variational autoencoders, =VAE | dl.gan-loss | a generative adversarial network
autoencoders, denoising autoencoder | ml.dimensionality-reduction | principal component analysis
graph neural networks, =GNN; graph convolutional networks | dl.cnn-components | features computed from the graph
GraphSAGE | dl.cnn-components | features computed from the graph
knowledge graphs | nlp.pipeline | a relational database
word embeddings; word2vec; =GloVe; fastText; doc2vec | nlp.vectorization | contextual embeddings
TF-IDF; bag of words; BM25 | nlp.vectorization | dense embeddings
topic modelling, topic modeling | nlp.vectorization | clustering of embeddings
latent Dirichlet allocation, LDA topic model | nlp.vectorization | clustering of embeddings
BERTopic | nlp.vectorization | latent Dirichlet allocation
conditional random fields | nlp.pipeline | a transformer-based tagger
wav2vec, wav2vec 2.0 | case.search-or-voice-assistant | Whisper
semantic search, vector search; vector databases | nlp.vectorization | keyword search; PostgreSQL with pgvector
=FAISS | nlp.vectorization | a vector database
=HNSW; ?Pinecone; Weaviate; Milvus | nlp.vectorization | exact search; pgvector; pgvector; pgvector
=YOLO, YOLOv3, YOLOv4, YOLOv5, YOLOv7, YOLOv8 | cv.yolo-ssd | a two-stage detector
single shot detectors, =SSD detector; RetinaNet | cv.yolo-ssd | YOLO or a two-stage detector
Faster R-CNN, R-CNN, Fast R-CNN | cv.detection-history | a one-stage detector
Mask R-CNN; instance segmentation | cv.detection-history | plain bounding boxes
semantic segmentation, image segmentation | cv.segmentation | plain bounding boxes
U-Net; DeepLab | cv.segmentation | SegFormer; a U-Net
SegFormer; Segment Anything | cv.segmentation | a U-Net; a segmentation model of your own
Tesseract OCR | case.image-recognition | a cloud OCR service
data augmentation, image augmentation | found.data-augmentation | collecting more data
OpenPose | cv.training-detectors | MediaPipe
=SLAM; visual odometry | cv.training-detectors | a map made in advance
point cloud processing; PointNet; LiDAR | cv.training-detectors | cameras alone
web scraping | prog.web-scraping | an official API
dynamic programming | prog.dynamic-programming | a greedy algorithm
linear programming; integer programming, mixed-integer programming | prog.complexity | a heuristic
OR-Tools; Gurobi | prog.complexity | a commercial solver; an open-source solver
genetic algorithms, evolutionary algorithm; simulated annealing | ml.hyperparameters | a gradient-based method
drift detection, concept drift, data drift | prod.monitoring-drift | retraining on a fixed schedule
model monitoring; Evidently AI | prod.monitoring-drift | -; checks of your own
distributed training; data parallelism; model parallelism | prod.distributed-training | one bigger machine
DeepSpeed; Horovod; =FSDP | prod.distributed-training | FSDP; PyTorch's own distributed training; DeepSpeed
"""

_TASKS: Final = """
anomaly detection, outlier detection | ml.imbalanced-data | a few fixed rules
recommender systems, recommendation system | case.recommendation | a list of the most popular items
time series forecasting; demand forecasting | case.demand-forecast | last year's figures
churn prediction, churn model | case.churn | a few rules agreed with the business
sentiment analysis | nlp.sentiment | a sentiment lexicon
named entity recognition, =NER | nlp.pipeline | a dictionary and rules
text classification | nlp.sentiment | keyword rules
machine translation, neural machine translation | nlp.evaluation | an off-the-shelf service
text summarisation | nlp.evaluation | an off-the-shelf language model
speech recognition, automatic speech recognition, =ASR | case.search-or-voice-assistant | an off-the-shelf service
object detection | cv.detection-history | an off-the-shelf detector
image classification | case.image-recognition | a pretrained model as it is
optical character recognition, =OCR | case.image-recognition | an off-the-shelf service
pose estimation | cv.training-detectors | an off-the-shelf model
fraud detection | case.card-fraud | a few fixed rules
credit scoring, credit risk modelling | case.credit-scoring | an expert scorecard
"""

_TOOLS: Final = """
Hugging Face, Hugging Face Transformers | dl.toolkits | plain PyTorch
scikit-learn, sklearn | dl.toolkits | a deep learning framework
PyTorch; PyTorch Lightning | dl.toolkits | TensorFlow; plain PyTorch
TensorFlow, TensorFlow 2 | dl.toolkits | PyTorch
Keras | dl.toolkits | PyTorch
=JAX | dl.toolkits | PyTorch
=MXNet; =Caffe; Theano | dl.toolkits | PyTorch or TensorFlow
spaCy | nlp.pipeline | a transformer model
=NLTK | nlp.pipeline | spaCy
gensim | nlp.vectorization | pretrained embeddings
OpenCV | case.image-recognition | a learned model
Beautiful Soup; Scrapy; ?Selenium | prog.web-scraping | an official API
pandas | prog.pandas-numpy | Polars or SQL
NumPy | prog.pandas-numpy | -
SciPy; statsmodels | found.statistics | -; scikit-learn
?Polars | prog.pandas-numpy | pandas
?Dask; =Ray Tune; =Ray Serve; Modin | prog.pandas-numpy | Spark; Optuna; a plain web service; Polars
matplotlib; seaborn; ggplot2 | prog.visualisation | Plotly; plain Matplotlib; base R graphics
Plotly; ?Bokeh; ?Altair | prog.visualisation | Matplotlib; Plotly; Matplotlib
Tableau; Power BI; ?Looker; Metabase; Superset | prog.dashboards | Power BI; Tableau; Tableau; Tableau; Tableau
Grafana; Qlik | prog.dashboards | Kibana; Power BI or Tableau
Streamlit; Gradio; Plotly Dash | prog.dashboards | Dash; Streamlit; Streamlit
?Shiny | prog.dashboards | a dashboard tool such as Tableau
?Excel, Microsoft Excel | prog.dashboards | a script in Python or R
Jupyter, Jupyter Notebook, JupyterLab | prog.testing | plain scripts
?Spark, Apache Spark; PySpark; Spark SQL | de.spark | SQL in a warehouse; pandas; the DataFrame API
Spark Streaming; MLlib | de.spark | Flink; scikit-learn
Databricks; Delta Lake | de.warehouse-lake | Snowflake; Iceberg or plain Parquet files
Hadoop; =HDFS; MapReduce | de.mapreduce | Spark; object storage such as S3; Spark
?Hive, Apache Hive; ?Presto; Trino; ?Impala | de.warehouse-lake | Spark SQL
?Kafka, Apache Kafka; Kafka Streams | de.kafka | RabbitMQ; Flink
RabbitMQ; =SQS; =Kinesis; =Pub/Sub | de.kafka | Kafka
?Flink, Apache Flink; Apache Storm; Apache Beam | de.big-data-pipelines | Spark Streaming; Flink; Spark
?Airflow, Apache Airflow; ?Prefect | de.big-data-pipelines | Prefect or plain cron jobs; Airflow
Dagster; ?Luigi | de.big-data-pipelines | Airflow
=dbt | de.warehouse-lake | plain SQL scripts
?Snowflake | de.warehouse-lake | BigQuery
BigQuery; ?Redshift; =ClickHouse | de.warehouse-lake | Snowflake; Snowflake; a cloud data warehouse
Azure Synapse | de.warehouse-lake | Databricks
PostgreSQL, Postgres; MySQL; MariaDB; SQL Server | de.schema-design | MySQL; PostgreSQL; PostgreSQL; PostgreSQL
?Oracle; SQLite | de.schema-design | PostgreSQL
MongoDB; ?Cassandra; DynamoDB; CouchDB; NoSQL | de.schema-design | a relational database
Neo4j | de.schema-design | a relational database
Redis; Memcached | prod.key-value-sla | Memcached; Redis
Elasticsearch; OpenSearch; =Solr | case.search-or-voice-assistant | full-text search in the database
?Parquet, Apache Parquet; ?Avro; Apache Arrow | de.schema-design | CSV files; JSON; -
=ETL; =ELT; data pipelines | de.big-data-pipelines | ELT; ETL; -
data warehouses; data lakes; lakehouses | de.warehouse-lake | a data lake; a data warehouse; a data warehouse
=AWS, Amazon Web Services; SageMaker | de.cloud | Google Cloud or Azure; plain EC2 instances
EC2; AWS Lambda | de.cloud | a managed service; a container that keeps running
=GCP, Google Cloud; Vertex AI | de.cloud | AWS or Azure; SageMaker
?Azure, Microsoft Azure; Azure ML | de.cloud | AWS or Google Cloud; SageMaker
Terraform; ?Ansible; CloudFormation | de.cloud | CloudFormation; shell scripts; Terraform
Docker, docker-compose | prod.containers | a virtual environment
Kubernetes, =K8s; ?Helm; Kubeflow | prod.containers | a managed container service; plain manifests; Airflow
MLflow; Weights & Biases; =DVC; Comet ML | prod.monitoring-drift | Weights & Biases; MLflow; Git LFS; MLflow
FastAPI; ?Flask; Django | prod.serving | Flask; FastAPI; Flask
TensorFlow Serving; TorchServe; Triton Inference Server | prod.serving | a small web service of your own
BentoML; ?Seldon; KServe | prod.serving | a small web service of your own
=ONNX; TensorRT; OpenVINO; TensorFlow Lite, =TFLite; Core ML | prod.serving | the training framework itself
feature stores; ?Feast | prod.serving | a table for each model
LangChain; LlamaIndex; LangGraph | nlp.language-models | a few lines of your own; LangChain; plain function calls
=vLLM; llama.cpp; Ollama | prod.serving | a hosted API
=CUDA; ?Numba; Cython | prog.concurrency | a library such as PyTorch; vectorised NumPy; vectorised NumPy
MLOps; =CI/CD; GitHub Actions; GitLab CI; ?Jenkins | prog.testing | -; -; Jenkins; GitHub Actions; GitHub Actions
=ROS, =ROS 2; ?Gazebo | case.image-recognition | -; the real robot
?Prometheus | prod.monitoring-drift | the monitoring of your cloud provider
pytest; unit testing; Great Expectations | prog.testing | unittest; -; SQL checks of your own
property-based testing | prog.testing | plain example tests
?Git | prog.testing | -
?React, React.js; ?Angular; Vue.js; Node.js | prog.dashboards | Vue; React; React; Python
"""

_LANGUAGES: Final = """
Python, CPython | prog.oop | R or a compiled language
!R, =R programming, RStudio, tidyverse, dplyr | prog.r-basics | Python
SQL, T-SQL, PL/SQL | prog.sql | pandas
!Go, Golang | prog.concurrency | Python or Rust
!C, =C programming | prog.concurrency | C++ or Rust
C++ | prog.concurrency | Rust
C# | prog.oop | Java
Java | prog.oop | Kotlin or Python
?Scala | de.spark | Python
?Julia | prog.pandas-numpy | Python
?Rust | prog.concurrency | C++
?Swift; Kotlin | prog.oop | a cross-platform framework; Java
JavaScript; TypeScript | prog.oop | TypeScript; plain JavaScript
MATLAB; ?Octave | found.linear-algebra | Python with NumPy
=SAS; =SPSS; ?Stata | found.statistics | R or Python
?Bash, shell scripting | prog.testing | Python
"""


def plain(text: str) -> str:
    """A spelling as it is compared: "K-Means" and "k means" are one."""
    kept = _NOT_COMPARED.sub("", text.casefold())
    return kept.replace("isation", "ization").replace("optimiser", "optimizer")


@cache
def catalogue() -> tuple[Technique, ...]:
    """Every technique, in the order of the lists."""
    lists = ((Sort.METHOD, _METHODS), (Sort.TASK, _TASKS), (Sort.TOOL, _TOOLS), (Sort.LANGUAGE, _LANGUAGES))
    return tuple(
        _technique(names, topic, alternative, sort)
        for sort, lines in lists
        for kinds, topic, alternatives in (line.split(" | ") for line in lines.strip().splitlines())
        for names, alternative in _paired(kinds.split("; "), alternatives.split("; "))
    )


@cache
def spellings() -> dict[str, tuple[Technique, Spelling]]:
    """What each comparable spelling stands for."""
    known = {plain(spelling.text): (entry, spelling) for entry in catalogue() for spelling in entry.spellings}
    singular = {key.removesuffix("s"): found for key, found in known.items() if _has_singular(*found)}
    return singular | known


def technique_named(text: str) -> Technique:
    """The technique that somebody typed; one of their own if the catalogue has none of this name."""
    typed = " ".join(text.split())
    known = spellings()
    key = plain(typed)
    found = known.get(key) or known.get(key.removesuffix("s"))
    return found[0] if found else Technique(typed, Sort.METHOD)


def _has_singular(technique: Technique, spelling: Spelling) -> bool:
    """Whether the last "s" is that of a plural: in "random forests", not in "pandas"."""
    return technique.sort in (Sort.METHOD, Sort.TASK) or " " in spelling.text


def _paired(kinds: list[str], alternatives: list[str]) -> Iterator[tuple[str, str]]:
    """Each kind with its alternative: its own, or the one that all of the line share."""
    return zip(kinds, alternatives * len(kinds) if len(alternatives) == 1 else alternatives, strict=True)


def _technique(names: str, topic: str, alternative: str, sort: Sort) -> Technique:
    written = tuple(_spelling(text) for text in names.split(", "))
    is_choice = alternative != _NO_CHOICE
    return Technique(written[0].text, sort, topic, alternative if is_choice else "", is_choice, written)


def _spelling(text: str) -> Spelling:
    care = Care(text[0]) if text[0] in (Care.EXACT, Care.WARY, Care.LONE) else Care.ANY
    return Spelling(text.removeprefix(care), care)
