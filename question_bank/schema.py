"""The JSON Schema of a pack, for editors that check while one writes. `python -m question_bank.schema` publishes it.

It is made from the very types the loader reads with, so the two cannot drift apart; what only the loader checks (known
topics, ids that refer to one another, the order of times) is not in it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import msgspec

from question_bank.pack_format import WrittenPack

SCHEMA_FILE: Final = Path(__file__).parent / "packs" / "schema.json"


def schema_text() -> str:
    """The schema as it is published, one line feed at the end."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Viva Voce question pack",
        **msgspec.json.schema(WrittenPack),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
