"""Each message comes into each language once, and what was rendered before is not again."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bridge.bus.memory import MemoryBus
from bridge.clock import SystemClock
from bridge.core.events import Event, Translated
from bridge.core.jobs import Passage
from bridge.core.model import By, Message, Rendering, Run, Seq, Status, plain
from bridge.interpreter import Interpreter
from bridge.store.sqlite import SqliteStore
from bridge.world import World
from tests.contracts.drafts import EN, MEI, NOON, TEA, draft


class Counting:
    """A renderer that counts, and says with which verdict."""

    def __init__(self, status: Status) -> None:
        self.status = status
        self.rendered: list[str] = []

    def covers(self, passage: Passage) -> bool:
        return True

    async def render(self, passage: Passage) -> Rendering:
        self.rendered.append(plain(passage.runs))
        return Rendering((Run("hello"),), self.status, (), By.MACHINE, "test 1")


class Scene:
    """A room with an interpreter, and what it publishes."""

    def __init__(self, store: SqliteStore, status: Status) -> None:
        nobody: Any = None
        self.made_of = ""
        self.store, self.bus, self.renderer = store, MemoryBus(), Counting(status)
        self.world = World(
            store=store,
            desk=store.desk(),
            bus=self.bus,
            composer=nobody,
            renderer=self.renderer,
            mirror=nobody,
            memo=lambda passage: plain(passage.runs) + self.made_of,
            clock=SystemClock(),
            replay=300,
            glossary=nobody,
            noting=nobody,
            inquiries=nobody,
            counting=nobody,
            rulings=nobody,
            peace=nobody,
            guard=nobody,
            moderator=nobody,
            holding=nobody,
            whereabouts=nobody,
        )
        self.interpreter = Interpreter(TEA, self.world, frozenset)
        self.published: asyncio.Queue[Event] = asyncio.Queue()

    async def say(self, request: str, text: str = "你好") -> Message:
        message, _ = await self.store.append(TEA, draft(request, text), NOON)
        return message

    async def translated(self, message: Message) -> Seq:
        """Want the message in English, and wait until it is published."""
        self.interpreter.want(message, EN, live=True)
        event = await asyncio.wait_for(self.published.get(), 5)
        assert isinstance(event, Translated)
        return event.translation.seq


@pytest.fixture(params=[Status.OK])
async def scene(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Scene]:
    store = await SqliteStore.open(tmp_path / "rooms.db")
    await store.open_room(TEA, NOON, create=True)
    scene = Scene(store, request.param)
    await scene.bus.subscribe(TEA, scene.published.put_nowait)
    yield scene
    await scene.interpreter.close()
    await scene.bus.close()
    await store.close()


async def test_the_same_words_said_again_are_not_rendered_again(scene: Scene) -> None:
    assert await scene.translated(await scene.say("1")) == 1
    assert await scene.translated(await scene.say("2")) == 2
    assert scene.renderer.rendered == ["你好"]


async def test_other_words_are(scene: Scene) -> None:
    await scene.translated(await scene.say("1"))
    await scene.translated(await scene.say("2", "再见"))
    assert scene.renderer.rendered == ["你好", "再见"]


async def test_a_deleted_message_is_not_remembered(scene: Scene) -> None:
    await scene.translated(await scene.say("1"))
    await scene.store.delete(TEA, Seq(1), MEI, NOON, "2")
    await scene.translated(await scene.say("3"))
    assert scene.renderer.rendered == ["你好", "你好"]


@pytest.mark.parametrize("scene", [Status.FAILED], indirect=True)
async def test_what_failed_is_tried_again(scene: Scene) -> None:
    await scene.translated(await scene.say("1"))
    await scene.translated(await scene.say("2"))
    assert scene.renderer.rendered == ["你好", "你好"]


async def test_a_translation_is_made_anew_when_it_would_come_out_otherwise(scene: Scene) -> None:
    message = await scene.say("1")
    await scene.translated(message)
    scene.made_of = "of another glossary"
    await scene.interpreter.renew(message, EN)
    assert scene.renderer.rendered == ["你好", "你好"]


async def test_one_that_fails_does_not_take_the_place_of_a_good_one(scene: Scene) -> None:
    message = await scene.say("1")
    await scene.translated(message)
    scene.renderer.status = Status.FAILED
    scene.made_of = "of another glossary"
    await scene.interpreter.renew(message, EN)
    there = await scene.store.translation(TEA, Seq(1), EN)
    assert there is not None
    assert there.rendering.status is Status.OK
