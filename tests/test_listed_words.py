"""Listed words are covered or held, in what people say and in every translation of it."""

from collections.abc import AsyncIterator, Mapping

import pytest
import pytest_asyncio

from bridge.core.model import Lang, Role, RoomName, Seq, UserId
from bridge.core.wordlist import ListedWord, Treatment
from bridge.store.sqlite import SqliteStore
from tests.server import Running
from tests.staff import enter_as
from tests.talker import Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

LISTS: Mapping[str, tuple[ListedWord, ...]] = {
    "en": (
        ListedWord("blast", Treatment.MASK),
        ListedWord("secret plan", Treatment.HOLD),
        ListedWord("thanks", Treatment.MASK),
        ListedWord("goodbye", Treatment.HOLD),
        ListedWord("bye", Treatment.HOLD),
        ListedWord("see you", Treatment.HOLD),
    ),
    "zh": (ListedWord("笨蛋", Treatment.MASK),),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def store(server: Running) -> AsyncIterator[SqliteStore]:
    """Where another process has listed the words."""
    store = await SqliteStore.open(server.data / "rooms.db")
    for lang, words in LISTS.items():
        await store.rulings().set_words(Lang(lang), words, UserId("u-mei"), 0)  # type: ignore[arg-type]
    await server.app.peace.refresh()
    yield store
    await store.close()


@pytest_asyncio.fixture(loop_scope="module")
async def tom(server: Running, room: str, store: SqliteStore) -> AsyncIterator[Talker]:
    talker = await Talker.enter(server.ws, "Tom", "en", room)
    yield talker
    await talker.leave()


@pytest_asyncio.fixture(loop_scope="module")
async def lin(server: Running, room: str, store: SqliteStore) -> AsyncIterator[Talker]:
    talker = await Talker.enter(server.ws, "小林", "zh", room)
    yield talker
    await talker.leave()


async def test_a_masked_word_reaches_nobody_however_it_is_written(tom: Talker, lin: Talker) -> None:
    await tom.send("oh blast, BLAST ｂｌａｓｔ b.l.a.s.t blаst bl4st; sandblasted", "m1")
    shown = text_of(await lin.expect("message"))
    assert shown.replace("＊", "*") == "oh *****, ***** ***** ********* ***** *****; sandblasted"


async def test_a_masked_word_in_an_edit_reaches_nobody(tom: Talker, lin: Talker) -> None:
    await tom.send("oh no", "m1")
    await tom.say("edit", id="e1", room=tom.room, seq=1, text="oh blast")
    assert text_of(await lin.expect("message", rev=2)) == "oh ＊＊＊＊＊"


async def test_a_word_that_only_a_translation_says_is_covered_there(
    tom: Talker, lin: Talker
) -> None:
    await lin.send("谢谢", "m1")
    assert text_of(await tom.expect("message", seq=1)) == "谢谢"
    assert "thanks" not in text_of(await tom.expect("translation", seq=1)).lower()
    assert "＊＊＊＊＊＊" in text_of(tom.seen[-1])


async def test_a_translation_that_would_have_to_wait_has_failed_and_says_why(
    tom: Talker, lin: Talker
) -> None:
    await lin.send("再见", "m1")
    translation = await tom.expect("translation", seq=1)
    assert (translation["status"], translation["runs"]) == ("failed", [])
    assert translation["reasons"] == ["it holds a word that is not said here"]


async def test_a_preview_shows_what_the_others_would_see(tom: Talker) -> None:
    await tom.say("preview", id="p", text="oh blast, the secret plan", lang="zh")
    preview = await tom.expect("preview", id="p")
    assert text_of({"runs": preview["notes"]}) == "oh ＊＊＊＊＊, the ＊＊＊＊＊＊ ＊＊＊＊"


async def test_a_held_message_waits_and_is_said_as_by_its_author(
    server: Running, store: SqliteStore, tom: Talker, lin: Talker
) -> None:
    mei = await enter_as(server, store, "Mei the moderator", Role.MODERATOR, tom.room)
    await tom.say("send", id="m1", room=tom.room, text="the secret plan, blast")
    assert (await tom.expect("error", id="m1"))["code"] == "held"
    await tom.say("send", id="m1", room=tom.room, text="the secret plan, blast")
    assert (await tom.expect("error", id="m1"))["code"] == "held"
    (held,) = [x for x in await store.rulings().held() if x.utterance.room == tom.room]
    moderator = UserId(mei.welcome["user"]["id"])
    await server.app.holding.decide(moderator, held.id, release=True, reason="")
    message = await lin.expect("message")
    assert text_of(message) == "the secret plan, ＊＊＊＊＊"
    assert (message["id"], message["from"]["name"]) == ("m1", "Tom")
    assert (await tom.send("the secret plan, blast", "m1"))["seq"] == message["seq"]


async def test_whoever_is_declined_is_told_and_nobody_sees_it(
    server: Running, store: SqliteStore, tom: Talker, lin: Talker
) -> None:
    mei = await enter_as(server, store, "Mei the second", Role.MODERATOR, tom.room)
    await tom.say("send", id="m1", room=tom.room, text="the secret plan")
    await tom.expect("error", code="held")
    (held,) = [x for x in await store.rulings().held() if x.utterance.room == tom.room]
    moderator = UserId(mei.welcome["user"]["id"])
    await server.app.holding.decide(moderator, held.id, release=False, reason="not here")
    told = await tom.expect("error", id="m1")
    assert (told["code"], "not here" in told["message"]) == ("declined", True)
    await tom.say("send", id="m1", room=tom.room, text="the secret plan")
    assert (await tom.expect("error", id="m1"))["code"] == "declined"
    await tom.send("something else", "m2")
    assert text_of(await lin.expect("message")) == "something else"


async def test_an_edit_waits_beside_the_words_that_stand(
    server: Running, store: SqliteStore, tom: Talker, lin: Talker
) -> None:
    mei = await enter_as(server, store, "Mei the third", Role.MODERATOR, tom.room)
    await tom.send("a plan", "m1")
    await tom.say("edit", id="e1", room=tom.room, seq=1, text="a secret plan")
    assert (await tom.expect("error", id="e1"))["code"] == "held"
    (held,) = [x for x in await store.rulings().held() if x.utterance.room == tom.room]
    moderator = UserId(mei.welcome["user"]["id"])
    await server.app.holding.decide(moderator, held.id, release=True, reason="")
    assert text_of(await lin.expect("message", rev=2)) == "a secret plan"


async def test_a_name_with_a_listed_word_is_refused(server: Running, room: str) -> None:
    rude = await Talker.connect(server.ws)
    await rude.say("hello", v=1, name="B.l.a.s.t", lang="en")
    await rude.say("join", id="j", room=room)
    assert (await rude.expect("error", id="j"))["code"] == "bad-name"


async def test_what_was_remembered_before_a_list_changed_is_not_served_after(
    server: Running, store: SqliteStore, tom: Talker, lin: Talker
) -> None:
    await lin.send("早上好", "m1")
    before = text_of(await tom.expect("translation", seq=1))
    words = (*LISTS["en"], ListedWord("morning", Treatment.MASK))
    await store.rulings().set_words(Lang("en"), words, UserId("u-mei"), 0)  # type: ignore[arg-type]
    await server.app.peace.refresh()
    await lin.send("早上好", "m2")
    after = text_of(await tom.expect("translation", seq=2))
    assert ("morning" in before.lower(), "morning" in after.lower()) == (True, False)


async def test_no_other_room_is_served_the_translation_of_a_deleted_text(
    store: SqliteStore, tom: Talker, lin: Talker
) -> None:
    text = "我把钥匙藏在花盆下面了"
    await lin.send(text, "m1")
    await tom.expect("translation", seq=1)
    (memo,) = (await store.noting().memos(RoomName(lin.room), Seq(1))).values()
    assert memo is not None and await store.recall(memo) is not None
    await lin.say("delete", id="d1", room=lin.room, seq=1)
    await tom.expect("message", seq=1, deleted=True)
    assert await store.recall(memo) is None
