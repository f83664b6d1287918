"""Does a Chinese or English text deny something, for sure or perhaps?

`denies` is strict: what it finds must have come across. `may_deny` is generous: a text in which
it finds nothing has lost the `not`.
"""

import functools
import re

from bridge.core.model import Lang

_ZH_NEUTRAL = (
    "不错 不好意思 不客气 不用谢 没事 没关系 没问题 没错 没准 不一会 不过 不管 不论 无论 "
    "差不多 不但 不仅 不只 不光 不得不 不得了 不久 不断 不然 不如 说不定 了不起 对不起 忍不住 "
    "来不及 恨不得 巴不得 不由得 不禁 不料 不愧 不妨 不止 免不了 少不了 不见不散 不小心 不同 "
    "要不 不可思议 不幸 不就是 可不是 不是吗 不是吧 是不是 才怪 好不 差点没 差点儿没 动不动 "
    "不服 不在乎 特别 别人 别的 别说 区别 分别 告别 级别 性别 个别 差别 离别 道别 识别 派别 "
    "别墅 别致 别扭 别提 别名 辨别 未来 未婚 未必 没想到 不知为何 不耐烦 不安 不满 不三不四 "
    "不知不觉 不约而同 不对劲 不客氣 沒事 沒關係 沒問題 沒錯 不過 特別 別人 別的"
)
"""Written with 不, 没 and the like, and yet nothing is denied, or it is anyone's guess."""
_ZH_ASKED = (
    r"([一-鿿])[不没沒]\1|[不没沒]有?(?=[？?]|$)|"
    "[不没沒](?=[吗嘛吧呢啊][？?]|[吗嘛吧呢啊]$)"
)
"""去不去, 吃了没？"""
_ZH_DENIES = "[不没沒勿甭别別未]"
_ZH_FLATLY = r"没有|从不|不(?:会|能|想|要|是|喜欢|知道|可以|应该|该|让)"
"""Fixed expressions with 不 are many (形影不离), and English often puts them positively."""
_ZH_PERHAPS = (
    "[不没沒未无無非勿莫甭免否难難禁戒拒别別缺失停除忘反错误差空白罢算休少]|怎么|只是|拉倒"
)

_EN_NEUTRAL = (
    # `no` and `nothing` in what is only a way to talk
    r"no (?:cap|worr\w+|prob\w*|biggie|wonder|doubt|way|kidding|matter|idea|sweat|shit|"
    r"offen[cs]e|"
    r"rush|pressure|pun|joke|thanks|thank you|one else|less|time|more than)|no\.? \d|np|"
    r"^no\b,? ?(?=\w)|"
    r"nope?(?=[ ,.!?]*$)|nothing (?:but|much|special|beats|like)|none other|next to nothing|"
    # `not` that praises, softens or goes on
    r"not (?:only|just|bad|gonna lie|going to lie|to mention|to worry|until|unless|so fast|"
    r"at all|"
    r"much|sure|(?:un|in)\w+|yet(?= *\?))|or not|if not|why not|never ?mind|idk|"
    r"can ?['no]*t (?:wait|help|even|agree more|beat|complain|thank|believe|get enough|stop)|"
    r"couldn'?t (?:agree more|care less|help|be (?:more|better|happier)|have \w+ (?:better|"
    r"more))|"
    r"(?:would|do)n'?t mind|don'?t mention it|don't you dare|"
    # tags and questions that expect a yes
    r"(?:\w+n't|ain't) (?:i|you|he|she|it|we|they|that|this|there|u)"
)
_EN_DENIES = (
    r"not|never|no|nobody|nothing|nowhere|neither|none|without|cannot|cant|no one|noone|ain't|"
    r"can't|won't|"
    r"(?:do|does|did|is|are|was|were|could|would|should|have|has|had)n'?t"
)
_EN_PERHAPS = (
    r"n['o]t\b|\b(?:no|never|neither|nah|without|hardly|barely|scarcely|rarely|seldom|few|"
    r"little|"
    r"un[a-z]{3}|dis[a-z]{3}|in(?:cor|cap|vis|sane|com|con|dep|eff)|im(?:poss|per|pol|mat|"
    r"pat)|"
    r"il(?:leg|log)|ir(?:reg|rel)|refus|fail|forg[eo]t|stop|quit|lack|miss|avoid|except|"
    r"instead|wrong|"
    r"hate|doubt|too\b|only\b|free\b|lost|lose|out of\b|empty|away\b|besides|apart|careful|"
    r"beyond|other|"
    r"rather|bad|poor|brok|keep (?:\w+ )?(?:off|out|from)|yet\b|idk\b|dunno|ban|dead\b|over\b|"
    r"spare\b|"
    r"save\b|hold\b|last thing|skip|hard|still\b|who\b|since when|as if\b|easier said|"
    r"how (?:could|can)|"
    r"what's the (?:use|point)|(?:can|don|won|ain|doesn|didn|isn|wasn|couldn|wouldn|shouldn|"
    r"haven|hasn)t\b)"
    r"|less\b"
)


def denies(text: str, lang: Lang) -> bool:
    """Whether `text`, Chinese or English, says that something is not so, beyond doubt."""
    neutral, surely, _ = _patterns(lang)
    return bool(surely.search(neutral.sub(" ", _straight(text))))


def flatly_denies(text: str, lang: Lang) -> bool:
    """Whether `text` denies in words that it would hardly use to say something positive."""
    neutral = _patterns(lang)[0].sub(" ", _straight(text))
    return denies(text, lang) and (lang == "en" or bool(re.search(_ZH_FLATLY, neutral)))


def may_deny(text: str, lang: Lang) -> bool:
    """Whether anything in `text` could stand for a `not`."""
    return bool(_patterns(lang)[2].search(_straight(text)))


def _straight(text: str) -> str:
    return text.replace("’", "'")


@functools.cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What to leave out, what surely denies, and what may."""
    if lang == "en":
        found = (rf"\b(?:{_EN_NEUTRAL})\b|\bno(?=\?)", rf"\b(?:{_EN_DENIES})\b", _EN_PERHAPS)
    else:
        neutral = "|".join((*_ZH_NEUTRAL.split(), "没什么(?=[，。！]|$)", _ZH_ASKED))
        found = (neutral, _ZH_DENIES, _ZH_PERHAPS)
    left_out, surely, perhaps = (re.compile(one, re.IGNORECASE) for one in found)
    return left_out, surely, perhaps
