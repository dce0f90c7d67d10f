"""The API: each status, what a token does, what is counted and kept."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
import pytest_asyncio

from bot.channels.http.session_tokens import VALID_SECONDS, SessionTokens
from bot.channels.http.token_buckets import Limits, Rate
from bot.compiled.snapshot import Snapshot
from tests.channels.http.webbing import GENEROUS, KEY, Clock, Noted, client_of, make_web

TURN, FEEDBACK = "/api/v1/turn", "/api/v1/feedback"
SUBSIDY = {"text": "隔离病房干了20天，总共能拿多少", "region": "hongqiao"}


@pytest.fixture
def noted() -> Noted:
    return Noted()


@pytest_asyncio.fixture
async def client(snapshot: Snapshot, noted: Noted) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(make_web(snapshot, noted)) as it:
        yield it


def text_of(answer: dict[str, Any]) -> str:
    """All lines of an answer."""
    return "\n".join(line["text"] for section in answer["sections"] for line in section["lines"])


async def ask(client: httpx.AsyncClient, **asked: Any) -> dict[str, Any]:
    """The answer to a turn that goes well."""
    response = await client.post(TURN, json=asked)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


async def test_a_question_is_answered_with_its_source(client: httpx.AsyncClient) -> None:
    answer = await ask(client, **SUBSIDY)
    assert (answer["decision"], answer["amount"], answer["measures"]) == ("answer", 6000, ["hq-09"])
    assert answer["cited"][0]["path"] == "/m/hq-09"
    assert answer["region"] == {"id": "hongqiao", "name": "红桥区"}
    assert answer["why"]


async def test_the_session_goes_on_and_a_retry_counts_nothing_twice(client: httpx.AsyncClient) -> None:
    first = await ask(client, **SUBSIDY)
    more = {"text": "后来又在隔离病房干了5天，加起来呢", "session": first["session"]}
    once, again = await ask(client, **more), await ask(client, **more)
    assert once == again
    assert once["amount"] == 7500


async def test_three_taps_lead_to_a_verdict(client: httpx.AsyncClient) -> None:
    asked = await ask(client, text="我家孩子上公办幼儿园能优先吗", region="hongqiao")
    told = await ask(client, action=asked["options"][0]["action"], session=asked["session"])
    assert told["outcome"] == "eligible"


async def test_a_command_typed_with_a_slash_is_one(client: httpx.AsyncClient) -> None:
    assert (await ask(client, text="/menu"))["command"] == "menu"


async def test_how_it_came_about_is_told_in_plain_words(client: httpx.AsyncClient) -> None:
    answer = await ask(client, text="我家孩子上公办幼儿园能优先吗", region="hongqiao")
    why = "\n".join(answer["why"])
    for told in ("听到：孩子的学段 = 幼儿园", "查的是：红桥区 · ", "还差一项"):
        assert told in why
    assert not any(char.isascii() and char.isalpha() for char in why), why


async def test_nobody_in_distress_is_told_how_it_was_heard(client: httpx.AsyncClient) -> None:
    answer = await ask(client, text="我不想活了", region="hongqiao")
    assert (answer["delicate"], answer["why"]) == (True, [])


async def test_a_telephone_number_is_marked(client: httpx.AsyncClient) -> None:
    answer = await ask(client, action="do:human")
    phones = [phone for section in answer["sections"] for line in section["lines"] for phone in line["phones"]]
    assert phones == ["12345"]


@pytest.mark.parametrize("name", ["forged", "other key", "old", "huge"])
async def test_a_token_that_is_no_good_is_told(client: httpx.AsyncClient, name: str) -> None:
    session = (await ask(client, text="你好"))["session"]
    tokens = {
        "forged": session[:-4] + "AAAA",
        "other key": SessionTokens(b"o" * 32, Clock()).seal(SessionTokens(KEY, Clock()).open(session)),
        "old": SessionTokens(KEY, Clock(Clock().now - VALID_SECONDS - 1)).seal(SessionTokens(KEY, Clock()).open(session)),
        "huge": "A" * 12_000,
    }
    response = await client.post(TURN, json={"text": "一天补多少", "session": tokens[name]})
    assert (response.status_code, response.json()["error"]) == (400, "bad_session")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"[1]", "not_json"),
        (b"[" * 9_000, "not_json"),
        (b'{"text": NaN}', "not_json"),
        (b'{"text": "a", "text": "b"}', "not_json"),
        ("{\"text\": \"问\"}".encode("gbk"), "not_json"),
        (b"{}", "bad_request"),
        (b'{"text": ""}', "bad_request"),
        (b'{"text": 1}', "bad_request"),
        (b'{"text": "a", "action": "menu"}', "bad_request"),
        (b'{"text": null, "action": null}', "bad_request"),
        ('{"action": "菜单"}'.encode(), "bad_request"),
        (b'{"text": "a", "session": 3}', "bad_request"),
        (b'{"text": "a", "region": "atlantis"}', "unknown_region"),
        (b'{"text": "a", "region": ["hongqiao"]}', "unknown_region"),
        (b'{"text": "a", "sesion": "x"}', "bad_request"),
        (json.dumps({"text": "长" * 4_001}).encode()[:200], "not_json"),
        (b'{"text": "' + b"a" * 4_001 + b'"}', "bad_request"),
        (b'{"\\ud800": "x"}', "bad_request"),
    ],
)
async def test_a_request_that_is_wrong_is_told_what(client: httpx.AsyncClient, body: bytes, error: str) -> None:
    response = await client.post(TURN, content=body, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["error"]) == (400, error)
    assert response.json()["message"]


async def test_what_is_null_is_as_if_it_were_left_out(client: httpx.AsyncClient) -> None:
    row = {"text": None, "action": "menu", "session": None, "region": None}
    assert (await client.post(TURN, json=row)).status_code == 200
    judged = {"helpful": False, "question": None}
    assert (await client.post(FEEDBACK, json=judged)).status_code == 204


@pytest.mark.parametrize("text", ["\ud800", "补\udfff助多少", "\x00\x1b[31m", "<script>alert(1)</script>", "🙂" * 900, "\u202e多少"])
async def test_strange_characters_are_answered_like_any_others(client: httpx.AsyncClient, text: str) -> None:
    response = await client.post(TURN, content=json.dumps({"text": text}), headers={"Content-Type": "application/json"})
    assert response.status_code == 200
    response.content.decode("utf-8")


async def test_another_type_is_refused(client: httpx.AsyncClient) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        response = await client.post(TURN, content=b"{}", headers={"Content-Type": kind})
        assert (response.status_code, response.json()["error"]) == (415, "wrong_type")


async def test_a_body_too_large_is_refused_whether_it_says_so_or_not(client: httpx.AsyncClient) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 1_024

    headers = {"Content-Type": "application/json"}
    for content in (b" " * 17_000, chunks()):
        response = await client.post(TURN, content=content, headers=headers)
        assert (response.status_code, response.json()["error"]) == (413, "too_large")


async def test_a_reload_while_a_question_comes_in_is_answered_from_one_version(snapshot: Snapshot, small: Snapshot) -> None:
    live = [snapshot]

    async def halves() -> AsyncIterator[bytes]:
        body = json.dumps(SUBSIDY).encode()
        yield body[:20]
        live[0] = small
        yield body[20:]

    async with client_of(replace(make_web(snapshot), snapshot=lambda: live[0])) as client:
        before = await client.post(TURN, content=halves(), headers={"Content-Type": "application/json"})
        assert (before.status_code, before.json()["amount"]) == (200, 6000)
        after = await client.post(TURN, json={"text": "一天补多少", "session": before.json()["session"]})
        regions = {region["id"] for region in (await client.get("/api/v1/regions")).json()["regions"]}
    assert after.status_code == 200
    assert after.json()["region"] is None
    assert set(after.json()["measures"]) <= set(small.knowledge.measure_by_id)
    assert regions == {"jia", "yi"}


async def test_who_asks_too_much_is_told_to_wait(snapshot: Snapshot) -> None:
    web = make_web(snapshot, limits=Limits(Clock(), Rate(1, 0.1), GENEROUS))
    async with client_of(web) as client:
        await ask(client, text="你好")
        response = await client.post(TURN, json={"text": "你好"})
    assert (response.status_code, response.headers["Retry-After"]) == (429, "10")
    assert web.faults.counts() == {"WebTooMany": 1}


async def test_a_fault_of_ours_is_an_apology_with_a_number(snapshot: Snapshot, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Snapshot:
        raise RuntimeError("broken")

    web = replace(make_web(snapshot), snapshot=broken)
    async with client_of(web) as client:
        response = await client.post(TURN, json={"text": "我叫王小明"})
        seen = await client.get("/", headers={"Accept": "text/html"})
    assert seen.text.startswith("抱歉，出了点问题")
    assert (response.status_code, response.json()["error"]) == (500, "internal")
    assert "Content-Security-Policy" in response.headers
    assert response.json()["message"].split("编号 ")[1][:8] in caplog.text
    assert "王小明" not in caplog.text
    assert web.faults.counts() == {"WebError": 2}


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", TURN, 405), ("GET", "/api/v1/nothing", 404), ("DELETE", "/api/v1/regions", 405)]
)
async def test_errors_have_one_shape(client: httpx.AsyncClient, method: str, path: str, status: int) -> None:
    response = await client.request(method, path, headers={"Accept": "text/html"})
    assert response.status_code == status
    assert set(response.json()) == {"error", "message"}


async def test_a_declined_question_is_handed_on_and_an_answered_one_is_not(client: httpx.AsyncClient, noted: Noted) -> None:
    await ask(client, **SUBSIDY)
    declined = await ask(client, text="企业租金减免怎么申请", region="hongqiao")
    assert declined["decision"] == "decline"
    assert noted.questions == ["企业租金减免怎么申请"]


async def test_nothing_said_in_distress_is_handed_on(client: httpx.AsyncClient, noted: Noted) -> None:
    met = await ask(client, text="我不想活了", region="hongqiao")
    declined = await ask(client, text="企业租金减免怎么申请", session=met["session"])
    assert (met["delicate"], declined["delicate"], declined["decision"]) == (True, True, "decline")
    assert noted.questions == []


async def test_feedback_is_counted_and_a_question_kept_only_with_leave(snapshot: Snapshot, noted: Noted) -> None:
    web = make_web(snapshot, noted)
    async with client_of(web) as client:
        for row in (
            {"helpful": True, "measures": ["hq-09"], "question": "不该留下的话"},
            {"helpful": False},
            {"helpful": False, "measures": [], "question": "可以留下的话"},
        ):
            assert (await client.post(FEEDBACK, json=row)).status_code == 204
    assert noted.questions == ["可以留下的话"]
    assert noted.judged == [True, False, False]
    told = web.metrics.text().decode()
    assert 'bot_feedback_total{channel="web",helpful="yes"} 1.0' in told
    assert 'bot_feedback_total{channel="web",helpful="no"} 2.0' in told


async def test_a_typed_judgment_is_counted_once(snapshot: Snapshot, noted: Noted) -> None:
    async with client_of(make_web(snapshot, noted)) as client:
        assert (await client.post(TURN, json={"text": "没用"})).json()["command"] == "useless"
        left = {"helpful": False, "question": "可以留下的话", "counted": True}
        assert (await client.post(FEEDBACK, json=left)).status_code == 204
    assert noted.judged == [False]
    assert noted.questions == ["可以留下的话"]


async def test_use_found_in_the_last_answer_is_counted_when_it_is_typed(snapshot: Snapshot, noted: Noted) -> None:
    async with client_of(make_web(snapshot, noted)) as client:
        answered = (await client.post(TURN, json={"text": "红桥区发热门诊护士每天给多少"})).json()
        turn = {"text": "很有用", "session": answered["session"]}
        assert (await client.post(TURN, json=turn)).json()["command"] == "useful"
    assert noted.judged == [True]


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"helpful": "yes"},
        {"helpful": True, "measures": "hq-09"},
        {"helpful": True, "measures": ["<b>"]},
        {"helpful": True, "measures": ["a"] * 51},
        {"helpful": False, "question": ""},
        {"helpful": True, "who": "me"},
        {"helpful": False, "counted": "yes"},
    ],
)
async def test_feedback_that_is_wrong_is_refused(client: httpx.AsyncClient, row: dict[str, Any]) -> None:
    response = await client.post(FEEDBACK, json=row)
    assert (response.status_code, response.json()["error"]) == (400, "bad_request")


async def test_feedback_on_a_measure_that_is_not_there_is_refused(client: httpx.AsyncClient, noted: Noted) -> None:
    response = await client.post(FEEDBACK, json={"helpful": True, "measures": ["hq-09", "hq-99"]})
    assert (response.status_code, response.json()["error"]) == (400, "unknown_measure")
    assert "hq-99" in response.json()["message"]
    assert noted.judged == []


async def test_the_regions_are_listed(client: httpx.AsyncClient) -> None:
    regions = (await client.get("/api/v1/regions")).json()["regions"]
    assert [(region["id"], region["path"]) for region in regions] == [("guangdong", "/r/guangdong"), ("hongqiao", "/r/hongqiao")]
