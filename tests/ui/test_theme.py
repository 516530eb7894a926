"""The look: readable everywhere, and in step with the system or the user's choice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import DARK, LIGHT, Palette, apply_theme, colours, font, icon, set_role, set_tone
from ui.widgets.text import Text

LEAST_CONTRAST: Final = 4.5
UI_SOURCES: Final = Path(theme.__file__).parent

# Every colour that words are written in, with every colour that may lie under them.
READ_ON: Final = (
    ("ink", ("background", "surface", "amber_soft", "red_soft", "accent_soft")),
    ("soft", ("background", "surface", "amber_soft", "red_soft")),
    ("accent_ink", ("background", "surface", "accent_soft")),
    ("amber_ink", ("background", "surface", "amber_soft", "red_soft")),
    ("red", ("background", "surface", "red_soft")),
    ("green", ("background", "surface")),
    ("on_accent", ("accent", "accent_hover")),
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definitions of contrast ratio and relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "grounds"), READ_ON, ids=[words for words, _ in READ_ON])
def test_words_can_be_read(palette: Palette, words: str, grounds: tuple[str, ...]) -> None:
    for ground in grounds:
        ratio = contrast(getattr(palette, words), getattr(palette, ground))
        assert ratio >= LEAST_CONTRAST, f"{words} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_shapes_stand_out(palette: Palette) -> None:
    for shape in ("accent", "amber", "red", "green"):
        assert contrast(getattr(palette, shape), palette.background) >= 3


@pytest.mark.parametrize(("choice", "expected"), [("light", LIGHT), ("dark", DARK)])
def test_choice_of_the_user_wins(
    qapp: QApplication, qtbot: QtBot, choice: theme.ThemeChoice, expected: Palette
) -> None:
    apply_theme(qapp, choice)
    widget = QWidget()
    qtbot.addWidget(widget)
    assert colours(widget) is expected
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == expected.background.lower()


def test_system_is_followed_while_that_is_the_choice(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "system")
    widget = QWidget()
    qtbot.addWidget(widget)
    system = qapp.styleHints().colorScheme()
    assert colours(widget) is (DARK if system == Qt.ColorScheme.Dark else LIGHT)


def test_change_of_the_system_is_ignored_after_a_choice(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "dark")
    widget = QWidget()
    qtbot.addWidget(widget)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert colours(widget) is DARK


def test_applying_twice_keeps_one_theme(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    apply_theme(qapp, "dark")
    assert len([child for child in qapp.children() if type(child).__name__ == "_Theme"]) == 1


@pytest.mark.parametrize(("role", "px", "weight"), [("question", 33, 600), ("title", 25, 700), ("caption", 13, 400)])
def test_role_keeps_its_type_when_the_look_changes(
    qapp: QApplication, qtbot: QtBot, role: theme.TextRole, px: int, weight: int
) -> None:
    apply_theme(qapp, "light")
    label = Text("words", "body")
    qtbot.addWidget(label)
    set_role(label, role)
    set_tone(label, "red")
    apply_theme(qapp, "dark")
    label.ensurePolished()
    assert (label.font().pixelSize(), label.font().weight()) == (px, QFont.Weight(weight))


def test_tone_colours_a_label(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light")
    label = Text("words")
    qtbot.addWidget(label)
    label.set_tone("amber")
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()).name() == LIGHT.amber_ink.lower()


def test_inter_is_shipped(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    assert font(15).exactMatch()
    assert (theme.ASSETS / "fonts" / "OFL.txt").is_file()
    assert (theme.ASSETS / "icons" / "LICENSE").is_file()


def test_tabular_figures_are_equally_wide(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetricsF

    apply_theme(qapp, "light")
    metrics = QFontMetricsF(font(48, 700, tabular=True))
    assert metrics.horizontalAdvance("1") == pytest.approx(metrics.horizontalAdvance("8"), abs=0.1)


def test_every_icon_named_in_the_program_is_shipped(qapp: QApplication) -> None:
    named = set()
    for path in UI_SOURCES.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        named |= set(re.findall(r"""(?:icon|IconButton|set_icon)\(\s*"([a-z0-9-]+)\"""", source))
        named |= set(re.findall(r"""icon_name="([a-z0-9-]+)\"""", source))
    assert {"chevron-down", "volume-2", "x"} <= named
    missing = sorted(name for name in named if not (theme.ASSETS / "icons" / f"{name}.svg").is_file())
    assert missing == []


def test_icon_is_drawn_in_its_colour(qapp: QApplication) -> None:
    image = icon("x", "#0E7C74").pixmap(QSize(24, 24)).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#0e7c74" in seen


def test_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "#000000")
