"""Signing in (S6): the link, the password, the cookie, and from where."""

import logging
from pathlib import Path

import pytest

from bridge.core.accounts import HOUR_MS, IDLE_MS, LINK_MS, LONGEST_MS, unfit
from bridge.core.model import Role
from tests.edges.http.conftest import Office
from tests.office import Caller

PASSWORD = "correct horse battery 电池"
MEI = {"name": "mei", "password": PASSWORD}
WRONG = {"name": "mei", "password": "not this one at all"}


async def test_whoever_has_the_link_chooses_a_password_and_is_in(office: Office) -> None:
    token = await office.link("mei")
    told = await office.stranger.post("/session/link", {"token": token, "password": PASSWORD})
    assert told.status == 200
    assert told.json["user"]["name"] == "mei"
    assert told.json["user"]["role"] == "curator"
    assert (await office.stranger.post("/session", MEI)).status == 200


async def test_a_link_works_once(office: Office) -> None:
    welcome = {"token": await office.link("mei"), "password": PASSWORD}
    assert (await office.stranger.post("/session/link", welcome)).status == 200
    again = await office.stranger.post("/session/link", welcome | {"password": "another password"})
    assert (again.status, again.json["error"]["code"]) == (401, "bad-credentials")
    assert (await office.stranger.post("/session", MEI)).status == 200


async def test_a_link_ends_after_two_days(office: Office) -> None:
    welcome = {"token": await office.link("mei"), "password": PASSWORD}
    office.clock.millis += LINK_MS
    assert (await office.stranger.post("/session/link", welcome)).status == 401


async def test_a_password_that_is_refused_leaves_the_link_good(office: Office) -> None:
    token = await office.link("mei")
    short = await office.stranger.post("/session/link", {"token": token, "password": "12345678 "})
    assert (short.status, short.json["error"]["code"]) == (400, "bad-request")
    assert "at least 10 characters" in short.json["error"]["message"]
    told = await office.stranger.post("/session/link", {"token": token, "password": PASSWORD})
    assert told.status == 200


@pytest.mark.parametrize("password", ["123456789", "Mei Mei Mei", "aaaaaaaaaaaa", "x" * 1025])
def test_these_passwords_are_not_taken(password: str) -> None:
    assert unfit(password, "mei mei mei") is not None


@pytest.mark.parametrize(
    "password", ["alllowercase", "红烧肉好吃不过敏吗哈", "12345678901", "a b c d e f"]
)
def test_these_passwords_are_taken(password: str) -> None:
    assert unfit(password, "mei") is None


async def test_the_cookie_is_for_this_host_over_https_and_for_no_script(office: Office) -> None:
    await office.with_password("mei", PASSWORD)
    told = await office.stranger.post("/session", MEI)
    name, _, rest = told.headers["Set-Cookie"].partition("=")
    value, *attributes = rest.split("; ")
    assert name == "__Host-bridge"
    assert len(value) == 43
    assert {each.lower() for each in attributes} == {
        *("httponly", "secure", "samesite=strict", "path=/", "max-age=604800"),
    }


async def test_each_sign_in_has_a_new_session_and_ends_the_one_before(office: Office) -> None:
    await office.with_password("mei", PASSWORD)
    first = (await office.stranger.post("/session", MEI)).headers["Set-Cookie"].split(";")[0]
    again = await office.stranger.ask("POST", "/session", MEI, Cookie=first)
    second = again.headers["Set-Cookie"].split(";")[0]
    assert second != first
    assert (await office.stranger.ask("GET", "/session", Cookie=first)).status == 401
    assert (await office.stranger.ask("GET", "/session", Cookie=second)).status == 200


async def test_a_session_that_somebody_planted_is_not_taken_over(office: Office) -> None:
    await office.with_password("mei", PASSWORD)
    planted = "__Host-bridge=chosen-by-the-attacker"
    await office.stranger.ask("POST", "/session", MEI, Cookie=planted)
    assert (await office.stranger.ask("GET", "/session", Cookie=planted)).status == 401


async def test_a_session_tells_who_one_is_and_what_one_may(office: Office) -> None:
    mei = await office.someone("mei", Role.MODERATOR, room="tea")  # type: ignore[arg-type]
    told = await mei.get("/session")
    assert told.json["user"] == {
        "id": mei.user,
        "name": "mei",
        "role": "member",
        "rooms": {"tea": "moderator"},
    }
    assert told.json["csrf"] == mei.headers["X-CSRF-Token"]


