"""Language tags: BCP-47 everywhere, Argos' own codes at the packages' door, names for people."""

from collections.abc import Iterable, Mapping

from bridge.core.answers import Language
from bridge.core.model import Lang

_SAME: Mapping[str, str] = {
    # Argos' own inventions.
    "zt": "zh-Hant",
    "pb": "pt-BR",
    # The region decides the script or the words, and there are packages for it.
    "zh-hans": "zh",
    "zh-hant": "zh-Hant",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
    "pt-br": "pt-BR",
    # Retired codes, and other codes for the same written language.
    "cmn": "zh",
    "no": "nb",
    "iw": "he",
    "in": "id",
    "fil": "tl",
    "": "und",
}

_NAMES: Mapping[str, str] = {
    "ar": "العربية",
    "az": "Azərbaycanca",
    "bg": "Български",
    "bn": "বাংলা",
    "ca": "Català",
    "cs": "Čeština",
    "da": "Dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "eo": "Esperanto",
    "es": "Español",
    "et": "Eesti",
    "eu": "Euskara",
    "fa": "فارسی",
    "fi": "Suomi",
    "fr": "Français",
    "ga": "Gaeilge",
    "gl": "Galego",
    "he": "עברית",
    "hi": "हिन्दी",
    "hu": "Magyar",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "ky": "Кыргызча",
    "lt": "Lietuvių",
    "lv": "Latviešu",
    "ms": "Bahasa Melayu",
    "nb": "Norsk bokmål",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "pt-BR": "Português (Brasil)",
    "ro": "Română",
    "ru": "Русский",
    "sk": "Slovenčina",
    "sl": "Slovenščina",
    "sq": "Shqip",
    "sr": "Српски",
    "sv": "Svenska",
    "th": "ไทย",
    "tl": "Tagalog",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "zh": "中文",
    "zh-Hant": "繁體中文",
}


def canonical(tag: str) -> Lang:
    """The one spelling used inside the bridge: `zh_CN` → `zh`, `zh-TW` → `zh-Hant`, `EN-us` → `en`.

    Argos' codes are understood too. A region that changes nothing here is dropped; an unknown
    language stays as it is, in lower case; the empty tag is `und`.
    """
    parts = tag.strip().replace("_", "-").lower().split("-")
    for known in ("-".join(parts[:2]), parts[0]):
        if known in _SAME:
            return Lang(_SAME[known])
    return Lang(parts[0])


def spoken(lang: Lang) -> Lang:
    """The language without script or region: `zh` for `zh-Hant`."""
    return Lang(lang.partition("-")[0])


def name(lang: Lang) -> str:
    """What the language calls itself; the tag where the bridge does not know."""
    return _NAMES.get(lang, lang)


def offered(pairs: Iterable[tuple[Lang, Lang]]) -> tuple[Language, ...]:
    """The reading languages that `pairs` (source, target) allow, each with its sources, by code.

    Where Chinese is among them, so is Traditional Chinese."""
    sources: dict[Lang, set[Lang]] = {}
    for source, target in with_hant(pairs):
        sources.setdefault(target, set()).add(source)
        sources.setdefault(source, set())
    return tuple(
        Language(lang, name(lang), tuple(sorted(found))) for lang, found in sorted(sources.items())
    )


def with_hant(pairs: Iterable[tuple[Lang, Lang]]) -> frozenset[tuple[Lang, Lang]]:
    """`pairs` and those that changing the script of Chinese adds to them."""
    zh, hant = Lang("zh"), Lang("zh-Hant")
    found = set(pairs)
    found |= {(hant, target) for source, target in found if source == zh != target}
    found |= {(source, hant) for source, target in found if target == zh != source}
    if any(zh in pair for pair in found):
        found |= {(zh, hant), (hant, zh)}
    return frozenset(found) - {(hant, hant)}
