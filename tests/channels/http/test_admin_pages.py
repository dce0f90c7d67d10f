"""The admin pages over HTTP: who gets in, who does not, and what each page says and does."""

from __future__ import annotations

import asyncio
import csv
import io
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.channels.http.admin import one_job
from bot.reloading.reports import Returned
from bot.storage import usage
from bot.storage.usage import Counted
from tests.authors.folders import change
from tests.channels.http.admining import Admins, enter, installed
from tests.channels.http.webbing import DAY

SUBSIDY = "regions/jia/measures/ja-01-subsidy.yaml"
PAGES = (
    "/admin", "/admin/gaps", "/admin/gaps.csv", "/admin/reload", "/admin/content", "/admin/content/ja-01",
    "/admin/usage", "/admin/audit",
)  # fmt: skip


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def installation(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Admins]:
    where = tmp_path_factory.mktemp("admins")
    async with installed(where) as it:
        yield it


@pytest_asyncio.fixture(loop_scope="module")
async def admins(installation: Admins) -> AsyncIterator[Admins]:
    """The one installation, without what the test before has left."""
    written = (installation.folder / SUBSIDY).read_text(encoding="utf-8")
    yield installation
    (installation.folder / SUBSIDY).write_text(written, encoding="utf-8")
    async with installation.database.writing() as connection:
        for name in ("unanswered", "usage", "admin_links", "admin_sessions"):
            await connection.execute(text(f"DELETE FROM {name}"))


async def finished(admins: Admins, client: httpx.AsyncClient, path: str) -> str:
    """A page once the work in hand is done; until then it asks to be looked at again."""
    await admins.idle()
    page = await client.get(path)
    assert page.headers.get("refresh") is None
    return page.text


async def test_a_link_is_not_used_up_by_looking_and_opens_once(admins: Admins) -> None:
    link = await admins.links.link("7")
    async with admins.client() as client, admins.client() as other:
        for _ in range(2):
            looked = await client.get(link)
            assert "只能用一次" in looked.text
            assert "set-cookie" not in looked.headers
        key = httpx.URL(link).params["key"]
        entered = await client.post("/admin/enter", data={"key": key})
        assert entered.status_code == 303
        cookie = entered.headers["set-cookie"].lower()
        assert cookie.startswith("admin=")
        assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/", "max-age=28800"))
        again = await other.post("/admin/enter", data={"key": key})
        assert (again.status_code, "用过" in again.text) == (403, True)
        assert (await client.get("/admin")).status_code == 200
        for path in PAGES:
            assert (await other.get(path)).status_code == 403, path
            assert (await client.get(path)).status_code == 200, path


async def test_a_link_and_a_session_end_in_time(admins: Admins) -> None:
    async with admins.client() as client:
        key = httpx.URL(await admins.links.link("7")).params["key"]
        admins.passes(timedelta(minutes=15))
        assert (await client.post("/admin/enter", data={"key": key})).status_code == 403
        await enter(admins, client)
        admins.passes(timedelta(hours=8) - timedelta(seconds=1))
        assert (await client.get("/admin")).status_code == 200
        admins.passes(timedelta(seconds=1))
        assert (await client.get("/admin")).status_code == 403


async def test_over_https_the_cookie_is_the_host_s_alone_and_over_plain_http_there_is_none(admins: Admins) -> None:
    async with admins.client("https://bot.example.org") as client:
        key = httpx.URL(await admins.links.link("7")).params["key"]
        cookie = (await client.post("/admin/enter", data={"key": key})).headers["set-cookie"]
    assert cookie.startswith("__Host-admin=")
    assert "Secure" in cookie
    assert "domain" not in cookie.lower()
    async with admins.client("http://bot.example.org") as client:
        key = httpx.URL(await admins.links.link("7")).params["key"]
        refused = await client.post("/admin/enter", data={"key": key})
        assert (refused.status_code, "https" in refused.text) == (403, True)


async def test_what_is_forged_changes_nothing(admins: Admins) -> None:
    await admins.ask("宿舍的热水器谁来修")
    async with admins.client() as client:
        key = httpx.URL(await admins.links.link("7")).params["key"]
        assert (await client.post("/admin/enter", data={"key": key}, headers={"Origin": "https://evil.example"})).status_code == 403
        token = await enter(admins, client)
        for name in ("reload/prepare", "reload/confirm", "reload/discard", "reload/rollback", "gaps/1/teach", "gaps/1/drop", "leave"):
            for headers, sent in (
                ({"Origin": "https://evil.example"}, token), ({"Origin": "null"}, token), ({}, "0" * 64), ({}, "é"), ({}, ""),
            ):  # fmt: skip
                answer = await client.post(f"/admin/{name}", data={"token": sent}, headers=headers)
                assert answer.status_code == 403, (name, headers, sent)
        client.cookies.set("admin", "forged")
        assert (await client.get("/admin")).status_code == 403
    assert "热水器" in await _gaps(admins)


