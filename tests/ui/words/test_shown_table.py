from __future__ import annotations

from ui.words.shown_table import ShownTable, TableRow


def test_a_table_is_copied_as_lines_that_a_spreadsheet_takes() -> None:
    table = ShownTable(("Day", "Words\ta minute"), (TableRow(("19 Nov", "140"), 3), TableRow(("18 Nov", "–"))))
    assert table.as_text == "Day\tWords a minute\n19 Nov\t140\n18 Nov\t–\n"
