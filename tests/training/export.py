"""The trained network as the program reads it: ONNX with eight bits a weight. How well it does is in the model card."""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path
from typing import Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from tests.training.network import INPUTS, Entailment, untrained

_OPSET: Final = 17


def export(network: Entailment, out: Path) -> str:
    """Write the network to `out`; its sha256, which `simulator.entailment.trained_minilm` pins."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        _write_whole(network, whole)
        # Unsigned weights: with signed ones, processors without VNNI clip sums, and other processors say otherwise.
        quantize_dynamic(whole, out, weight_type=QuantType.QUInt8, per_channel=True)
    return hashlib.sha256(out.read_bytes()).hexdigest()


def _write_whole(network: Entailment, out: Path) -> None:
    network.eval()
    example = tuple(torch.ones((2, 8), dtype=torch.long) for _ in INPUTS)
    sizes = {"logits": {0: "pairs"}} | {name: {0: "pairs", 1: "pieces"} for name in INPUTS}
    torch.onnx.export(
        network,
        example,
        str(out),
        input_names=list(INPUTS),
        output_names=["logits"],
        dynamic_axes=sizes,
        opset_version=_OPSET,
        dynamo=False,
    )


def main() -> int:
    """From weights to the file in the package."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.export", description=__doc__)
    parser.add_argument("weights", type=Path, help="safetensors, as `tests.training.learn` wrote them")
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args()
    network = untrained()
    network.load_state_dict(load_file(chosen.weights))
    print(f"{export(network, chosen.out)}  {chosen.out.name}, {chosen.out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
