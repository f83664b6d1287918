"""Which language a message is in, by script first; `und` rather than a guess."""

from collections.abc import Collection

from bridge.core.model import UND, Lang, Runs
from bridge.core.scripts import Script, count, script_of


def detect(runs: Runs, hint: Lang | None, reads: Lang, known: Collection[Lang]) -> Lang:
    """The language of the words outside protected runs.

    `hint` is what the sender's client said, `reads` what the sender reads, `known` the languages
    that can be translated here. A language is only ever chosen if its script is the text's.
    """
    counted = count("".join(run.text for run in runs if run.kind is None))
    if not counted:
        return UND
    script = _main_script(counted)
    # The sender's own word first, then what they read, then the only language it could be here.
    for lang in (hint, reads):
        if lang is not None and script_of(lang) is script:
            return lang
    possible = sorted({lang for lang in known if script_of(lang) is script})
    match script, possible:
        case Script.HAN, _:
            return Lang("zh")
        case Script.KANA, _:
            return Lang("ja")
        case Script.HANGUL, _:
            return Lang("ko")
        case _, [only]:
            return only
        case Script.LATIN, several if "en" in several:
            return Lang("en")
        case _:
            return UND


def _main_script(counted: dict[Script, int]) -> Script:
    # Japanese mixes Han with Kana; Chinese never has Kana.
    if counted.get(Script.KANA, 0) > 0 and script_weight(counted, Script.KANA) > 0.2:
        return Script.KANA
    return max(counted, key=lambda script: counted[script])


def script_weight(counted: dict[Script, int], script: Script) -> float:
    """The share of `script` among all units."""
    return counted.get(script, 0) / sum(counted.values())
