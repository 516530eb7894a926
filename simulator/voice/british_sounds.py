"""The field's sounds as British voices of the misaki alphabet take them; `phonemes` has the American ones.

A British voice was never taught the American letters (O, æ, the flapped T), nor an r before a consonant. Rules found by
comparing misaki's two lexicons. Text in, text out: no voice here.
"""

from __future__ import annotations

import re
from typing import Final

_SOUNDED: Final = re.compile(r"(?<=\]\(/)[^/)]*(?=/\))")
_VOWEL_NEXT: Final = "[ˈˌ]?[AIOQWYaiuæɑɒɔəɛɜɪʊʌᵊ]"
# What spelling would tell and sounds do not: "father" and "lot" have one vowel in America, "law" and "cross" another.
_BROAD: Final = {"lˈɑmə": "lˈɑːmə", "ləplˈɑs": "ləplˈɑːs", "kɹˈɔs": "kɹˈɒs"}
_RULES: Final = tuple(
    (re.compile(pattern), british)
    for pattern, british in (
        ("[Tɾ]", "t"),
        ("O", "Q"),
        ("æ", "a"),
        ("ᵻ", "ɪ"),
        ("([ɜɑɔ])ɹ", r"\1ːɹ"),
        ("([ɪʊIW])ɹ(?!ə)", r"\1əɹ"),
        (f"ɛɹ(?!{_VOWEL_NEXT})", "ɛː"),
        (f"ɹ(?!{_VOWEL_NEXT})", ""),
        (r"ɑ(?!ː)(?=[ sz]*$| )", "ɑː"),
        ("ɑ(?!ː)", "ɒ"),
        ("ɔ(?!ː)", "ɔː"),
        ("(?<=[ˈˌ])([iu])(?!ː)", r"\1ː"),
        ("(?<=[ˈˌ]j)u(?!ː)", "uː"),
    )
)


def with_british_sounds(text: str) -> str:
    """`text` with the sounds of its `[term](/sounds/)` put the British way, and all else as it is."""
    return _SOUNDED.sub(lambda sounds: british(sounds[0]), text)


def british(sounds: str) -> str:
    """American sounds of the misaki alphabet as a British speaker makes them."""
    for american, broad in _BROAD.items():
        sounds = sounds.replace(american, broad)
    for pattern, said in _RULES:
        sounds = pattern.sub(said, sounds)
    return sounds
