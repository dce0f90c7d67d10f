"""The page in a real browser, against a real server: what HTTP alone cannot show."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.compiled.snapshot import Snapshot
from tests.channels.http.browsing import browser, findings, page_of
from tests.channels.http.webbing import Noted, make_web, served

pytestmark = pytest.mark.asyncio(loop_scope="module")
SCHOOL = "我家孩子上公办幼儿园能优先吗"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with browser() as it:
        yield it


@pytest.fixture(scope="module")
def noted() -> Noted:
    return Noted()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(snapshot: Snapshot, noted: Noted) -> AsyncIterator[str]:
    async with served(make_web(snapshot, noted)) as it:
        yield it


async def ask(page: Page, text: str) -> None:
    """Type a question, send it, and see its answer come."""
    turns = await page.locator(".turn").count()
    await page.get_by_label("您的问题").fill(text)
    await page.get_by_role("button", name="发送").click()
    await expect(page.locator(".turn")).to_have_count(turns + 1)


async def fits(page: Page) -> bool:
    """Whether nothing is wider than the window."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_on_any_page(chromium: Browser, address: str, scheme: str) -> None:
    async with page_of(chromium, address, color_scheme=scheme) as page:
        assert await findings(page) == []
        await ask(page, SCHOOL)
        await page.locator(".why summary").click()
        assert await findings(page) == []
        await page.get_by_role("button", name="大字").click()
        assert await findings(page) == []
        for path in ("/m/hq-17", "/t/daily-subsidy", "/r/hongqiao", "/privacy", "/api"):
            await page.goto(address + path)
            assert await findings(page) == [], path


