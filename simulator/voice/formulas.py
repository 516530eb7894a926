"""Numbers, units and formulas in words, as one says them in an interview. Terms are in `abbreviations`.

Each rule is a pattern and what is said in its place; they are tried in order, the narrow before the broad.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

_Said = str | Callable[[re.Match[str]], str]

_DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_POWERS: Final = {"2": "squared", "3": "cubed"}
_FRACTIONS: Final = {"1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter",
                     "3/4": "three quarters", "½": "one half", "⅓": "one third", "⅔": "two thirds",
                     "¼": "one quarter", "¾": "three quarters"}  # fmt: skip
_UNITS: Final = {
    "ns": "nanosecond", "µs": "microsecond", "μs": "microsecond", "ms": "millisecond", "s": "second",
    "min": "minute", "h": "hour", "Hz": "hertz", "kHz": "kilohertz", "KB": "kilobyte", "kB": "kilobyte",
    "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte", "px": "pixel",
}  # fmt: skip
_PER: Final = {"s": "second", "sec": "second", "min": "minute", "h": "hour", "day": "day"}
_SYMBOLS: Final = {
    "≤": "less than or equal to", "<=": "less than or equal to", "≥": "greater than or equal to",
    ">=": "greater than or equal to", "≠": "not equal to", "!=": "not equal to", "===": "triple equals",
    "==": "double equals", "≈": "about", "±": "plus or minus", "→": "to", "->": "to", "⇒": "implies",
    "=>": "implies", "∈": "in", "∉": "not in", "∪": "union", "∩": "intersection", "∞": "infinity",
    "∑": "the sum of", "∏": "the product of", "∫": "the integral of", "∂": "partial",
    "∇": "the gradient of", "√": "the square root of", "∝": "proportional to",
}  # fmt: skip
_GREEK: Final = re.compile(r"(?<![Ͱ-Ͽ])[Α-Ωα-ωϵϕϑ](?![Ͱ-Ͽ])")
_SUPERSCRIPT: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ"
_SUBSCRIPT: Final = "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
_NAMED_FUNCTIONS: Final = "Pr|Var|Cov|log|exp|sin|cos|tanh|max|min|argmax|argmin"


def say_formulas(text: str) -> str:
    """`text` with what stands in signs and figures put in words; a text without any comes back as it was."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return text


def _function(call: re.Match[str]) -> str:
    """ "P(A|B)" as "P of A given B"."""
    inner = call[2] if call[2] is not None else call[3]
    return f"{call[1]} of {re.sub(r' ?[|] ?', ' given ', inner)}"


def _power(power: re.Match[str]) -> str:
    exponent = unicodedata.normalize("NFKC", power[1]).strip("{}()").replace("−", "-")
    if exponent.startswith("-"):
        exponent = f"minus {exponent[1:]}"
    return f" {_POWERS.get(exponent, f'to the {exponent}')}"


def _subscript(letters: re.Match[str]) -> str:
    return f" {unicodedata.normalize('NFKC', letters[0])}"


def _scientific(number: re.Match[str]) -> str:
    sign = {"-": "minus ", "−": "minus "}.get(number[2], "")
    return f"{number[1]} e {sign}{int(number[3])}"


def _norm(name: re.Match[str]) -> str:
    """ "L1" as "L one": some voices read a part number. The hyphen of "F1-score" goes."""
    return f"{name[1]} {_DIGITS[int(name[2])]}{' ' if name[3] else ''}"


def _unit(quantity: re.Match[str]) -> str:
    name = _UNITS[quantity[2]]
    plural = "" if quantity[1] == "1" or name.endswith("hertz") else "s"
    return f"{quantity[1]} {name}{plural}"


def _shares(pair: re.Match[str]) -> str:
    """ "80/20" is "80 20", "3/5" is "3 over 5"."""
    is_split = int(pair[1]) + int(pair[2]) == 100 or pair[0] == "24/7"
    return f"{pair[1]} {pair[2]}" if is_split else f"{pair[1]} over {pair[2]}"


def _greek(letter: re.Match[str]) -> str:
    """ "β" as "beta", apart from the letters beside it."""
    name = unicodedata.name(unicodedata.normalize("NFKC", letter[0])).rpartition("LETTER ")[2]
    return f" {name.lower().removeprefix('final ').replace('lamda', 'lambda')} "


def _rule(pattern: str, said: _Said) -> tuple[re.Pattern[str], _Said]:
    return re.compile(pattern), said


def _symbol(symbol: re.Match[str]) -> str:
    return f" {_SYMBOLS[symbol[0].strip()]} "


_ANY_SYMBOL: Final = "|".join(re.escape(each) for each in sorted(_SYMBOLS, key=len, reverse=True))
_ANY_FRACTION: Final = "|".join(map(re.escape, _FRACTIONS))

