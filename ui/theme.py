"""The look in one place: colours, type, spacing, icons, and how they follow the system. Nothing here knows a screen."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Final, Literal

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

ThemeChoice = Literal["system", "light", "dark"]
TextRole = Literal["brand", "question", "title", "figure", "body", "strong", "soft", "caption", "label", "faint"]
Tone = Literal["", "accent", "green", "amber", "red"]

ASSETS: Final = Path(__file__).parent / "assets"

SPACE: Final = 4
QUESTION_PX: Final = 33
TITLE_PX: Final = 25
FIGURE_PX: Final = 22
BRAND_PX: Final = 20
BODY_PX: Final = 15
CAPTION_PX: Final = 13
CARD_RADIUS: Final = 14
CONTROL_RADIUS: Final = 9

_ICON_SIZES_PX: Final = (16, 20, 24, 32, 48)
_HEADING_SPACING_PERCENT: Final = 98.0


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#RRGGBB`, by purpose.

    `accent`, `amber` fill shapes; `accent_ink`, `amber_ink` are the same hues where they are read: in light mode the
    shapes' own colours fall short of 4.5:1 on a tinted surface. `faint` is decoration, never words.
    """

    background: str
    surface: str
    line: str
    ink: str
    soft: str
    faint: str
    accent: str
    accent_ink: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    amber: str
    amber_ink: str
    amber_soft: str
    red: str
    red_soft: str
    green: str


LIGHT: Final = Palette(
    background="#F7F6F3",
    surface="#FFFFFF",
    line="#E4E2DC",
    ink="#1D2330",
    soft="#5B6474",
    faint="#98A0AE",
    accent="#0E7C74",
    accent_ink="#0B6F68",
    accent_soft="#DDF0EE",
    accent_hover="#0B6F68",
    on_accent="#FFFFFF",
    amber="#B86A00",
    amber_ink="#8F5200",
    amber_soft="#FCEFD9",
    red="#B4382A",
    red_soft="#FBE5E1",
    green="#2F7D4F",
)

DARK: Final = Palette(
    background="#14171C",
    surface="#1B2027",
    line="#2A313B",
    ink="#E9ECF1",
    soft="#A6AEBB",
    faint="#6F7885",
    accent="#3CC7BA",
    accent_ink="#3CC7BA",
    accent_soft="#173A38",
    accent_hover="#5AD3C8",
    on_accent="#0B2422",
    amber="#F0AE4E",
    amber_ink="#F0AE4E",
    amber_soft="#3A2D16",
    red="#F08A7C",
    red_soft="#40211D",
    green="#6FCF97",
)

_TEXT_STYLES: Final[dict[str, tuple[int, int]]] = {
    "brand": (BRAND_PX, 700),
    "question": (QUESTION_PX, 600),
    "title": (TITLE_PX, 700),
    "figure": (FIGURE_PX, 700),
    "body": (BODY_PX, 400),
    "strong": (BODY_PX, 600),
    "soft": (BODY_PX, 400),
    "caption": (CAPTION_PX, 400),
    "label": (CAPTION_PX, 600),
    "faint": (CAPTION_PX, 400),
}


class _Theme(QObject):
    """Keeps an application in the chosen look, and in step with the system while the choice is "system"."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = "system"
        self._shown: Palette | None = None
        load_fonts()
        app.setStyle("Fusion")
        app.setFont(font(BODY_PX))
        app.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)

    def choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._show()

    def _show(self) -> None:
        palette = self._wanted()
        if palette is self._shown:
            return
        self._shown = palette
        self._app.setPalette(_qt_palette(palette))
        self._app.setStyleSheet(_stylesheet(palette))

    def _wanted(self) -> Palette:
        if self._choice == "system":
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _on_color_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._show()


def apply_theme(app: QApplication, choice: ThemeChoice = "system") -> None:
    """Give `app` the light or the dark look; with "system" it changes whenever the system does. May be called again."""
    theme = app.findChild(_Theme) or _Theme(app)
    theme.choose(choice)


def change_theme(choice: ThemeChoice) -> None:
    """Give the running application another theme."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply_theme(app, choice)


def colours(widget: QWidget) -> Palette:
    """The palette `widget` is to paint with, told from its own window colour."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def font(px: int, weight: int = 400, tabular: bool = False) -> QFont:
    """Inter at `px` device-independent pixels; `tabular` gives every digit the same width, for clocks and columns."""
    made = QFont("Inter")
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    if px >= BRAND_PX:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _HEADING_SPACING_PERCENT)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def monospace_font(px: int = BODY_PX) -> QFont:
    """The system's fixed-width font, for code."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(px)
    return made


def set_role(label: QLabel, role: TextRole) -> None:
    """Give a label the size, weight and colour of its part in the hierarchy."""
    label.setProperty("textRole", role)
    repolish(label)


def set_tone(label: QLabel, tone: Tone) -> None:
    """Colour a label green, amber, red or accent on top of its role; "" takes the colour off again."""
    label.setProperty("tone", tone)
    repolish(label)


def repolish(widget: QWidget) -> None:
    """Make the stylesheet look at the widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


@cache
def icon(name: str, colour: str) -> QIcon:
    """The Lucide icon `name` drawn in `colour` (`#RRGGBB`). Raises FileNotFoundError if it is not shipped."""
    from PySide6.QtSvg import QSvgRenderer

    svg = (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    made = QIcon()
    for size_px in _ICON_SIZES_PX:
        pixmap = QPixmap(size_px, size_px)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size_px, size_px))
        painter.end()
        made.addPixmap(pixmap)
    return made


@cache
def load_fonts() -> None:
    """Make Inter known to Qt; needs an application, with windows or without."""
    for path in sorted((ASSETS / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def _stylesheet(palette: Palette) -> str:
    template = Template((ASSETS / "style.qss").read_text(encoding="utf-8"))
    rules = template.substitute(asdict(palette), card_radius=f"{CARD_RADIUS}px", control_radius=f"{CONTROL_RADIUS}px")
    return rules + "\n".join(_type_rule(role, px, weight) for role, (px, weight) in _TEXT_STYLES.items())


def _type_rule(role: str, px: int, weight: int) -> str:
    """A label's type. In the stylesheet, since polishing a label anew forgets a font set in code."""
    spacing_px = round(px * (_HEADING_SPACING_PERCENT / 100 - 1), 2) if px >= BRAND_PX else 0
    spacing = f" letter-spacing: {spacing_px}px;" if spacing_px else ""
    return f'QLabel[textRole="{role}"] {{ font-family: Inter; font-size: {px}px; font-weight: {weight};{spacing} }}'


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for key, colour in (
        (role.Window, palette.background),
        (role.WindowText, palette.ink),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.background),
        (role.Text, palette.ink),
        (role.PlaceholderText, palette.soft),
        (role.Button, palette.surface),
        (role.ButtonText, palette.ink),
        (role.ToolTipBase, palette.surface),
        (role.ToolTipText, palette.ink),
        (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent),
        (role.Link, palette.accent_ink),
        (role.Accent, palette.accent),
        (role.Light, palette.line),
        (role.Midlight, palette.line),
        (role.Mid, palette.line),
        (role.Dark, palette.faint),
    ):
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(palette.faint))
    return made
