"""A real browser for the tests: Debian's headless chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

BROWSER = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
"""Debian's headless shell first; what else is installed, such as on GitHub's machines, does as well."""

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """The browser; without one the test is skipped, but not where all is to be checked."""
    if BROWSER is None:
        message = "no chromium-headless-shell: apt-get install chromium-headless-shell fonts-noto-cjk"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    async with async_playwright() as playwright:
        it = await playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        try:
            yield it
        finally:
            await it.close()


@asynccontextmanager
async def page_of(browser: Browser, address: str, *, failing: bool = False, **options: Any) -> AsyncIterator[Page]:
    """A page in a context of its own. At its end nothing must have been complained of on the console, save that a request
    failed where one was made to (``failing``).
    """
    complaints: list[str] = []
    context = await browser.new_context(**({"viewport": {"width": 360, "height": 760}} | options))
    context.set_default_timeout(15_000)
    page = await context.new_page()
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    try:
        await page.goto(address)
        yield page
    finally:
        await context.close()
    assert [each for each in complaints if not (failing and "Failed to load resource" in each)] == []


async def findings(page: Page) -> list[str]:
    """What axe finds wrong with a page, under the policy the page really has."""
    results = await Axe().run(page, options=_RULES)
    return [f"{found['id']}: {node['html'][:120]}" for found in results.response["violations"] for node in found["nodes"]]
