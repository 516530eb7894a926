"""The formats that interviews are exported in, and what each is good for. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class ReportFormat(StrEnum):
    """A format by its name on the command line, which is the ending of its files too."""

    HTML = "html"
    PDF = "pdf"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    SRT = "srt"
    VTT = "vtt"

    @property
    def is_subtitles(self) -> bool:
        """Whether it holds the words of one take and their times, and nothing else."""
        return self in (ReportFormat.SRT, ReportFormat.VTT)

    @property
    def takes_sound(self) -> bool:
        """Whether the recordings can be in it."""
        return self is ReportFormat.HTML

    @property
    def suffix(self) -> str:
        """The ending of its files, with the dot."""
        return f".{self.value}"


FORMAT_NAMES: Final[Mapping[ReportFormat, str]] = MappingProxyType(
    {
        ReportFormat.HTML: "Web page (HTML)",
        ReportFormat.PDF: "PDF",
        ReportFormat.MARKDOWN: "Markdown",
        ReportFormat.CSV: "Table (CSV)",
        ReportFormat.JSON: "Data (JSON)",
        ReportFormat.SRT: "Subtitles (SRT)",
        ReportFormat.VTT: "Subtitles (WebVTT)",
    }
)

FORMAT_USES: Final[Mapping[ReportFormat, str]] = MappingProxyType(
    {
        ReportFormat.HTML: "One file for any browser. It works offline and prints well.",
        ReportFormat.PDF: "A4 pages, to print or send.",
        ReportFormat.MARKDOWN: "Plain text with headings, for your notes.",
        ReportFormat.CSV: "One row per answer, for a spreadsheet.",
        ReportFormat.JSON: "Everything that was measured, with formulas and your corrections, for other programs.",
        ReportFormat.SRT: "Your words as subtitles for the recording; most players can read them.",
        ReportFormat.VTT: "Your words as subtitles for the recording, for web pages.",
    }
)
