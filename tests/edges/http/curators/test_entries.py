"""Entries over HTTP: made, changed by two at once, looked back at, taken back."""

from typing import Any

import pytest

from tests.edges.http.curators.conftest import Bureau
from tests.office import Caller, Told

pytestmark = pytest.mark.asyncio(loop_scope="module")

SNAKE = "/glossary/entries/zh/idiom/hua-she-tian-zu"


def made_up(key: str, term: str, **more: Any) -> dict[str, Any]:
    """An entry that the shipped glossary has not."""
    told = {"gloss": "something made up", "equivalent": None}
    fixed = {"id": f"zh/slang/{key}", "term": term, "hits": [f"今天{term}了"], "for": {"en": told}}
    return fixed | more


async def put(caller: Caller, entry: dict[str, Any], base: int, why: str = "test") -> Told:
    path = f"/glossary/entries/{entry['id']}"
    return await caller.ask("PUT", path, {"entry": entry, "base": base, "why": why})


async def test_a_shipped_entry_comes_with_all_its_fields(ann: Caller) -> None:
    found = (await ann.get(SNAKE)).json
    assert (found["revision"], found["shipped"], found["changed"]) == (0, True, False)
    assert found["entry"]["term"] == "画蛇添足"
    assert found["entry"]["for"]["en"]["gloss"]


async def test_a_new_entry_is_there_at_once(ann: Caller) -> None:
    told = await put(ann, made_up("bu-ding", "布叮咚"), 0)
    assert told.status == 200
    found = (await ann.get("/glossary/entries/zh/slang/bu-ding")).json
    assert (found["revision"], found["shipped"], found["changed"]) == (
        told.json["revision"],
        False,
        True,
    )


async def test_the_entry_of_an_id_that_is_none_is_refused_with_the_cure(ann: Caller) -> None:
    told = await put(ann, made_up("Not An Id", "布叮咚"), 0)
    assert (told.status, told.json["error"]["code"]) == (422, "bad-entry")
    assert "hua-she-tian-zu" in told.json["error"]["message"]


async def test_a_hit_that_is_not_found_is_named_with_its_field(ann: Caller) -> None:
    told = await put(ann, made_up("wrong", "布叮咚咚", hits=["今天天气真好"]), 0)
    assert told.status == 422
    assert "`hits`" in told.json["error"]["message"]
    assert "今天天气真好" in told.json["error"]["reasons"][0]


async def test_an_entry_that_breaks_another_is_refused_and_names_it(ann: Caller) -> None:
    longer = made_up("longer", "别画蛇添足", hits=["你别画蛇添足啊"])
    told = await put(ann, longer, 0)
    assert told.status == 422
    assert "zh/idiom/hua-she-tian-zu" in told.json["error"]["message"]


async def test_whoever_comes_second_gets_both_versions_and_loses_nothing(
    ann: Caller, bob: Caller
) -> None:
    first = await put(ann, made_up("liang-ren", "凉任任"), 0)
    base = first.json["revision"]
    entry = first.json["entry"]
    assert (await put(ann, entry | {"tone": "playful"}, base)).status == 200
    told = await put(bob, entry | {"literal": "cool person"}, base)
    assert (told.status, told.json["error"]["code"]) == (409, "conflict")
    assert told.json["base"] == entry
    assert told.json["yours"]["literal"] == "cool person"
    assert told.json["theirs"]["tone"] == "playful"
    assert (told.json["merged"]["tone"], told.json["merged"]["literal"]) == (
        "playful",
        "cool person",
    )
    assert (told.json["fields"], told.json["by"]["id"]) == ([], ann.user)
    assert (await put(bob, told.json["merged"], told.json["revision"])).status == 200


async def test_where_two_contradict_the_field_is_named(ann: Caller, bob: Caller) -> None:
    first = (await put(ann, made_up("mao-dun", "矛吨吨"), 0)).json
    await put(ann, first["entry"] | {"tone": "playful"}, first["revision"])
    told = await put(bob, first["entry"] | {"tone": "rude"}, first["revision"])
    assert (told.status, told.json["fields"]) == (409, ["tone"])


async def test_the_history_tells_who_when_why_and_what(ann: Caller, bob: Caller) -> None:
    first = (await put(ann, made_up("li-shi", "历呲呲"), 0, "people say it")).json
    await put(bob, first["entry"] | {"tone": "playful"}, first["revision"], "it is")
    found = (await ann.get("/glossary/entries/zh/slang/li-shi/history")).json["revisions"]
    assert [(each["by"]["id"], each["why"]) for each in found] == [
        (bob.user, "it is"),
        (ann.user, "people say it"),
    ]
    assert found[0]["changes"] == [{"field": "tone", "before": None, "after": "playful"}]


