"""Tells whether somebody named at a sentence's edge is called, or is a part of the sentence."""

import regex

_OPENINGS = (
    "you you're your yes yeah no ok okay hi hello hey thank thanks please sorry congrats "
    "congratulations happy good welcome come look see check don't let let's what what's where "
    "where's when why how how's which if do did are shall am i i'm i'll i've we we're this that "
    "that's it it's there here the my just".split()
)
# `@bob 你到哪儿了` calls him, `@bob昨天没来` speaks of him. A blank after a mention is often put
# there by the keyboard, so that in Chinese only what can go on with a sentence outweighs it.
_CALLED = regex.compile(
    r"""
    \s* (?: [,，:：!！?？~～。.…;；\-–—] | [你您咱] | 谢谢 | 多谢 | 感谢 | 请 | 别(?!人|的) | 不要
      | 快 | 早[上安]? | 晚[上安] | 生日快乐 | 恭喜 | 对不起 | 抱歉 | 辛苦 | 欢迎 | 加油 | 记得
      | \L<openings>\b
      | (?:can|could|will|would|should|have|does|may)\s+(?:you|i|we|it|this|that|the|s?he|they)\b )
  | \s+ (?! [的说是也都和跟与在会没不比有要想已又还就才把被给对从] )\p{Han}
    """,
    regex.VERBOSE | regex.IGNORECASE,
    openings=_OPENINGS,
)
# `good night @bob` and `晚安@bob` call him, `I saw @bob` speaks of him.
_ADDRESSED = regex.compile(
    r"""(?: [,，:：!！?？~～。.…;；]
      | [早晚]安 | [早晚]上好 | [你您]好 | 快乐 | [谢多]谢 | 再见 | 拜拜 | 加油 | 恭喜 | 欢迎
      | \b(?:hi|hey|hello|bye|goodbye|good\ (?:morning|night|evening|luck)|happy\ [a-z]{3,12}
        |thanks|thank\ you|congrats|congratulations|welcome(?:\ back)?|sorry|yes|no|ok|okay)
    )\s*$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_GLANCE = 40
"""Characters before a name that can matter."""


def is_called_before(after: str) -> bool:
    """Whether a name at a sentence's beginning is called, with `after` behind it."""
    return _CALLED.match(after.replace("’", "'")) is not None


def is_called_after(before: str) -> bool:
    """Whether a name at a sentence's end is called, with `before` in front of it."""
    return _ADDRESSED.search(before[-_GLANCE:]) is not None
