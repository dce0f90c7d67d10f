"""Every fault an operator may meet, made on purpose: what a person sees, what the log says, what is lost, what comes twice.

Run: python -m benchmarks.faults [--to docs/faults.md] [--only WORD]

Each row is the bot's own channel on an emulated Bot API over real HTTP, with pauses cut short. One person asks, another
asks, the first asks for help: three replies are due. What is refused for good cannot arrive; then the row says who was told.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx

from bot.channels.telegram.log_redaction import Redacting
from bot.channels.telegram.person_queues import Pace
from bot.compiled.snapshot import Snapshot
from bot.keeping.index_store import compile_snapshot
from bot.reading.parse import load
from bot.storage.database import FILE, StorageError
from bot.storage.turns import TurnStore
from tests.authors.folders import BASE
from tests.authors.signals import SIGNALS
from tests.channels.loopback import free_port
from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import SWIFT, Person, Running, running
from tests.channels.telegram.rules import RefusedError, bad
from tests.channels.telegram.test_webhook import SECRET, URL
from tests.storage.test_migrations import FIRST

QUESTION, HELP = "补助一天多少", "/help"
_DEADLINE = 2.5
_PATIENCE = 10.0
_ASKER, _OTHER = 1, 2
_LONGEST_LOG = 150
_PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]


@dataclass
class Stage:
    """One row being played."""

    emulator: Emulator
    folder: Path
    port: int
    bot: Running | None = None
    asked: list[tuple[int, str]] = field(default_factory=list)

    def says(self, who: int, text: str) -> None:
        """Somebody asks; a reply is due."""
        self.asked.append((who, text))
        Person(self.emulator, who).says(text)


Act = Callable[[Stage], Awaitable[object] | None]


@dataclass(frozen=True)
class Row:
    """A fault: what is done before the start, and once the bot runs; ``how`` are settings and options of the bot."""

    name: str
    before: Act = lambda _: None
    during: Act = lambda _: None
    how: dict[str, Any] = field(default_factory=dict)


def rows() -> Iterator[Row]:
    """The whole table."""
    yield Row("没有故障")
    yield from _answers("sendMessage", "发回答", during=True)
    yield from _refusals()
    yield from _answers("getUpdates", "收消息", during=False)
    yield from _odd_updates()
    for method, name in (
        ("getMe", "启动：认令牌"),
        ("deleteWebhook", "启动：取消 webhook"),
        ("setMyCommands", "启动：设菜单"),
    ):
        yield from _starts(method, name)
    yield from _contents()
    yield from _disks()
    yield from _webhooks()
    yield from _people()


def _fails(method: str, **how: Any) -> Act:
    return lambda stage: _none(stage.emulator.fail(method, **how))


def _none(_: object) -> None:
    return None


_SHAPES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("429，一秒后再来", {"refusal": RefusedError(429, "Too Many Requests: retry after 1", {"retry_after": 1})}),
    ("500", {"refusal": RefusedError(500, "Internal Server Error"), "times": 3}),
    ("502 网页", {"raw": (502, b"<html>Bad Gateway</html>"), "times": 3}),
    ("503", {"refusal": RefusedError(503, "Service Unavailable"), "times": 3}),
    ("200，不是 JSON", {"raw": (200, b"{not json")}),
    ("200，空的", {"raw": (200, b"")}),
    ('{"ok":true}', {"raw": (200, b'{"ok":true}')}),
    ("null", {"raw": (200, b"null")}),
    ("[]", {"raw": (200, b"[]")}),
    ('{"ok":true,"result":null}', {"raw": (200, b'{"ok":true,"result":null}')}),
    ("连接中途断开", {"cut": True}),
    ("迟迟不答", {"hang": True}),
)


def _answers(method: str, name: str, *, during: bool) -> Iterator[Row]:
    slow = {"timing": replace(SWIFT, request=0.3, poll=1)}
    for shape, how in _SHAPES:
        act = _fails(method, **how)
        options = slow if how.get("hang") else {}
        yield Row(f"{name}：{shape}", **({"during": act} if during else {"before": act}), how=options)
    if during:
        for shape, extra in (("迟迟不答，其实送到了", {"hang": True}), ("断开，其实送到了", {"cut": True})):
            for times in (1, 50):
                act = _fails(method, after=True, times=times, when=_to_asker, **extra)
                yield Row(f"{name}：{shape}，{'一次' if times == 1 else '一直这样'}", during=act, how=slow)


def _to_asker(params: dict[str, Any]) -> bool:
    return bool(params["chat_id"] == _ASKER)


def _refusals() -> Iterator[Row]:
    refusals = (
        bad("chat not found"), bad("TOPIC_CLOSED"), bad("not enough rights to send text messages to the chat"),
        bad("message is too long"), bad("can't parse entities: unsupported start tag"), bad("an unknown reason"),
        RefusedError(403, "Forbidden: bot was blocked by the user"),
        RefusedError(403, "Forbidden: bot was kicked from the group chat"), RefusedError(403, "Forbidden: user is deactivated"),
    )  # fmt: skip
    for refusal in refusals:
        act = _fails("sendMessage", refusal=refusal, when=_to_asker)
        yield Row(f"发回答：拒绝，{refusal.body['description'].partition(': ')[2]}", during=act)


def _odd_updates() -> Iterator[Row]:
    conflict = "Conflict: terminated by other getUpdates request"
    yield Row("收消息：409，另有程序在轮询", before=_fails("getUpdates", refusal=RefusedError(409, conflict), times=3))
    yield Row("收消息：409，有人设了 webhook", during=lambda stage: _set_webhook(stage, "https://elsewhere.example"))
    for name, update in (
        ("null", None), ("没有编号", {"message": {}}), ("编号 2^63", {"update_id": 1 << 63}), ("编号是负的", {"update_id": -1}),
        ("编号是字符串", {"update_id": "7"}), ("编号是小数", {"update_id": 1.5}),
    ):  # fmt: skip
        body = json.dumps({"ok": True, "result": [update]}).encode()
        yield Row(f"收消息：更新 {name}", before=_fails("getUpdates", raw=(200, body)))


def _starts(method: str, name: str) -> Iterator[Row]:
    for shape, how in _SHAPES:
        if shape in ("429，一秒后再来", "502 网页", '{"ok":true}', "迟迟不答"):
            timing = {"timing": replace(SWIFT, request=0.3)} if how.get("hang") else {}
            yield Row(f"{name}，{shape}", before=_fails(method, **how), how=timing)


def _contents() -> Iterator[Row]:
    def pushes(kind: str, content: dict[str, Any]) -> Act:
        return lambda stage: _none(stage.emulator.push(kind, content))

    def sends(times: int = 1, **content: Any) -> Act:
        return lambda stage: _none([Person(stage.emulator, _ASKER).sends(**content) for _ in range(times)])

    yield Row("消息：半个字符", during=lambda stage: stage.says(_ASKER, QUESTION + "\ud83d"))
    yield Row("消息：空字符和控制符", during=lambda stage: stage.says(_ASKER, "\x00\x1b[2J" + QUESTION))
    yield Row("消息：四千字", during=lambda stage: stage.says(_ASKER, QUESTION + "补" * 4_000))
    yield Row("消息：读不了的更新", during=pushes("message", {"message_id": "?", "chat": 5}))
    yield Row("消息：没见过的更新", during=pushes("something_new", {"a": 1}))
    yield Row("消息：十张一组的照片", during=sends(10, photo=_PHOTO, media_group_id="a"))
    yield Row("消息：付费媒体", during=sends(paid_media={"star_count": 1, "paid_media": []}))
    yield Row("消息：清单", during=sends(checklist={"title": "t", "tasks": []}))
    yield Row("消息：没见过的内容", during=sends(something_new={"a": 1}))


def _disks() -> Iterator[Row]:
    def spoiled(content: Callable[[bytes], bytes]) -> Act:
        def act(stage: Stage) -> None:
            whole = _fresh_database(stage.folder)
            (stage.folder / FILE).write_bytes(content(whole))

        return act

    yield Row("磁盘：文件不是数据库", before=spoiled(lambda _: b"nonsense" * 500))
    yield Row("磁盘：文件只有一半", before=spoiled(lambda whole: whole[: len(whole) // 2]))
    yield Row("磁盘：文件后面全是零", before=spoiled(lambda whole: whole[:4096] + bytes(len(whole) - 4096)))
    yield Row("磁盘：数据库是更新的程序写的", before=_newer)
    yield Row("磁盘：数据库是上一版程序写的", before=_older)
    yield Row("磁盘：答完那一刻写不进去", during=lambda _: Stubborn.fails("end", 3))
    yield Row("磁盘：收下那一刻写不进去", during=lambda _: Stubborn.fails("receive", 3))
    yield Row("磁盘：读不出会话", during=lambda _: Stubborn.fails("load", 3))
    yield Row("磁盘：别的程序锁着一秒", during=_locked)
    yield Row("磁盘：满了，一秒后腾出来", during=_full)


def _webhooks() -> Iterator[Row]:
    def hooked(name: str, during: Act, before: Act = lambda _: None) -> Row:
        return Row(f"webhook：{name}", before, during, {"webhook_url": URL, "webhook_secret": SECRET})

    yield hooked("没有故障", lambda _: None)
    yield hooked("被取消", lambda stage: _set_webhook(stage, None))
    yield hooked("被设到别处", lambda stage: _set_webhook(stage, "https://elsewhere.example"))
    yield hooked("密钥不对", lambda stage: _post(stage, b"{}", secret="wrong"))
    yield hooked("不是更新", lambda stage: _post(stage, b"[]"))
    yield hooked("同一条送两次", _twice)
    yield hooked("设的时候 502", lambda _: None, _fails("setWebhook", raw=(502, b""), times=2))
    yield hooked("存不下来", lambda _: Stubborn.fails("receive", 1))


def _people() -> Iterator[Row]:
    flood = {"timing": replace(SWIFT, pace=Pace(burst=3, interval=0.1, waiting=6))}
    yield Row(
        "人：一口气四十条",
        during=lambda stage: _none([Person(stage.emulator, 9).says("谢谢") for _ in range(40)]),
        how=flood,
    )
    yield Row("人：别人按了群里的“全部删除”", during=_anothers_button)
    yield Row("令牌：错的", how={"token": TOKEN + "x"})


class Stubborn(TurnStore):
    """A store on a disk that fails when told to."""

    left: dict[str, int] = {}  # noqa: RUF012

    @classmethod
    def fails(cls, what: str, times: int) -> None:
        """From now on, so many calls fail."""
        cls.left[what] = times

    def _maybe(self, what: str) -> None:
        if self.left.get(what, 0) > 0:
            self.left[what] -= 1
            raise StorageError(f"{FILE}：磁盘满了 → 腾出空间", passes=True)

    async def end(self, *given: Any) -> Any:
        """Or fail."""
        self._maybe("end")
        return await super().end(*given)

    async def receive(self, *given: Any) -> Any:
        """Or fail."""
        self._maybe("receive")
        return await super().receive(*given)

    async def load(self, *given: Any) -> Any:
        """Or fail."""
        self._maybe("load")
        return await super().load(*given)


def _fresh_database(folder: Path) -> bytes:
    with sqlite3.connect(folder / FILE) as connection:
        connection.executescript(FIRST)
    connection.close()
    return (folder / FILE).read_bytes()


def _newer(stage: Stage) -> None:
    with sqlite3.connect(stage.folder / FILE) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()


def _older(stage: Stage) -> None:
    _fresh_database(stage.folder)
    with sqlite3.connect(stage.folder / FILE) as connection:
        connection.executescript("DELETE FROM inbox; DELETE FROM sessions")
    connection.close()


async def _locked(stage: Stage) -> None:
    connection = sqlite3.connect(stage.folder / FILE, isolation_level=None, timeout=0)
    for _ in range(100):
        with suppress(sqlite3.OperationalError):
            connection.execute("BEGIN IMMEDIATE")
            break
        await asyncio.sleep(0.02)
    asyncio.get_running_loop().call_later(1.0, connection.close)


async def _full(_: Stage) -> None:
    for what in ("receive", "end", "load"):
        Stubborn.fails(what, 1_000)
    asyncio.get_running_loop().call_later(1.0, Stubborn.left.clear)


def _set_webhook(stage: Stage, url: str | None) -> None:
    stage.emulator.webhook = {"url": url} if url else None
    stage.emulator.wake()


async def _post(stage: Stage, body: bytes, secret: str = SECRET) -> int:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.post(f"http://127.0.0.1:{stage.port}/hook", content=body, headers=headers)).status_code


async def _twice(stage: Stage) -> None:
    stage.says(_ASKER, "菜单")
    body = json.dumps(stage.emulator.pending.pop()).encode()
    for _ in range(2):
        await _post(stage, body)


async def _anothers_button(stage: Stage) -> None:
    asker, other = (Person(stage.emulator, who, chat=-1001) for who in (31, 32))
    await asker.asks("/ask 我在甲县")
    other.taps(await asker.asks("/forget"), "全部删除")


@dataclass
class Watched(logging.Handler):
    """Notes what the log says at WARNING or above."""

    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)
        self.addFilter(Redacting(TOKEN))

    def emit(self, record: logging.LogRecord) -> None:
        """One line."""
        self.lines.append(f"{record.levelname} {record.getMessage()}")

    __hash__ = logging.Handler.__hash__


async def play(row: Row, snapshot: Snapshot) -> dict[str, Any]:
    """One row of the table."""
    Stubborn.left.clear()
    log, root = Watched(), logging.getLogger("bot")
    root.addHandler(log)
    emulator = Emulator()
    await emulator.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(emulator, Path(folder), free_port())
            ended = await _perform(row, stage, snapshot)
            log.lines, ended = [line.replace(folder, "…") for line in log.lines], ended.replace(folder, "…")
    finally:
        root.removeHandler(log)
        await emulator.stop()
    return _result(row, stage, log.lines, ended)


async def _perform(row: Row, stage: Stage, snapshot: Snapshot) -> str:
    """Play it. What the bot ended with, if it ended by itself."""
    await _act(row.before, stage)
    how = {"webhook_listen": ("127.0.0.1", stage.port), **row.how}
    try:
        async with running(stage.emulator, snapshot, stage.folder, expects=Exception, **how) as bot:
            stage.bot = bot
            hooked = "webhook_url" in how
            with suppress(TimeoutError):
                await stage.emulator.until(lambda: _is_ready(stage, hooked=hooked) or bot.task.done(), _PATIENCE)
            await _act(row.during, stage)
            for who, text in ((_ASKER, QUESTION), (_OTHER, QUESTION), (_ASKER, HELP)):
                stage.says(who, text)
                if hooked:
                    await _deliver(stage)
            with suppress(TimeoutError):
                await stage.emulator.until(lambda: bot.task.done() or _missing(stage) == 0, _DEADLINE)
            await asyncio.sleep(0.1)
            return str(bot.task.exception()) if bot.task.done() and bot.task.exception() is not None else ""
    except StorageError as error:
        return str(error)


def _is_ready(stage: Stage, *, hooked: bool) -> bool:
    return bool(stage.emulator.webhook if hooked else stage.emulator.waiting_polls())


async def _deliver(stage: Stage) -> None:
    """Telegram's side of a webhook: again until it is taken."""
    body = json.dumps(stage.emulator.pending.pop()).encode()
    for _ in range(20):
        with suppress(httpx.HTTPError):
            if await _post(stage, body) == 200:
                return
        await asyncio.sleep(0.05)


