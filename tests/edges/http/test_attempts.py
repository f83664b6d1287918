"""Guessing a password (S11): nothing is learnt from the answer, and it takes long."""

import pytest
from argon2 import PasswordHasher

from tests.edges.http.conftest import Office

PASSWORD = "correct horse battery"
WRONG = {"name": "mei", "password": "not this one at all"}
UNKNOWN = {"name": "nobody-here", "password": "not this one at all"}


async def test_an_unknown_name_and_a_wrong_password_are_answered_alike(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.with_password("mei", PASSWORD)
    await office.link("new-here")
    compared: list[str] = []
    verify = PasswordHasher.verify

    def watched(self: PasswordHasher, known: str, password: str) -> bool:
        compared.append(known.rpartition("$")[0].rpartition("$")[0])
        return bool(verify(self, known, password))

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    answers = [
        await office.stranger.post("/session", each)
        for each in (WRONG, UNKNOWN, UNKNOWN | {"name": "new-here"})
    ]
    assert {each.status for each in answers} == {401}
    assert answers[0].json == answers[1].json == answers[2].json
    # The same work was done for each: one comparison, of the same cost.
    assert len(compared) == 3
    assert set(compared) == {"$argon2id$v=19$m=65536,t=3,p=4"}


async def test_a_name_is_tried_five_times_a_minute_whether_it_exists_or_not(
    office: Office,
) -> None:
    await office.link("mei")
    for asked in (WRONG, UNKNOWN):
        for _ in range(5):
            assert (await office.stranger.post("/session", asked)).status == 401
        told = await office.stranger.post("/session", asked | {"name": asked["name"].upper()})
        assert (told.status, told.json["error"]["code"]) == (429, "too-fast")
        assert 1 <= int(told.headers["Retry-After"]) <= 12


async def test_an_address_tries_twenty_times_a_minute(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PasswordHasher, "verify", lambda *_: True)
    for number in range(20):
        asked = {"name": f"somebody {number}", "password": "a guess at it"}
        told = await office.stranger.ask("POST", "/session", asked, X_Forwarded_For="192.0.2.1")
        assert told.status == 401
    last = {"name": "one more", "password": "a guess at it"}
    told = await office.stranger.ask("POST", "/session", last, X_Forwarded_For="192.0.2.1")
    assert (told.status, told.json["error"]["code"]) == (429, "too-fast")
    told = await office.stranger.ask("POST", "/session", last, X_Forwarded_For="192.0.2.2")
    assert told.status == 401
