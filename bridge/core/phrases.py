"""Lines of chat whose translation is known, found however they are typed."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import regex

from bridge.core.model import By, Lang, RoomName
from bridge.core.phrasekey import Framed, framed, key, laughing, likely

BOTH = "both"

_CLOSING = ".!?。！？~～…"
_COMMA = regex.compile(r"\s*[,，、]\s*")
MOST_CLAUSES = 3
_ASKING = regex.compile(r"[?？]")
_ELLIPSIS = regex.compile(r"\.{2,}|…+")
_WIDE = str.maketrans({".": "。", "!": "！", "?": "？", ",": "，", "~": "～"})
_NARROW = str.maketrans({"。": ".", "！": "!", "？": "?", "，": ",", "～": "~", "、": ","})


@dataclass(frozen=True, slots=True)
class Phrase:
    """`source` is said as `target` in the other language; in `room`, or everywhere."""

    source_lang: Lang
    target_lang: Lang
    source: str
    target: str
    by: By
    room: RoomName | None = None


_Place = tuple[Lang, Lang, RoomName | None, str]


class Phrasebook:
    """Known lines, each with one answer per direction and room. Never changes.

    Of two lines for one text a person's beats a shipped one, and the later one an earlier one.
    `simplify` maps Traditional characters to Simplified ones. `revision` tells what is in it.

    A line that ends in a question mark is a question. A text with a question mark finds
    questions only (吃了？ is not 吃了); one without finds the statement first, then the question,
    for people leave the mark out (吃了吗).
    """

    def __init__(self, phrases: Iterable[Phrase], simplify: Mapping[str, str]) -> None:
        self._simplify = simplify
        self._known: dict[_Place, Phrase] = {}
        for phrase in phrases:
            self._add(phrase)
        self.revision = self._hash()

    def with_lines(self, phrases: Iterable[Phrase]) -> "Phrasebook":
        """This one and `phrases`; a few milliseconds, for what is known is not read again."""
        taught = Phrasebook((), self._simplify)
        taught._known = dict(self._known)
        for phrase in phrases:
            taught._add(phrase)
        taught.revision = taught._hash()
        return taught

    def find(self, text: str, source: Lang, target: Lang, room: RoomName | None) -> Phrase | None:
        """The line for `text`, its `target` with the marks and emoji that stand around `text`.

        Case, width, script of Chinese, punctuation, blanks, emoji around the words, stretched
        letters (sooo), a line said twice, closing particles (好的呀) and laughter before or after
        (谢谢哈哈) make no difference. A room's own line beats one for everywhere. Known lines with
        commas between are a known line.
        """
        around = framed(text.strip())
        if around is None:
            return None
        asks = _asks(around.after)
        phrase = self._find(around.words, source, target, room, asks)
        if phrase is not None:
            if phrase.source == text.strip():
                return phrase
            return replace(phrase, target=_answer(phrase, around))
        laughs = laughing(around.words, source)
        if laughs is None:
            return self._find_clauses(around, source, target, room, asks)
        before, words, after = laughs
        phrase = self._find(words, source, target, room, asks)
        if phrase is None:
            return None
        return replace(phrase, target=_laughing(phrase, around, before, after))

    def _find_clauses(
        self, around: Framed, source: Lang, target: Lang, room: RoomName | None, asks: bool
    ) -> Phrase | None:
        """Lines with commas between (好的，谢谢), answered one by one."""
        clauses = [each for each in _COMMA.split(around.words) if each]
        if not 1 < len(clauses) <= MOST_CLAUSES:
            return None
        found: list[Phrase] = []
        for clause in clauses:
            last = len(found) == len(clauses) - 1
            phrase = self._find(clause, source, target, room, asks and last)
            # A question that is not marked as one may be none between commas: sorry, right, …
            if phrase is None or (_asks(phrase.source) and not (asks and last)):
                return None
            found.append(phrase)
        *first, last_one = found
        wide = target == "zh"
        said = [each.target.rstrip(_CLOSING) for each in first]
        said.append(_answer(last_one, Framed("", "", around.after)))
        if not wide:
            said[1:] = [_lowered(each) for each in said[1:]]
        answer = around.before + ("，" if wide else ", ").join(said)
        return Phrase(source, target, around.words, answer, By.PHRASEBOOK)

    def _find(
        self, words: str, source: Lang, target: Lang, room: RoomName | None, asks: bool
    ) -> Phrase | None:
        rooms = (None,) if room is None else (room, None)
        for letters in likely(key(words, source, self._simplify), source):
            for ending in ("?",) if asks else ("", "?"):
                for where in rooms:
                    found = self._known.get((source, target, where, letters + ending))
                    if found is not None:
                        return found
        return None

    def _add(self, phrase: Phrase) -> None:
        letters = key_of(phrase.source, phrase.source_lang, self._simplify)
        if not letters:
            return
        place = (phrase.source_lang, phrase.target_lang, phrase.room, letters)
        known = self._known.get(place)
        if known is None or phrase.by is By.PERSON or known.by is not By.PERSON:
            self._known[place] = phrase

    def _hash(self) -> str:
        lines = sorted(
            "\t".join((*map(str, place), each.target, each.by))
            for place, each in self._known.items()
        )
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def key_of(text: str, lang: Lang, simplify: Mapping[str, str]) -> str:
    """What `text` as a whole line is found by, with `?` at the end of a question; empty when
    there is nothing in it to find it by."""
    around = framed(text.strip())
    if around is None:
        return ""
    return key(around.words, lang, simplify) + ("?" if _asks(around.after) else "")


def _asks(text: str) -> bool:
    return _ASKING.search(text) is not None


def _answer(phrase: Phrase, around: Framed) -> str:
    """The line's target between the marks and emoji of the text; a question stays one."""
    bare = phrase.target.rstrip(_CLOSING)
    marks = _written(around.after, phrase.target_lang)
    if _asks(phrase.target[len(bare) :]) and not _asks(marks):
        marks = _written("?", phrase.target_lang) + marks.lstrip(".。")
    return f"{around.before}{bare}{marks}"


