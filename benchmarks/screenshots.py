"""Pictures of the page for the documentation, taken from a running server, and of the admin pages behind a one-time link.

    python -m bot serve &
    python -m benchmarks.screenshots http://127.0.0.1:8000 docs/screenshots
    python -m benchmarks.screenshots http://127.0.0.1:8000 docs/screenshots "$(python -m bot admin-link)"

With a link, only the admin pages are taken; they show what people asked this server, so ask it something first.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, ViewportSize, async_playwright

from tests.channels.http.browsing import ARGUMENTS, BROWSER

PHONE = ViewportSize(width=360, height=760)
DESK = ViewportSize(width=1280, height=800)
ADMIN_PAGES = {"first": "", "gaps": "/gaps", "reload": "/reload", "content": "/content/hq-09", "usage": "/usage"}
VIEWS: dict[str, tuple[ViewportSize, Literal["light", "dark"]]] = {
    "phone-light": (PHONE, "light"),
    "phone-dark": (PHONE, "dark"),
    "desk-light": (DESK, "light"),
    "desk-dark": (DESK, "dark"),
}


async def take(browser: Browser, address: str, folder: Path, name: str) -> None:
    """The first view and a conversation to its verdict, in one size and mode."""
    size, scheme = VIEWS[name]
    context = await browser.new_context(viewport=size, color_scheme=scheme)
    page = await context.new_page()
    await page.goto(address)
    await page.screenshot(path=folder / f"first-{name}.png", full_page=True)
    await page.get_by_role("radio", name="天津市红桥区").check()
    await page.get_by_role("button", name="我家孩子").click()
    await page.locator(".options button").first.click()
    await page.locator(".turn").nth(1).wait_for()
    await page.screenshot(path=folder / f"answer-{name}.png", full_page=True)
    await page.goto(f"{address}/m/hq-09")
    await page.screenshot(path=folder / f"measure-{name}.png", full_page=True)
    await context.close()


async def take_admin(browser: Browser, address: str, folder: Path, link: str) -> None:
    """Each admin page, on a desk by day and on a phone by night. A link opens once, so the two are views of one session."""
    context = await browser.new_context(viewport=DESK)
    page = await context.new_page()
    await page.goto(link)
    await page.get_by_role("button", name="进入").click()
    for name in ("desk-light", "phone-dark"):
        size, scheme = VIEWS[name]
        await page.set_viewport_size(size)
        await page.emulate_media(color_scheme=scheme)
        for called, place in ADMIN_PAGES.items():
            await page.goto(f"{address}/admin{place}")
            await page.screenshot(path=folder / f"admin-{called}-{name}.png")
    await context.close()


async def main(address: str, folder: Path, link: str | None = None) -> None:
    """All views of the page, or of the admin pages."""
    folder.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        if link is not None:
            await take_admin(browser, address, folder, link)
        else:
            for name in VIEWS:
                await take(browser, address, folder, name)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1].rstrip("/"), Path(sys.argv[2]), *sys.argv[3:]))
