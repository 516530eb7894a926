"""How strangers write questions and answers down: with a number or a “Q:” before them, a link or a picture behind."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LABEL: Final = re.compile(
    r"""(?:
        q(?:uestion|ues|n)?\.?\s*\#?\d{1,4}\s*[:.)\-–—]*(?!\w)   # Q1. · Question 12: · Q3
      | q(?:uestion)?\s*[:.)]                                    # Q: · Question.
      | \#?\d{1,4}(?:\.\d{1,3})*\s*[.):](?=\s|\[|$)              # 12. · 1.2) · #3:
      | \#?\d{1,4}\s+[\-–—](?=\s)                                # 12 –
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_MARK_BEFORE: Final = re.compile(r"\[(?:\w{0,12}|[^\w\]]{1,3})\]\s*")
_BRACKETS_BEHIND: Final = re.compile(r"(?<=\?)[^?\[]*\[[^?]*$")
_ANSWER_LABEL: Final = re.compile(
    r"\s*(?:(?:(?:model |sample |short )?answer|ans|solution|response)\s*\d{0,4}\s*(?:[:.)–—]+|-+(?=\s|$))"
    r"|a\s*\d{0,4}\s*[:.)]+(?=\s|$))\s*",
    re.IGNORECASE,
)
_ANSWER_HEADING: Final = re.compile(
    r"(?:click|tap)\b.*|(?:(?:show|see|view|reveal|expand|the|model|sample|short|full|key)\s+)*"
    r"(?:answers?|ans|a|solutions?|responses?|details?|hints?|explanation|spoiler|more|points)",
    re.IGNORECASE,
)
_PLACEHOLDER: Final = re.compile(
    r"(?:answer here|(?:to be |please )?(?:filled|fill in|added|answered|written|done)(?: in)?|not answered(?: yet)?"
    r"|no answer(?: yet)?|todo|tbd|tba|wip|coming soon|work in progress|n/?a|add your answer here)",
    re.IGNORECASE,
)
_TO_THE_TOP: Final = re.compile(
    r"\W*(?:(?:back|go|return|up) to )?(?:the )?(?:top|contents|table of contents|toc)\W*", re.IGNORECASE
)
_ABOUT_THE_PAGE: Final = re.compile(
    r"(?:table of )?contents|toc|index|(?:\w+ )?(?:resources|reading|links|references|sources)|about"
    r"|preparation|credits|contribut\w+|licen[cs]e|acknowledge?ments|authors?|contact|support|star history",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"(?:what|what[’']?s|how|why|explain|describe|define|compare|contrast|discuss|derive|differentiate|distinguish"
    r"|differences?|tell|walk|design|implement|prove|name)\b(?!\s*:)",
    re.IGNORECASE,
)
_FEWEST_WORDS_OF_AN_ANSWER: Final = 2


def label_of(text: str) -> str:
    """The “Q1.”, “Question:” or “12)” that a question begins with; empty where there is none."""
    found = _LABEL.match(text)
    return found.group().strip() if found else ""


def cleaned_question(text: str) -> str:
    """The question alone, on one line: without its number, marks before it, links and pictures behind it."""
    words = " ".join(text.split())
    for pattern in (_MARK_BEFORE, _LABEL, _MARK_BEFORE):
        if found := pattern.match(words):
            words = words[found.end() :]
    return _without_symbols(_BRACKETS_BEHIND.sub("", _without_symbols(words)))


def looks_asked(question: str) -> bool:
    """Whether a cleaned text is a question or a task: “What is …?”, “Explain …”, but not “How it works:”."""
    if "?" in question:
        return len(question.split()) > 1 or len(question) > 1
    return bool(_OPENING.match(question)) and len(question.split()) > 1 and not question.endswith(":")


def split_asked(text: str) -> tuple[str, str]:
    """The question at the beginning of a text and what follows it: “What is a mean? The sum by …”.

    All of it is the question where nothing, or no more than a mark, follows.
    """
    first, _, rest = text.partition("\n")
    if rest.strip() and (first.rstrip().endswith("?") or _ANSWER_LABEL.match(rest) or _is_labelled_task(first)):
        return first, rest
    end = _end_of_asking(text)
    rest = text[end:].strip().lstrip("-–—:→=> ")
    return (text[:end], rest) if len(rest.split()) >= _FEWEST_WORDS_OF_AN_ANSWER and end else (text, "")


def without_answer_label(text: str) -> str:
    """The text behind “Answer:” or “A.”; nothing of what only stands for an answer that is still to come."""
    found = _ANSWER_LABEL.match(text)
    said = text[found.end() :] if found else text
    plain = said.strip().strip("[]()_*. …")
    return "" if not plain or _PLACEHOLDER.fullmatch(plain) else said


def is_answer_heading(text: str) -> bool:
    """Whether a heading, or the line that unfolds an answer, says nothing else than that the answer follows."""
    return _ANSWER_HEADING.fullmatch(text.strip().strip(":.!▶►▼👇 …")) is not None


def is_about_the_page(heading: str) -> bool:
    """Whether a heading is one that any page may have, whatever it is about."""
    return _ABOUT_THE_PAGE.fullmatch(heading) is not None


def is_way_back(text: str) -> bool:
    """Whether a line only leads back to the top of the page."""
    return len(text) < 60 and _TO_THE_TOP.fullmatch(text) is not None


def _is_labelled_task(line: str) -> bool:
    """ "Q3. Explain cross-validation.", and not the first line of a question that goes on below."""
    return bool(label_of(line)) and line.rstrip().endswith(".") and looks_asked(cleaned_question(line))


def _end_of_asking(text: str) -> int:
    """Where the first question ends, together with those that follow it at once."""
    end = text.find("?") + 1
    while end and (following := text.find("?", end)) > 0 and not re.search(r"[.!:;]\s", text[end:following]):
        end = following + 1
    return end


def _without_symbols(text: str) -> str:
    """Without the pictures at either end, such as those that rate how hard a question is."""
    return text.strip().strip("".join(filter(_is_symbol, set(text))) + " ").strip()


def _is_symbol(letter: str) -> bool:
    return unicodedata.category(letter) in ("So", "Cf", "Mn", "Sk") and not letter.isascii()
