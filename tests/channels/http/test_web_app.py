"""Headers, health, metrics, joined channels: what holds for the whole application."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.channels.hook import HookRequest, HookResponse
from bot.channels.http.joined_hooks import JoinedHooks
from bot.compiled.snapshot import Snapshot
from tests.channels.http.webbing import Noted, client_of, make_web

PATHS = ("/", "/m/hq-09", "/qr/m/hq-09.svg", "/privacy", "/api/v1/regions", "/static/page.js", "/nothing", "/healthz")


@pytest.mark.parametrize("path", PATHS)
async def test_every_response_has_the_headers_and_no_cookie(snapshot: Snapshot, path: str) -> None:
    async with client_of(make_web(snapshot)) as client:
        response = await client.get(path, headers={"Accept": "text/html"})
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    for part in ("script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"):
        assert part in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in response.headers
    assert "Strict-Transport-Security" not in response.headers


async def test_a_file_is_kept_for_good_only_under_the_address_of_its_content(snapshot: Snapshot) -> None:
    async with client_of(make_web(snapshot)) as client:
        found = re.search(r'src="(/static/page\.js\?v=\w+)"', (await client.get("/")).text)
        assert found is not None
        assert "immutable" in (await client.get(found[1])).headers["Cache-Control"]
        for other in ("/static/page.js", "/static/page.js?v=0123456789", "/favicon.ico"):
            assert (await client.get(other)).headers["Cache-Control"] == "no-store", other


async def test_behind_https_browsers_are_told_to_stay_there(snapshot: Snapshot) -> None:
    async with client_of(make_web(snapshot, public_url="https://bot.example.org")) as client:
        assert "max-age" in (await client.get("/healthz")).headers["Strict-Transport-Security"]


@pytest.mark.parametrize(("path", "allowed"), [("/", "GET, HEAD, POST"), ("/api/v1/turn", "POST"), ("/m/hq-09", "GET, HEAD")])
async def test_who_asks_in_another_way_is_told_which_ones_there_are(snapshot: Snapshot, path: str, allowed: str) -> None:
    async with client_of(make_web(snapshot)) as client:
        response = await client.delete(path)
    assert (response.status_code, response.headers["Allow"]) == (405, allowed)


async def test_alive_and_ready_are_two_things(snapshot: Snapshot) -> None:
    noted = Noted(is_ready=False)
    async with client_of(make_web(snapshot, noted)) as client:
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/readyz")).status_code == 503
        noted.is_ready = True
        assert (await client.get("/readyz")).status_code == 200


@pytest.mark.parametrize(
    ("token", "peer", "headers", "status"),
    [
        (None, "127.0.0.1", {}, 200),
        (None, "::1", {}, 200),
        (None, "192.0.2.1", {}, 403),
        (None, "127.0.0.1", {"X-Forwarded-For": "192.0.2.1"}, 403),
        ("t" * 20, "127.0.0.1", {}, 403),
        ("t" * 20, "192.0.2.1", {"Authorization": "Bearer " + "t" * 20}, 200),
        ("t" * 20, "192.0.2.1", {"Authorization": "Bearer é"}, 403),
    ],
)
async def test_metrics_are_for_this_machine_or_for_whoever_knows_the_token(
    snapshot: Snapshot, token: str | None, peer: str, headers: dict[str, str], status: int
) -> None:
    sent = [(name.encode(), value.encode()) for name, value in headers.items()]
    async with client_of(make_web(snapshot, metrics_token=token), peer=peer) as client:
        assert (await client.get("/metrics", headers=sent)).status_code == status


async def test_metrics_count_turns_and_requests_and_name_nobody(snapshot: Snapshot) -> None:
    web = make_web(snapshot)
    async with client_of(web, peer="192.0.2.77") as client:
        await client.post("/api/v1/turn", json={"text": "我叫王小明，一天补多少", "region": "hongqiao"})
        await client.get("/m/hq-09")
        await client.get("/some/where/else")
    told = web.metrics.text().decode()
    assert 'bot_turns_total{channel="web",decision="answer"} 1.0' in told
    assert 'bot_http_requests_total{route="/m/{id}",status="200"} 1.0' in told
    assert 'bot_http_requests_total{route="other",status="404"} 1.0' in told
    assert "bot_snapshot{" in told
    for secret in ("王小明", "192.0.2.77", "/some/where"):
        assert secret not in told


async def test_a_channel_is_joined_at_its_path(snapshot: Snapshot) -> None:
    seen: list[HookRequest] = []

    async def hook(request: HookRequest) -> HookResponse:
        seen.append(request)
        return HookResponse(418, b"short", "text/xml")

    hooks = JoinedHooks()
    async with client_of(make_web(snapshot), hooks=hooks) as client, hooks.joined("/hook/some", hook):
        response = await client.post("/hook/some?a=1&a=2", content=b"x" * 100_000, headers={"X-Secret": "s"})
        large = await client.post("/hook/some", content=b"x" * (1 << 20) + b"x")
    assert (response.status_code, response.content, response.headers["Content-Type"]) == (418, b"short", "text/xml")
    assert (seen[0].method, seen[0].headers["x-secret"], seen[0].query, len(seen[0].body)) == ("POST", "s", {"a": "2"}, 100_000)
    assert (large.status_code, len(seen)) == (413, 1)
    async with client_of(make_web(snapshot), hooks=hooks) as client:
        assert (await client.post("/hook/some")).status_code == 404


async def test_a_path_without_a_channel_is_not_there(snapshot: Snapshot) -> None:
    async with client_of(make_web(snapshot)) as client:
        response = await client.post("/hook/telegram", content=b"{}")
    told: dict[str, Any] = response.json()
    assert (response.status_code, told["error"]) == (404, "not_found")
