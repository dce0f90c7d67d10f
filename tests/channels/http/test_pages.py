"""Pages without a browser: what they say, what they never hold, what they do with a form."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
import pytest_asyncio

from bot.channels.http.session_tokens import VALID_SECONDS, SessionTokens
from bot.channels.http.web_templates import pieces
from bot.channels.picture_card import PictureCards
from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from tests.channels.drawing import PNG, chinese_font
from tests.channels.http.webbing import KEY, URL, Clock, Noted, client_of, make_web

HTML = {"Accept": "text/html"}


@pytest.fixture
def noted() -> Noted:
    return Noted()


@pytest_asyncio.fixture
async def client(snapshot: Snapshot, noted: Noted) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(make_web(snapshot, noted), headers=HTML) as it:
        yield it


async def test_every_measure_topic_and_region_has_a_page_and_a_code(client: httpx.AsyncClient, snapshot: Snapshot) -> None:
    paths = [f"/m/{measure}" for measure in snapshot.knowledge.measure_by_id]
    paths += [f"/t/{topic}" for topic in list(snapshot.topic_by_id)[::6]]
    paths += [f"/r/{region}" for region in snapshot.knowledge.region_by_id]
    for path in paths:
        assert (await client.get(path)).status_code == 200, path
    code = await client.get("/qr/m/hq-09.svg")
    assert (code.status_code, code.headers["Content-Type"]) == (200, "image/svg+xml")
    assert b"<svg" in code.content


@pytest.mark.parametrize("path", ["/m/nothing", "/t/hq-09", "/r/m", "/x/hq-09", "/qr/x/hq-09.svg", "/qr/m/no.svg", "/static/app.py"])
async def test_what_is_not_there_is_told_on_a_page(client: httpx.AsyncClient, path: str) -> None:
    response = await client.get(path)
    assert response.status_code == 404
    assert "没有这一页。" in response.text


async def test_a_measure_s_page_has_its_whole_text_once(client: httpx.AsyncClient) -> None:
    text = (await client.get("/m/hq-09")).text
    assert "红桥台账第 9 项" in text
    assert "300 元" in text
    lines = re.findall(r'<p class="line text">(.+?)</p>', text)
    assert len(lines) == len(set(lines)) > 4


async def test_a_measure_s_page_leads_to_its_topics(client: httpx.AsyncClient, snapshot: Snapshot) -> None:
    text = (await client.get("/m/hq-09")).text
    for topic in snapshot.knowledge.measure_by_id["hq-09"].topics:
        assert f'<a href="/t/{topic}">{snapshot.topic_by_id[topic].title}</a>' in text


async def test_a_cited_page_has_its_whole_address_for_paper(client: httpx.AsyncClient) -> None:
    page = await client.post("/", data={"text": "一天补多少", "region": "hongqiao"})
    assert f'data-address="{URL}/m/hq-09"' in page.text


async def test_a_card_is_a_picture_to_be_saved(snapshot: Snapshot) -> None:
    web = make_web(snapshot, pictures=PictureCards(chinese_font()), found_by_all=True)
    async with client_of(web, headers=HTML) as client:
        assert '<a href="/card/hq-17.png" download>存成图片</a>' in (await client.get("/m/hq-17")).text
        picture = await client.get("/card/hq-17.png")
        assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/png")
        assert picture.headers["Cache-Control"] == "public, max-age=3600"
        assert picture.content.startswith(PNG)
        assert "存成图片" not in (await client.get("/m/hq-09")).text, "no card for the family"
        for gone in ("/card/hq-09.png", "/card/nothing.png"):
            assert (await client.get(gone)).status_code == 404


async def test_where_no_picture_can_be_made_none_is_offered(client: httpx.AsyncClient) -> None:
    assert "存成图片" not in (await client.get("/m/hq-17")).text
    missing = await client.get("/card/hq-17.png")
    assert missing.status_code == 404
    assert "没有这一页。" in missing.text


async def test_no_page_asks_another_site_for_anything(client: httpx.AsyncClient) -> None:
    for path in ("/", "/m/hq-09", "/r/guangdong", "/privacy", "/api"):
        text = (await client.get(path)).text
        loaded = re.findall(r'(?:src|action)="([^"]+)"|<link[^>]+href="([^"]+)"', text)
        assert all("".join(found).startswith("/") for found in loaded)
        assert " style=" not in text
        assert "<script>" not in text


async def test_a_form_s_turn_and_its_option(client: httpx.AsyncClient) -> None:
    first = await client.post("/", data={"text": "", "example": "心理热线是多少", "region": "guangdong"})
    assert '<a href="tel:12355">12355</a>' in first.text
    token = re.search(r'name="session" value="([^"]+)"', first.text)
    assert token is not None
    second = await client.post("/", data={"action": "do:human", "session": token[1], "text": "没有用到的"})
    assert "<span class=\"words\">找人工</span>" in second.text
    assert "没有用到的" not in second.text


async def test_a_tapped_option_is_shown_by_what_it_said(client: httpx.AsyncClient) -> None:
    first = await client.post("/", data={"text": "我家孩子上公办幼儿园能优先吗", "region": "hongqiao"})
    token = re.search(r'name="session" value="([^"]+)"', first.text)
    assert token is not None
    tapped = {"action": "fact:family-registration:here", "session": token[1]}
    assert '<span class="words">有人在本区 → 符合</span>' in (await client.post("/", data=tapped)).text


async def test_a_form_with_an_old_token_is_answered_afresh_and_told_so(client: httpx.AsyncClient) -> None:
    old = SessionTokens(KEY, Clock(Clock().now - VALID_SECONDS - 1)).seal(Session(region="hongqiao"))
    response = await client.post("/", data={"text": "一天补多少", "session": old})
    assert response.status_code == 200
    assert "前面说过的情况已经忘了" in response.text


@pytest.mark.parametrize(
    ("content", "status"), [(b"text=", 400), (b"a=1&" * 30, 400), (b"text=%ff", 400), (b"text=" + b"a" * 20_000, 413)]
)
async def test_a_form_that_is_wrong_is_told_on_a_page(client: httpx.AsyncClient, content: bytes, status: int) -> None:
    response = await client.post("/", content=content, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert response.status_code == status
    assert "回到首页" in response.text


async def test_markup_in_a_question_is_escaped(client: httpx.AsyncClient) -> None:
    evil = "'\"><script>alert(1)</script>补助"
    text = (await client.post("/", data={"text": evil})).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;补助" in text


async def test_feedback_by_form_asks_before_it_keeps(client: httpx.AsyncClient, noted: Noted) -> None:
    asked = await client.post("/feedback", data={"helpful": "no", "question": "为什么没有"})
    assert "可以留" in asked.text
    assert noted.questions == []
    await client.post("/feedback", data={"helpful": "no", "question": "为什么没有", "keep": "no"})
    assert noted.questions == []
    thanked = await client.post("/feedback", data={"helpful": "no", "question": "为什么没有", "keep": "yes"})
    assert "谢谢" in thanked.text
    assert noted.questions == ["为什么没有"]


def fields_of(page: str, form: str) -> dict[str, str]:
    """The hidden fields of a form, by its id or class."""
    found = re.search(rf'<form (?:id|class)="{form}".*?</form>', page, re.DOTALL)
    assert found is not None
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', found[0])
    return {name: html.unescape(value) for name, value in hidden}


@pytest.mark.parametrize("second", [{}, {"action": "do:human"}], ids=["typed", "tapped"])
async def test_an_empty_form_shows_the_answer_again(client: httpx.AsyncClient, noted: Noted, second: dict[str, str]) -> None:
    page = (await client.post("/", data={"text": "我家孩子上公办幼儿园能优先吗", "region": "hongqiao"})).text
    if second:
        page = (await client.post("/", data=fields_of(page, "composer") | second)).text
    turns = len(noted.turns)
    again = await client.post("/", data=fields_of(page, "composer") | {"text": "  "})
    assert again.status_code == 400
    assert "请先写上想问的话" in again.text
    answers = [re.search(r'<div class="sections">.*?</div>\s*<div class="about">', text, re.DOTALL) for text in (page, again.text)]
    assert answers[0] is not None
    assert answers[1] is not None
    assert answers[0][0] == answers[1][0]
    assert fields_of(again.text, "composer").keys() == fields_of(page, "composer").keys()
    assert len(noted.turns) == turns


async def test_what_was_thought_of_an_answer_is_told_below_it(client: httpx.AsyncClient, noted: Noted) -> None:
    page = (await client.post("/", data={"text": "一天补多少", "region": "hongqiao"})).text
    asked = (await client.post("/feedback", data=fields_of(page, "feedback") | {"helpful": "no"})).text
    assert '<span class="words">一天补多少</span>' in asked
    assert '<div class="keep"><span>' in asked
    thanked = (await client.post("/feedback", data=fields_of(asked, "feedback") | {"keep": "yes"})).text
    assert '<span class="words">一天补多少</span>' in thanked
    assert '<p class="thanks" tabindex="-1">' in thanked
    assert noted.questions == ["一天补多少"]


async def test_an_address_of_this_machine_alone_is_no_code_to_scan(snapshot: Snapshot) -> None:
    for found_by_all in (True, False):
        async with client_of(replace(make_web(snapshot), found_by_all=found_by_all)) as client:
            page = (await client.get("/m/hq-09")).text
        assert ("扫一扫" in page) == found_by_all
        assert ("/qr/m/hq-09.svg" in page) == found_by_all
        assert ("只在运行程序的这台机器上打得开" in page) != found_by_all


async def test_a_region_can_be_chosen_by_the_address(client: httpx.AsyncClient) -> None:
    assert 'value="hongqiao" checked' in (await client.get("/?region=hongqiao")).text


def test_numbers_are_told_apart_from_text() -> None:
    line = {"text": "打 12355 或 12345", "phones": ["12345", "12355"]}
    assert list(pieces(line)) == [("打 ", None, ""), ("12355", "12355", ""), (" 或 ", None, ""), ("12345", "12345", "")]


def test_a_mark_stays_with_the_number_before_it() -> None:
    line = {"text": "12351、12355）。", "phones": ["12351", "12355"]}
    assert list(pieces(line)) == [("12351", "12351", "、"), ("12355", "12355", "）。")]
