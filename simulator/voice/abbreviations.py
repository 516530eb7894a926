"""The field's abbreviations and names, written the way they are said. Formulas are in `formulas`."""

from __future__ import annotations

import re
from typing import Final

# Letters that a voice takes for a word ("awk", "may"), found in what espeak-ng 1.51 makes of the field's terms.
_SPELLED: Final = (
    "AIC AP AUC AWS BI BIC CI CLI EDA EKF ELT EM ETL HMM IID IMU IoT IoU KL KNN MAE MAP MoE NER OLS OLTP OOM OOV PID "
    "PII POS ROI RoI SfM SLA SLO UAT UDF VAE VIF ViT WER kNN mAP mIoU"
)
# As written, and as said where a voice gets it wrong; the same check.
_NAMES: Final = {
    "A/A": "A-A",
    "A/B": "A-B",
    "C#": "C sharp",
    "C++": "C plus plus",
    "CI/CD": "C-I, C-D",
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
    "e.g.": "for example",
    "i.e.": "that is",
    "k-NN": "k N-N",
    "k8s": "koober netties",
    "nginx": "engine X",
    "regex": "reg ex",
    "sklearn": "S-K learn",
    "spaCy": "spacy",
    "vs.": "versus",
    "vs": "versus",
    "w.r.t.": "with respect to",
    "xgboost": "X-G boost",
}
_SAID: Final = _NAMES | {letters: "-".join(letters) for letters in _SPELLED.split()}
_TERMS: Final = re.compile(
    r"(?<!\w)(" + "|".join(re.escape(term) for term in sorted(_SAID, key=len, reverse=True)) + r")(s?)(?!\w)"
)
_METHODS: Final = "call class del dict enter eq exit getitem hash init iter len lt main name new next repr slots str"
_DUNDER: Final = re.compile(rf"__({'|'.join(_METHODS.split())})__")


def say_terms(text: str) -> str:
    """`text` with every known abbreviation and name as it is said; plurals keep their s."""
    return _TERMS.sub(_as_said, _DUNDER.sub(r"dunder \1", text))


def _as_said(term: re.Match[str]) -> str:
    plural = "'s" if term[2] else ""  # "A-U-Cs" would be read "A U C S".
    return _SAID[term[1]] + plural
