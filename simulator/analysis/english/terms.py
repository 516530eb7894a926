"""Names of methods and tools, and words that any technical answer shares with any question."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set, word_set

TERMS: Final = phrase_set(
    """
    arima / prophet / lstm / lstms / transformer / transformers / bert / gpt / gan / gans / autoencoder / autoencoders /
    xgboost / lightgbm / catboost / random forest / random forests / svm / support vector machine / neural network /
    neural networks / deep learning / reinforcement learning / transfer learning / federated learning /
    knowledge graph / knowledge graphs /
    bayesian optimisation / bayesian optimization / attention / embeddings / kubernetes / docker /
    spark / kafka / airflow / hadoop / mlflow / blockchain / big data / data lake / data mesh / feature store / llm
    / llms / rag / langchain / vector database / microservices / serverless / mlops / devops / gradient boosting / pca /
    t sne / umap / dbscan / k means / logistic regression / naive bayes / convolutional networks / cnn / cnns / rnn /
    rnns / agile / scrum / synergy / cutting edge / state of the art / end to end / quantum computing / edge computing
    """
)
"""Names of methods and tools, as the topics and key points of the question packs use them."""

GENERIC_STEMS_FROM: Final = word_set(
    """
    model models data use work works thing time team project learn good need make number people way example case
    problem question answer result year years different important new part point kind big small high low lot
    start first last long day week month month company job important learned worked understand explain describe
    tell mean difference help try whole set run once back give ask find put keep turn happen call show hear
    minute hour morning evening friday monday
    """
)
"""Words that a technical answer may share with any question; sharing them does not show that it kept to its own."""
