"""Fuzzed requests against the application in memory: none may fail, none may learn of another visitor.

    python -m benchmarks.web_hostile 100000 1      how many, and the seed
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import sys
from collections import Counter
from typing import Any

import httpx

from bot.commands.answering_snapshot import ready_snapshot
from bot.compiled.snapshot import Snapshot
from bot.settings import read_settings
from tests.channels.http.webbing import client_of, make_web

PATHS = ("/", "/feedback", "/api/v1/turn", "/api/v1/feedback", "/m/{}", "/t/{}", "/r/{}", "/qr/m/{}.svg", "/static/{}", "/hook/{}", "/{}")
MARK = "qzvx"
"""Stands in what a visitor writes, before their number; in no page."""

_MARKED = re.compile(MARK + r"(\d*)")

METHODS = ("GET", "POST", "POST", "POST", "PUT", "HEAD", "OPTIONS")
KINDS = ("application/json", "application/x-www-form-urlencoded", "text/html", "", "application/json; charset=gbk")
PIECES = (
    "补助", "一天", "25天", "红桥", "\u0000", "\ud800", "<script>", "'\"", "../", "%00", "{{7*7}}", "\u202e", "🙂", "援鄂", "9" * 30, "\n",
)  # fmt: skip


def nonsense(dice: random.Random) -> str:
    """Words and worse."""
    return "".join(dice.choices(PIECES, k=dice.randint(0, 12)))


def body(dice: random.Random, tokens: list[str], mark: str) -> bytes:
    """A body near to a right one, or none at all."""
    token = dice.choice(tokens) if tokens else "x"
    if dice.random() < 0.3:
        place = dice.randrange(len(token))
        token = token[:place] + dice.choice("Ab_-=") + token[place + 1 :]
    row: dict[str, Any] = {"text": mark + nonsense(dice), "session": token}
    row["region"] = dice.choice(("hongqiao", "guangdong", nonsense(dice)))
    row["action"] = dice.choice(("menu", "do:my", "do:forget", "full:hq-09", "region:hongqiao", nonsense(dice)))
    row |= {"helpful": dice.choice((True, False, None, "yes")), "question": mark, "measures": [nonsense(dice)]}
    for key in dice.sample(list(row), dice.randint(0, len(row))):
        del row[key]
    raw = json.dumps(row).encode() if dice.random() < 0.7 else "&".join(f"{k}={v}" for k, v in row.items()).encode("utf-8", "replace")
    return raw[: dice.randrange(len(raw) + 1)] if dice.random() < 0.2 else raw


async def attack(snapshot: Snapshot, number: int, seed: int) -> Counter[int]:
    """The statuses of so many requests.

    Raises:
        SystemExit: at the first that fails or tells of another visitor.
    """
    dice, statuses, tokens = random.Random(seed), Counter[int](), list[str]()
    async with client_of(make_web(snapshot)) as client:
        for turn in range(number):
            mark = f"{MARK}{turn}x"
            path = dice.choice(PATHS).format(dice.choice(("hq-09", "hongqiao", "page.js", "%2e%2e", "a" * 300)))
            headers = {"Content-Type": dice.choice(KINDS), "Accept": dice.choice(("text/html", "*/*"))}
            content = body(dice, tokens, mark)
            response = await client.request(dice.choice(METHODS), path, content=content, headers=headers)
            statuses[response.status_code] += 1
            if response.status_code >= 500 or tells_of_another(response.text, turn):
                sys.exit(f"request {turn}: {response.status_code} {path} {content!r}")
            keep_token(response, tokens)
    return statuses


def tells_of_another(text: str, turn: int) -> bool:
    """Whether a page holds the mark of another request. A body may be cut within the mark: what is left of it is one's own."""
    return any(not str(turn).startswith(number) for number in _MARKED.findall(text))


def keep_token(response: httpx.Response, tokens: list[str]) -> None:
    """Some of the tokens given out, to be abused."""
    if response.status_code == 200 and response.request.url.path == "/api/v1/turn":
        tokens[:] = [*tokens[-50:], response.json()["session"]]


if __name__ == "__main__":
    shipped = ready_snapshot(read_settings(os.environ))
    sys.stdout.write(f"{dict(asyncio.run(attack(shipped, int(sys.argv[1]), int(sys.argv[2]))))}\n")
