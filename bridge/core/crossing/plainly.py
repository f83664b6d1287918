"""Says a sentence without its idioms: the plain form of an entry, fitted to where it stands."""

import re
from collections.abc import Callable
from dataclasses import replace

from bridge.core.glossary import Entry
from bridge.core.matching.bound import Bound, bind
from bridge.core.matching.english import ONES, SOMEONE, SOMETHING
from bridge.core.matching.inflect import Form, inflect, is_verb, plural
from bridge.core.model import EntryId, Run, Runs

_HAN = re.compile(r"[\u3400-\u9fff]")
_MARK = re.compile(r"[\W_]+")
_LAST_WORDS = re.compile(r"[a-z']+")
_ARTICLE = re.compile(r"(?<![^\W_])(an?)(?= $)", re.IGNORECASE)
_GOES_ON = re.compile(r"[^\W_]['’]?\s*$")
_VOWEL = re.compile(r"[aeio]|un(?!i)|ug|up")
_HAVE = frozenset({"have", "has", "had", "having", "i've", "you've", "we've", "they've"})
# What a verb in no past follows: “we should hit the road”. After all else: “he hit the road”.
_BEFORE_BASE = frozenset(
    """to can could will would should may might must shall do does did don't doesn't didn't can't
    won't couldn't wouldn't shouldn't cannot let's let us me i you we they please and or but so if
    then always usually often i'll you'll we'll they'll he'll she'll it'll gonna wanna
    gotta""".split()
)
# Where a noun phrase's head has ended: “obvious problem | that nobody mentions”.
_AFTER_NOUN = frozenset(
    {"of", "that", "who", "to", "for", "with", "in", "because", "from", "about"}
)
_AS_OBJECT = {
    "my": "me",
    "your": "you",
    "his": "him",
    "her": "her",
    "its": "it",
    "our": "us",
    "their": "them",
}
LONGEST_FRONT = 2
"""Characters that a variant may have more than the term and still hold it whole."""
_PARTICLES = "啊呀哒儿们了鸭吧呢哦"
_DOUBLED = "了的吧"
"""What a plain form may end with and the sentence may go on with, and is said once."""


def plainly(runs: Runs, entry: Callable[[EntryId], Entry | None]) -> Runs:
    """The runs of one sentence, with the plain form as text where an entry has one that fits here.

    A run keeps its entry. An article before it fits the new word: a humblebrag, a boast; an arm,
    a lot of money.
    """
    said: list[Run] = []
    for place, run in enumerate(runs):
        # What may be meant as it stands goes to the engine as it stands.
        known = entry(run.entry) if run.entry and not run.doubtful else None
        if known is None or known.plain is None:
            said.append(run)
            continue
        before = "".join(each.text for each in said)
        after = "".join(each.text for each in runs[place + 1 :])
        fitted = fit(known, run.text, before, after)
        if fitted is None:
            said.append(run)
            continue
        if said and said[-1].entry is None and said[-1].kind is None:
            said[-1] = replace(said[-1], text=_with_article(said[-1].text, fitted))
        said.append(replace(run, text=fitted))
    return tuple(said)


def fit(entry: Entry, text: str, before: str = "", after: str = "") -> str | None:
    """The plain form of `entry` in place of `text`, which stands between `before` and `after`;
    None where it would not fit."""
    if entry.plain is None:
        return None
    if entry.lang.startswith("zh"):
        return _chinese(entry, entry.plain, text, after)
    bound = bind(entry, text)
    if bound is None:
        return None
    fitted = _english(entry.plain, bound, before)
    if fitted is None:
        return None
    if text[0].isupper() and (not before.strip() or before.rstrip()[-1] in ".!?"):
        fitted = fitted[0].upper() + fitted[1:]
    return fitted


def _english(plain: str, bound: Bound, before: str) -> str | None:
    verb, _, rest = plain.partition(" ")
    if bound.headed and not is_verb(verb) and before.strip() and _GOES_ON.search(before):
        # A wish or a shout is a sentence of its own: “good luck” is not what he would do.
        return None
    form = _form_here(bound, before)
    if form is Form.S and not is_verb(verb):
        bound, form = replace(bound, many=True), Form.BASE
    if form is not Form.BASE:
        if not is_verb(verb):
            return None
        plain = f"{inflect(verb, form)} {rest}".strip()
    elif bound.many and not bound.headed:
        plain = _plural_phrase(plain)
    if bound.bare:
        plain = re.sub(r"^(?:an?|the) ", "", plain)
    return _filled(plain, bound)