async def test_a_session_ends_after_12_hours_without_use_and_after_7_days(office: Office) -> None:
    idle = await office.someone("idle", Role.CURATOR)
    busy = await office.someone("busy", Role.CURATOR)
    for _ in range(2):
        office.clock.millis += IDLE_MS // 2
        assert (await busy.get("/session")).status == 200
    assert (await idle.get("/session")).status == 401
    for _ in range(12, LONGEST_MS // HOUR_MS - 6, 6):
        office.clock.millis += IDLE_MS // 2
        assert (await busy.get("/session")).status == 200
    office.clock.millis += IDLE_MS // 2
    assert (await busy.get("/session")).status == 401


async def test_signing_out_ends_the_session_on_the_server(office: Office) -> None:
    mei = await office.someone("mei", Role.CURATOR)
    told = await mei.ask("DELETE", "/session")
    assert told.status == 204
    assert "Max-Age=0" in told.headers["Set-Cookie"]
    assert (await mei.get("/session")).status == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"X_CSRF_Token": ""},
        {"X_CSRF_Token": "0" * 64},
        {"Origin": "https://evil.example"},
        {"Origin": "https://blog.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "https://127.0.0.1.evil.example"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
    ],
)
async def test_what_another_sites_page_sends_changes_nothing(
    office: Office, headers: dict[str, str]
) -> None:
    mei = await office.someone("mei", Role.CURATOR)
    told = await mei.ask("DELETE", "/session", **headers)
    assert (told.status, told.json["error"]["code"]) == (403, "forbidden")
    assert (await mei.get("/session")).status == 200


async def test_our_own_page_may(office: Office) -> None:
    mei = await office.someone("mei", Role.CURATOR)
    own = f"http://127.0.0.1:{office.site.server.port}"
    told = await mei.ask("POST", "/session/chat", {}, Origin=own, Sec_Fetch_Site="same-origin")
    assert told.status == 200


async def test_another_sites_page_signs_nobody_in(office: Office) -> None:
    await office.with_password("mei", PASSWORD)
    told = await office.stranger.ask("POST", "/session", MEI, Origin="https://evil.example")
    assert told.status == 403
    assert "Set-Cookie" not in told.headers


@pytest.mark.parametrize("host", ["bridge.lan:8080", "192.168.1.7:8080", "localhost.evil.example"])
async def test_over_plain_http_one_is_told_what_to_do(office: Office, host: str) -> None:
    told = await office.stranger.ask("POST", "/session", WRONG, Host=host)
    assert (told.status, told.json["error"]["code"]) == (403, "needs-https")
    assert "HTTPS" in told.json["error"]["message"]
    assert "PROXIES" in told.json["error"]["message"]


@pytest.mark.parametrize("host", ["localhost:8080", "127.0.0.1:8080", "[::1]:8080"])
async def test_on_the_machine_itself_plain_http_is_enough(office: Office, host: str) -> None:
    assert (await office.stranger.ask("POST", "/session", WRONG, Host=host)).status == 401


async def test_behind_a_proxy_the_scheme_that_people_see_counts(office: Office) -> None:
    await office.with_password("mei", PASSWORD)
    passed_on = {"X_Forwarded_For": "192.0.2.1", "X_Forwarded_Host": "chat.example"}
    secure = passed_on | {"X_Forwarded_Proto": "https", "Origin": "https://chat.example"}
    told = await office.stranger.ask("POST", "/session", MEI, **secure)
    assert told.status == 200
    told = await office.stranger.ask("POST", "/session", MEI, **passed_on)
    assert told.json["error"]["code"] == "needs-https"
    downgraded = secure | {"Origin": "http://chat.example"}
    assert (await office.stranger.ask("POST", "/session", MEI, **downgraded)).status == 403


async def test_the_file_and_the_log_hold_no_secret(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token = await office.link("mei")
    welcome = {"token": token, "password": PASSWORD}
    told = await office.stranger.post("/session/link", welcome)
    session = told.headers["Set-Cookie"].split(";")[0].partition("=")[2]
    mei = Caller(
        office.site.client,
        "",
        {"Cookie": f"__Host-bridge={session}", "X-CSRF-Token": told.json["csrf"]},
    )
    chat = (await mei.post("/session/chat")).json["token"]
    await office.store.close()
    kept = (tmp_path / "rooms.db").read_bytes()
    assert b"$argon2id$" in kept
    for secret in (token, session, chat, PASSWORD, told.json["csrf"]):
        assert secret.encode() not in kept
        assert secret not in caplog.text
