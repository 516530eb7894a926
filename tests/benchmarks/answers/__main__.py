"""`python -m tests.benchmarks.answers`: how the judge of content fares on whole answers, set by set, with its targets.

Without options it measures on the questions of the training part that are held back to choose by. With `--last` it
measures on what nothing was made with: for the last word on a judge, once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from question_bank.bank import Bank
from tests.benchmarks.answers.answer_sets import KEPT, AnswerSet, questions_of
from tests.benchmarks.answers.measuring import measured, patient_judge
from tests.benchmarks.answers.model_answers import model_answers_made
from tests.benchmarks.answers.proof import proof_figures
from tests.benchmarks.answers.reliability import reliability_table
from tests.benchmarks.table import plain


def main() -> int:
    """Print a table for each set as soon as it is measured, and what becomes of the bank's own model answers."""
    bank = Bank.load()
    with patient_judge() as judge:
        sets = _sets_asked_for()
        for answer_set in sets:
            one = measured(answer_set, bank, judge)
            print(f"\n{plain(one.figures)}\n\n{reliability_table(one.points)}", flush=True)
        if AnswerSet.DEVELOPMENT in sets:
            print(f"\n{plain(proof_figures(questions_of(AnswerSet.DEVELOPMENT, bank), judge))}")
        print(f"\n{plain(model_answers_made(bank.questions, judge))}")
    return 0


def _sets_asked_for() -> Sequence[AnswerSet]:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.answers", description=__doc__)
    parser.add_argument("--last", action="store_true", help="every kept set, once a judge is finished")
    parser.add_argument(
        "--set", type=AnswerSet, choices=list(AnswerSet), action="append", dest="sets", help="this set; may be repeated"
    )
    options = parser.parse_args()
    return KEPT if options.last else options.sets or (AnswerSet.DEVELOPMENT,)


if __name__ == "__main__":
    sys.exit(main())
