"""The admins' desk over a small knowledge folder: what each command and button says and does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest_asyncio

from bot.administration.desk import AdminDesk, journal_in
from bot.administration.fault_counter import FaultCounter
from bot.model.reply import Reply
from bot.reloading.startup import open_knowledge
from bot.storage.database import Database
from bot.storage.turns import Ended, TurnStore
from bot.storage.undelivered import Undelivered
from tests.authors.folders import base_folder, change
from tests.reloading.examining import examined_here

ADMIN = 7
SUBSIDY = "regions/jia/measures/ja-01-subsidy.yaml"


def now() -> datetime:
    return datetime(2020, 3, 1, 12, tzinfo=UTC)


class Desk:
    """The desk with its folder and database at hand."""

    def __init__(self, where: Path, database: Database) -> None:
        self.folder = base_folder(where)
        self.holder = open_knowledge(self.folder, where / "data", now=now, journal=journal_in(database, now))
        self.desk = AdminDesk(self.holder, database, FaultCounter(), now)

    async def says(self, command: str, argument: str = "") -> Reply:
        return await self.desk.command(command, argument, ADMIN)

    async def taps(self, reply: Reply, label: str) -> Reply:
        """Tap the button whose label begins so."""
        action = next(option.action for option in reply.options if option.label.startswith(label))
        assert len(action.encode()) <= 64
        return await self.desk.action(action, ADMIN)


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    database = Database.in_folder(tmp_path / "data")
    await database.open()
    with examined_here():
        yield Desk(tmp_path, database)
    await database.close()


async def test_a_reload_is_shown_tried_confirmed_and_taken_back(desk: Desk) -> None:
    change(desk.folder, SUBSIDY, "text: 每月 15 日前发放。", "text: 每月 15 日前发到卡上。")
    shown = await desk.says("reload")
    assert "1 项修改" in shown.text
    assert "修改：措施 ja-01（每日补助），points › paid › text：“每月 15 日前发放。” → “每月 15 日前发到卡上。”" in shown.text
    assert "〔候选版本的回答，还没有上线〕" in (await desk.says("try", "甲县 补助一天多少")).text
    assert "已经上线" in (await desk.taps(shown, "确认上线")).text
    assert "按钮对应的候选版本已经不在了" in (await desk.taps(shown, "确认上线")).text
    assert "已经回到上一版" in (await desk.says("rollback")).text
    status = (await desk.says("status")).text
    assert "7 回到上一版" in status
    assert "7 重新加载" in status


async def test_what_was_changed_after_the_examination_is_told_not_to_be_live(desk: Desk) -> None:
    change(desk.folder, SUBSIDY, "text: 每月 15 日前发放。", "text: 每月 15 日前发到卡上。")
    shown = await desk.says("reload")
    change(desk.folder, SUBSIDY, "text: 每月 15 日前发到卡上。", "text: 每月 15 日前到账。")
    assert "又改过" in (await desk.taps(shown, "确认上线")).text
    assert "又改过" not in (await desk.taps(await desk.says("reload"), "确认上线")).text


async def test_a_broken_folder_is_told_without_the_server_s_paths(desk: Desk) -> None:
    for number in range(7):
        change(desk.folder, SUBSIDY, "points:\n", f"wrong{number}: 1\npoints:\n")
    text = (await desk.says("reload")).text
    assert "没有加载" in text
    assert f"{SUBSIDY}:" in text
    assert str(desk.folder) not in text
    assert "共 7 处" in text


async def test_nothing_to_try_confirm_or_take_back_is_said(desk: Desk) -> None:
    assert "先 /reload" in (await desk.says("try", "补助")).text
    assert "写法" in (await desk.says("try")).text
    assert "没有上一版" in (await desk.says("rollback")).text
    assert "已经不在了" in (await desk.desk.action("admin:confirm:000000000000", ADMIN)).text
    assert "已经不在了" in (await desk.desk.action("admin:unknown:1", ADMIN)).text


async def test_two_taps_teach_a_phrasing(desk: Desk) -> None:
    await desk.desk.note_declined("夜里心慌热线咨询谁接")
    listed = await desk.says("gaps")
    assert "夜里心慌热线咨询谁接（1 次）" in listed.text
    number = listed.options[0].action.rpartition(":")[2]
    asked = await desk.desk.action(f"admin:teach:{number}:hotline", ADMIN)
    assert "以后问“夜里心慌热线咨询谁接”，就按“心理热线”回答？" in asked.text
    taught = (await desk.taps(asked, "确认")).text
    assert "学会了" in taught
    assert "还不是这一项" not in taught
    assert desk.holder.status().taught == 1
    assert "没有记下" in (await desk.says("gaps")).text


async def test_a_return_takes_back_what_was_taught_last_and_loses_no_question(desk: Desk) -> None:
    await desk.desk.note_declined("夜里心慌热线咨询谁接")
    number = (await desk.says("gaps")).options[0].action.rpartition(":")[2]
    await desk.taps(await desk.desk.action(f"admin:teach:{number}:hotline", ADMIN), "确认")
    assert "撤掉了教过的问法“夜里心慌热线咨询谁接”" in (await desk.says("rollback")).text
    assert "夜里心慌热线咨询谁接（1 次）" in (await desk.says("gaps")).text
    assert "“夜里心慌热线咨询谁接”又有了" in (await desk.says("rollback")).text
    assert "没有记下" in (await desk.says("gaps")).text
    assert desk.holder.status().taught == 1


async def test_a_return_from_a_later_reload_keeps_what_was_taught(desk: Desk) -> None:
    await desk.desk.note_declined("夜里心慌热线咨询谁接")
    number = (await desk.says("gaps")).options[0].action.rpartition(":")[2]
    await desk.taps(await desk.desk.action(f"admin:teach:{number}:hotline", ADMIN), "确认")
    change(desk.folder, SUBSIDY, "text: 每月 15 日前发放。", "text: 每月 15 日前发到卡上。")
    await desk.taps(await desk.says("reload"), "确认上线")
    assert desk.holder.status().untaught == ()
    assert "撤掉" not in (await desk.says("rollback")).text
    assert desk.holder.status().taught == 1


async def test_what_is_still_answered_otherwise_is_said(desk: Desk) -> None:
    await desk.desk.note_declined("甲县夜里心慌热线谁接")
    number = (await desk.says("gaps")).options[0].action.rpartition(":")[2]
    taught = await desk.taps(await desk.desk.action(f"admin:teach:{number}:hotline", ADMIN), "确认")
    assert "学会了" in taught.text
    assert "还不是这一项" in taught.text


async def test_a_cluster_is_put_away_at_once(desk: Desk) -> None:
    for text in ("班车几点开", "班车几点开呀", "食堂饭卡哪里充值"):
        await desk.desk.note_declined(text)
    listed = await desk.says("gaps")
    assert "（2 次）" in listed.text
    await desk.taps(await desk.taps(listed, "1."), "不用教")
    assert "班车" not in (await desk.says("gaps")).text


async def test_a_question_that_is_gone_is_said(desk: Desk) -> None:
    for action in ("admin:gap:99", "admin:teach:99:hotline", "admin:taught:99:hotline", "admin:gap:x"):
        assert "已经处理过" in (await desk.desk.action(action, ADMIN)).text


async def test_status_tells_what_reached_nobody(desk: Desk, tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path / "data")
    await database.open()
    missed = Undelivered("Forbidden: bot was blocked by the user", "private", now().date())
    await TurnStore(database, 5).end(Ended(1, undelivered=missed))
    await database.close()
    assert "没有送到：private（Forbidden: bot was blocked by the user）1 条" in (await desk.says("status")).text
