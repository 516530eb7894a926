"""What is said of topics in an imported file that are not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from question_bank.coverage import OWN_PREFIX
from question_bank.exchange.naming import slug
from question_bank.labels import topic_label
from ui.words.times import counted

if TYPE_CHECKING:
    from question_bank.exchange.topic_names import UnknownTopic  # takes its time to load; the window does not wait


def unknown_topic_sentence(unknown: UnknownTopic) -> str:
    """That the questions come in without this topic, and which are like it."""
    those = counted(unknown.count, "question")
    nearest = ", ".join(f"“{topic_label(topic)}”" for topic in unknown.nearest)
    hint = f" (nearest: {nearest})" if nearest else ""
    are = "is" if unknown.count == 1 else "are"
    return (
        f"The topic “{unknown.name[:40]}” is not known{hint}; {those} {are} imported without it unless you use --topic."
    )


def own_topic(name: str) -> str:
    """The id of the topic of the user's own that has this name; empty if no Latin letter is in it."""
    own = slug(name)
    return f"{OWN_PREFIX}{own}" if own else ""
