"""What is this? Asked, answered, proposed and approved, over real sockets."""

import asyncio
from typing import TypeVar

import pytest

from bridge.client import Answered, BridgeClient, Question, Room
from bridge.core.proposals import Dispute, Note, Stand
from bridge.store.sqlite import SqliteStore
from tests.server import Running
from tests.talker import Frame, Talker

Told = TypeVar("Told", Question, Answered)

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def ask(talker: Talker, text: str, seq: int = 1, request: str = "q") -> None:
    await talker.say("ask", id=request, room=talker.room, seq=seq, text=text, lang="en")


async def answer(talker: Talker, question: Frame, gloss: str = "too eager") -> None:
    number = question["question"]
    await talker.say("answer", id="a", room=talker.room, question=number, gloss=gloss, body="")


async def test_a_question_reaches_those_who_read_the_language_of_the_words(
    server: Running, room: str, lin: Talker, ann: Talker
) -> None:
    bob = await Talker.enter(server.ws, "Bob", "en", room)
    await lin.send("你也太卷了吧", "m1")
    await ann.expect("message", seq=1)
    await ask(ann, "太卷")
    assert (await ann.expect("ack", id="q"))["seq"] == 1
    question = await lin.expect("question")
    assert (question["text"], question["lang"], question["for"]) == ("太卷", "zh", "en")
    assert (question["seq"], question["from"]["name"]) == (1, "Ann")
    await lin.send("再说一句", "m2")
    await bob.expect("message", seq=2)
    assert [frame for frame in bob.seen if frame["type"] == "question"] == []
    await bob.leave()


async def test_an_answer_is_seen_by_all_and_waits_for_the_curators(
    server: Running, lin: Talker, ann: Talker, store: SqliteStore
) -> None:
    await lin.send("你也太卷了吧", "m1")
    await ann.expect("message", seq=1)
    await ask(ann, "太卷")
    await answer(lin, await lin.expect("question"))
    assert (await lin.expect("ack", id="a"))["seq"] == 1
    for talker in (ann, lin):
        answered = await talker.expect("answered")
        assert (answered["text"], answered["gloss"], answered["body"]) == ("太卷", "too eager", "")
        assert (answered["by"]["name"], answered["from"]["name"]) == ("小林", "Ann")
    [proposal, *_] = (await store.desk().proposals(Stand.OPEN))[::-1]
    assert proposal.matter == Note("zh", "太卷", "en", "too eager", "")
    assert (proposal.room, proposal.seq, proposal.by) == (lin.room, 1, lin.welcome["user"]["id"])


async def test_nobody_answers_their_own_question(lin: Talker, ann: Talker) -> None:
    await lin.send("你也太卷了吧", "m1")
    await ask(lin, "太卷")
    await answer(lin, await lin.expect("question"))
    assert (await lin.expect("error", id="a"))["code"] == "not-yours"


async def test_one_answer_closes_a_question(
    server: Running, room: str, lin: Talker, ann: Talker
) -> None:
    mei = await Talker.enter(server.ws, "美", "zh-Hant", room)
    await lin.send("你也太卷了吧", "m1")
    await ask(ann, "太卷")
    question = await lin.expect("question")
    assert await mei.expect("question") == question
    await answer(lin, question)
    await lin.expect("ack", id="a")
    await answer(mei, question, "something else")
    assert (await mei.expect("error", id="a"))["code"] == "gone"
    await mei.leave()


async def test_an_answer_that_comes_twice_is_acknowledged_twice(lin: Talker, ann: Talker) -> None:
    await lin.send("你也太卷了吧", "m1")
    await ask(ann, "太卷")
    question = await lin.expect("question")
    for _ in range(2):
        await answer(lin, question)
        await lin.expect("ack", id="a")


async def test_words_that_do_not_stand_in_the_message_cannot_be_asked_about(
    lin: Talker, ann: Talker
) -> None:
    await lin.send("你也太卷了吧", "m1")
    await ask(ann, "躺平")
    assert (await ann.expect("error", id="q"))["code"] == "bad-frame"
    await ask(ann, "太卷", seq=7)
    assert (await ann.expect("error", id="q"))["code"] == "gone"


