"""Links, mentions, code and emoji become runs of their own, which nothing may alter."""

import regex

from bridge.core.model import Run, RunKind, Runs

# Each alternative is linear: no nested repeats over the same characters (S30). The order matters:
# code first, so that a link inside back-ticks stays code.
_PROTECTED = regex.compile(
    r"""
    (?P<code> ```.+?``` | `[^`\n]+` )
  | (?P<link> (?:https?://|www\.)[^\s<>"'`，。！？；：、（）《》【】「」“”‘’…\p{Han}]+
            | mailto:[^\s<>"'`，。！？；]+
            | (?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}
              (?![A-Za-z0-9]) )
  | (?P<mention> (?<![A-Za-z0-9_@.])@[\p{L}\p{N}_][\p{L}\p{N}_.\-]{0,31} )
  | (?P<emoji> (?: \p{Regional_Indicator}{2}
                 | [0-9#*]\uFE0F?\u20E3
                 | \p{Emoji_Presentation}(?:\p{Emoji_Modifier})?
                     (?:\u200D\p{Extended_Pictographic}\uFE0F?(?:\p{Emoji_Modifier})?)*
                 | \p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})
                     (?:\u200D\p{Extended_Pictographic}\uFE0F?(?:\p{Emoji_Modifier})?)*
               )+ )
    """,
    regex.VERBOSE | regex.DOTALL,
)
# Punctuation that ends the sentence, not the link; a closing bracket only when none opens inside.
_TAIL = ".,;:!?'\"*_~"


def protect(text: str) -> Runs:
    """`text` as runs: protected ones carry their kind, the stretches between carry none."""
    runs: list[Run] = []
    done = 0
    for found in _PROTECTED.finditer(text):
        kind = RunKind(found.lastgroup or "")
        whole = found.group()
        if kind in (RunKind.LINK, RunKind.MENTION):
            whole = _without_tail(whole)
        if found.start() > done:
            runs.append(Run(text[done : found.start()]))
        runs.append(Run(whole, kind))
        done = found.start() + len(whole)
    if done < len(text):
        runs.append(Run(text[done:]))
    return tuple(runs)


def _without_tail(link: str) -> str:
    while link and (
        link[-1] in _TAIL
        or (link[-1] == ")" and link.count(")") > link.count("("))
        or (link[-1] == "]" and link.count("]") > link.count("["))
    ):
        link = link[:-1]
    return link
