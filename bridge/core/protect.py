"""Links, mentions, code, tags, emoji and faces become runs of their own; nothing may alter them."""

import regex

from bridge.core.model import Run, RunKind, Runs

_EMOJI = r"""
    (?: \p{Regional_Indicator}{2}
      | [0-9#*]\uFE0F?\u20E3
      | \p{Emoji_Presentation}(?:\p{Emoji_Modifier})?
          (?:\u200D\p{Extended_Pictographic}\uFE0F?(?:\p{Emoji_Modifier})?)*
      | \p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})
          (?:\u200D\p{Extended_Pictographic}\uFE0F?(?:\p{Emoji_Modifier})?)*
    )+
"""
# Each alternative is linear: no nested repeats over the same characters, and every repeat that may
# be tried again from each of its characters has a bound (S30). The order matters: code first, so
# that a link inside back-ticks stays code. A mention in letters ends where Chinese begins:
# `@bob没来`. Words that a list covers (core/wordlist) are kept as they are, like tags.
_PROTECTED = regex.compile(
    rf"""
    (?P<code> ```.+?``` | `[^`\n]+` )
  | (?P<link> (?:https?://|www\.)[^\s<>"'`，。！？；：、（）《》【】「」“”‘’…\p{{Han}}]+
            | mailto:[^\s<>"'`，。！？；]+
            | (?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{{1,64}}
              @(?:[A-Za-z0-9-]{{1,63}}\.)+[A-Za-z]{{2,24}}(?![A-Za-z0-9]) )
  | (?P<mention> (?<![A-Za-z0-9_@.])@(?:
        [\p{{Latin}}\p{{N}}_][\p{{Latin}}\p{{M}}\p{{N}}_.\-]{{0,31}}
      | [\p{{L}}][\p{{L}}\p{{N}}_.\-]{{0,31}} ) )
  | (?P<tag> ＊{{2,256}} | (?<![\p{{Latin}}\p{{N}}_&\#＃/]) (?:
        (?P<mark>[\#＃])(?=[^\#＃]{{0,32}}\p{{L}})[^\s\#＃@，。！？；：,;!?]{{1,32}}(?P=mark)
      | [\#＃](?=[\p{{N}}_]{{0,8}}\p{{Latin}})[\p{{Latin}}\p{{M}}\p{{N}}_]{{1,64}}
      | [\#＃](?=\p{{L}})[\p{{L}}\p{{M}}\p{{N}}_]{{1,64}} ) )
  | (?P<emoji> {_EMOJI} )
    """,
    regex.VERBOSE | regex.DOTALL,
)

