"""Names and wordings that steer the follow-ups. What follows from them is chosen in `choice`."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set, word_set

NOT_KNOWING: Final = phrase_set(
    """
    i don't know / i do not know / i really don't know / i just don't know / i honestly don't know / don't know
    that one / no idea / no clue / i wouldn't know / i can't answer / i cannot answer / i can't say / i can't
    tell you / i don't remember / i can't remember / i'm not familiar / i am not familiar / i've never heard / i
    have never heard / i've never used / i have never used / i haven't used / i've never worked with / i haven't
    worked with / i'd have to pass / i have to pass / i'm lost / you've got me there
    """
)
REPORTING: Final = word_set("say says said that if when what whether admit told tell")
"""Before one of the wordings above: somebody's words, or a part of a sentence, and no answer."""

METRICS: Final = {
    phrase: name
    for name, wordings in {
        "accuracy": "accuracy",
        "precision": "precision",
        "recall": "recall / sensitivity",
        "the F1 score": "f1 / f 1 / f1 score",
        "the AUC": "auc / a u c / roc / area under the curve / area under the roc curve",
        "the mean absolute error": "mae / mean absolute error / absolute error",
        "the root mean squared error": "rmse / root mean squared error / root mean square error",
        "the mean squared error": "mse / mean squared error",
        "the percentage error": "mape / percentage error",
        "R squared": "r squared / r 2",
        "the log loss": "log loss / cross entropy",
        "intersection over union": "iou / intersection over union",
        "mean average precision": "map / mean average precision",
        "BLEU": "bleu",
        "ROUGE": "rouge",
        "perplexity": "perplexity",
        "the word error rate": "word error rate",
        "the error rate": "error rate",
        "the click rate": "click rate / click through rate / clickthrough rate",
        "the conversion rate": "conversion / conversion rate",
        "NDCG": "ndcg",
        "uplift": "uplift",
        "latency": "latency",
    }.items()
    for phrase in phrase_set(wordings)
}
"""How measures are said, and what to call them in a question."""

MODELS: Final = {
    phrase: name
    for name, wordings in {
        "logistic regression": "logistic regression",
        "linear regression": "linear regression",
        "a random forest": "random forest / random forests / the forest",
        "gradient boosting": "gradient boosting / boosting / boosted trees / xgboost / lightgbm / catboost",
        "a decision tree": "decision tree / decision trees",
        "a support vector machine": "svm / support vector machine / support vector machines",
        "naive Bayes": "naive bayes",
        "k-means": "k means / kmeans",
        "nearest neighbours": "nearest neighbours / nearest neighbors / k nn / knn",
        "an LSTM": "lstm / lstms",
        "a recurrent network": "rnn / rnns / recurrent network",
        "a convolutional network": "cnn / cnns / convolutional network / convolutional networks / conv net / resnet",
        "a transformer": "transformer / transformers / bert / gpt",
        "an autoencoder": "autoencoder / autoencoders",
        "a YOLO detector": "yolo",
        "a U-Net": "u net / unet",
        "ARIMA": "arima",
        "isolation forest": "isolation forest",
        "matrix factorisation": "matrix factorisation / matrix factorization",
        "a neural network": "neural network / neural networks / neural net",
    }.items()
    for phrase in phrase_set(wordings)
}
"""How models are said, and what to call them in a question."""

