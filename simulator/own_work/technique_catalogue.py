"""Methods, tools and languages a CV may name, as data: how each is written, what it stands beside. Finds nothing."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a technique; its words may be joined, hyphenated or apart in a text."""

    text: str
    care: Care


@dataclass(frozen=True, slots=True)
class Technique:
    """Something one can be asked about in depth.

    `alternative` is what an interviewer would name instead, put so that it follows "and not"; `topic` is the bank's
    topic nearest to it. Both are empty where there is none.
    """

    name: str
    sort: Sort
    topic: str = ""
    alternative: str = ""
    spellings: tuple[Spelling, ...] = ()


# Each line: name, other spellings; another name of that kind, its other spellings | topic | alternative. Before a
# spelling, "=" asks for these capitals, "?" for technical company too, "!" for a place in a list.
_METHODS: Final = """
linear regression, ordinary least squares, =OLS | ml.linear-regression | a tree-based model
logistic regression, logit model | ml.logistic-regression | a boosted tree model
ridge regression, Tikhonov regularisation | found.regularization | the lasso
lasso, lasso regression, lasso regularisation | found.regularization | ridge regression
elastic net | found.regularization | plain ridge regression
regularisation; L1 regularisation; L2 regularisation; weight decay | found.regularization | simply more data
early stopping | found.regularization | an explicit penalty
generalised linear models, =GLM; Poisson regression | ml.linear-regression | a boosted tree model
naive Bayes | ml.classification-vs-regression | logistic regression
support vector machines, =SVM, support vector classifier | ml.svm | logistic regression
k-nearest neighbours, k-nearest neighbors, =k-NN | ml.knn | a decision tree
decision trees | ml.decision-trees | logistic regression
random forests | ml.random-forest | gradient boosting
gradient boosting, gradient boosted trees, gradient boosted decision trees, =GBM, =GBDT | ml.ensembles | a random forest
XGBoost, extreme gradient boosting | ml.ensembles | LightGBM or a random forest
LightGBM | ml.ensembles | XGBoost
CatBoost | ml.ensembles | XGBoost
AdaBoost | ml.ensembles | gradient boosting
ensemble learning, ensemble methods, ensemble models | ml.ensembles | one single well-tuned model
model stacking; bagging | ml.ensembles | one single well-tuned model
k-means, k-means clustering | ml.k-means | a Gaussian mixture
DBSCAN; =HDBSCAN | ml.k-means | k-means
hierarchical clustering, agglomerative clustering | ml.hierarchical-clustering | k-means
Gaussian mixtures, Gaussian mixture model, =GMM | ml.k-means | k-means
principal component analysis, =PCA | ml.pca | a nonlinear method such as UMAP
UMAP | ml.dimensionality-reduction | t-SNE or principal components
t-SNE | ml.dimensionality-reduction | principal component analysis
singular value decomposition, =SVD; matrix factorisation | found.linear-algebra | a neural model
dimensionality reduction | ml.dimensionality-reduction | choosing features by hand
isolation forests | ml.imbalanced-data | a few fixed rules
SMOTE; oversampling; undersampling | ml.imbalanced-data | class weights or another threshold
cross-validation, k-fold cross-validation | found.cross-validation | one fixed validation set
hyperparameter tuning, hyperparameter optimisation; grid search | ml.hyperparameters | sensible defaults
Optuna; Hyperopt | ml.hyperparameters | sensible defaults
Bayesian optimisation | ml.hyperparameters | random search
feature engineering; feature selection | found.feature-engineering | letting the model find the features
SHAP, Shapley values; =LIME | ml.decision-trees | a model that can be read directly
collaborative filtering | case.recommendation | a list of what is popular
learning to rank; LambdaMART | case.recommendation | a plain classifier
=ARIMA; SARIMA; SARIMAX | case.demand-forecast | exponential smoothing
?Prophet, Facebook Prophet, fbprophet | case.demand-forecast | ARIMA
exponential smoothing, Holt-Winters | case.demand-forecast | ARIMA
survival analysis, Kaplan-Meier, time-to-event model; Cox regression | case.churn | a plain classifier
uplift modelling, uplift modeling | case.churn | a plain response model
causal inference; propensity score matching; difference in differences | prod.ab-testing | a randomised experiment
A/B testing, A/B tests, split testing | prod.ab-testing | a comparison of before and after
multi-armed bandits, contextual bandits; Thompson sampling | prod.ab-testing | a fixed A/B test
hypothesis testing, t-test, chi-squared test; =ANOVA | found.statistics | a confidence interval
the bootstrap, bootstrap confidence intervals, bootstrap resampling | found.statistics | a formula for the interval
Bayesian inference, Bayesian statistics, Bayesian modelling; =MCMC; PyMC | found.probability | a frequentist model
hidden Markov models, =HMM | found.probability | a recurrent network
Kalman filter | found.probability | a particle filter
Monte Carlo simulation, Monte Carlo methods | found.probability | an exact formula
reinforcement learning | ml.reinforcement-learning | supervised learning
Q-learning, =DQN, deep Q-network | ml.reinforcement-learning | a policy gradient method
?PPO, proximal policy optimisation | ml.reinforcement-learning | Q-learning
=RLHF, reinforcement learning from human feedback | nlp.language-models | supervised fine-tuning alone
?DPO, direct preference optimisation | nlp.language-models | reinforcement learning from human feedback
stochastic gradient descent, =SGD; gradient descent | found.gradient-descent | an adaptive optimiser
Adam optimiser; AdamW | found.optimizers | plain gradient descent with momentum
backpropagation | dl.backpropagation | numerical gradients
neural networks; multilayer perceptrons, =MLP | dl.activation-functions | boosted trees
deep learning, deep neural network | dl.toolkits | boosted trees
dropout regularisation | dl.dropout | weight decay
batch normalisation, batch norm | dl.batch-norm | layer normalisation
convolutional neural networks, convolutional network, ?CNN, =ConvNet | dl.cnn-components | a vision transformer
ResNet, residual network | dl.cnn-components | a plain deep network
EfficientNet; MobileNet | dl.cnn-components | a larger network
recurrent neural networks, recurrent network, =RNN; =GRU | dl.rnn-components | a transformer
=LSTM, long short-term memory | dl.lstm | a transformer
sequence-to-sequence models, sequence to sequence, seq2seq | dl.rnn-components | a decoder-only transformer
self-attention, attention mechanism | dl.transformers | a recurrent network
transformer models, transformer architecture, ?Transformers, ?Transformer | dl.transformers | a recurrent network
vision transformers, =ViT | dl.transformers | a convolutional network
=BERT; RoBERTa | dl.transformers | a large language model that is prompted
DistilBERT; sentence transformers, sentence-BERT, SBERT | dl.transformers | a large language model that is prompted
GPT, ChatGPT; GPT-2; GPT-3; GPT-4 | nlp.language-models | a small model trained for the task
?T5, FLAN-T5; mBART | nlp.language-models | a decoder-only model
large language models, =LLM; Llama 2; Llama 3; Mistral 7B | nlp.language-models | a small model trained for the task
retrieval-augmented generation, =RAG | nlp.language-models | fine-tuning
prompt engineering; few-shot prompting | nlp.language-models | fine-tuning
=LoRA; QLoRA; parameter-efficient fine-tuning, =PEFT | nlp.language-models | full fine-tuning
fine-tuning | dl.transfer-learning | training from scratch
transfer learning | dl.transfer-learning | training from scratch
knowledge distillation, model distillation | prod.serving | a smaller model trained directly
quantisation, model quantisation, post-training quantisation | prod.serving | a smaller model
contrastive learning; SimCLR; self-supervised learning | dl.transfer-learning | supervised training
few-shot learning; zero-shot learning; meta-learning | dl.transfer-learning | collecting more labels
active learning | ml.types | labelling at random
semi-supervised learning; weak supervision; pseudo-labelling, pseudo-labeling | ml.types | labelling more
federated learning | prod.distributed-training | one central data set
differential privacy | you.ethics | removing the names
generative adversarial networks, =GAN; StyleGAN; CycleGAN; =WGAN | dl.gan-loss | a diffusion model
diffusion models, latent diffusion; Stable Diffusion | dl.gan-loss | a generative adversarial network
variational autoencoders, =VAE | dl.gan-loss | a generative adversarial network
autoencoders, denoising autoencoder | ml.dimensionality-reduction | principal component analysis
graph neural networks, =GNN; graph convolutional networks; GraphSAGE | dl.cnn-components | features made from the graph
knowledge graphs | nlp.pipeline | a relational database
word embeddings; word2vec; =GloVe; fastText; doc2vec | nlp.vectorization | contextual embeddings
TF-IDF; bag of words; BM25 | nlp.vectorization | dense embeddings
topic modelling, topic modeling | nlp.vectorization | clustering of embeddings
latent Dirichlet allocation, =LDA; BERTopic | nlp.vectorization | clustering of embeddings
conditional random fields | nlp.pipeline | a dictionary and rules
wav2vec, wav2vec 2.0 | case.search-or-voice-assistant | an off-the-shelf service
semantic search, vector search; vector databases; =FAISS | nlp.vectorization | plain search by words
=HNSW; ?Pinecone; Weaviate; Milvus | nlp.vectorization | plain search by words
=YOLO, YOLOv3, YOLOv4, YOLOv5, YOLOv7, YOLOv8 | cv.yolo-ssd | a two-stage detector
single shot detectors, =SSD detector; RetinaNet | cv.yolo-ssd | a two-stage detector
Faster R-CNN, R-CNN, Fast R-CNN | cv.detection-history | a one-stage detector
Mask R-CNN; instance segmentation | cv.detection-history | boxes alone
semantic segmentation, image segmentation; U-Net; DeepLab; SegFormer; Segment Anything | cv.segmentation | boxes alone
Tesseract OCR | case.image-recognition | an off-the-shelf service
data augmentation, image augmentation | found.data-augmentation | collecting more data
OpenPose | cv.training-detectors | object detection
=SLAM; visual odometry | cv.training-detectors | a map made beforehand
point cloud processing; PointNet; LiDAR | cv.training-detectors | camera images alone
web scraping | prog.web-scraping | an official interface or a bought data set
dynamic programming | prog.dynamic-programming | a greedy method
linear programming; integer programming, mixed-integer programming; OR-Tools; Gurobi | prog.complexity | a heuristic
genetic algorithms, evolutionary algorithm; simulated annealing | ml.hyperparameters | a gradient or an exact method
drift detection, concept drift, data drift | prod.monitoring-drift | retraining on a fixed day
model monitoring; Evidently AI | prod.monitoring-drift | retraining on a fixed day
distributed training; data parallelism; model parallelism | prod.distributed-training | one larger machine
DeepSpeed; Horovod; =FSDP | prod.distributed-training | one larger machine
"""

