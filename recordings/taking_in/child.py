"""Where the child that reads recordings begins. Thin, because the parent imports it too."""

from __future__ import annotations

from simulator.child_process import Connection, yield_to_the_window


def run(connection: Connection) -> None:
    """Carry out orders, one after the other, until the pipe closes."""
    yield_to_the_window()
    from recordings.taking_in.copying import carried_out

    while True:
        connection.send(carried_out(connection.recv()))
