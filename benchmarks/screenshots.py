"""Pictures of the page for the documentation, taken from a running server.

    python -m bot serve &
    python -m benchmarks.screenshots http://127.0.0.1:8000 docs/screenshots
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from tests.channels.http.browsing import ARGUMENTS, BROWSER

PHONE = {"width": 360, "height": 760}
DESK = {"width": 1280, "height": 800}
VIEWS = {
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


async def main(address: str, folder: Path) -> None:
    """All views."""
    folder.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        for name in VIEWS:
            await take(browser, address, folder, name)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1].rstrip("/"), Path(sys.argv[2])))
