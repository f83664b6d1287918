"""Other sites' pages: the configured origins may read the API, and nobody else."""

import pytest

from tests.edges.conftest import ALLOWED, Site

CARD = "/api/v1/entries/zh/idiom/hua-she-tian-zu"
STRANGERS = [
    "https://evil.example",
    "null",
    "http://blog.example",
    "https://blog.example:8443",
    "https://blog.example.evil.com",
    "https://ok.blog.example",
    "",
    "*",
]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (CARD, 200),
        ("/api/v1/entries", 200),
        ("/api/v1/openapi.json", 200),
        ("/api/v1/rooms/lobby/messages", 200),
        ("/api/v1/rooms/nope/messages", 404),
        ("/api/v1/entries?limit=0", 400),
        ("/api/v1/nothing", 404),
    ],
)
@pytest.mark.parametrize("origin", [ALLOWED, "https://BLOG.example"])
async def test_a_configured_origin_may_read_answers_and_errors(
    site: Site, path: str, status: int, origin: str
) -> None:
    async with site.client.get(path, headers={"Origin": origin}) as response:
        assert response.status == status
        assert response.headers["Access-Control-Allow-Origin"] == origin
        assert response.headers["Vary"] == "Origin"
        assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("origin", STRANGERS)
async def test_any_other_origin_is_answered_but_may_not_read(site: Site, origin: str) -> None:
    async with site.client.get(CARD, headers={"Origin": origin}) as response:
        assert response.status == 200
        assert "Access-Control-Allow-Origin" not in response.headers
        assert response.headers["Vary"] == "Origin"


async def test_a_cached_answer_varies_by_origin_even_without_one(site: Site) -> None:
    async with site.client.get(CARD) as response:
        assert response.headers["Vary"] == "Origin"


@pytest.mark.parametrize("path", ["/", "/healthz", "/metrics", "/readyz"])
async def test_what_is_not_the_api_is_for_no_other_site(site: Site, path: str) -> None:
    async with site.client.get(path, headers={"Origin": ALLOWED}) as response:
        assert response.status == 200
        assert "Access-Control-Allow-Origin" not in response.headers


async def test_a_configured_origin_may_post_json(site: Site) -> None:
    asks = {
        "Origin": ALLOWED,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    async with site.client.options("/api/v1/annotate", headers=asks) as response:
        assert response.status == 204
        assert response.headers["Access-Control-Allow-Origin"] == ALLOWED
        assert response.headers["Access-Control-Allow-Methods"] == "POST"
        assert "Content-Type" in response.headers["Access-Control-Allow-Headers"]
        assert response.headers["Access-Control-Max-Age"] == "600"
    sends = {"Origin": ALLOWED}
    async with site.client.post("/api/v1/annotate", json={"text": "hi"}, headers=sends) as response:
        assert response.status == 200
        assert response.headers["Access-Control-Allow-Origin"] == ALLOWED


@pytest.mark.parametrize("origin", STRANGERS)
async def test_the_preflight_of_a_stranger_is_refused(site: Site, origin: str) -> None:
    asks = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    async with site.client.options("/api/v1/annotate", headers=asks) as response:
        assert response.status == 403
        assert (await response.json())["error"]["code"] == "forbidden"
        assert "Access-Control-Allow-Origin" not in response.headers


async def test_there_is_no_preflight_for_what_does_not_exist(site: Site) -> None:
    asks = {"Origin": ALLOWED, "Access-Control-Request-Method": "POST"}
    async with site.client.options("/api/v1/nothing", headers=asks) as response:
        assert response.status == 404
