"""What the roles and rounds are called where one chooses among them. Names only; no Qt."""

from __future__ import annotations

from typing import Final

from question_bank.models import Role, Round

# Shorter than the bank's own labels: a chip has the heading "Role" or "Round" above it.
ROLE_CHIPS: Final = (
    ("ML engineer", Role.ML_ENGINEER),
    ("Data scientist", Role.DATA_SCIENTIST),
    ("Data analyst", Role.DATA_ANALYST),
    ("Data engineer", Role.DATA_ENGINEER),
    ("NLP", Role.NLP_ENGINEER),
    ("Vision", Role.CV_ENGINEER),
    ("Robotics", Role.ROBOTICS_ENGINEER),
    ("Research", Role.RESEARCH_SCIENTIST),
)
ROUND_CHIPS: Final = (
    ("Screening", Round.INITIAL_SCREENING),
    ("Technical", Round.TECHNICAL_SCREENING),
    ("Machine learning", Round.MACHINE_LEARNING),
    ("System design", Round.SYSTEM_DESIGN),
    ("Project", Round.PROJECT_PRESENTATION),
    ("Behavioural", Round.BEHAVIOURAL),
    ("Final", Round.FINAL),
    ("Whole loop", None),
)
