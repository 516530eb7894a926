"""Where the program begins. Kept empty of imports: spawned children import this module anew."""

from __future__ import annotations


def main() -> int:
    """Run `viva-voce` with the arguments of the command line and give its exit code."""
    from ui.command_line import main as run_command

    return run_command(None)


if __name__ == "__main__":
    raise SystemExit(main())