_EVALUATING: Final = word_set(
    """
    precision recall accuracy f1 auc roc metric metrics measure measures measured score scores threshold thresholds
    percent percentage sensitivity specificity positive positives negative negatives curve classifier class classes
    error errors evaluate evaluated evaluation predicted predictions model baseline
    """
)
_LEARNING: Final = word_set(
    """
    tree trees gradient model models modelling learner learners weak bagging forest forests features classifier
    classifiers regression logistic xgboost lightgbm catboost trained train training trains ensemble ensembles stumps
    predict predicts predicted predictions baseline
    """
)
_NETWORKS: Final = word_set(
    """
    model models network networks layer layers attention self head heads encoder decoder encoders decoders token tokens
    transformer transformers language text texts sequence sequences trained train training tuned tuning architecture
    embedding embeddings vision bert gpt lstm recurrent convolutional translation pretrained classifier parameters
    """
)
_SHOP: Final = word_set(
    """
    click clicks visitors visitor users customers customer checkout funnel percent shop sales test variant experiment
    page measure measured metric
    """
)
AMBIGUOUS: Final = {
    "recall": _EVALUATING - {"recall", "model"}, "precision": _EVALUATING - {"precision"},
    "sensitivity": _EVALUATING - {"sensitivity"}, "conversion": _SHOP, "boosting": _LEARNING,
    "the forest": _LEARNING - {"forest", "forests"} | {"random"}, "transformer": _NETWORKS - {"transformer"},
    "transformers": _NETWORKS - {"transformers"}, "bert": _NETWORKS - {"bert"}, "attention": _NETWORKS - {"attention"},
    "spark": word_set("job jobs cluster partitions shuffle executor executors hadoop kafka airflow data dataframe"),
    "prophet": word_set("forecast forecasts forecasting arima model models seasonal seasonality baseline"),
    "rag": _NETWORKS | word_set("retrieval documents llm llms vector langchain chunks"),
}  # fmt: skip
"""Names that are everyday words, too: each with the words of which one stands beside it where the name is meant."""

WITH_A_NUMBER: Final = frozenset(["recall", "precision", "sensitivity"])
"""Those that a figure beside them shows to be meant."""

NEVER_AFTER: Final = {
    "recall": word_set("i we you they he she to can could cannot can't don't didn't not couldn't product safety"),
    "precision": word_set("half double single mixed full floating numerical machine surgical"),
    "attention": word_set("pay paid paying pays draw drew drawn my your their our more much"),
}
"""Words before a name that show it not to be meant: "as far as I recall", "mixed precision"."""

NEVER_BEFORE: Final = word_set("station stations substation substations oil morale sales confidence")
"""Words after a name that show it not to be meant: "a transformer station"."""

CASE_MATTERS: Final = {"map": "mAP"}
"""Names that are meant only where they are written so."""

DISPLAYED_TERMS: Final = {
    "t sne": "t-SNE", "k means": "k-means", "llm": "LLM", "llms": "LLMs", "rag": "RAG", "bert": "BERT", "gpt": "GPT",
    "gan": "GAN", "gans": "GANs", "svm": "SVM", "pca": "PCA", "umap": "UMAP", "dbscan": "DBSCAN", "cnn": "CNN",
    "cnns": "CNNs", "rnn": "RNN", "rnns": "RNNs", "lstm": "LSTM", "lstms": "LSTMs", "xgboost": "XGBoost",
    "lightgbm": "LightGBM", "catboost": "CatBoost", "arima": "ARIMA", "mlops": "MLOps", "devops": "DevOps",
    "langchain": "LangChain", "mlflow": "MLflow", "kubernetes": "Kubernetes", "docker": "Docker", "spark": "Spark",
    "kafka": "Kafka", "airflow": "Airflow", "hadoop": "Hadoop", "naive bayes": "naive Bayes", "prophet": "Prophet",
}  # fmt: skip
"""Terms as they are written; every other one as it is said."""

VAGUE: Final = word_set(
    """
    nice great fine perfect ideal important interesting powerful popular common usual usually normal normally
    always often sometimes depends depend handle handled deal different certain general generally overall strong
    quick quickly easy easily hard difficult best better worse bad well kind everybody everyone somebody nobody
    people guys happy love loved enjoy big huge careful basic hopefully obviously definitely absolutely
    honestly true fact matter advanced modern smart clever innovative challenge challenges solution solutions
    field area stuff suppose
    """
)
"""Words that fill an answer and say nothing of the matter."""

BUILDING: Final = ("you.cv-project", "you.cv-technique", "you.dataset-facts", "you.state-of-the-art", "case.")
"""Topics whose answers tell of something that was built, or will be: "how was it measured" fits there."""