async def _act(act: Act, stage: Stage) -> None:
    done = act(stage)
    if done is not None:
        await done


def _texts(stage: Stage, who: int) -> list[str]:
    return [
        str(message["text"])
        for message in stage.emulator.messages.values()
        if message["chat"]["id"] == who and message["from"]["is_bot"]
    ]


def _missing(stage: Stage) -> int:
    """How many replies are still due: each question has its own, and equal questions have equal ones."""
    people = {who for who, _ in stage.asked}
    wanted = {who: len({text for asker, text in stage.asked if asker == who}) for who in people}
    return sum(max(0, wanted[who] - len(set(_texts(stage, who)))) for who in people)


def _result(row: Row, stage: Stage, lines: list[str], ended: str) -> dict[str, Any]:
    people = {who for who, _ in stage.asked}
    texts = [text for who in sorted(people) for text in _texts(stage, who)]
    copies = sum(len(_texts(stage, who)) - len(set(_texts(stage, who))) for who in people)
    apologies = sum(text.startswith("抱歉") for text in texts)
    said = list(dict.fromkeys(lines)) + ([f"退出：{ended}"] if ended else [])
    return {
        "fault": row.name,
        "seen": f"{len(texts)} 条" + (f"，其中 {apologies} 条道歉" if apologies else ""),
        "log": "；".join(said)[:_LONGEST_LOG] or "—",
        "lost": _missing(stage),
        "repeated": copies,
    }