async def test_the_history_of_a_shipped_entry_begins_with_how_it_was_shipped(ann: Caller) -> None:
    [found] = (await ann.get(f"{SNAKE}/history")).json["revisions"]
    assert (found["number"], found["by"], found["entry"]["term"]) == (0, None, "画蛇添足")


async def test_one_change_is_taken_out_and_later_ones_stay(ann: Caller, bob: Caller) -> None:
    first = (await put(ann, made_up("yi-chu", "移呲呲"), 0)).json
    bad = (await put(bob, first["entry"] | {"tone": "rude"}, first["revision"])).json
    later = (await put(ann, bad["entry"] | {"literal": "moving"}, bad["revision"])).json
    path = "/glossary/entries/zh/slang/yi-chu/rollback"
    asked = {"to": first["revision"], "base": later["revision"], "undoes": bad["revision"]}
    told = await ann.post(path, asked | {"why": "not true"})
    assert told.status == 200
    assert (told.json["entry"]["tone"], told.json["entry"]["literal"]) == (None, "moving")


async def test_a_change_that_later_ones_build_on_is_shown_and_not_undone(
    ann: Caller, bob: Caller
) -> None:
    first = (await put(ann, made_up("chan-zhu", "缠呲呲"), 0)).json
    bad = (await put(bob, first["entry"] | {"tone": "rude"}, first["revision"])).json
    later = (await put(ann, bad["entry"] | {"tone": "a bit rude"}, bad["revision"])).json
    asked = {"to": first["revision"], "base": later["revision"], "undoes": bad["revision"]}
    told = await ann.post("/glossary/entries/zh/slang/chan-zhu/rollback", asked)
    assert (told.status, told.json["fields"]) == (409, ["tone"])


async def test_an_entry_that_was_removed_can_be_brought_back(ann: Caller) -> None:
    first = (await put(ann, made_up("hui-lai", "回呲呲"), 0)).json
    path = "/glossary/entries/zh/slang/hui-lai"
    gone = await ann.ask("DELETE", path, {"base": first["revision"], "why": "nobody says it"})
    assert (gone.status, gone.json["entry"]) == (200, None)
    missing = await ann.get(path)
    assert (missing.status, "its history can bring it back" in str(missing.json)) == (404, True)
    back = {"to": first["revision"], "base": gone.json["revision"], "why": "they do"}
    assert (await ann.post(f"{path}/rollback", back)).json["entry"]["term"] == "回呲呲"
    assert (await ann.get(path)).status == 200


async def test_all_of_one_person_is_undone_but_for_what_others_built_on(
    bureau: Bureau, ann: Caller
) -> None:
    troll = await bureau.curator("Troll")
    fine = (await put(ann, made_up("hao-de", "好呲呲"), 0)).json
    spoilt = (await put(troll, fine["entry"] | {"tone": "rude"}, fine["revision"])).json
    await put(ann, spoilt["entry"] | {"literal": "good"}, spoilt["revision"])
    alone = (await put(troll, made_up("huai-de", "坏呲呲"), 0)).json
    built = (await put(troll, made_up("jian-de", "建呲呲"), 0)).json
    await put(ann, built["entry"] | {"tone": "mild"}, built["revision"])
    asked = {"user": troll.user, "why": "vandalism"}
    dry = (await ann.post("/glossary/rollback", asked | {"dry": True})).json
    assert [each["to"] for each in dry["undone"]] == [None, None]
    done = (await ann.post("/glossary/rollback", asked)).json
    assert {each["id"] for each in done["undone"]} == {"zh/slang/hao-de", alone["entry"]["id"]}
    assert [each["id"] for each in done["left"]] == ["zh/slang/jian-de"]
    assert "Ann" in done["left"][0]["why"]
    found = (await ann.get("/glossary/entries/zh/slang/hao-de")).json["entry"]
    assert (found["tone"], found["literal"]) == (None, "good")
    assert (await ann.get("/glossary/entries/zh/slang/huai-de")).status == 404


async def test_the_log_tells_of_all_this(ann: Caller) -> None:
    await put(ann, made_up("ri-zhi", "日呲呲"), 0, "for the log")
    [line, *_] = (await ann.get(f"/audit?by={ann.user}")).json["lines"]
    assert (line["act"], line["target"], line["detail"]) == (
        "entry-edit",
        "zh/slang/ri-zhi",
        "for the log",
    )


async def test_a_time_that_is_none_is_refused(ann: Caller) -> None:
    asked = {"user": "u-nobody", "since": "yesterday", "why": "x"}
    assert (await ann.post("/glossary/rollback", asked)).status == 400
