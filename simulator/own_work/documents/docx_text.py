"""The text of a DOCX as one sees it: changes accepted, with its text boxes, tables, header and footer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import docx

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", f"{_W}delText"})
_DEEPEST: Final = 6
_BREAKS: Final = frozenset({f"{_W}br", f"{_W}cr"})
_MARKS: Final = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "\u00ad"}
_WRAPPERS: Final = frozenset({
    f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml", f"{_W}smartTag",
})  # fmt: skip


def blocks_of_docx(path: Path) -> Iterator[str]:
    """Paragraphs and tables in the order in which one reads them, what stands on the edges of the page first."""
    document = docx.Document(str(path))
    styles = {style.style_id: style.name or "" for style in document.styles}
    parts = {kind: [*_of_kind(document, kind)] for kind in ("header", "footer")}
    for element in (*parts["header"], *parts["footer"], document.element.body):  # the last section of a CV ends there
        yield from _blocks(element, styles)


def _of_kind(document: Any, kind: str) -> Iterator[Any]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            yield relation.target_part.element


def _blocks(container: Any, styles: dict[str, str]) -> Iterator[str]:
    """The blocks of a body, a cell or a text box."""
    paragraph = _Paragraph()
    for child in _children(container):
        if child.tag == f"{_W}p":
            paragraph.take(child)
            if not _goes_on(child):
                yield from paragraph.blocks(child, styles)
                paragraph = _Paragraph()
        elif child.tag == f"{_W}tbl":
            yield "\n".join(_rows(child, styles))


def _children(container: Any) -> Iterator[Any]:
    """What a container holds, without the wrappings of content controls and accepted changes."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        elif child.tag == f"{_MC}AlternateContent":  # the same picture twice, for new readers and for old ones
            yield from _children(child[0])
        else:
            yield child


def _rows(table: Any, styles: dict[str, str]) -> Iterator[str]:
    for row in (child for child in _children(table) if child.tag == f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        cells = [[*_blocks(cell, styles)] for cell in _children(row) if cell.tag == f"{_W}tc"]
        filled = ["\n".join(blocks) for blocks in cells if any(block.strip() for block in blocks)]
        yield _row(filled)


def _row(cells: list[str]) -> str:
    """Cells of one line each belong together; a heading beside its section, and the columns of a page, do not."""
    is_line = all("\n" not in cell.strip() for cell in cells)
    is_section = bool(cells) and (cells[0].isupper() or cells[0].lstrip().startswith("#"))
    return (" | " if is_line and not is_section else "\n").join(cells)


def _goes_on(paragraph: Any) -> bool:
    """Whether its end was deleted, so that the next one is a part of it."""
    return paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None


@dataclass(slots=True)
class _Paragraph:
    """The text of a paragraph, and the text boxes that hang on it."""

    text: str = ""
    boxes: tuple[Any, ...] = ()

    def take(self, element: Any) -> None:
        for child in element:
            self._take(child)

    def blocks(self, element: Any, styles: dict[str, str]) -> Iterator[str]:
        yield self._line(element, styles)
        for box in self.boxes:
            yield from _blocks(box, styles)

    def _take(self, node: Any) -> None:
        if node.tag in _GONE:
            return
        if node.tag == f"{_W}t":
            self.text += node.text or ""
        elif node.tag in _BREAKS:
            self.text += "\n"
        elif node.tag == f"{_W}txbxContent":
            self.boxes += (node,)
        elif node.tag == f"{_MC}AlternateContent":
            self.take(node[0])
        else:
            self.text += _MARKS.get(node.tag, "")
            self.take(node)

    def _line(self, element: Any, styles: dict[str, str]) -> str:
        """The paragraph as one would type it: headings and bullets are styles in the file."""
        named = element.find(f"{_W}pPr/{_W}pStyle")
        style = styles.get(named.get(f"{_W}val"), "") if named is not None else ""
        if style.lower().startswith(("heading", "title")):
            depth = style[-1] if style[-1].isdecimal() else "1"
            return f"\n{'#' * min(int(depth), _DEEPEST)} {self.text}"
        is_item = style.startswith("List") or element.find(f"{_W}pPr/{_W}numPr") is not None
        return f"• {self.text}" if is_item and self.text.strip() else self.text