async def _gaps(admins: Admins) -> str:
    async with admins.client() as client:
        await enter(admins, client)
        return (await client.get("/admin/gaps")).text


async def test_the_database_holds_no_key(admins: Admins) -> None:
    link = await admins.links.link("7")
    async with admins.client() as client:
        await enter(admins, client)
        session = client.cookies["admin"]
    async with admins.database.reading() as connection:
        rows = [str(row) for name in ("admin_links", "admin_sessions") for row in await connection.execute(text(f"SELECT * FROM {name}"))]
    assert len(rows) == 2
    assert not any(httpx.URL(link).params["key"] in row or session in row for row in rows)


async def test_leaving_ends_the_session_on_the_server(admins: Admins) -> None:
    async with admins.client() as client:
        token = await enter(admins, client)
        session = client.cookies["admin"]
        await client.post("/admin/leave", data={"token": token})
        client.cookies.set("admin", session)
        assert (await client.get("/admin")).status_code == 403


async def test_two_taps_teach_and_one_drops(admins: Admins) -> None:
    await admins.ask("班车几点开", "班车几点开呀", "夜里心慌热线咨询谁接")
    async with admins.client() as client:
        token = await enter(admins, client)
        listed = (await client.get("/admin/gaps")).text
        assert "2 次" in listed
        found = re.search(r'/admin/gaps/(\d+)"[^>]*>(?:别的主题|选一个主题)', listed)
        assert found is not None
        assert "别的回答就不教" in (await client.get("/admin/gaps/3?topic=hotline")).text
        taught = await client.post("/admin/gaps/3/teach", data={"token": token, "topic": "hotline"})
        assert taught.status_code == 303
        assert "学会了" in await finished(admins, client, "/admin/gaps")
        assert admins.holder.status().taught == 1
        await client.post(f"/admin/gaps/{found[1]}/drop", data={"token": token})
        assert "没有记下" in (await client.get("/admin/gaps")).text
        told = (await client.get("/admin/audit")).text
        assert "教问法（hotline）" in told
        assert "删掉没答上来的问题" in told
        for gone in ("3", "99", str(2**64)):
            assert (await client.get(f"/admin/gaps/{gone}")).status_code == 404
        assert (await client.post(f"/admin/gaps/{2**64}/drop", data={"token": token})).status_code == 404


async def test_the_table_runs_nothing(admins: Admins) -> None:
    await admins.ask("=cmd|补助", "＋补助怎么没到账")
    async with admins.client() as client:
        await enter(admins, client)
        table = await client.get("/admin/gaps.csv")
    assert table.headers["content-disposition"] == 'attachment; filename="gaps-2026-11-28.csv"'
    cells = [row[3] for row in csv.reader(io.StringIO(table.content.decode("utf-8-sig")))][1:]
    assert len(cells) == 2
    assert all(cell.startswith("'") for cell in cells)


async def test_a_reload_is_looked_at_confirmed_by_digest_and_rolled_back(admins: Admins) -> None:
    change(admins.folder, SUBSIDY, "text: 病房每天 300 元，其他岗位每天 200 元。", "text: 病房每天 300 元，别的岗位每天 200 元。")
    async with admins.client() as client:
        token = await enter(admins, client)
        await client.post("/admin/reload/prepare", data={"token": token})
        shown = await finished(admins, client, "/admin/reload")
        assert "措施 ja-01（每日补助）" in shown
        assert "points › rates › text：<del>“病房每天 300 元，其他岗位每天 200 元。”</del>" in shown
        assert "<del>" in shown
        assert "别的岗位每天 200 元" in shown
        digest = admins.holder.status().candidate
        await client.post("/admin/reload/confirm", data={"token": token, "digest": "000000000000"})
        assert admins.holder.status().candidate == digest
        await client.post("/admin/reload/prepare", data={"token": token})
        await finished(admins, client, "/admin/reload")
        await client.post("/admin/reload/confirm", data={"token": token, "digest": str(digest)})
        told = (await client.get("/admin/reload")).text
        assert "已经上线" in told
        assert "又改过" not in told
        assert admins.holder.status().digest == digest
        await client.post("/admin/reload/rollback", data={"token": token, "digest": "000000000000"})
        assert "没有退回" in await finished(admins, client, "/admin/reload")
        await client.post("/admin/reload/rollback", data={"token": token, "digest": str(digest)})
        assert "已经回到上一版" in await finished(admins, client, "/admin/reload")
        assert "7</td><td>回到上一版" in (await client.get("/admin/audit")).text


