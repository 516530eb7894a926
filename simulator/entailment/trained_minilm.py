"""The trained model: a claim and something said in, three probabilities out. The one door to onnxruntime; child only.

MiniLM-L6 (Microsoft, then sentence-transformers; Apache-2.0), trained further for this program and kept with eight bits
a weight; `MODEL_CARD.md` beside it says on what, and how well it does. The vocabulary is BERT uncased's (Google;
Apache-2.0).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import BertProcessing

from simulator.entailment.entailment_models import EntailmentModelUnavailable

MODEL_SHA256: Final = ""
VOCABULARY_SHA256: Final = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"

_MOST_TOKENS: Final = 96
_BATCH: Final = 8
_DECIMALS: Final = 4
_THREADS: Final = 1
_REMEMBERED: Final = 20_000  # pairs; some 4 MB. An answer of ten minutes has about 2,000

Probabilities = NDArray[np.float32]


class TrainedMiniLm:
    """Reads each claim beside each window, and remembers what it has read: an answer is read while it is spoken."""

    def __init__(self, session: Any, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._known: dict[tuple[str, str], tuple[float, float]] = {}

    @classmethod
    def load(cls) -> TrainedMiniLm:
        """The verified model. Raises EntailmentModelUnavailable."""
        folder = Path(str(files("simulator.entailment")))
        weights = _checked(folder / "weights.onnx", MODEL_SHA256)
        vocabulary = _checked(folder / "vocabulary.txt", VOCABULARY_SHA256)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.enable_cpu_mem_arena = False  # it would keep 40 MB between two answers, and saves no time
        session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        return cls(session, _tokenizer(vocabulary.decode().splitlines()))

    def read(self, claims: tuple[str, ...], said: Sequence[str]) -> tuple[tuple[tuple[float, float], ...], ...]:
        """For each claim a row with (made, contrary) of each of `said`, to four decimals."""
        wanted = dict.fromkeys((claim, text) for claim in claims for text in said)
        new = [pair for pair in wanted if pair not in self._known]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known.clear()
            new = list(wanted)
        self._known.update(zip(new, self._read(new), strict=True))
        return tuple(tuple(self._known[claim, text] for text in said) for claim in claims)

    def _read(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float]]:
        """Pairs of like length run together, so that little is spent on padding."""
        encoded = self._tokenizer.encode_batch_fast(list(pairs))
        order = sorted(range(len(pairs)), key=lambda index: len(encoded[index].ids))
        found: list[tuple[float, float]] = [(0.0, 0.0)] * len(pairs)
        for batch in _batches(order):
            figures = np.round(self._run([encoded[index] for index in batch]).astype(np.float64), _DECIMALS).tolist()
            for index, (made, contrary, _neither) in zip(batch, figures, strict=True):
                found[index] = (made, contrary)
        return found

    def _run(self, batch: Sequence[Encoding]) -> Probabilities:
        longest = max(len(one.ids) for one in batch)
        ids, mask, types = (np.zeros((len(batch), longest), dtype=np.int64) for _ in range(3))
        for row, one in enumerate(batch):
            length = len(one.ids)
            ids[row, :length], mask[row, :length], types[row, :length] = one.ids, 1, one.type_ids
        named = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        logits = self._session.run(None, named)[0]
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares: Probabilities = powers / powers.sum(axis=1, keepdims=True)
        return shares


def _batches(order: Sequence[int]) -> Iterator[Sequence[int]]:
    return (order[start : start + _BATCH] for start in range(0, len(order), _BATCH))


def _checked(path: Path, sha256: str) -> bytes:
    """The file's bytes, if they are the pinned ones."""
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise EntailmentModelUnavailable(
            f"The model that reads answers cannot be read: {problem.strerror}."
        ) from problem
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EntailmentModelUnavailable(f"{path.name} of the model that reads answers is damaged.")
    return content


def _tokenizer(vocabulary: Sequence[str]) -> Tokenizer:
    """Words in pieces as BERT uncased has them, between [CLS] and [SEP]."""
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    tokenizer = Tokenizer(WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=100))  # noqa: S106
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = BertProcessing(("[SEP]", numbers["[SEP]"]), ("[CLS]", numbers["[CLS]"]))
    tokenizer.enable_truncation(_MOST_TOKENS)
    return tokenizer