def _form_here(bound: Bound, before: str) -> Form:
    """The form of the head, where its spelling is that of two: hit, hit, hit; kicked, kicked."""
    words = _LAST_WORDS.findall(before.casefold().replace("’", "'"))[-3:]
    while words and (words[-1].endswith("ly") or words[-1] in ("just", "already", "never", "not")):
        words.pop()
    last = words[-1] if words else ""
    if Form.PARTICIPLE in bound.forms and last in _HAVE:
        return Form.PARTICIPLE
    if {Form.PAST, Form.BASE} <= set(bound.forms) and last and last not in _BEFORE_BASE:
        return Form.PAST
    return bound.forms[0]


def _filled(plain: str, bound: Bound) -> str | None:
    """The plain form with its slots filled from the match; None when one stays empty."""
    slots = dict(bound.slots)
    owner = slots.get(ONES, "")
    whom = _AS_OBJECT.get(owner.casefold(), re.sub(r"['’]s?$", "", owner))
    given = {ONES: owner, SOMEONE: slots.get(SOMEONE) or whom}
    given[SOMETHING] = slots.get(SOMETHING, "")
    for slot, words in given.items():
        if slot in plain:
            if not words or words.casefold() in ("a", "an", "the", "one", "this", "that"):
                return None
            plain = plain.replace(slot, words)
    for given_word, typed in bound.slots:
        # “The ball is in their court”: it is their turn, not yours.
        if given_word in _AS_OBJECT:
            plain = re.sub(rf"\b{given_word}\b", typed, plain)
    return plain


def _plural_phrase(plain: str) -> str:
    words = plain.split(" ")
    stop = next((at for at, word in enumerate(words) if word in _AFTER_NOUN), len(words))
    words[stop - 1] = plural(words[stop - 1])
    if words[0] in ("a", "an"):
        words.pop(0)
    return " ".join(words)


def _with_article(text: str, following: str) -> str:
    """a or an at the end of `text`, as the following word asks for."""
    found = _ARTICLE.search(text)
    if found is None:
        return text
    wanted = "an" if _VOWEL.match(following.casefold()) else "a"
    given = found[1]
    if given.casefold() == wanted:
        return text
    return f"{text[: found.start(1)]}{wanted.capitalize() if given[0].isupper() else wanted} "


def _chinese(entry: Entry, plain: str, text: str, after: str) -> str | None:
    """The plain form as it is, where the spelling is the term or says the same in the same way."""
    front = _front(entry, text)
    if front is None:
        return None
    plain = front + plain
    if plain[-1] in _DOUBLED and after.startswith(plain[-1]):
        plain = plain[:-1]
    return plain


def _front(entry: Entry, text: str) -> str | None:
    """What stands before the term in `text` (大 in 大红包), empty when it is the term or says the
    same; None when it is a word of another kind."""
    bare, term = _bare(text), _bare(entry.term)
    # A text as long as the term that is no variant is the term in Traditional characters.
    variant = len(bare) != len(term) or bare in map(_bare, entry.variants)
    if not variant or bare == term:
        return ""
    front, found, end = bare.partition(term)
    if found and not end and len(front) <= LONGEST_FRONT:
        return front
    return "" if _says_the_same(term, bare) else None


def stands_for(entry: Entry, text: str) -> bool:
    """Whether `text` is the term of `entry`, or says just the same."""
    if entry.lang.startswith("zh"):
        return _front(entry, text) == ""
    bound = bind(entry, text)
    return bound is not None and bound.forms[0] is Form.BASE


def _says_the_same(term: str, variant: str) -> bool:
    """Whether a variant is a respelling of the term (揠苗助长) or a fuller saying (塞翁失马，焉知
    非福), and not a word of another kind (没面子)."""
    if not _HAN.search(term) and all(map(_HAN.match, variant)):
        return True
    if variant.rstrip(_PARTICLES) == term.rstrip(_PARTICLES):
        return True
    if len(term) >= 4 and variant.startswith(term):
        return True
    same = 2 * len(set(term) & set(variant))
    most = max(len(set(term)), len(set(variant)))
    return same >= most if len(term) == len(variant) else same > most


def _bare(text: str) -> str:
    return _MARK.sub("", text.casefold()) or text
