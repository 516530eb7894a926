"""The trained model: a claim and something said in, three probabilities out. The one door to onnxruntime; child only.

MiniLM-L6 (Microsoft, then sentence-transformers; Apache-2.0), trained further for this program and kept with eight bits
a weight; `MODEL_CARD.md` beside it says on what, and how well it does. The vocabulary is BERT uncased's (Google;
Apache-2.0).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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

from simulator.entailment.entailment_model import EntailmentModelUnavailable

FOLDER: Final = Path(str(files("simulator.entailment")))
_THIS: Final = "the text model"
MODEL_SHA256: Final = "6f400da06a1ae07c24a901a2ca1a5584b1a910e21c78382c1e670c2487759add"
VOCABULARY_SHA256: Final = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"

_MOST_TOKENS: Final = 96  # as in training
_DECIMALS: Final = 4
_AT_ONCE: Final = 2  # runs on a thread each: two threads for one run would gain less

Probabilities = NDArray[np.float64]


class TrainedMiniLm:
    """Reads each claim beside each window, every pair in a run of its own, two runs at a time.

    Activations are cut to eight bits by one scale for all that is run together. In a run of its own, a pair has the
    same figures whether the answer is read while it is spoken or at once, and takes no longer than in a batch.
    """

    def __init__(self, session: Any, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._readers = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="reader")

    @classmethod
    def load(cls) -> TrainedMiniLm:
        """The verified model. Raises EntailmentModelUnavailable."""
        weights = checked(FOLDER / "weights.onnx", MODEL_SHA256)
        vocabulary = checked(FOLDER / "vocabulary.txt", VOCABULARY_SHA256)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it would keep 40 MB between two answers, and saves no time
        session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        return cls(session, tokenizer_of(vocabulary.decode().splitlines()))

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[float, float], ...]:
        """(made, contrary) of each claim with something said, to four decimals."""
        return tuple(self._readers.map(self._figures, pairs))

    def _figures(self, pair: tuple[str, str]) -> tuple[float, float]:
        made, contrary, _neither = np.round(self._probabilities(self._tokenizer.encode(*pair)), _DECIMALS)
        return float(made), float(contrary)

    def _probabilities(self, encoded: Encoding) -> Probabilities:
        numbers = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        inputs = {name: np.array([values], dtype=np.int64) for name, values in numbers.items()}
        logits = self._session.run(None, inputs)[0][0].astype(np.float64)
        powers = np.exp(logits - logits.max())
        shares: Probabilities = powers / powers.sum()
        return shares


def checked(path: Path, sha256: str) -> bytes:
    """The file's bytes, if they are the pinned ones."""
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise EntailmentModelUnavailable(f"{path.name} of {_THIS} cannot be opened: {problem.strerror}.") from problem
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EntailmentModelUnavailable(f"{path.name} of {_THIS} is damaged.")
    return content


def tokenizer_of(vocabulary: Sequence[str]) -> Tokenizer:
    """A claim and something said, in pieces of words as BERT uncased has them; the longer of the two is cut first."""
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    tokenizer = Tokenizer(WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=100))  # noqa: S106
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = BertProcessing(("[SEP]", numbers["[SEP]"]), ("[CLS]", numbers["[CLS]"]))
    tokenizer.enable_truncation(_MOST_TOKENS, strategy="longest_first")
    return tokenizer
