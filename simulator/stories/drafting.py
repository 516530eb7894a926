"""A story made of an answer: its text, a title from the first sentence, tags. The user may change all of them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import word_set
from simulator.analysis.utterance import Utterance
from simulator.store.records import AnswerRecord, AnswerStatus
from simulator.stories.fitting import asks_for_a_story
from simulator.stories.story import StoryDraft, clean_title
from simulator.stories.tags import proposed_tags

_TITLE_LETTERS: Final = 60
_OPENINGS: Final = word_set("so well okay ok yeah yes right sure um uh er hmm and but now")
_EDGES: Final = " ,;:.!?…–—-"


def draft_of(record: AnswerRecord) -> StoryDraft | None:
    """What would be kept of an answer to a question that asks for a story; None for any other, or without words."""
    if record.status is not AnswerStatus.SAVED or not asks_for_a_story(record.question):
        return None
    text = story_text(record)
    if not text:
        return None
    return StoryDraft(title_of(text), text, proposed_tags(record.question, text), record.id)


def story_text(record: AnswerRecord) -> str:
    """What was said, without the filler sounds that stand in the report after the user's corrections."""
    report = record.report
    if report is None:
        return record.transcript.text if record.transcript else ""
    sounds = {
        index
        for filler in report.fillers
        if filler.kind == "sound" and filler.word_index is not None
        for index in range(filler.word_index, filler.word_index + filler.word_count)
    }
    words = (word.text for index, word in enumerate(report.transcript.words) if index not in sounds)
    return _capital(" ".join(words))


def title_of(text: str) -> str:
    """A title from the first sentence of a text: without "So, well", cut between words where it is long."""
    words = text.split()
    if words:
        words = words[: Utterance.typed(text).sentences[0].word_count]
    while len(words) > 1 and words[0].strip(_EDGES).lower() in _OPENINGS:
        words = words[1:]
    return clean_title(_capital(_cut(words).strip(_EDGES)))


def _cut(words: list[str]) -> str:
    whole = " ".join(words)
    if len(whole) <= _TITLE_LETTERS:
        return whole
    return whole[:_TITLE_LETTERS].rpartition(" ")[0].rstrip(_EDGES) or whole[:_TITLE_LETTERS]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
