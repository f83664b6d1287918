"""Administrators look after the accounts."""

import pytest

from bridge.core.model import Role, RoomName
from tests.edges.http.conftest import Office

TEA = RoomName("tea")


async def test_an_administrator_sees_all_accounts(office: Office) -> None:
    root = await office.someone("root", Role.ADMIN)
    await office.link("mei")
    told = await root.get("/accounts")
    assert [(each["name"], each["role"], each["chosen"]) for each in told.json["accounts"]] == [
        ("mei", "curator", False),
        ("root", "admin", False),
    ]


async def test_a_new_account_comes_with_a_link_that_works(office: Office) -> None:
    root = await office.someone("root", Role.ADMIN)
    told = await root.post("/accounts", {"name": "mei", "role": "moderator", "room": "tea"})
    assert told.status == 201
    assert told.json["account"]["role"] == "member"
    assert told.json["account"]["rooms"] == {"tea": "moderator"}
    page, _, secret = told.json["link"].partition("#welcome=")
    assert page == f"http://127.0.0.1:{office.site.server.port}/curate"
    welcome = {"token": secret, "password": "a long enough one"}
    assert (await office.stranger.post("/session/link", welcome)).status == 200


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"name": "MEI", "role": "curator"}, 409, "name-taken"),
        ({"name": "\u200b", "role": "curator"}, 400, "bad-request"),
        ({"name": "me\u202ei", "role": "curator"}, 400, "bad-request"),
        ({"name": "mеi", "role": "curator"}, 400, "bad-request"),
        ({"name": "x" * 33, "role": "curator"}, 400, "bad-request"),
        ({"name": "tom", "role": "guest"}, 400, "bad-request"),
        ({"name": "tom", "role": "emperor"}, 400, "bad-request"),
        ({"name": "tom", "role": "admin", "room": "tea"}, 400, "bad-request"),
        ({"name": "tom", "role": "curator", "room": "../tea"}, 400, "bad-request"),
    ],
)
async def test_these_accounts_are_not_made(
    office: Office, asked: dict[str, str], status: int, code: str
) -> None:
    root = await office.someone("root", Role.ADMIN)
    await office.link("mei")
    told = await root.post("/accounts", asked)
    assert (told.status, told.json["error"]["code"]) == (status, code)
    assert len((await root.get("/accounts")).json["accounts"]) == 2


async def test_a_role_that_is_taken_is_gone_with_the_next_request(office: Office) -> None:
    root = await office.someone("root", Role.ADMIN)
    mei = await office.someone("mei", Role.ADMIN)
    assert (await mei.get("/accounts")).status == 200
    told = await root.ask("PATCH", f"/accounts/{mei.user}", {"role": "curator"})
    assert told.json["account"]["role"] == "curator"
    assert (await mei.get("/accounts")).status == 403
    assert (await mei.get("/audit")).status == 200


async def test_a_role_in_a_room_can_be_given_and_taken(office: Office) -> None:
    root = await office.someone("root", Role.ADMIN)
    mei = await office.someone("mei", Role.MEMBER)
    given = {"role": "curator", "room": "tea"}
    told = await root.ask("PATCH", f"/accounts/{mei.user}", given)
    assert told.json["account"]["rooms"] == {"tea": "curator"}
    assert (await mei.get("/audit?room=tea")).status == 200
    told = await root.ask("PATCH", f"/accounts/{mei.user}", given | {"role": "member"})
    assert told.json["account"]["rooms"] == {}
    assert (await mei.get("/audit?room=tea")).status == 403


async def test_nobody_changes_their_own_account(office: Office) -> None:
    root = await office.someone("root", Role.ADMIN)
    told = await root.ask("PATCH", f"/accounts/{root.user}", {"role": "member"})
    assert (told.status, told.json["error"]["code"]) == (403, "not-your-own")
    told = await root.ask("DELETE", f"/accounts/{root.user}")
    assert (told.status, told.json["error"]["code"]) == (403, "not-your-own")
    assert (await root.get("/accounts")).status == 200


async def test_a_removed_account_is_signed_out(office: Office) -> None:
    root = await office.someone("root", Role.ADMIN)
    mei = await office.someone("mei", Role.CURATOR)
    assert (await root.ask("DELETE", f"/accounts/{mei.user}")).status == 204
    assert (await mei.get("/session")).status == 401
    told = await root.ask("DELETE", f"/accounts/{mei.user}")
    assert (told.status, told.json["error"]["code"]) == (404, "no-such-account")


async def test_a_new_link_is_for_those_who_forgot_the_password(office: Office) -> None:
    root = await office.someone("root", Role.ADMIN)
    await office.with_password("mei", "an old password")
    [mei] = [e for e in (await root.get("/accounts")).json["accounts"] if e["name"] == "mei"]
    told = await root.post(f"/accounts/{mei['id']}/link")
    assert told.status == 201
    old = {"name": "mei", "password": "an old password"}
    assert (await office.stranger.post("/session", old)).status == 200
    welcome = {"token": told.json["link"].partition("#welcome=")[2], "password": "a new password"}
    assert (await office.stranger.post("/session/link", welcome)).status == 200
    assert (await office.stranger.post("/session", old)).status == 401


async def test_the_log_tells_who_did_what_newest_first(office: Office) -> None:
    root = await office.someone("root", Role.ADMIN)
    mei = await office.someone("mei", Role.CURATOR)
    await root.ask("PATCH", f"/accounts/{mei.user}", {"role": "moderator", "room": "tea"})
    told = await mei.get("/audit?limit=1")
    [line] = told.json["lines"]
    assert line["by"] == {"id": root.user, "name": "root"}
    assert (line["act"], line["target"], line["room"]) == ("role-grant", "mei", "tea")
    assert told.json["more"]
    older = await mei.get(f"/audit?before={line['id']}&act=account-add")
    assert [each["target"] for each in older.json["lines"]] == ["mei", "root"]
    assert older.json["lines"][0]["by"] is None
    assert not older.json["more"]
    of_root = await mei.get(f"/audit?by={root.user}")
    assert [each["act"] for each in of_root.json["lines"]] == ["role-grant"]


async def test_a_moderator_of_a_room_sees_that_rooms_log_alone(office: Office) -> None:
    mei = await office.someone("mei", Role.MODERATOR, TEA)
    told = await mei.get("/audit?room=tea")
    assert [each["room"] for each in told.json["lines"]] == ["tea"]
    assert (await mei.get("/audit")).status == 403
    assert (await mei.get("/audit?room=lobby")).status == 403
