"""A word that was heard wrongly, put right where it stands by keys alone, in a library that remembers both."""

from __future__ import annotations

from tests.end_to_end.candidate import Candidate
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.interviews import answer_aloud, begin_drill
from tests.waiting import wait_until

SAID = "Frankly"


def test_a_word_put_right_stays_so_until_what_was_heard_is_brought_back(
    start_program: StartProgram, candidate: Candidate
) -> None:
    program = start_program()
    begin_drill(program)
    heard = answer_aloud(program, candidate)
    first_word = heard.split()[0]
    program.focus("Transcript")
    program.key("ctrl+Home", "F2")
    assert first_word in str(program.see("Correct the words")["description"])
    program.key("ctrl+a")
    program.write(SAID)
    program.key("Return")
    wait_until(lambda: program.text("Transcript").startswith(f"{SAID} "), "the word to be put right")
    program.see_text("1 correction by you")
    assert program.text("Transcript").split()[1:] == heard.split()[1:]
    program.close()

    again = start_program()
    again.see("Quick drill")
    again.key("ctrl+2")
    wait_until(lambda: again.children("Sessions"), "the session in the history")
    again.focus("Sessions")
    again.key("Home", "Return")
    wait_until(lambda: again.text("Transcript").startswith(f"{SAID} "), "the word in the review")
    again.press("Restore the words as heard")
    wait_until(lambda: again.text("Transcript") == heard, "what was heard")
    wait_until(lambda: not again.glimpse("1 correction by you"), "nothing to be corrected any more")
