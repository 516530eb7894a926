"""`python -m tests.promises --kills 100 --seed 1`: kills, or with `--cuts 0.1` power cuts, and what was found after.

Acts take turns. The seed of each kill is in the result: `--act stop --seed 17` does it again.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path


def main() -> int:
    """Kill so often, and print a line for each kill."""
    from tests.promises.acts import ACTS
    from tests.promises.cutting import CUT_ACTS, Mains
    from tests.promises.fuzzing import fuzz
    from tests.promises.killing import Range

    parser = argparse.ArgumentParser(prog="python -m tests.promises", description=__doc__)
    parser.add_argument("--kills", type=int, default=len(ACTS))
    parser.add_argument("--cuts", type=float, default=0.0, help="the share of all calls at which the power is cut")
    parser.add_argument("--inputs", type=float, default=0.0, help="thousands of spoilt files that are read")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--act", choices=ACTS, action="append")
    options = parser.parse_args()
    if options.inputs:
        for result in fuzz(options.inputs, options.seed):
            print(json.dumps(asdict(result)), flush=True)
        return 0
    chosen = options.act or list(ACTS)
    in_memory = Path("/dev/shm")  # noqa: S108 - what a kill leaves does not depend on the disk, which is slow
    with tempfile.TemporaryDirectory(prefix="vv-", dir=in_memory if in_memory.is_dir() else None) as folder:
        killing = Range(Path(folder))
        if options.cuts:
            mains = Mains(killing, Path(folder))
            for act in options.act or CUT_ACTS:
                for found in mains.cut(act, options.seed, options.cuts):
                    print(json.dumps(asdict(found)), flush=True)
            return 0
        for act in chosen:
            print(json.dumps(asdict(killing.whole(act))), flush=True)
        for number in range(options.kills):
            kill = killing.kill(chosen[number % len(chosen)], options.seed + number // len(chosen))
            print(json.dumps(asdict(kill)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
