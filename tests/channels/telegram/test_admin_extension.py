"""The seam for admins' commands: asked only for an admin, in private; to all others it does not exist."""

from __future__ import annotations

from pathlib import Path

from bot.administration.described import Described
from bot.channels.telegram import notices
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording as core
from bot.dialogue.replies.plain import plain
from bot.model.reply import Decision, Reply
from bot.model.session import Option
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Person, running

ADMIN, STRANGER = 42, 43


class Desk:
    """Says what it was asked."""

    commands = (Described("status", "状态", "Status"),)

    async def command(self, name: str, argument: str, user: int) -> Reply:
        """Echo, with a button."""
        return plain(Decision.CHAT, f"{name} {argument} {user}", options=(Option("确认", "admin:yes"),))

    async def action(self, action: str, user: int) -> Reply:
        """Echo."""
        return plain(Decision.CHAT, f"{action} {user}")


async def test_only_admins_in_private_reach_it(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    async with running(emulator, snapshot, tmp_path, admin_ids=frozenset({ADMIN}), extension=Desk()):
        admin, stranger = Person(emulator, ADMIN), Person(emulator, STRANGER)
        heard = await admin.asks("/status now")
        assert heard.text == "status now 42"
        assert (await admin.tapped(heard, "确认")).text == "admin:yes 42"
        assert (await stranger.asks("/status")).text == notices.UNKNOWN_COMMAND
        stranger.taps_data(heard, "admin:yes")
        assert (await stranger.hears()).text == core.OLD_BUTTON
        group = Person(emulator, ADMIN, chat=-9)
        assert (await group.asks("/status@frontline_bot")).text == notices.UNKNOWN_COMMAND
    scopes = {call.params["scope"].get("chat_id"): call.params["commands"] for call in emulator.made("setMyCommands")}
    assert "status" in [command["command"] for command in scopes[ADMIN]]


async def test_declined_questions_are_handed_on_without_their_asker(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    declined: list[str] = []

    async def note(text: str) -> None:
        declined.append(text)
        raise OSError("whatever happens there, the asker has been answered")

    async with running(emulator, snapshot, tmp_path, declined=note):
        nurse = Person(emulator, 1)
        await nurse.asks("今天天气怎么样")
        await nurse.asks("心理热线多少")
        await nurse.asks("我不想活了")
        await nurse.asks("企业租金减免怎么申请")
    assert declined == ["今天天气怎么样"], "nothing said in distress is handed on"
