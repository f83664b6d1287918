"""Entries for the tests of files: one by hand, and any that a glossary may hold."""

from dataclasses import replace

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bridge.core.glossary import CAUTIONS, IMPRESSIONS, Entry, Explanation, parse_entry
from bridge.core.model import EntryId, Lang
from bridge.curation.formats.rows import Read
from bridge.curation.plan import Now, Plan, planned
from bridge.errors import GlossaryError

SNAKE = Entry(
    EntryId("zh/idiom/hua-she-tian-zu"),
    Lang("zh"),
    "idiom",
    "画蛇添足",
    variants=("画蛇著足",),
    reading="huà shé tiān zú",
    literal="to draw a snake and add feet",
    plain="做多余的事",
    sources=("《战国策·齐策二》",),
    hits=("别画蛇添足了。",),
    misses=("他画了一条蛇。",),
    explained=(
        (Lang("en"), Explanation("to ruin by adding", "to gild the lily", None, "Feet.\nTwo.")),
        (Lang("ja"), Explanation("蛇足")),
    ),
)
TIS = Entry(
    EntryId("en/slang/tis"),
    Lang("en"),
    "slang",
    "'tis",
    hits=("=SUM(A1:A9) 'tis so",),
    misses=("\\n is a line", "", "-1"),
    not_before=("to ", "-"),
    explained=((Lang("zh"), Explanation("是", example="@某人：'tis")),),
)

_MARKS = "'=+-@\t\r\n＝＋－＠\"\\,;0 n<>&]画é😀"
_letters = st.one_of(st.sampled_from(_MARKS), st.characters(exclude_categories=("Cs",)))
_words = st.text(_letters, max_size=8)
_said = _words.filter(lambda text: text != "")
_spelling = _words.map(str.strip).filter(lambda text: text != "")
_maybe = st.none() | _said
_list_of_words = st.lists(_words.filter(str.strip), max_size=3).map(tuple)
_gloss = _words.filter(lambda text: text.strip() != "")
_list = st.lists(_words, max_size=3).map(tuple)
_readers = st.sampled_from(("en", "zh", "ja", "zh-Hant", "pt-BR"))
_told = st.builds(Explanation, _gloss, _maybe, _maybe, _maybe, _maybe)

_any = st.builds(
    Entry,
    id=st.just(EntryId("zh/idiom/a-1")),
    lang=st.just(Lang("zh")),
    kind=st.just("idiom"),
    term=_spelling,
    variants=st.lists(_spelling, max_size=3).map(tuple),
    reading=_maybe,
    literal=_maybe,
    plain=_maybe,
    keep=st.booleans(),
    reads=st.none() | st.sampled_from(IMPRESSIONS),
    tone=_maybe,
    caution=st.none() | st.sampled_from(CAUTIONS),
    sources=_list,
    hits=st.lists(_words, min_size=1, max_size=3).map(tuple),
    misses=_list,
    not_before=_list_of_words,
    not_after=_list_of_words,
    only_alone=st.booleans(),
    literal_ok=st.floats(0, 1),
    gap=st.integers(0, 3),
    separable=st.just(False),
    near=_list_of_words,
    not_near=_list_of_words,
    explained=st.dictionaries(_readers, _told, min_size=1, max_size=3).map(
        lambda told: tuple(sorted(told.items()))
    ),
)


def _is_accepted(entry: Entry) -> bool:
    table = msgspec.to_builtins(entry)
    told = dict(table.pop("explained"))
    _, _, key = table.pop("id").split("/")
    lang, kind = table.pop("lang"), table.pop("kind")
    try:
        return parse_entry(key, table | {"for": told}, lang, kind) == entry
    except GlossaryError:
        return False


easy = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""Three entries take a while to make up on a busy machine."""
entries = _any.filter(_is_accepted)
"""Any entry that `parse_entry` accepts."""


def plan(read: Read, *known: Entry) -> Plan:
    """The dry run of a file that nobody changed anything since."""
    return Plan(tuple(planned({entry.id: Now(entry) for entry in known}, read, {})))


def imported(read: Read, *known: Entry) -> tuple[Entry | None, ...]:
    """What comes of a file in which every row is right."""
    done = plan(read, *known)
    assert done.may_apply, done.lines
    return tuple(line.entry for line in done.lines)


def rebuilt(read: Read, below: Entry | None = None) -> Entry:
    """The one entry of a file, strictly parsed."""
    (row,) = read.rows
    assert read.problems == ()
    lang, kind, key = row.id.split("/")
    return parse_entry(key, row.over(below), Lang(lang), kind)


def changed(entry: Entry, **fields: object) -> Entry:
    """The same with other fields."""
    return replace(entry, **fields)
