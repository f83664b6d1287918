"""A note's way from a reader's question to everybody's screen, over real sockets and HTTP."""

import pytest

from tests.office import Caller
from tests.talker import Talker, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_what_one_reader_asks_and_another_answers_becomes_a_note_for_all(
    ann: Caller, lin: Talker, tom: Talker, room: str
) -> None:
    await lin.send("昨晚那场球我直接嘭噗了", "m1")
    await tom.expect("message", seq=1)
    await tom.say("ask", id="q", room=room, seq=1, text="嘭噗", lang="en")
    question = await lin.expect("question", text="嘭噗")
    answer = {"question": question["question"], "gloss": "to break down crying"}
    await lin.say("answer", id="a", room=room, **answer)
    await lin.expect("ack", id="a")

    [waiting] = (await ann.get(f"/proposals?room={room}&kind=note")).json["proposals"]
    assert (waiting["by"]["name"], waiting["matter"]["term"]) == ("小林", "嘭噗")
    assert (await ann.post(f"/proposals/{waiting['id']}/claim")).status == 200
    whole = (await ann.get(f"/proposals/{waiting['id']}")).json
    draft = whole["draft"]
    assert (draft["id"], draft["hits"]) == ("zh/slang/peng-pu", ["昨晚那场球我直接嘭噗了"])
    assert draft["for"]["en"]["gloss"] == "to break down crying"

    amended = draft | {"tone": "playful"}
    effect = (await ann.post("/glossary/effect", {"entry": amended, "id": draft["id"]})).json
    assert [hit["text"] for hit in effect["hits"]] == ["昨晚那场球我直接嘭噗了"]
    approval = {"entry": amended, "base": whole["base"], "why": "people say it"}
    approved = await ann.post(f"/proposals/{waiting['id']}/approve", approval)
    assert approved.status == 200

    noted = await tom.expect("message", seq=1, rev=1)
    assert text_of(noted) == "昨晚那场球我直接嘭噗了"
    assert [run.get("entry") for run in noted["runs"]] == [None, "zh/slang/peng-pu", None]
    await lin.send("我也嘭噗", "m2")
    fresh = await tom.expect("message", seq=2)
    assert fresh["runs"][1] == {"text": "嘭噗", "entry": "zh/slang/peng-pu"}
    log = (await ann.get(f"/audit?by={ann.user}")).json["lines"]
    assert {line["act"] for line in log} == {"proposal-approve", "entry-approve"}
