"""OpenCC's conversions between Simplified and Traditional Chinese, phrases included."""

from collections.abc import Callable

import opencc


def load_converters() -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Towards Simplified, and towards Traditional with Taiwan's words (软件 → 軟體)."""
    return opencc.OpenCC("tw2sp").convert, opencc.OpenCC("s2twp").convert
