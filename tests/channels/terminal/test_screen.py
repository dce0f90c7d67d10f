"""A reply on a terminal: wrapped, numbered, styled only where that is wanted."""

from __future__ import annotations

from bot.channels.terminal.screen import Screen
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option


def reply(*labels: str, text: str = "每人每天 300 元") -> Reply:
    """A short answer with options."""
    lines = (Line(LineKind.TITLE, "【红桥区】补助"), Line(LineKind.TEXT, text))
    return Reply(Decision.ANSWER, (Section(lines, "hq-09"),), options=tuple(Option(label, "menu") for label in labels))


def test_sections_then_options() -> None:
    assert Screen().reply(reply("算一算", "找谁")) == "【红桥区】补助\n每人每天 300 元\n\n[1] 算一算   [2] 找谁"


def test_without_numbers_where_a_number_would_mean_something_else() -> None:
    assert Screen().reply(reply("不清楚"), numbered=False).endswith("（也可以回答：不清楚）")


def test_many_options_stand_below_each_other() -> None:
    shown = Screen().reply(reply(*(f"选项{n}" for n in range(8))))
    assert shown.count("\n[") == 8


def test_a_row_of_options_breaks_between_options() -> None:
    rows = Screen(columns=30).reply(reply("免费体检和疗养", "看病费用", "找谁")).split("\n")[-3:]
    assert all(row.startswith("[") for row in rows[1:])


def test_styles_only_when_asked_for() -> None:
    assert "\x1b" not in Screen().reply(reply("算一算"))
    assert "\x1b[1m【红桥区】补助\x1b[0m" in Screen(styled=True).reply(reply("算一算"))


def test_content_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in Screen().reply(reply("a\x1b[2J", text="\x1b]0;x\x07"))


def test_a_pipe_gets_whole_lines() -> None:
    assert Screen(columns=None).text(["长" * 200]) == "长" * 200