async def test_chinese_words_in_an_english_message_are_asked_of_those_who_read_chinese(
    lin: Talker, ann: Talker
) -> None:
    await ann.send("she said I am 太卷 today and I do not get it", "m1")
    await ask(ann, "太卷")
    assert (await lin.expect("question"))["lang"] == "zh"


async def test_whoever_comes_in_is_told_what_waits_and_what_was_answered(
    server: Running, room: str, lin: Talker, ann: Talker
) -> None:
    await lin.send("你也太卷了吧", "m1")
    await ask(ann, "太卷")
    await answer(lin, await lin.expect("question", text="太卷"))
    await lin.expect("answered")
    await ask(ann, "你也", request="q2")
    await ann.expect("ack", id="q2")
    mei = await Talker.enter(server.ws, "美", "zh", room)
    assert (await mei.expect("answered"))["gloss"] == "too eager"
    assert (await mei.expect("question"))["text"] == "你也"
    await mei.leave()
    bob = await Talker.enter(server.ws, "Bob", "en", room)
    await bob.expect("answered")
    await bob.send("hi", "m2")
    assert [frame["text"] for frame in bob.seen if frame["type"] == "question"] == []
    await bob.leave()


async def test_a_question_goes_with_its_message(
    server: Running, room: str, lin: Talker, ann: Talker
) -> None:
    await lin.send("你也太卷了吧", "m1")
    await ask(ann, "太卷")
    question = await lin.expect("question")
    await lin.say("delete", id="d", room=room, seq=1)
    await lin.expect("ack", id="d")
    mei = await Talker.enter(server.ws, "美", "zh", room)
    await answer(mei, question)
    assert (await mei.expect("error", id="a"))["code"] == "gone"
    assert [frame for frame in mei.seen if frame["type"] == "question"] == []
    await mei.leave()


async def test_a_note_that_is_wrong_here_is_a_proposal_with_its_words(
    room: str, lin: Talker, ann: Talker, store: SqliteStore
) -> None:
    await lin.send("别画蛇添足了", "m1")
    await ann.expect("message", seq=1)
    fields = {"kind": "dispute", "entry": "zh/idiom/hua-she-tian-zu", "text": "he draws a snake"}
    await ann.say("propose", id="p", room=room, seq=1, lang="en", **fields)
    await ann.expect("ack", id="p")
    [proposal, *_] = (await store.desk().proposals(Stand.OPEN))[::-1]
    why = "he draws a snake"
    assert proposal.matter == Dispute("zh/idiom/hua-she-tian-zu", "画蛇添足", why)
    await ann.say("propose", id="p2", room=room, seq=1, lang="en", **{**fields, "entry": "zh/no"})
    assert (await ann.expect("error", id="p2"))["code"] == "gone"


async def test_the_sdk_asks_answers_and_hears_both(server: Running, room: str, lin: Talker) -> None:
    await lin.send("你也太卷了吧", "m1")
    async with (
        BridgeClient(server.ws, name="Ann", lang="en") as ann,
        BridgeClient(server.ws, name="美", lang="zh") as mei,
    ):
        asking, answering = await ann.join(room), await mei.join(room)
        await asking.ask(1, "太卷", "en")
        question = await heard(answering, Question)
        assert (question.text, question.readers, question.asker.name) == ("太卷", "en", "Ann")
        await answering.answer(question.question, "too eager", "They never rest.")
        answered = await heard(asking, Answered)
        assert (answered.by.name, answered.gloss) == ("美", "too eager")
        assert answered.body == "They never rest."


async def heard(room: Room, kind: type[Told]) -> Told:
    """The next event of this kind."""
    async with asyncio.timeout(20):
        async for event in room:
            if isinstance(event, kind):
                return event
    raise AssertionError("the room ended")
