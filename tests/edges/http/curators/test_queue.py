"""The curators' queue over HTTP: what readers propose on sockets is claimed, amended, decided."""

import pytest

from tests.edges.http.curators.conftest import Bureau
from tests.office import Caller
from tests.talker import Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def proposed(ann: Caller, room: str) -> dict:
    """The one open proposal of the room."""
    page = await ann.get(f"/proposals?room={room}")
    assert page.status == 200
    [found] = page.json["proposals"]
    return found


async def correct(lin: Talker, tom: Talker, text: str, better: str) -> None:
    await lin.send(text, "m1")
    await tom.expect("translation", seq=1)
    await tom.say("propose", id="p", room=tom.room, seq=1, lang="en", text=better)
    await tom.expect("ack", id="p")


async def dispute(lin: Talker, tom: Talker, text: str, entry: str, why: str) -> None:
    await lin.send(text, "m1")
    await tom.expect("message", seq=1)
    await tom.say(
        "propose", id="p", room=tom.room, seq=1, lang="en", kind="dispute", entry=entry, text=why
    )
    await tom.expect("ack", id="p")


async def test_a_proposal_stands_in_the_queue_beside_its_sentence(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    await correct(lin, tom, "他真的很给力啊朋友们", "He really delivers, friends")
    found = await proposed(ann, room)
    assert (found["kind"], found["by"]["name"], found["mine"]) == ("translation", "Tom", False)
    assert found["evidence"]["text"] == "他真的很给力啊朋友们"
    assert found["evidence"]["from"]["name"] == "小林"
    assert found["matter"]["better"] == "He really delivers, friends"
    assert found["evidence"]["translation"]["lang"] == "en"


async def test_a_claim_keeps_others_off_until_it_is_given_up(
    ann: Caller, bob: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    await correct(lin, tom, "今天的工作终于做完了呀", "Done with work at last")
    number = (await proposed(ann, room))["id"]
    claim = await ann.post(f"/proposals/{number}/claim")
    assert claim.json["claim"]["by"]["id"] == ann.user
    refused = await bob.post(f"/proposals/{number}/approve", {})
    assert (refused.status, refused.json["error"]["code"]) == (409, "claimed")
    assert (await bob.get(f"/proposals?room={room}&claimed=free")).json["proposals"] == []
    assert len((await ann.get(f"/proposals?room={room}&claimed=mine")).json["proposals"]) == 1
    assert (await ann.ask("DELETE", f"/proposals/{number}/claim")).status == 204
    assert (await bob.post(f"/proposals/{number}/claim")).status == 200


async def test_an_approved_translation_replaces_the_one_it_came_from(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    await correct(lin, tom, "那家店的老板人特别好说话", "The owner is easy to deal with")
    number = (await proposed(ann, room))["id"]
    told = await ann.post(f"/proposals/{number}/approve", {"everywhere": False})
    assert told.json["phrase"]["target"] == "The owner is easy to deal with"
    assert told.json["phrase"]["room"] == room
    after = await tom.expect("translation", seq=1, by="person")
    assert text_of(after) == "The owner is easy to deal with"
    again = await ann.post(f"/proposals/{number}/approve", {})
    assert again.status == 404


async def test_a_curator_does_not_decide_on_their_own(
    bureau: Bureau, ann: Caller, lin: Talker, room: str
) -> None:
    await lin.send("我们下周再约时间见面吧", "m1")
    token = (await ann.post("/session/chat")).json["token"]
    reader = await Talker.enter(bureau.server.ws, "Ann", "en", room, token=token)
    await reader.say("propose", id="p", room=room, seq=1, lang="en", text="See you next week")
    await reader.expect("ack", id="p")
    found = await proposed(ann, room)
    assert found["mine"]
    refused = await ann.post(f"/proposals/{found['id']}/approve", {})
    assert (refused.status, refused.json["error"]["code"]) == (403, "not-your-own")
    refused = await ann.post(f"/proposals/{found['id']}/decline", {"reason": "no"})
    assert refused.status == 403
    await reader.leave()


async def test_declining_takes_a_reason(ann: Caller, lin: Talker, tom: Talker, room: str) -> None:
    await correct(lin, tom, "周末一起去看那个展览吗", "Come see the exhibition")
    number = (await proposed(ann, room))["id"]
    assert (await ann.post(f"/proposals/{number}/decline", {"reason": "  "})).status == 400
    assert (await ann.post(f"/proposals/{number}/decline", {"reason": "too free"})).status == 204
    [found] = (await ann.get(f"/proposals?room={room}&stand=declined")).json["proposals"]
    assert (found["reason"], found["reviewer"][:3]) == ("too free", "Ann")
    assert (await ann.get(f"/proposals?room={room}")).json["counts"]["open"] == 0


async def test_a_disputed_note_comes_with_its_entry_and_the_sentence_as_a_miss(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    snake = "zh/idiom/hua-she-tian-zu"
    await dispute(lin, tom, "他教小朋友画蛇添足这个词怎么写", snake, "it is about the word itself")
    number = (await proposed(ann, room))["id"]
    found = (await ann.get(f"/proposals/{number}")).json
    assert found["draft"]["id"] == snake
    assert "他教小朋友画蛇添足这个词怎么写" in found["draft"]["misses"]
    assert found["matter"]["term"] == "画蛇添足"
    refused = await ann.post(f"/proposals/{number}/approve", {})
    assert (refused.status, refused.json["error"]["code"]) == (422, "bad-entry")
    amended = found["draft"] | {"not_after": ["这个词"]}
    told = await ann.post(
        f"/proposals/{number}/approve",
        {"entry": amended, "base": found["base"], "why": "the word itself"},
    )
    assert told.status == 200
    cleared = await tom.expect("message", seq=1)
    assert [run.get("entry") for run in cleared["runs"]] == [None]


async def test_what_is_no_number_is_no_proposal(ann: Caller) -> None:
    for number in ("0", "x", "9" * 30, "٣"):
        assert (await ann.get(f"/proposals/{number}")).status == 404


async def test_an_approved_translation_counts_in_a_room_that_everybody_has_left(
    bureau: Bureau, ann: Caller, room: str
) -> None:
    lin = await bureau.talker("小林", "zh", room)
    tom = await bureau.talker("Tom", "en", room)
    await correct(lin, tom, "这个星期天我要睡到中午", "Sleeping till noon on Sunday")
    await lin.leave()
    await tom.leave()
    number = (await proposed(ann, room))["id"]
    assert (await ann.post(f"/proposals/{number}/approve", {})).status == 200
    back = await Talker.connect(bureau.server.ws)
    await back.say("hello", v=1, name="Tom", lang="en")
    await back.say("join", id="j", room=room)
    found = await back.expect("translation", seq=1)
    assert text_of(found) == "Sleeping till noon on Sunday"
    await back.leave()
