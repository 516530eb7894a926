"""How topics went, in words: cells of the map, weak topics, and the table behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from question_bank.labels import topic_label
from simulator.progress.topics import MIN_ANSWERS, MIN_POINTS
from ui.words.shown_table import ShownTable, TableRow
from ui.words.stretches import each_word, stretch_name
from ui.words.times import counted, number_word

if TYPE_CHECKING:
    from simulator.progress.period import Stretch
    from simulator.progress.topics import TopicCount, TopicRow

NO_POINTS: Final = "No answers from this period were checked for key points."
NONE_WEAK: Final = "No topic stands out as weak in this period."
TOO_LITTLE: Final = (
    f"Too few answers to call a topic weak: each needs {number_word(MIN_ANSWERS)} answers"
    f" and {number_word(MIN_POINTS)} key points."
)
MAP_SENTENCE: Final = (
    "The deeper the colour, the more key points you made; a red corner marks something said the wrong way round."
    " Select a square to open its latest answer."
)

_NAMED: Final = 2


def count_words(count: TopicCount) -> str:
    """ "7 of 12 key points made, 1 contrary"."""
    contrary = f", {count.contrary} contrary" if count.contrary else ""
    return f"{count.made} of {counted(count.asked, 'key point')} made{contrary}"


def cell_words(row: TopicRow, stretch: Stretch, count: TopicCount) -> str:
    """What a square of the map says of itself."""
    place = f"{topic_label(row.topic)}, {stretch_name(stretch)}"
    return f"{place}: {count_words(count)}, in {counted(count.answers, 'answer')}"


def weak_words(row: TopicRow) -> str:
    """ "7 of 12 key points made, 1 contrary, in 4 answers"."""
    return f"{count_words(row.total)}, in {counted(row.total.answers, 'answer')}"


def topics_together(topics: Sequence[str]) -> str:
    """Several topics as one choice: "Bias and variance, Embeddings and 3 more"."""
    named, more = [topic_label(topic) for topic in topics[:_NAMED]], len(topics) - _NAMED
    return f"{', '.join(named)} and {more} more" if more > 0 else " and ".join(named)


def weak_sentence(rows: Sequence[TopicRow], weak: Sequence[TopicRow]) -> str:
    """What is said where no topic is weak; "" if some are."""
    if weak:
        return ""
    if not rows:
        return NO_POINTS
    return NONE_WEAK if any(row.total.is_evidence for row in rows) else TOO_LITTLE


def topics_table(rows: Sequence[TopicRow], stretches: Sequence[Stretch]) -> ShownTable:
    """A line for each square of the map: topic after topic, and within it the newest on top."""
    first = each_word(stretches[0].kind).capitalize() if stretches else "Week"
    lines = (
        TableRow(
            (
                topic_label(row.topic),
                stretch_name(stretch).removeprefix("Week of "),
                str(count.made),
                str(count.asked),
                str(count.contrary),
                str(count.answers),
            ),
            count.latest,
        )
        for row in rows
        for stretch, count in reversed(list(zip(stretches, row.cells, strict=True)))
        if count is not None
    )
    return ShownTable(("Topic", first, "Made", "Asked for", "Contrary", "Answers"), tuple(lines))