def _laughing(phrase: Phrase, around: Framed, before: bool, after: bool) -> str:
    """The line's answer with laughter where the text had it."""
    wide = phrase.target_lang == "zh"
    answer = _answer(phrase, Framed("", around.words, "" if after else around.after))
    if before:
        answer = f"哈哈，{answer}" if wide else f"Haha, {_lowered(answer)}"
    if after:
        laugh = "哈哈" if wide else " haha"
        answer = f"{answer}{laugh}{_written(around.after, phrase.target_lang)}"
    return f"{around.before}{answer}"


def _lowered(text: str) -> str:
    """For the middle of a sentence: all but I and words in capitals."""
    word = text.split(maxsplit=1)[0]
    if word == "I" or word.startswith("I'") or word[1:2].isupper():
        return text
    return text[0].lower() + text[1:]


def _written(marks: str, target: Lang) -> str:
    """Marks as the target language writes them."""
    wide = target in ("zh", "ja")
    marks = _ELLIPSIS.sub("……" if wide else "...", marks)
    return marks.translate(_WIDE if wide else _NARROW)


def parse(text: str, source: Lang, target: Lang) -> tuple[list[Phrase], list[str]]:
    """The phrases of a file, in both directions as its lines say, and what is wrong in which line.

    A line is source, target and `both`, `<source>-<target>` or `<target>-<source>`, with tabs
    between; lines that begin with # and empty ones are for people.
    """
    phrases: list[Phrase] = []
    problems: list[str] = []
    # What is answered so far, in which line and how.
    answered: dict[tuple[Lang, str], tuple[int, str]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        found, wrong = _parse_line(line, source, target)
        for phrase in found:
            place = (phrase.source_lang, key_of(phrase.source, phrase.source_lang, {}))
            first, answer = answered.setdefault(place, (number, phrase.target))
            if first != number:
                wrong.append(_told_twice(phrase, first, answer))
        phrases += found
        problems += [f"{number}: {each}" for each in wrong]
    return phrases, problems


def _parse_line(line: str, source: Lang, target: Lang) -> tuple[list[Phrase], list[str]]:
    there, back = f"{source}-{target}", f"{target}-{source}"
    columns = line.split("\t")
    if len(columns) != 3:
        return [], [
            f"{len(columns)} columns; a line is {source}, {target} and {BOTH}, tabs between"
        ]
    left, right, way = columns
    wrong = [f"“{each}” has blanks around it" for each in (left, right) if each != each.strip()]
    if way not in (BOTH, there, back):
        return [], [*wrong, f"“{way}” is no direction: write {BOTH}, {there} or {back}"]
    for words, lang in ((left, source), (right, target)):
        if not key_of(words, lang, {}):
            wrong.append(f"“{words}” has no words of its own to be found by")
    found = []
    if way != back:
        found.append(Phrase(source, target, left, right, By.PHRASEBOOK))
    if way != there:
        found.append(Phrase(target, source, right, left, By.PHRASEBOOK))
    return found, wrong


def _told_twice(phrase: Phrase, first: int, answer: str) -> str:
    if answer == phrase.target:
        return f"“{phrase.source}” stands in line {first} with the same answer: delete one"
    other = f"{phrase.target_lang}-{phrase.source_lang}"
    return (
        f"“{phrase.source}” is “{answer}” in line {first} and “{phrase.target}” here: "
        f"mark the less usual one {other}, or delete it"
    )
