"""The field's abbreviations and names in sounds, for voices that take the misaki alphabet (American English).

A is "ay", I "eye", O "oh", W "ow", Y "oy"; ʤ is "j", ʧ "ch"; ˈ and ˌ stand before the stressed vowel. Found
by what the recogniser hears (`python -m tests.benchmarks voice`) and by what hibari 0.2.1 makes of the bank's words.
"""

from __future__ import annotations

import re
from typing import Final

from simulator.voice.abbreviations import LETTERS, WRITTEN_OUT
from simulator.voice.pronunciation import Pronunciation

_LETTERS: Final = {
    "a": "A", "b": "bi", "c": "si", "d": "di", "e": "i", "f": "ɛf", "g": "ʤi", "h": "Aʧ", "i": "I", "j": "ʤA",
    "k": "kA", "l": "ɛl", "m": "ɛm", "n": "ɛn", "o": "O", "p": "pi", "q": "kju", "r": "ɑɹ", "s": "ɛs", "t": "ti",
    "u": "ju", "v": "vi", "w": "dʌbᵊlju", "x": "ɛks", "y": "wI", "z": "zi",
}  # fmt: skip
_FIRST_VOWEL: Final = re.compile("[AIOiuɛɑʌ]")


def spelled(letters: str) -> str:
    """The letters of a word one by one, the last of them stressed."""
    names = [_LETTERS[letter] for letter in letters.lower()]
    quiet = [_FIRST_VOWEL.sub(r"ˌ\g<0>", name, count=1) for name in names[:-1]]
    return "".join((*quiet, _FIRST_VOWEL.sub(r"ˈ\g<0>", names[-1], count=1)))


