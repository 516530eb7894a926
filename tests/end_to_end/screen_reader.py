"""The eyes and hands of a screen reader, run by the system's own python3, which has `gi`: JSON lines in and out.

Each request is `{"do": ..., "name": ..., "role": ...}`; each answer `{"ok": true, ...}` or `{"ok": false, "why": ...}`.
It knows the program only by what AT-SPI tells of it: roles, names, states, texts, actions.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Iterator
from typing import Any

import gi

warnings.simplefilter("ignore", DeprecationWarning)  # of the bindings' own making

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

MOST_NODES = 4_000
ITEMS = ("list item", "table cell", "tree item")


def windows() -> Iterator[Any]:
    """Every top-level window of every application on this bus."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is None:
            continue
        for child in range(application.get_child_count()):
            window = application.get_child_at_index(child)
            if window is not None:
                yield window


def nodes() -> Iterator[Any]:
    """Everything that shows, depth first, in reading order."""
    stack = list(windows())[::-1]
    seen = 0
    while stack and seen < MOST_NODES:
        node = stack.pop()
        seen += 1
        try:
            if not node.get_state_set().contains(Atspi.StateType.VISIBLE):
                continue
            yield node
            children = [node.get_child_at_index(i) for i in range(min(node.get_child_count(), 300))]
        except GLib.Error:  # it went while we looked
            continue
        stack.extend(child for child in reversed(children) if child is not None)


def showing(node: Any) -> bool:
    """Whether one could see it."""
    return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))


def find(name: str, role: str | None) -> Any:
    """The first node of this name (and role) that shows."""
    for node in nodes():
        try:
            if node.get_name() == name and (role is None or node.get_role_name() == role) and showing(node):
                return node
        except GLib.Error:
            continue
    raise LookupError(f"nothing named {name!r} shows")


def focused() -> Any:
    """What has the keyboard; the current item of a list says so of itself even while the keyboard is elsewhere."""
    for node in nodes():
        try:
            is_item = node.get_role_name() in ITEMS
            if not is_item and node.get_state_set().contains(Atspi.StateType.FOCUSED) and showing(node):
                return node
        except GLib.Error:
            continue
    raise LookupError("nothing has the keyboard")


def text_of(node: Any) -> str:
    """What the node says: its text, or else its name."""
    text = node.get_text_iface()
    if text is None:
        return str(node.get_name())
    return str(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))


def described(node: Any) -> dict[str, Any]:
    """A node as plain data."""
    states = node.get_state_set()
    value = node.get_value_iface()
    return {
        "name": node.get_name(),
        "role": node.get_role_name(),
        "description": node.get_description(),
        "text": text_of(node),
        "value": Atspi.Value.get_current_value(value) if value is not None else None,
        "enabled": bool(states.contains(Atspi.StateType.ENABLED)),
        "checked": bool(states.contains(Atspi.StateType.CHECKED)),
        "focusable": bool(states.contains(Atspi.StateType.FOCUSABLE)),
        "focused": bool(states.contains(Atspi.StateType.FOCUSED)),
        "label": label_of(node),
    }


def label_of(node: Any) -> str:
    """The name of the label that stands before the node, as combo boxes have it."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return str(relation.get_target(0).get_name())
    return ""


def watch(node: Any, until: str, timeout_s: float) -> list[tuple[float, str]]:
    """Each description the node has had until one holds `until`, with the monotonic second at which it was seen."""
    seen: list[tuple[float, str]] = []
    end = time.monotonic() + timeout_s
    while time.monotonic() < end:
        description = str(node.get_description())
        if not seen or seen[-1][1] != description:
            seen.append((time.monotonic(), description))
        if until in description:
            return seen
        time.sleep(0.02)
    raise LookupError(f"{until!r} did not come; there was {seen[-1:]}")


def press(node: Any) -> None:
    """Do the node's first action, as a screen reader's user would."""
    action = node.get_action_iface()
    if action is None or not action.do_action(0):
        raise LookupError(f"{node.get_name()!r} cannot be pressed")


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Carry out one request."""
    match request["do"]:
        case "windows":
            return {"windows": [window.get_name() for window in windows()]}
        case "all":
            return {"nodes": [described(node) for node in nodes() if showing(node)]}
        case "look":
            return {"node": described(find(request["name"], request.get("role")))}
        case "focused":
            return {"node": described(focused())}
        case "press":
            press(find(request["name"], request.get("role")))
            return {}
        case "focus":
            find(request["name"], request.get("role")).get_component_iface().grab_focus()
            return {}
        case "watch":
            node = find(request["name"], request.get("role"))
            return {"seen": watch(node, request["until"], float(request["timeout_s"]))}
        case "children":
            node = find(request["name"], request.get("role"))
            children = [node.get_child_at_index(i) for i in range(min(node.get_child_count(), 300))]
            return {"nodes": [described(child) for child in children if child is not None]}
        case other:
            raise LookupError(f"unknown request {other!r}")


def main() -> None:
    """Answer requests until standard input ends."""
    for line in sys.stdin:
        try:
            Atspi.Accessible.clear_cache(Atspi.get_desktop(0))
            reply = {"ok": True, **answer(json.loads(line))}
        except (LookupError, GLib.Error, AttributeError) as error:
            reply = {"ok": False, "why": str(error)}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