_TASKS: Final = """
anomaly detection, outlier detection | ml.imbalanced-data | a few fixed rules
recommender systems, recommendation system | case.recommendation | a list of what is popular
time series forecasting, time series analysis; demand forecasting | case.demand-forecast | last year's figures
churn prediction, churn model | case.churn | a few rules made with the business
sentiment analysis | nlp.sentiment | a list of positive and negative words
named entity recognition, =NER | nlp.pipeline | a dictionary and rules
text classification | nlp.sentiment | rules on key words
machine translation, neural machine translation | nlp.evaluation | an off-the-shelf service
text summarisation | nlp.evaluation | picking the most important sentences
speech recognition, automatic speech recognition, =ASR | case.search-or-voice-assistant | an off-the-shelf service
object detection | cv.detection-history | classification of image patches
image classification | case.image-recognition | a pretrained model without training
optical character recognition, =OCR | case.image-recognition | an off-the-shelf service
pose estimation | cv.training-detectors | object detection
fraud detection | case.card-fraud | a few fixed rules
credit scoring, credit risk modelling | case.credit-scoring | a scorecard made by experts
"""

_TOOLS: Final = """
Hugging Face, Hugging Face Transformers | dl.toolkits | plain PyTorch
scikit-learn, sklearn | dl.toolkits | a library for boosted trees or deep networks
PyTorch; PyTorch Lightning | dl.toolkits | TensorFlow
TensorFlow, TensorFlow 2 | dl.toolkits | PyTorch
Keras | dl.toolkits | plain PyTorch
=JAX | dl.toolkits | PyTorch
=MXNet; =Caffe; Theano | dl.toolkits | PyTorch
spaCy | nlp.pipeline | a transformer alone
=NLTK | nlp.pipeline | spaCy
gensim | nlp.vectorization | pretrained embeddings
OpenCV | case.image-recognition | a learned model
Beautiful Soup; Scrapy; ?Selenium | prog.web-scraping | an official interface
pandas | prog.pandas-numpy | SQL in the database
NumPy | prog.pandas-numpy | plain Python lists
SciPy; statsmodels | found.statistics | scikit-learn
?Polars | prog.pandas-numpy | pandas
?Dask; =Ray Tune; =Ray Serve; Modin | prog.pandas-numpy | Spark
matplotlib; seaborn; ggplot2; Plotly; ?Bokeh; ?Altair | prog.visualisation | a dashboard
Tableau; Power BI; ?Looker; Metabase; Superset; Grafana; Qlik | prog.dashboards | a notebook or a report by mail
Streamlit; Gradio; Plotly Dash; ?Shiny | prog.dashboards | an ordinary web application
?Excel, Microsoft Excel | prog.dashboards | a script in Python or R
Jupyter, Jupyter Notebook, JupyterLab | prog.testing | a tested package
?Spark, Apache Spark; PySpark; Spark SQL; Spark Streaming; MLlib | de.spark | SQL in a warehouse
Databricks; Delta Lake | de.warehouse-lake | a plain warehouse
Hadoop; =HDFS; MapReduce | de.mapreduce | Spark
?Hive, Apache Hive; ?Presto; Trino; ?Impala | de.warehouse-lake | Spark SQL
?Kafka, Apache Kafka; Kafka Streams | de.kafka | a plain message queue
RabbitMQ; =SQS; =Kinesis; =Pub/Sub | de.kafka | Kafka
?Flink, Apache Flink; Apache Storm; Apache Beam | de.big-data-pipelines | batch jobs
?Airflow, Apache Airflow; ?Prefect; Dagster; ?Luigi | de.big-data-pipelines | cron jobs
=dbt | de.warehouse-lake | plain SQL scripts
?Snowflake | de.warehouse-lake | BigQuery
BigQuery; ?Redshift; =ClickHouse; Azure Synapse | de.warehouse-lake | a row-based database
PostgreSQL, Postgres; MySQL; MariaDB; SQL Server; ?Oracle; SQLite | de.schema-design | a document store
MongoDB; ?Cassandra; DynamoDB; CouchDB; NoSQL | de.schema-design | a relational database
Neo4j | de.schema-design | a relational database
Redis; Memcached | prod.key-value-sla | the database itself
Elasticsearch; OpenSearch; =Solr | case.search-or-voice-assistant | full-text search in the database
?Parquet, Apache Parquet; ?Avro; Apache Arrow | de.schema-design | CSV files
=ETL; =ELT; data pipelines | de.big-data-pipelines | views in the source system
data warehouses; data lakes; lakehouses | de.warehouse-lake | the production database
=AWS, Amazon Web Services; SageMaker; EC2; AWS Lambda | de.cloud | machines of one's own
=GCP, Google Cloud; Vertex AI | de.cloud | machines of one's own
?Azure, Microsoft Azure; Azure ML | de.cloud | machines of one's own
Terraform; ?Ansible; CloudFormation | de.cloud | settings made by hand
Docker, docker-compose | prod.containers | a virtual environment
Kubernetes, =K8s; ?Helm; Kubeflow | prod.containers | a few virtual machines
MLflow; Weights & Biases; =DVC; Comet ML | prod.monitoring-drift | a spreadsheet of experiments
FastAPI; ?Flask; Django | prod.serving | batch predictions
TensorFlow Serving; TorchServe; Triton Inference Server | prod.serving | a small web service of one's own
BentoML; ?Seldon; KServe | prod.serving | a small web service of one's own
=ONNX; TensorRT; OpenVINO; TensorFlow Lite, =TFLite; Core ML | prod.serving | the framework itself
feature stores; ?Feast | prod.serving | tables computed for each model
LangChain; LlamaIndex; LangGraph | nlp.language-models | a few lines of one's own
=vLLM; llama.cpp; Ollama | prod.serving | a hosted service
=CUDA; ?Numba; Cython | prog.concurrency | a vectorised library
MLOps; =CI/CD; GitHub Actions; GitLab CI; ?Jenkins | prog.testing | releases by hand
=ROS, =ROS 2; ?Gazebo | case.image-recognition | a framework of one's own
?Prometheus | prod.monitoring-drift | log files
pytest; unit testing; Great Expectations; property-based testing | prog.testing | checks by hand
?Git | prog.testing | another version control system
?React, React.js; ?Angular; Vue.js; Node.js | prog.dashboards | a ready-made dashboard
"""