# Letters that it takes for a word, beside those that any voice does.
_SPELLED: Final = ("ATE", "DETR", "NA")
_NAMES: Final = {
    "ANOVA": "ənˈOvə",
    "ARIMA": "əɹˈimə",
    "AdaGrad": "ˈAdəɡɹˌæd",
    "AdamW": "ˈædəm dˈʌbᵊljˌu",
    "BLEU": "blˈu",
    "BM25": "bˌiˈɛm twˈɛnti fˈIv",
    "CIFAR": "sˈIfɑɹ",
    "CUDA": "kˈudə",
    "CUPED": "kjˈupɛd",
    "CatBoost": "kˈæt bˌust",
    "DBSCAN": "dˌibˈi skˌæn",
    "DistilBERT": "dəstˈɪl bˌɜɹt",
    "Dirichlet": "dˌɪɹəklˈA",
    "DuckDB": "dˈʌk dˌibˈi",
    "EC2": "ˌisˌi tˈu",
    "FAISS": "fˈAs",
    "FastAPI": "fˈæst ˌApˌiˈI",
    "Fréchet": "fɹAʃˈA",
    "GAN": "ɡˈæn",
    "GELU": "ʤˈɛlu",
    "GloVe": "ɡlˈʌv",
    "Grinsztajn": "ɡɹˈɪnstIn",
    "JAX": "ʤˈæks",
    "JSON": "ʤˈAsən",
    "Jaccard": "ʤəkˈɑɹd",
    "Keras": "kˈɛɹəs",
    "Kubernetes": "kˌubəɹnˈɛTiz",
    "LLaMA": "lˈɑmə",
    "LSTM": "ˌɛlˌɛs tˌiˈɛm",
    "LaTeX": "lˈAtɛk",
    "Laplace": "ləplˈɑs",
    "LiDAR": "lˈIdɑɹ",
    "LightGBM": "lˈIt ʤˌibˌiˈɛm",
    "LoRA": "lˈɔɹə",
    "MAPE": "mˈAp",
    "MLOps": "ˌɛmˌɛl ˈɑps",
    "MLflow": "ˌɛmˌɛl flˈO",
    "MNIST": "ˈɛmnˌɪst",
    "MapReduce": "mˈæp ɹədˌus",
    "Matplotlib": "mˈæt plɑt lˌɪb",
    "NaN": "nˈæn",
    "NoSQL": "nˌO sˈikwəl",
    "ONNX": "ˈɑnɪks",
    "PEFT": "pˈɛft",
    "PReLU": "pˌi ɹˈɛlu",
    "Postgres": "pˈOstɡɹˌɛs",
    "PostgreSQL": "pˈOstɡɹˌɛs kjˌuˈɛl",
    "PyTorch": "pˈI tˌɔɹʧ",
    "QLoRA": "kjˌu lˈɔɹə",
    "R-CNN": "ˌɑɹ sˌiˌɛnˈɛn",
    "RAG": "ɹˈæɡ",
    "RMSprop": "ˌɑɹˌɛmˌɛs pɹˈɑp",
    "ROC": "ɹˈɑk",
    "ReLU": "ɹˈɛlu",
    "Redis": "ɹˈɛdɪs",
    "ResNet": "ɹˈɛz nˌɛt",
    "RetinaNet": "ɹˈɛtənə nˌɛt",
    "RoBERTa": "ɹəbˈɜɹTə",
    "RoIAlign": "ˌɑɹˌOˈI əlˌIn",
    "S3": "ˌɛs θɹˈi",
    "SARIMA": "səɹˈimə",
    "SARSA": "sˈɑɹsə",
    "SHA": "ʃˈɑ",
    "SHAP": "ʃˈæp",
    "SMAPE": "ˌɛs mˈAp",
    "SMOTE": "smˈOt",
    "SiLU": "sˈIlu",
    "SwiGLU": "swˈɪɡlu",
    "Scikit-learn": "sˈIkɪt lˈɜɹn",
    "T-SNE": "tˌi snˈi",
    "TF-IDF": "tˌiˈɛf ˌIdˌiˈɛf",
    "U-Net": "jˌu nˈɛt",
    "UMAP": "jˈu mˌæp",
    "XGBoost": "ˌɛks ʤˈi bˌust",
    "YAML": "jˈæmᵊl",
    "YOLO": "jˈOlO",
    "ZeRO": "zˈɪɹO",
    "asyncio": "ˌAsˈɪŋk ˌIˈO",
    "cross-entropy": "kɹˈɔs ˈɛntɹəpi",
    "dplyr": "dˈi plˌIəɹ",
    "heapq": "hˈip kjˌu",
    "idempotence": "ˌIdɛmpˈOtᵊns",
    "idempotency": "ˌIdɛmpˈOtᵊnsi",
    "k-means": "kˌA mˈinz",
    "k-NN": "kˌAˌɛnˈɛn",
    "k8s": "kˌubəɹnˈɛTiz",
    "kwargs": "kwˈɑɹɡz",
    "lemmatizer": "lˈɛmə tˌIzəɹ",
    "logits": "lˈOʤɪts",
    "low-rank": "lˈO ɹˈæŋk",
    "lru": "ˌɛlˌɑɹjˈu",
    "memoise": "mˈɛmOˌIz",
    "nginx": "ˈɛnʤɪn ˌɛks",
    "nlargest": "ˈɛn lˈɑɹʤəst",
    "posteriori": "pɑstˌɪɹiˈɔɹi",
    "quantise": "kwˈɑntIz",
    "regex": "ɹˈɛʤɛks",
    "scikit-learn": "sˈIkɪt lˈɜɹn",
    "sklearn": "ˌɛskˈA lˌɜɹn",
    "spaCy": "spˈAsi",
    "t-SNE": "tˌi snˈi",
    "tuple": "tˈupəl",
    "word2vec": "wˈɜɹd tə vˌɛk",
    "xgboost": "ˌɛks ʤˈi bˌust",
}
SOUNDS: Final = {letters: spelled(letters) for letters in (*LETTERS, *_SPELLED)} | _NAMES
MISAKI: Final = Pronunciation(WRITTEN_OUT, SOUNDS)