async def test_three_taps_lead_to_a_verdict_and_focus_follows_each_answer(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await page.get_by_role("radio", name="天津市红桥区").check()
        await page.get_by_role("button", name=SCHOOL).click()
        await expect(page.locator(".answer")).to_be_focused()
        await page.get_by_role("button", name="有人在本区 → 符合").click()
        await expect(page.locator(".answer").nth(1)).to_be_focused()
        await expect(page.locator(".answer").nth(1)).to_contain_text("符合：")
        await expect(page.locator(".said").nth(1)).to_have_text("您：有人在本区 → 符合")
        await expect(page.locator(".turn").first.locator(".options button")).to_have_count(0)
        assert await page.locator(".turn").nth(1).evaluate("turn => Math.abs(turn.getBoundingClientRect().top) < 200")


async def test_the_keyboard_is_enough(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        await page.keyboard.press("ArrowDown")
        await expect(page.get_by_role("radio", name="天津市红桥区")).to_be_checked()
        await page.keyboard.press("Tab")
        await expect(page.locator(".examples button").first).to_be_focused()
        for _ in range(3):
            await page.keyboard.press("Tab")
        await expect(page.get_by_text("Shift+Enter")).to_be_visible()
        await page.keyboard.type("一天补多少")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("多谢")
        assert await page.get_by_label("您的问题").input_value() == "一天补多少\n多谢"
        await page.keyboard.press("Enter")
        await expect(page.locator(".answer")).to_contain_text("300 元")


async def test_an_input_method_s_enter_sends_nothing(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        box = page.get_by_label("您的问题")
        await box.fill("butie")
        for composing in ("isComposing: true", "keyCode: 229"):
            event = f"new KeyboardEvent('keydown', {{key: 'Enter', bubbles: true, cancelable: true, {composing}}})"
            assert await box.evaluate(f"box => box.dispatchEvent({event})")
        await expect(page.locator(".turn")).to_have_count(0)
        assert await box.input_value() == "butie"


async def test_a_reload_restores_and_clearing_forgets(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await page.get_by_role("radio", name="天津市红桥区").check()
        await ask(page, SCHOOL)
        await page.reload()
        await expect(page.locator(".said")).to_have_text(f"您：{SCHOOL}")
        await page.get_by_role("button", name="不清楚").click()
        await expect(page.locator(".turn")).to_have_count(2)
        await page.get_by_role("button", name="清除对话").click()
        await expect(page.locator(".turn")).to_have_count(0)
        await page.reload()
        await expect(page.get_by_text("您在哪里？")).to_be_visible()
        await expect(page.locator(".turn")).to_have_count(0)
        assert await page.evaluate("sessionStorage.length + document.cookie.length") == 0


async def test_clearing_leaves_no_region_chosen_and_no_keyboard_over_the_first_screen(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await page.get_by_role("radio", name="天津市红桥区").check()
        await ask(page, SCHOOL)
        await page.get_by_role("button", name="清除对话").click()
        await expect(page.get_by_role("radio", name="天津市红桥区")).not_to_be_checked()
        await expect(page.locator("main")).to_be_focused()


async def test_a_judgment_counts_although_an_item_it_is_about_is_gone(chromium: Browser, address: str, noted: Noted) -> None:
    async with page_of(chromium, address, failing=True) as page:
        await ask(page, SCHOOL)
        await page.evaluate("document.querySelector('.turn [name=measures]').value = 'hq-17,hq-99'")
        before = len(noted.judged)
        await page.locator(".turn .ask").get_by_role("button", name="有用", exact=True).click()
        await expect(page.locator(".turn .thanks")).to_be_visible()
        assert noted.judged[before:] == [True]


async def test_what_an_earlier_version_kept_does_not_break_the_page(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        for kept in ('{"turns": [{"said": "x", "view": {"sections": []}}], "session": "old", "region": null}', "[]", "null", "{"):
            await page.evaluate("kept => sessionStorage.setItem('talk', kept)", kept)
            await page.reload()
            await expect(page.locator(".turn")).to_have_count(0)
            await expect(page.get_by_text("您在哪里？")).to_be_visible()
        await ask(page, SCHOOL)


async def test_saying_forget_clears_the_page_too(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await ask(page, SCHOOL)
        await page.get_by_label("您的问题").fill("忘了我")
        await page.get_by_role("button", name="发送").click()
        await expect(page.locator(".answer")).to_contain_text("已经删除")
        await expect(page.locator(".turn")).to_have_count(1)


async def test_large_letters_are_remembered_and_nothing_runs_off_a_narrow_screen(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address, viewport={"width": 320, "height": 600}) as page:
        await ask(page, SCHOOL)
        assert await fits(page)
        await page.get_by_role("button", name="大字").click()
        assert await fits(page)
        await page.reload()
        assert await page.evaluate("getComputedStyle(document.documentElement).fontSize") == "25.5px"
        small = "button => { const box = button.getBoundingClientRect(); return box.height < 44 || box.width < 44; }"
        buttons = page.locator("button:visible, summary:visible")
        assert [await one.text_content() for one in await buttons.all() if await one.evaluate(small)] == []
        for path in ("/m/hq-17", "/r/hongqiao", "/api"):
            await page.goto(address + path)
            assert await fits(page)


async def test_twice_the_size_still_fits(chromium: Browser, address: str) -> None:
    half = {"width": 640, "height": 400}
    async with page_of(chromium, address, viewport=half, device_scale_factor=2) as page:
        await ask(page, "我有哪些待遇")
        assert await fits(page)


async def test_offline_the_draft_stays_and_can_be_sent_later(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address, failing=True) as page:
        await page.route("**/api/v1/turn", lambda route: route.abort("internetdisconnected"), times=1)
        await page.get_by_label("您的问题").fill("一天补多少")
        await page.get_by_role("button", name="发送").click()
        await expect(page.get_by_role("alert")).to_contain_text("没有连上")
        assert await page.get_by_label("您的问题").input_value() == "一天补多少"
        await page.get_by_role("button", name="发送").click()
        await expect(page.locator(".turn")).to_have_count(1)
        await expect(page.get_by_role("alert")).to_be_empty()


async def test_a_double_tap_asks_once_and_a_slow_answer_is_announced(chromium: Browser, address: str) -> None:
    gate, asked = asyncio.Event(), list[str]()

    async with page_of(chromium, address) as page:

        async def hold(route: object) -> None:
            asked.append("once")
            await gate.wait()
            await route.continue_()  # type: ignore[attr-defined]

        await page.route("**/api/v1/turn", hold)
        await page.get_by_role("button", name=SCHOOL).dblclick()
        await expect(page.get_by_role("status")).to_have_text("正在查……")
        gate.set()
        await expect(page.locator(".turn")).to_have_count(1)
        await expect(page.get_by_role("status")).to_be_empty()
    assert asked == ["once"]


async def test_what_looks_like_markup_stays_text(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await ask(page, "<img src=x onerror=alert(1)>补助")
        await expect(page.locator(".words")).to_have_text("<img src=x onerror=alert(1)>补助")
        assert await page.locator("#transcript img").count() == 0


async def test_feedback_asks_before_a_question_is_kept(chromium: Browser, address: str, noted: Noted) -> None:
    async with page_of(chromium, address) as page:
        await ask(page, "一天补多少呀")
        await page.get_by_role("button", name="没用").click()
        await expect(page.get_by_role("button", name="可以留")).to_be_focused()
        await page.get_by_role("button", name="可以留").click()
        await expect(page.get_by_text("谢谢，记下了。")).to_be_visible()
        assert noted.questions[-1] == "一天补多少呀"
        await page.reload()
        await expect(page.get_by_text("谢谢，记下了。")).to_be_visible()
        await expect(page.get_by_role("button", name="没用")).to_be_hidden()


async def test_more_than_fits_is_said_when_it_is_pasted(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        paste = (
            "(length) => { const data = new DataTransfer(); data.setData('text', '补'.repeat(length));"
            " document.getElementById('text').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data})); }"
        )
        await page.evaluate(paste, 720)
        await expect(page.get_by_role("alert")).to_contain_text("最多 500 个字")
        await page.evaluate(paste, 500)
        await expect(page.get_by_role("alert")).to_have_text("")


async def test_who_types_that_it_was_no_use_is_asked_for_the_question_before(
    chromium: Browser, address: str, noted: Noted
) -> None:
    async with page_of(chromium, address) as page:
        await ask(page, "补助怎么申领呀")
        await ask(page, "没用")
        await expect(page.get_by_text("可以把“补助怎么申领呀”这句话留给维护的人看吗")).to_be_visible()
        await page.get_by_role("button", name="可以留").click()
        await expect(page.locator(".thanks:visible")).to_have_text("谢谢，记下了。")
        assert noted.questions[-1] == "补助怎么申领呀"


async def test_nobody_in_distress_is_asked_for_marks_or_for_what_they_said(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await ask(page, "我不想活了")
        await expect(page.locator(".feedback")).to_be_hidden()
        await ask(page, "没用")
        await expect(page.get_by_text("留给维护的人看吗").last).to_be_hidden()


async def test_asking_for_a_person_gives_a_number_to_tap(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await page.get_by_role("button", name="找人工").click()
        await expect(page.locator(".answer a[href='tel:12345']")).to_be_visible()


async def test_an_expired_conversation_starts_afresh_in_its_region(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address, failing=True) as page:
        await page.get_by_role("radio", name="天津市红桥区").check()
        await ask(page, SCHOOL)
        broken = "const talk = JSON.parse(sessionStorage.talk); talk.session = 'AAAA'; sessionStorage.talk = JSON.stringify(talk)"
        await page.evaluate(broken)
        await page.reload()
        async with page.expect_response(lambda response: response.status == 200 and "turn" in response.url):
            await page.get_by_role("button", name="我的待遇").click()
        await expect(page.locator(".answer").nth(1)).to_contain_text("红桥")


async def test_on_paper_there_are_answers_sources_and_the_date(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await ask(page, "在红桥隔离病房干了25天，一共补多少")
        await page.emulate_media(media="print")
        for shown in (page.locator(".said"), page.locator(".line.source"), page.get_by_text("2026-11-28 打印自")):
            await expect(shown).to_be_visible()
        for hidden in (page.locator("#composer"), page.locator(".tools"), page.locator(".options"), page.locator(".feedback")):
            await expect(hidden).to_be_hidden()
        told = "link => getComputedStyle(link, '::after').content"
        assert f"{address}/m/hq-09" in await page.locator(".cited a").first.evaluate(told)


async def test_the_date_on_paper_is_the_day_it_is_printed(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address) as page:
        await page.clock.set_fixed_time("2026-12-24T09:00:00")
        await page.evaluate("dispatchEvent(new Event('beforeprint'))")
        await expect(page.locator(".printed")).to_contain_text("2026-12-24 打印自")


async def test_without_javascript_forms_do_the_same(chromium: Browser, address: str) -> None:
    async with page_of(chromium, address, failing=True, java_script_enabled=False) as page:
        await expect(page.get_by_role("button", name="大字")).to_be_hidden()
        await expect(page.get_by_text("Shift+Enter")).to_be_hidden()
        await page.get_by_role("radio", name="天津市红桥区").check()
        await page.get_by_role("button", name=SCHOOL).click()
        await expect(page.locator(".answer")).to_contain_text("要看户籍")
        await page.get_by_role("button", name="有人在本区 → 符合").click()
        await expect(page.locator(".answer")).to_contain_text("符合：")
        await expect(page.locator(".said")).to_have_text("您：有人在本区 → 符合")
        await page.get_by_role("button", name="没用").click()
        await expect(page.get_by_text("谢谢，记下了。")).to_be_visible()
        await expect(page.locator(".answer")).to_contain_text("符合：")
        await page.get_by_role("button", name="发送").click()
        await expect(page.locator(".answer")).to_contain_text("符合：")
        await page.get_by_label("您的问题").fill(" ")
        await page.get_by_role("button", name="发送").click()
        await expect(page.get_by_role("alert")).to_contain_text("请先写上想问的话")
        await expect(page.locator(".answer")).to_contain_text("符合：")
        await page.get_by_label("您的问题").fill("那要带什么")
        await page.get_by_role("button", name="发送").click()
        await expect(page.locator(".said")).to_have_text("您：那要带什么")
        await expect(page.locator(".answer")).to_contain_text("红桥台账第 17 项")


async def test_from_a_shared_page_the_conversation_goes_on(chromium: Browser, address: str) -> None:
    async with page_of(chromium, f"{address}/m/hq-09") as page:
        await page.get_by_label("您的问题").fill("隔离病房干了20天呢")
        await page.get_by_role("button", name="发送").click()
        await expect(page.locator(".answer")).to_contain_text("6000 元")
        await page.reload()
        await expect(page.locator(".turn")).to_have_count(1)
        await ask(page, "那30天呢")
        await expect(page.locator(".answer").nth(1)).to_contain_text("9000 元")
