"""The admin pages in a real browser: nothing for axe to find, nothing wider than a phone, no script needed."""

from __future__ import annotations

from pathlib import Path

from tests.channels.http.admining import installed
from tests.channels.http.browsing import browser, findings, page_of
from tests.channels.http.webbing import make_web, served

PATHS = ("/admin", "/admin/gaps", "/admin/gaps/1?topic=hotline", "/admin/reload", "/admin/content", "/admin/content/ja-01", "/admin/usage")


async def test_axe_finds_nothing_on_the_admin_pages(tmp_path: Path) -> None:
    async with browser() as chromium, installed(tmp_path) as admins:
        await admins.ask("夜里心慌热线咨询谁接")
        async with served(make_web(admins.holder.snapshot), admins.more) as address:
            for scheme in ("light", "dark"):
                async with page_of(chromium, await admins.links.link("7"), color_scheme=scheme) as page:
                    assert await findings(page) == []
                    await page.get_by_role("button", name="进入").click()
                    for path in PATHS:
                        await page.goto(address + path)
                        assert await findings(page) == [], path
                        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
