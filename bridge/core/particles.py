"""The small words that hold a Chinese or an English sentence together, and English chat's own."""

from unicodedata import normalize

import regex

_HAN = frozenset(
    "我你您他她它妳们們咱这這那哪的地得了着著过過是不没沒有在就都也还還又很太好真吗嗎呢吧啊呀啦嘛哦"
    "和跟把被给給让讓说說想要会會能可以什么麼怎为為谁誰几幾个個来來去从從到对對但而且如果因所"
)
_ENGLISH = frozenset(
    """
    a an the this that these those i me my you your u ur he she him his her it its we us our they
    them their is am are was were be been do does did don't dont have has had can can't cant could
    will would should must to of in on at for with from by about as and or but if when because so
    not what who where why how which there here just very too really i'm im i've i'll it's you're
    he's she's that's what's let's gonna wanna gotta after before off out up than then
    """.split()
)
# Whole in themselves, and English to whoever writes them.
_CHAT = frozenset(
    """
    gm gn ok okay hello hey hi bye thanks thank thx ty tysm sorry please pls plz yes yeah yep yup
    nope omg omfg wtf wth idk idc ikr imo imho tbh ngl fyi btw brb gtg g2g ttyl afk nvm wyd hbu wbu
    jk smh fr rn asap fomo yolo goat lit sus slay bro bruh dude guys lowkey highkey cringe vibe
    vibes cool nice wow awesome cute love good morning night great happy congrats same bet yeet cap
    """.split()
)
# Loose: what could be pinyin only has to be surer of being something else.
_PINYIN = regex.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?[aeiouüv]{1,3}(?:ng?|r)?'?)++")
_TONES = regex.compile("[\u0300\u0301\u0304\u030c]")
_LATIN = regex.compile(r"(?<!\p{N})\p{Latin}[\p{Latin}\p{M}\p{N}]*(?:['’]\p{Latin}+)?")


def han_particles(text: str) -> int:
    """How many characters of `text` are particles, pronouns and the like in Chinese."""
    return sum(char in _HAN for char in text)


def english_particles(text: str) -> int:
    """How many words of `text` hold English sentences together."""
    return sum(word in _ENGLISH for word in _words(text))


def english_words(text: str) -> int:
    """How many words of `text` are such particles, or what English chat cannot do without."""
    return sum(word in _ENGLISH or word in _CHAT for word in _words(text))


def english_share(text: str) -> float:
    """The same as a share of all words in Latin letters, 0 to 1."""
    return english_words(text) / max(1, len(_words(text)))


def is_pinyin(text: str) -> bool:
    """Whether every Latin word of `text` could be Chinese in Latin letters: ni hao, jiāyóu."""
    words = [_TONES.sub("", normalize("NFD", word)) for word in _words(text)]
    return bool(words) and all(_PINYIN.fullmatch(normalize("NFC", word)) for word in words)


def _words(text: str) -> list[str]:
    return [found.lower().replace("’", "'") for found in _LATIN.findall(text)]
