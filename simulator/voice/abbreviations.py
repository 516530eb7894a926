"""The field's abbreviations and names, written the way they are said. Formulas are in `formulas`.

What is said in sounds, by voices that take them, is in `phonemes`.
"""

from __future__ import annotations

import re
from typing import Final

from simulator.voice.pronunciation import Pronunciation

# Letters that a voice takes for a word ("awk", "may"), found in what espeak-ng 1.51 makes of the field's terms.
_SPELLED: Final = (
    "AIC AP AUC AWS BI BIC CI CLI EDA EKF ELT EM ETL HMM IID IMU IoT IoU KL KNN MAE MAP MoE NER OLS OLTP OOM OOV PID "
    "PII POS ROI RoI SfM SLA SLO UAT UDF VAE VIF ViT WER kNN mAP mIoU"
)
# What any voice would have to guess.
WRITTEN_OUT: Final = {
    "A/A": "A-A",
    "A/B": "A-B",
    "C#": "C sharp",
    "C++": "C plus plus",
    "CI/CD": "C-I, C-D",
    "e.g.": "for example",
    "i.e.": "that is",
    "vs.": "versus",
    "vs": "versus",
    "w.r.t.": "with respect to",
}
# As written, and as said where espeak-ng gets it wrong; the same check.
_NAMES: Final = {
    "CUDA": "cooda",
    "DBSCAN": "D-B scan",
    "EC2": "E-C 2",
    "FastAPI": "fast A-P-I",
    "Kubernetes": "koober netties",
    "LaTeX": "lay tek",
    "LightGBM": "light G-B-M",
    "LoRA": "lora",
    "MLOps": "M-L ops",
    "NaN": "nan",
    "NoSQL": "no S-Q-L",
    "PReLU": "P relloo",
    "QLoRA": "Q lora",
    "RMSprop": "R-M-S prop",
    "ROC": "rock",
    "ReLU": "relloo",
    "SiLU": "sigh loo",
    "TF-IDF": "T-F I-D-F",
    "XGBoost": "X-G boost",
    "k-NN": "k N-N",
    "k8s": "koober netties",
    "nginx": "engine X",
    "regex": "reg ex",
    "sklearn": "S-K learn",
    "spaCy": "spacy",
    "xgboost": "X-G boost",
}
_METHODS: Final = "call class del dict enter eq exit getitem hash init iter len lt main name new next repr slots str"
_DUNDER: Final = re.compile(rf"__({'|'.join(_METHODS.split())})__")


def say_methods(text: str) -> str:
    """`text` with the special methods of Python as they are said: "dunder init"."""
    return _DUNDER.sub(r"dunder \1", text)


LETTERS: Final = {letters: "-".join(letters) for letters in _SPELLED.split()}
RESPELT: Final = Pronunciation(WRITTEN_OUT | _NAMES | LETTERS)
"""For voices that are given no sounds: respellings that espeak-ng reads right, and others hardly wrong."""
