"""Lists of questions in the shapes in which people keep them; whatever the shape, the same three questions come out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from question_bank.exchange.formats import Format
from question_bank.exchange.importing import Import, read_import
from tests.question_bank.exchange.samples import PACK, imported, problems

NUMBERED_HEADINGS = """\
# Three questions

### Recently added: [more](https://example.org)

## Preparation

1. A course
2. A book

## Questions

#### 1) What is a mean? [[src](https://example.org/a)]

The sum by the number. [[src]](https://example.org/b)

#### 2) What is a mode?
[[Answer]](https://example.org/c)

The most frequent value.

#### 3) Median, in one sentence

The value in the middle.
"""
LABELLED_HEADINGS = """\
# Three questions

* [Q1: What is a mean?](#q1)
* [Q2: What is a mode?](#q2)

### Q1: What is a mean? ###

Answer:

The sum by the number.

### Q2: What is a mode?

**Answer:** The most frequent value.

### Q3: Median, in one sentence

> The value in the middle.

### Resources

- A book
"""
BOLD_LINES = """\
# Three questions

> Contributions are welcome.

## Averages

**What is a mean? 👶**

![](img/mean.png)

The sum by the number.

<br/>

**2. What is a mode?**
The most frequent value.
**3. What is a median?**
The value in the middle.
"""
FOLDS_THAT_ASK = """\
# Three questions

<details>
<summary>What is a mean?</summary><br><b>

The sum by the number.
</b></details>

<details><summary>What is a <code>mode</code>?</summary>The most frequent value.</details>

<details>
<summary>What is a median?</summary><br>
The value in the middle.
</details>
"""
FOLDS_THAT_ANSWER = """\
# Three questions

1. What is a mean?

   <details>
   <summary>Click to see the answer</summary>

   The sum by the number.

   </details>

2. What is a mode?

   <details><summary>Answer</summary>The most frequent value.</details>

3. **What is a median?**

    <details><summary>Show answer</summary>

    The value in the middle.

    </details>
"""
ITEMS = """\
# Three questions

1. What is a mean?
   The sum by the number.
2. **What is a mode?** The most frequent value.
3. What is a median? The value in the middle.

Thanks for reading!
"""
ITEMS_WITH_PARAGRAPHS = """\
# Three questions

1. What is a mean?

The sum by the number.

2. What is a mode?

The most frequent value.

3. What is a median?

The value in the middle.
"""
TABLE = """\
# Three questions

| No. | Interview Questions | Sample Answer | Level |
|:---:|---------------------|---------------|-------|
| 1   | **What is a mean?** | The sum<br>by the number. | easy |
| 2   | What is a mode?     | The most frequent value. | |
| 3   | What is a median?   | The value in the middle. | |
"""
TABLE_WITHOUT_NAMES = """\
# Three questions

| | |
|-|-|
| What is a mean? | The sum by the number. |
| What is a mode? | The most frequent value. |
| What is a median? | The value in the middle. |
"""
LABELS = """\
# Three questions

Q: What is a mean?
A: The sum by the number.
Q: What is a mode?
A: The most frequent value.

**Q3.** What is a median?

**A:** The value in the middle.
"""
HEADINGS_IN_ITEMS = """\
# Three questions

| No. | Questions |
| --- | --------- |
| 1 | [What is a mean?](#what-is-a-mean) |
| 2 | [What is a mode?](#what-is-a-mode) |

1. ### What is a mean?

   The sum by the number.

   **[⬆ Back to Top](#table-of-contents)**

2. ### What is a mode?

   The most frequent value.

   **[⬆ Back to Top](#table-of-contents)**

3. ### What is a median?

    The value in the middle.
"""
NUMBERS_ABOVE = """\
# Three questions

## Question 1

**What is a mean?**

**Answer:** The sum by the number.

---

## Question 2

**What is a mode?**

**Answer:** The most frequent value.

## Question 3

**What is a median?**

**Answer:** The value in the middle.
"""
UNDERLINED = """\
---
title: What stands here is for the page.
---
Three questions
===============

What is a mean?
---------------
The sum by the number.

What is a mode?
---------------
The most frequent value.

What is a median?
-----------------
The value in the middle.
"""
PLAIN = """\
# Three questions

What is a mean?

The sum by the number.

What is a mode?

The most frequent value.

What is a median?

The value in the middle.
"""
SHAPES = {name: text for name, text in globals().items() if name.isupper() and isinstance(text, str) and name != "PACK"}


def found_in(folder: Path, text: str) -> Import:
    file = folder / "list.md"
    file.write_text(text, encoding="utf-8")
    found = read_import(file, Format.MARKDOWN, PACK)
    assert isinstance(found, Import), found.problems
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_its_questions_with_their_answers(shape: str, tmp_path: Path) -> None:
    found = found_in(tmp_path, SHAPES[shape])
    asked = [(question.text, question.model_answer) for question in found.pack.questions]
    assert asked[:2] == [
        ("What is a mean?", "The sum by the number."),
        ("What is a mode?", "The most frequent value."),
    ]
    assert [answer for _, answer in asked[2:]] == ["The value in the middle."]
    assert "edian" in asked[2][0]
    assert found.pack.title == "Three questions"
    assert found.remarks == ()
    lines = SHAPES[shape].splitlines()
    for question in found.pack.questions:
        assert question.text.split()[-1] in lines[found.pack.lines[question.id] - 1].replace("</code>", "")


def test_an_answer_keeps_its_lists_apart_from_its_text(tmp_path: Path) -> None:
    text = (
        "## 1. What is _boosting_?\n\n**Boosting** adds models.\n\n### Key points\n\n#### Of the method\n\n"
        "- Trees\n    - shallow\n- Weights\n\n### How it works\n\nEach corrects the last.\n\n"
        f"- {'long ' * 90}\n\n## 2. And bagging?\n\n* Samples\n"
    )
    first, second = imported(tmp_path, text.replace("### Key points\n\n", ""), Format.MARKDOWN)
    assert first.text == "What is boosting?"
    assert [point.text for point in first.key_points] == ["Trees shallow", "Weights"]
    answer = "Boosting adds models.\n\nHow it works\n\nEach corrects the last.\n\n"
    assert first.model_answer == answer + ("long " * 90).strip()
    assert [point.text for point in second.key_points] == ["Samples"]


def test_code_is_the_questions_where_an_answer_follows_and_never_a_key_point(tmp_path: Path) -> None:
    text = (
        "### What does this print?\n\n```python\nprint(1)\n```\n\nIt prints one.\n\n"
        "### What is `vector<int>`?\n\nA `std::vector`; see `<details>`.\n\n```cpp\nvector<int> a;\n```\n"
    )
    first, second = imported(tmp_path, text, Format.MARKDOWN)
    assert (first.code, first.model_answer) == ("print(1)", "It prints one.")
    assert (second.text, second.code) == ("What is vector<int>?", None)
    assert second.model_answer == "A std::vector; see <details>.\n\n    vector<int> a;"
    assert [point.text for point in second.key_points] == ["A std::vector; see <details>."]


def test_a_table_in_an_answer_belongs_to_it(tmp_path: Path) -> None:
    text = "## What is tanh?\n\nA function.\n\n| Name | Range |\n|--|--|\n| tanh | -1 to 1 |\n"
    (question,) = imported(tmp_path, text, Format.MARKDOWN)
    assert question.model_answer == "A function.\n\nName, Range\n\ntanh, -1 to 1"


@pytest.mark.parametrize("number", ["**{})**", "**{}.**", "**Q{}.**", "**{}:**"])
def test_a_number_in_bold_marks_a_question_or_a_task(number: str, tmp_path: Path) -> None:
    text = "".join(
        f"{number.format(at)} {asked}\n\nIt is so. And so.\n\n"
        for at, asked in enumerate(("What is A?", "Explain the trade-off.", "Why B?"), 1)
    )
    questions = imported(tmp_path, text, Format.MARKDOWN)
    assert [question.text for question in questions] == ["What is A?", "Explain the trade-off.", "Why B?"]
    assert {question.model_answer for question in questions} == {"It is so. And so."}


def test_code_in_an_answer_is_told_and_makes_no_key_point(tmp_path: Path) -> None:
    text = (
        "**1)** How is a file read?\n\nUse `read_csv`:\n\n```python\n# one comment\ndf = pd.read_csv('a')\n```\n\nIt "
        "is a frame.\n\n**2)** And written?\n\n- With `to_csv`\n\n```\n- df.to_csv('b')\n```\n"
    )
    first, second = imported(tmp_path, text, Format.MARKDOWN)
    assert [point.text for point in first.key_points] == ["Use read_csv:", "It is a frame."]
    assert "df = pd.read_csv('a')" in first.model_answer
    assert [point.text for point in second.key_points] == ["With to_csv"]
    assert "df.to_csv('b')" in second.model_answer


def test_questions_that_stand_in_answers_are_no_questions(tmp_path: Path) -> None:
    text = "## What is a prior?\n\n**Why care?** It shifts.\n\n## And a posterior?\n\n- What is left?\n  Belief.\n"
    assert [question.text for question in imported(tmp_path, text, Format.MARKDOWN)] == [
        "What is a prior?",
        "And a posterior?",
    ]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    text = (
        "## Introduction to it\n\nText.\n\n## What is A?\n\nIt is.\n\n## What is B?\n\n_[To be filled]_\n\n"
        "## What is C?\n\nAnswer here\n\n## What is A?\n\nAgain.\n\n## License\n\nMIT\n"
    )
    found = found_in(tmp_path, text)
    assert [question.text for question in found.pack.questions] == ["What is A?"]
    assert found.remarks == (
        "2 questions without an answer were left out: “What is B?” (line 9) and 1 more.",
        "1 heading without a question was left out: “Introduction to it” (line 1).",
        "1 question asked before was left out: “What is A?” (line 17).",
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "# Project\n\n## Installation\n\n1. Clone it\n2. Run it\n\n## Usage\n\nRun `x`.\n",
            1,
            "No question was found",
        ),
        ("# Links\n\n- [A course](https://example.org)\n- [What is it?](#it)\n", 1, "No question was found"),
        (
            "# Q\n\n1. [E] What is A?\n1. [M] Why B?\n1. C?\n\nContributions welcome.\n",
            3,
            "These are 3 questions without",
        ),
        ("# Q\n\n**What is A?**\n", 3, "This is a question without an answer"),
        ("## What is A?\n\n" + "word " * 5_000, 3, "the limit is 20,000"),
    ],
)
def test_what_cannot_come_in_is_refused_in_one_sentence(text: str, line: int, words: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, text, Format.MARKDOWN)
    assert words in problem.text
    assert problem.line == line
    assert problem.text.count(". ") == 0


@pytest.mark.parametrize(
    "nest", ["<details>", "</details>", "<summary>", "**", "1. ", "> ", "| a ", "Q: ?\n", "1?\n", "[a]: b\n"]
)
def test_markup_without_end_takes_no_time(nest: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.md"
    file.write_text("## A?\n\n" + nest * (15_000 // len(nest)) + "\n", encoding="utf-8")
    started = time.monotonic()
    read_import(file, Format.MARKDOWN, PACK)
    assert time.monotonic() - started < 20
