"""A terminal chat as a person sees it. ``talk`` types lines and gives back what was shown for each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.terminal import terminal_chat as module
from bot.channels.terminal.screen import Screen
from bot.channels.terminal.terminal_chat import COMMANDS, Conversation
from bot.channels.text_layout import width
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording

TYPICAL = ["1", "2", "9", "算一算", "/my", "/back", "31m补助", "红桥区", "我爱人援鄂 30 天补多少", "不清楚"]
Talk = Callable[..., list[str]]


def begin(snapshot: Snapshot) -> Conversation:
    """A conversation at its greeting."""
    conversation = Conversation(lambda: snapshot, lambda: date(2026, 3, 1), Screen())
    conversation.opening()
    return conversation


@pytest.fixture
def talk(snapshot: Snapshot) -> Talk:
    """Type lines into a new conversation."""
    conversation = begin(snapshot)

    def type_lines(*lines: str) -> list[str]:
        return [conversation.take(line) or "(left)" for line in lines]

    return type_lines


def test_it_opens_with_what_it_covers_and_asks_for_the_region(snapshot: Snapshot) -> None:
    shown = Conversation(lambda: snapshot, lambda: date(2026, 3, 1), Screen()).opening()
    assert "2020" in shown
    assert "/help" in shown
    for number, part in enumerate(snapshot.knowledge.regions, start=1):
        assert f"[{number}] {part.region.name}" in shown


def test_it_opens_in_a_region_that_was_given(snapshot: Snapshot) -> None:
    conversation = Conversation(lambda: snapshot, lambda: date(2026, 3, 1), Screen())
    assert "红桥区" in conversation.opening("hongqiao")
    assert conversation.session.region == "hongqiao"


@pytest.mark.parametrize("typed", ["2", "２", " 红桥区 ", "/region hongqiao", "/region 红桥区", "／region 红桥区"])
def test_the_region_is_chosen_by_number_label_or_command(snapshot: Snapshot, typed: str) -> None:
    conversation = begin(snapshot)
    assert "红桥区" in (conversation.take(typed) or "")
    assert conversation.session.region == "hongqiao"


def test_an_unknown_region_leaves_the_chosen_one(snapshot: Snapshot) -> None:
    conversation = begin(snapshot)
    conversation.take("/region hongqiao")
    assert conversation.take("/region 火星")
    assert conversation.session.region == "hongqiao"


def test_the_menu_leads_from_region_to_area_to_measure(talk: Talk, snapshot: Snapshot) -> None:
    part = snapshot.knowledge.region_by_id["hongqiao"]
    regions, areas, measures, measure = talk("/menu", part.region.name, "1", "1")
    first = next(m for m in part.measures if m.area == part.region.areas[0].id)
    assert part.region.name in regions
    assert part.region.areas[0].title in areas
    assert str(first.short) in measures
    assert first.overview[0] in measure
    assert "2020 年" in measure


def test_an_answer_ends_with_numbered_options_that_work(talk: Talk) -> None:
    _, answer, chosen = talk("红桥区", "临时性工作补助一天多少钱", "1")
    assert "[1] " in answer
    assert chosen != answer


def test_a_number_asked_for_is_not_taken_for_an_option(talk: Talk) -> None:
    """Where a number of days is asked for, options carry no numbers: "1" means one day."""
    _, _, _, question = talk("红桥区", "临时性工作补助怎么发", "直接接触病例", "算一算")
    assert "多少天" in question or "几天" in question
    assert "[1]" not in question
    assert "不清楚" in question
    (result,) = talk("2")
    assert "600" in result


def test_every_command_of_the_list_works(talk: Talk) -> None:
    for command in COMMANDS:
        (shown,) = talk(command)
        assert shown not in (module.APOLOGY, wording.OLD_BUTTON)
        assert not shown.startswith(module.UNKNOWN_COMMAND.format(command=command))


@pytest.mark.parametrize("typed", ["/quit", "/QUIT", "quit", "exit", "／quit"])
def test_leaving(talk: Talk, typed: str) -> None:
    assert talk(typed) == ["(left)"]


def test_a_question_that_begins_like_leaving_is_answered(talk: Talk) -> None:
    assert talk("quit smoking 有补助吗") != ["(left)"]


def test_an_unknown_command_is_answered_with_those_there_are(talk: Talk) -> None:
    (shown,) = talk("/nope")
    assert "/nope" in shown
    assert all(command in shown for command in COMMANDS)


@pytest.mark.parametrize("asked", ["/why", "为什么这么答", "请问为什么这么答"])
def test_why_explains_the_last_answer(talk: Talk, asked: str) -> None:
    _, _, reasons = talk("红桥区", "临时性工作补助一天多少钱", asked)
    assert "读作" in reasons


def test_why_before_any_answer(snapshot: Snapshot) -> None:
    conversation = Conversation(lambda: snapshot, lambda: date(2026, 3, 1), Screen())
    assert conversation.take("/why") == wording.NO_ANSWER_YET


def test_forget_forgets(snapshot: Snapshot) -> None:
    conversation = begin(snapshot)
    for typed in ("红桥区", "我是援鄂医疗队的，直接接触病例 30 天", "/forget"):
        conversation.take(typed)
    assert conversation.session.region is None
    assert conversation.session.facts == ()


def test_the_snapshot_is_asked_for_each_turn(snapshot: Snapshot) -> None:
    asked: list[int] = []

    def current() -> Snapshot:
        asked.append(1)
        return snapshot

    conversation = Conversation(current, lambda: date(2026, 3, 1), Screen())
    conversation.take("你好")
    before = len(asked)
    conversation.take("你好")
    assert len(asked) > before


def test_undecodable_characters_are_pointed_out(talk: Talk) -> None:
    (shown,) = talk("补\ufffd多少")
    assert "UTF-8" in shown


def test_a_fault_while_answering_costs_one_reply(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(*_: object) -> None:
        raise RuntimeError("broken inside")

    with monkeypatch.context() as patch:
        patch.setattr(module, "respond", failing)
        assert talk("你好") == [module.APOLOGY]
    assert "broken inside" in caplog.text
    assert talk("你好") != [module.APOLOGY]


@settings(max_examples=60)
@given(st.lists(st.one_of(st.text(max_size=40), st.sampled_from(TYPICAL)), max_size=5))
def test_anything_typed_gets_a_reply_that_fits_the_screen(snapshot: Snapshot, typed: list[str]) -> None:
    conversation = begin(snapshot)
    for line in typed:
        shown = conversation.take(line)
        if shown is None:
            assert line.strip().lower().lstrip("/／") in ("quit", "exit", "q", ":q")
            return
        assert shown.strip()
        assert shown != module.APOLOGY
        assert all(width(row) <= 80 for row in shown.split("\n"))


def test_the_options_on_offer_and_the_commands_are_suggested(snapshot: Snapshot) -> None:
    conversation = begin(snapshot)
    assert {part.region.name for part in snapshot.knowledge.regions} <= set(conversation.suggestions())
    conversation.take("红桥区")
    assert "广东省" not in conversation.suggestions()
    assert "/menu" in conversation.suggestions()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("我把抽屉里的安眠药全吞下去了", "头越来越晕了", "谢谢你", "我先睡了，晚安"), ("120", "120", "120", "120")),
        (("真的活够了，不想再活下去", "没有谁会在意的", "谢谢你听我说", "一天补多少"), ("12356", "12356", "12356", "300")),
        (("室友把一瓶安眠药吃光了，怎么喊都没反应", "她家里的电话没人接", "谢谢", "心理热线多少"), ("120", "110", "120", "12356")),
        (("每天躲在值班室偷偷哭，觉得自己快撑不住了", "也不知道能跟谁说", "好多了", "轮休有规定吗"), ("12356", "12356", "来说", "轮休")),
        (("我外婆昨晚去世了，我没能见她最后一面", "她从小最疼我", "谢谢", "补助要交税吗"), ("节哀", "12356", "不用谢", "不用交")),
        (("我丈夫在武汉的隔离病房，我天天担心他出事", "他今天又没回消息", "好一点了", "我先去忙了"), ("12356", "12356", "那就好", "12356")),
        (("我好想妈妈，同学都说我有病毒，不跟我玩", "就我一个人在家", "谢谢你", "再见"), ("12356", "12356", "勇敢", "大人")),
    ],
)
def test_distress_is_accompanied_over_four_turns(snapshot: Snapshot, lines: tuple[str, ...], said: tuple[str, ...]) -> None:
    conversation = begin(snapshot)
    conversation.take("/region hongqiao")
    for line, expected in zip(lines, said, strict=True):
        assert expected in (conversation.take(line) or "")