async def table(only: str, snapshot: Snapshot) -> list[dict[str, Any]]:
    """Every row whose name holds a word, one after the other."""
    found = []
    for row in rows():
        if only in row.name:
            found.append(await play(row, snapshot))
            print(json.dumps(found[-1], ensure_ascii=False), file=sys.stderr, flush=True)
    return found


def markdown(found: list[dict[str, Any]], seconds: float) -> str:
    """The table for people."""
    head = (
        "# 故障表\n\n每一行是故意造出来的一种故障：机器人真的通道、真的 HTTP，对着模拟的 Bot API，等待都缩短了。\n"
        "甲问一句、乙问一句、甲再发 /help，应当有三条回复（有的行自己多问一句）。\n"
        "“丢”是该到没到的，“重”是同样的话多到的。被对方拒收的送不到是应当的，要看的是日志说了没有。\n\n"
        f"重跑：`python -m benchmarks.faults --to docs/faults.md`（上次 {len(found)} 行，{seconds:.0f} 秒）。\n\n"
        "| 故障 | 人看到 | 日志（WARNING 起）| 丢 | 重 |\n| --- | --- | --- | --: | --: |\n"
    )
    cells = ((row["fault"], row["seen"], row["log"], row["lost"], row["repeated"]) for row in found)
    return head + "".join(f"| {' | '.join(str(cell).replace('|', '｜') for cell in line)} |\n" for line in cells)


def main() -> None:
    """Play the table and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    import bot.channels.telegram.lifecycle as lifecycle

    lifecycle.TurnStore = Stubborn  # type: ignore[attr-defined]
    for chatty in ("uvicorn", "telegram"):
        logging.getLogger(chatty).setLevel(logging.CRITICAL)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as cache:
        snapshot = compile_snapshot(load(BASE).model_copy(update={"signals": SIGNALS}), Path(cache))
        found = asyncio.run(table(given.only, snapshot))
    text = markdown(found, time.perf_counter() - began)
    if given.to is not None:
        given.to.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
