"""Whatever happens in a room, in whatever order, the store and a dict agree."""

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.model import At, Changes, Lang, Millis, Seq
from bridge.store.sqlite import SqliteStore
from tests.contracts.drafts import EN, MEI, NOON, TEA, TOM, ZH, draft, rendering, words
from tests.store.model import ModelRoom

MOST = 1_000


@dataclass(frozen=True)
class Step:
    """One call: a method's name, and its arguments after the room."""

    method: str
    arguments: tuple[Any, ...]


def step(method: str, *arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
    return st.tuples(*arguments).map(lambda chosen: Step(method, chosen))


users = st.sampled_from([MEI, TOM])
langs = st.sampled_from([EN, ZH])
# Few, so that requests repeat and changes meet on the same message.
requests = st.integers(1, 60).map(str)
seqs = st.integers(1, 3).map(Seq)
revs = st.sampled_from([1, 1, 1, 2, 2, 3])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
times = st.integers(NOON - 1_000, NOON + 1_000).map(Millis)
said = step("append", st.builds(draft, requests, texts, users), times)
histories = st.lists(
    st.one_of(
        said,
        said,
        step("edit", seqs, langs, texts.map(words), times, requests),
        step("delete", seqs, users, times, requests),
        step("react", seqs, users, st.sampled_from("👍🎉"), st.booleans(), times, requests),
        step("add_translation", seqs, revs, langs, texts.map(rendering)),
    ),
    min_size=20,
    max_size=40,
)


@settings(max_examples=25, deadline=None)
@given(histories)
def test_the_store_and_a_dict_agree(history: list[Step]) -> None:
    model = ModelRoom(TEA)
    expected = [getattr(model, each.method)(*each.arguments) for each in history]
    views = [(At(after), lang) for after in range(model.at + 1) for lang in (EN, ZH)]
    answers, changes = asyncio.run(told_by_a_store(history, views))
    assert answers == expected
    assert [(each.messages, each.translations) for each in changes] == [
        model.since(after, lang) for after, lang in views
    ]
    assert {(each.recovered, each.state.at) for each in changes} == {(True, model.at)}


async def told_by_a_store(
    history: list[Step], views: list[tuple[At, Lang]]
) -> tuple[list[Any], list[Changes]]:
    """What a new store answers to each step, and in the end to readers who were away."""
    with tempfile.TemporaryDirectory() as folder:
        store = await SqliteStore.open(Path(folder) / "bridge.db")
        room = await store.open_room(TEA, NOON, create=True)
        assert room is not None
        # All at once: they are done in the order in which they were asked for.
        answers = await asyncio.gather(
            *(getattr(store, each.method)(TEA, *each.arguments) for each in history)
        )
        changes = [
            await store.changes(TEA, after, room.epoch, lang, MOST, MOST) for after, lang in views
        ]
        await store.close()
    return answers, [each for each in changes if each is not None]