async def test_a_return_that_unteaches_is_warned_of_and_puts_the_question_back(admins: Admins) -> None:
    await admins.ask("半夜心慌热线该谁接")
    async with admins.client() as client:
        token = await enter(admins, client)
        listed = (await client.get("/admin/gaps")).text
        number = re.findall(r"/admin/gaps/(\d+)", listed)[0]
        await client.post(f"/admin/gaps/{number}/teach", data={"token": token, "topic": "hotline"})
        await finished(admins, client, "/admin/gaps")
        assert "会撤掉教过的问法“半夜心慌热线该谁接”" in (await client.get("/admin/reload")).text
        await client.post("/admin/reload/rollback", data={"token": token, "digest": admins.holder.status().digest})
        assert "已放回没答上来的问题" in await finished(admins, client, "/admin/reload")
        assert "半夜心慌热线该谁接" in (await client.get("/admin/gaps")).text


async def test_to_return_takes_a_while_and_no_request_waits_for_it(admins: Admins, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = asyncio.Event()

    async def rollback(_: str) -> Returned:
        await ready.wait()
        return Returned()

    monkeypatch.setattr(admins.holder, "rollback", rollback)
    monkeypatch.setattr(one_job, "_AT_ONCE_SECONDS", 0.0)
    async with admins.client() as client:
        token, live = await enter(admins, client), admins.holder.status().digest
        async with asyncio.timeout(10):
            await client.post("/admin/reload/rollback", data={"token": token, "digest": live})
        waiting = await client.get("/admin/reload")
        assert waiting.headers["refresh"]
        assert "正在回到上一版" in waiting.text
        assert "检查文件夹里的新内容" not in waiting.text
        ready.set()
        assert "已经回到上一版" in await finished(admins, client, "/admin/reload")


async def test_a_broken_folder_is_told_and_nothing_changes(admins: Admins) -> None:
    change(admins.folder, SUBSIDY, "points:\n", "wrong: 1\npoints:\n")
    async with admins.client() as client:
        token = await enter(admins, client)
        await client.post("/admin/reload/prepare", data={"token": token})
        shown = await finished(admins, client, "/admin/reload")
        assert "检查没有通过" in shown
        assert f"{SUBSIDY}:" in shown
        assert str(admins.folder) not in shown
        assert "确认上线" not in shown


async def test_a_measure_is_shown_in_every_kind_of_reply(admins: Admins) -> None:
    async with admins.client() as client:
        await enter(admins, client)
        assert "/admin/content/ja-02" in (await client.get("/admin/content")).text
        shown = (await client.get("/admin/content/ja-01")).text
        for said in ("点开这一项", "全文", "算一算", "问“找谁”", "例句：在病房干了20天，补助一共多少", "6000 元"):
            assert said in shown, said
        assert (await client.get("/admin/content/ja-99")).status_code == 404


async def test_what_was_thought_of_answers_is_shown_apart_from_the_turns(admins: Admins) -> None:
    counted = {
        Counted(DAY, "web", "answer"): 20, Counted(DAY, "telegram", "useful"): 8, Counted(DAY, "web", "useless"): 6,
    }  # fmt: skip
    async with admins.database.writing() as connection:
        await connection.run_sync(usage.add, counted)
    async with admins.client() as client:
        await enter(admins, client)
        shown = (await client.get("/admin/usage")).text
    for name, number in (("有用", 8), ("没用", 6), ("网页、接口", 20)):
        assert f"<td>{name}</td><td class=\"number\">{number}</td>" in shown
    assert "<td>Telegram</td>" not in shown, "no turn of Telegram's was counted"


async def test_small_numbers_are_hidden_in_plots_and_tables(admins: Admins) -> None:
    counted = {
        Counted(DAY, "web", "answer", "daily-subsidy", "jia"): 12, Counted(DAY, "wechat", "decline"): 3,
        Counted(DAY - timedelta(days=200), "web", "chat"): 77,
    }  # fmt: skip
    async with admins.database.writing() as connection:
        await connection.run_sync(usage.add, counted)
    async with admins.client() as client:
        await enter(admins, client)
        shown = (await client.get("/admin/usage")).text
        assert "<td>微信</td><td class=\"number\">&lt;5</td>" in shown
        assert "<td>网页、接口</td><td class=\"number\">12</td>" in shown
        assert ">3<" not in shown
        assert "<td class=\"number\">77</td>" not in shown
        assert "<td class=\"number\">77</td>" in (await client.get("/admin/usage?days=400")).text


@pytest.mark.parametrize("path", ["/admin", "/admin/enter"])
async def test_no_page_is_kept_by_the_browser_or_runs_a_script(admins: Admins, path: str) -> None:
    async with admins.client() as client:
        await enter(admins, client)
        page = await client.get(path)
    assert page.headers["cache-control"] == "no-store"
    assert "<script" not in page.text
