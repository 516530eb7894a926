"""How a text is put so that a voice reads it as an interviewer would say it. Text in, text out: no voice here."""

from __future__ import annotations

import re
from typing import Final

# By way of pyttsx3, espeak-ng reads memory past the end of its text and crashes at some 15,000 characters; its time
# grows with the square of the length. Three minutes of reading is far beyond any question.
MAX_CHARACTERS: Final = 3_000

# Letters that a voice takes for a word ("awk", "may"), found in what espeak-ng 1.51 makes of the field's terms.
_SPELLED: Final = (
    "AP AUC AWS CI EDA EKF ELT EM ETL IID IMU IoU KL MAE MAP MoE NER OLS OOM OOV PID PII ROC SfM SLA SLO UAT VAE "
    "WER mAP"
)
_SAID: Final = {
    "A/B": "A-B",
    "CI/CD": "C-I, C-D",
    "CUDA": "cooda",
    "LightGBM": "light G-B-M",
    "LoRA": "lora",
    "MLOps": "M-L ops",
    "NoSQL": "no S-Q-L",
    "ReLU": "relloo",
    "TF-IDF": "T-F I-D-F",
    "XGBoost": "X-G boost",
    "e.g.": "for example",
    "i.e.": "that is",
    "vs.": "versus",
    "vs": "versus",
} | {letters: "-".join(letters) for letters in _SPELLED.split()}
_TERMS: Final = re.compile(
    r"(?<!\w)(" + "|".join(re.escape(term) for term in sorted(_SAID, key=len, reverse=True)) + r")(s?)(?!\w)"
)
# Marks of emphasis and code around words, as in imported texts; within a name they separate its words.
_MARKS: Final = re.compile(r"`|(?<!\w)[*_]+(?=\w)|(?<=[^\W_])[*_]+(?!\w)")
_UNDERSCORES: Final = re.compile(r"(?<=\w)_+(?=\w)")
_SENTENCE_END: Final = re.compile(r"[.?!…](?=\s)")


def spoken_text(text: str) -> str:
    """`text` on one line, with the field's abbreviations written the way they are said, at most 3,000 characters.

    Longer texts end at a sentence, or at a word if there is none. Empty when there is nothing to say.
    """
    printable = "".join(mark if mark.isprintable() else " " for mark in text[: 2 * MAX_CHARACTERS])
    unmarked = _UNDERSCORES.sub(" ", _MARKS.sub("", printable))
    said = " ".join(_TERMS.sub(_as_said, unmarked).split())
    return _shortened(said) if any(character.isalnum() for character in said) else ""


def _as_said(term: re.Match[str]) -> str:
    plural = "'s" if term[2] else ""  # "A-U-Cs" would be read "A U C S".
    return _SAID[term[1]] + plural


def _shortened(text: str) -> str:
    if len(text) <= MAX_CHARACTERS:
        return text
    room = text[:MAX_CHARACTERS]
    ends = [end.end() for end in _SENTENCE_END.finditer(room)]
    return room[: ends[-1]] if ends else room.rpartition(" ")[0] or room