_EYE = r"[TtQqOo0Xx^><=;.~@uU*$+\-]"
_MOUTH = r"[_.~﹏ω^]"
# What faces are drawn with, and words, prices and degrees in brackets are not: two of these.
_DRAWN = (
    r"[□‿♥ω▽・･｡◕•ㅂ◡´`｀꒰ಠಥ╥﹏づツʖ\u0361¬￣ᴥ益ロДд皿◇⊂⊙ﾟ゜≧≦◠ᗜ＾＿✿ᵕ›‹˘³ε๑^_ᴗ҂☉⌒╯╰◔̀́ʘ"
    r"\u203e°‵′∀∇＞＜˙♡︶]"
)
_INSIDE = r"[^()（）\p{Han}\n]"
_ARM = r"[╯╰╮╭ノﾉづつっว┛┐┘ง੭و︵︶ヘ彡ミヽ＼\\゜ﾟ･☆✧✿]"
_TABLE = r"[┻┳┬┴][━─][┻┳┬┴]"
_MARKS_ALONE = (
    r"QAQ|QWQ|QwQ|qwq|qaq|Q_Q|TAT|T_T+|T\.T|TvT|OwO|owo|UwU|uwu|u_u|n_n|x_x|X_X"
    r"|orz|Orz|ORZ|otz|OTZ|[Xx]D{1,8}|[oO]_[oO]|[oO]\.[oO]|0_0|-_-|=_=|>_<|>\.<|>w<|>﹏<"
    r"|\^_\^|\^-\^|\^o\^|\^\^|\^ω\^|;_;|\._\.|[→←]_[→←]|@_@|\*_\*|</?3"
)
_FACE = regex.compile(
    rf"""
    (?: {_ARM}{{0,3}} (?:
          [(（]\ ?{_EYE}{_MOUTH}{{1,3}}{_EYE}[;；*]?\ ?[)）]
        | [(（](?P<eye>[^\s\p{{N}}\p{{Han}}()（）])(?:[_.﹏ω]|(?<=\^))(?P=eye)[)）]
        | [(（](?!\w{{2}}|{_INSIDE}{{0,15}}[\p{{Latin}}\p{{N}}]{{2}})
             (?=(?:(?!{_DRAWN}){_INSIDE}){{0,8}}{_DRAWN}(?:(?!{_DRAWN}){_INSIDE}){{0,8}}{_DRAWN})
             (?=[^)）]{{0,15}}[^\x00-\x7F]){_INSIDE}{{2,16}}[)）]
        | ʕ[^ʔ\n]{{1,12}}ʔ )
      {_ARM}{{0,3}} (?:\ ?[︵︶ノﾉ彡ミ]{{1,3}})? (?:\ ?{_TABLE})? )
  | {_TABLE}
  | [¯￣]\\?_?[(（]ツ[)）]_?/?[¯￣]
  | (?<![\p{{Latin}}\p{{N}}_<>\-=.^]) (?:{_MARKS_ALONE})[;；*]? (?![\p{{Latin}}\p{{N}}_\-=<>^])
  | (?<![\p{{N}}:/.=;]) [:;=][\-^o']?[)(\]\[|]{{1,8}} (?![\p{{L}}\p{{N}}/])
  | (?<![^\s，。！？,.!?]) [:;=][\-^']?[DPpOo3/\\*] (?![\p{{L}}\p{{N}}/:])
    """,
    regex.VERBOSE,
)
_ONLY_EMOJI = regex.compile(_EMOJI, regex.VERBOSE)
# Punctuation that ends the sentence, not the link; a closing bracket only when none opens inside.
_TAIL = ".,;:!?'\"*_~"


def protect(text: str) -> Runs:
    """`text` as runs: protected ones carry their kind, the stretches between carry none."""
    runs: list[Run] = []
    done = 0
    for found in _PROTECTED.finditer(text):
        kind = RunKind(next(name for name in _KINDS if found.group(name) is not None))
        whole = found.group()
        if kind in (RunKind.LINK, RunKind.MENTION):
            whole = _without_tail(whole)
        runs += _with_faces(text[done : found.start()])
        runs.append(Run(whole, kind))
        done = found.start() + len(whole)
    return _joined([*runs, *_with_faces(text[done:])])


def is_emoji(text: str) -> bool:
    """Whether `text` is one or more emoji and nothing else; a face made of letters is none."""
    return _ONLY_EMOJI.fullmatch(text) is not None


_KINDS = ("code", "link", "mention", "tag", "emoji")


def _with_faces(text: str) -> list[Run]:
    """Faces made of letters and marks, such as `(╯°□°)╯` and `:-)`, are emoji too."""
    runs: list[Run] = []
    done = 0
    for found in _FACE.finditer(text):
        runs += [Run(text[done : found.start()]), Run(found.group(), RunKind.EMOJI)]
        done = found.end()
    return [*runs, Run(text[done:])]


def _joined(runs: list[Run]) -> Runs:
    """Without empty runs, and neighbouring emoji as one."""
    found: list[Run] = []
    for run in runs:
        if found and run.kind is found[-1].kind is RunKind.EMOJI:
            found[-1] = Run(found[-1].text + run.text, RunKind.EMOJI)
        elif run.text:
            found.append(run)
    return tuple(found)


def _without_tail(link: str) -> str:
    while link and (
        link[-1] in _TAIL
        or (link[-1] == ")" and link.count(")") > link.count("("))
        or (link[-1] == "]" and link.count("]") > link.count("["))
    ):
        link = link[:-1]
    return link