_RULES: Final[tuple[tuple[re.Pattern[str], _Said], ...]] = (
    # Names with figures in them
    _rule(r"(?<!\w)([LF])([0-2])(?:(-)(?=[a-z])|(?![\w]|[.]\d))", _norm),
    _rule(r"(?<!\w)(fp|bf)(\d+)(?!\w)", lambda found: f"{'-'.join(found[1].upper())} {found[2]}"),
    _rule(r"(?<![\w-])([A-Za-z])-(?=\d)", r"\1 minus "),
    _rule(r"(?<=[A-Za-z]{2})-(?=\d)", " "),
    # Functions, code
    _rule(r"(?<=\w)\(\)", ""),
    _rule(rf"(?<!\w)([A-Za-zΘΩ]|{_NAMED_FUNCTIONS})(?:\(((?:[^()]|\([^()]*\))+)\)|\[([^\[\]]*[A-Za-z][^\[\]]*)\])",
          _function),
    _rule(r"(?<=[A-Za-z0-9_\])])\.(?=[a-z_]{2})", " dot "),
    # Powers and indices
    _rule(r"(?<=[A-Z])(?:⁻¹|\^-1|\^\{-1\})", " inverse"),
    _rule(r"(?<=[A-Za-z])(?:ᵀ|⊤|\^T(?!\w)|\^⊤)", " transpose"),
    _rule(rf"(?<=[\w)])([{_SUPERSCRIPT}]+)", _power),
    _rule(r"(?<=[\w)]) ?(?:\^|(?<=\w)\*\*(?=\w)) ?(\{[^{}]*\}|\([^()]*\)|[-−]?\w+)", _power),
    _rule(rf"[{_SUBSCRIPT}]+", _subscript),
    _rule("\u0302", " hat"),
    _rule("\u0304", " bar"),
    _rule(r"(?<=\w)/(?=∂)", " over "),
    # Numbers and quantities
    _rule(r"(?<![\w.])(\d+(?:\.\d+)?)[eE]([-−+]?)(\d{1,3})(?!\w)", _scientific),
    _rule(r"(?<=\d) % (?=\d)", " mod "),
    _rule(r"(?<=\d) ?%", " percent"),
    _rule(r"(?<![\w.])(\d[\d.,]*) ?(ns|µs|μs|ms|k?Hz|[kKMGTP]B|px)(?!\w)", _unit),
    _rule(r"(?<![\w.])(\d[\d.,]*) (s|min|h)(?![\w/])", _unit),
    _rule(rf"(?<![\w/])(?:{_ANY_FRACTION})(?![\w/])", lambda found: f" {_FRACTIONS[found[0]]} "),
    _rule(r"(?<![\w/])(\d+)/(\d+)(?![\w/])", _shares),
    _rule(r"(?<!\w)#(?=\d)", "number "),
    _rule(r"(?<!\w)~ ?(?=\d)", "about "),
    _rule(r"(?<=\d)–(?=\d)", " to "),
    # Signs between two things
    _rule(r"(?<=\w)×(?=\w)|(?<=\d)x(?=\d)", " by "),
    _rule(r"(?<=\d)[x×](?!\w)", " times"),
    _rule(r" ?× ?|(?<=[\w)]) \* (?=[\w(])|(?<=\d)·(?=\d)", " times "),
    _rule(r"(?<=\w) ?· ?(?=\w)", " dot "),
    _rule(_ANY_SYMBOL, _symbol),
    _rule(r"(?<=[\w)\]]) < (?=[\w(.-])|(?<=\w)<(?=\d)", " less than "),
    _rule(r"(?<=[\w)\]]) > (?=[\w(.-])|(?<=\w)>(?=\d)", " greater than "),
    _rule(r"(?<=[\w)\]]) ?= ?(?=[\w(\[−-])", " equals "),
    _rule(r"(?<=[\w)]) \+ (?=[\w(])|(?<=[\w)])\+(?=[\w(])", " plus "),
    _rule(r"(?<=\w) - (?=\d)|(?<=\d) - (?=\w)|(?<=(?<!\w)[A-Za-z]) - (?=[A-Za-z](?!\w))| ?− ?", " minus "),
    _rule(r"(?<!\S)-(?=\d)", "minus "),
    _rule(r"(?<=\w)@(?=\w)", " at "),
    _rule(r"(?<=\w)&(?=\w)", " and "),
    _rule(rf"(?<=\w)/({'|'.join(_PER)})(?!\w)", lambda found: f" per {_PER[found[1]]}"),
    _rule(r"(?<=\d)/(?=[A-Za-z](?!\w))|(?<=(?<!\w)[a-z])/(?=[a-z](?!\w))", " over "),
    _rule(r"(?<=\w)/(?=\w)", " "),
    (_GREEK, _greek),
)  # fmt: skip