_LANGUAGES: Final = """
Python, CPython | prog.oop | R or a compiled language
!R, =R programming, RStudio, tidyverse, dplyr | prog.r-basics | Python
SQL, T-SQL, PL/SQL | prog.sql | pandas
!Go, Golang | prog.concurrency | Python or Rust
!C, =C programming | prog.concurrency | C++ or Rust
C++ | prog.concurrency | Python with a fast library
C# | prog.oop | Java
Java | prog.oop | Python
?Scala | de.spark | Python
?Julia | prog.pandas-numpy | Python
?Rust | prog.concurrency | C++
?Swift; Kotlin | prog.oop | a language for the web
JavaScript; TypeScript | prog.oop | Python
MATLAB; ?Octave | found.linear-algebra | Python with NumPy
=SAS; =SPSS; ?Stata | found.statistics | R or Python
?Bash, shell scripting | prog.testing | Python
"""


def plain(text: str) -> str:
    """A spelling as it is compared: "K-Means" and "k means" are one."""
    kept = "".join(mark for mark in text.casefold() if mark.isalnum() or mark in "+#&")
    return kept.replace("isation", "ization").replace("optimiser", "optimizer")


@cache
def catalogue() -> tuple[Technique, ...]:
    """Every technique, in the order of the lists."""
    lists = ((Sort.METHOD, _METHODS), (Sort.TASK, _TASKS), (Sort.TOOL, _TOOLS), (Sort.LANGUAGE, _LANGUAGES))
    return tuple(
        _technique(names, topic, alternative, sort)
        for sort, lines in lists
        for kinds, topic, alternative in (line.split(" | ") for line in lines.strip().splitlines())
        for names in kinds.split("; ")
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


def _technique(names: str, topic: str, alternative: str, sort: Sort) -> Technique:
    written = tuple(_spelling(text) for text in names.split(", "))
    return Technique(written[0].text, sort, topic, alternative, written)


def _spelling(text: str) -> Spelling:
    care = Care(text[0]) if text[0] in (Care.EXACT, Care.WARY, Care.LONE) else Care.ANY
    return Spelling(text.removeprefix(care), care)
