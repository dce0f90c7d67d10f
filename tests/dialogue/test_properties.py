"""What holds for every conversation, also for those nobody would think of."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.dialogue import wording
from bot.dialogue.guard import violations
from bot.model.reply import Reply
from bot.model.session import from_json, to_json
from tests.dialogue.talking import Start, Talk

REGIONS = (None, "guangdong", "hongqiao")
MOST_TAPS = 12
WORDS = (
    "补助 一天 多少 孩子 上学 优先 援鄂 武汉 红桥 广州 上海 天津 户口 奶奶 在 不在 没 不是 30天 -3天 一个半月 2月30日 "
    "谁负责 要交税吗 不想活了 累死了 取消 重来 上一步 我的待遇 我的情况 忘了我 是 不清楚 没有 1 0 99 -1 "
    "， 。 ？ 😊 xinli 冇 護士 那 呢 杨永祥 12355 300元 九百 工伤 保险 合同工 感染"
)
PIECES = [*WORDS.split(), "\n", " ", "十百千万" * 90, "二一" * 160, "2/3~2/28", "扣掉999天", "第0项", "再加300天", "0/0-0/0"]
typed = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=40)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def sound(reply: Reply, talk: Talk) -> None:
    """What every reply and session has to be."""
    session = talk.session
    assert reply.text.strip()
    assert violations(reply, talk.snapshot) == []
    assert wording.GUARD_FAILED not in reply.text, "the guard had to withhold the reply"
    assert from_json(to_json(session)) == session
    assert session.options == reply.options
    assert all(option.label.strip() for option in reply.options)
    assert all(option.action.isascii() and len(option.action) <= 64 for option in reply.options)
    assert len({option.action for option in reply.options}) == len(reply.options)
    assert reply.amount is None or reply.amount > 0


@quick
@given(text=typed, region=st.sampled_from(REGIONS))
def test_any_text_gets_a_sound_reply(start: Start, text: str, region: str | None) -> None:
    talk = start(region)
    sound(talk.say(text), talk)


@quick
@given(texts=st.lists(typed, min_size=2, max_size=6), region=st.sampled_from(REGIONS))
def test_any_conversation_stays_sound(start: Start, texts: list[str], region: str | None) -> None:
    talk = start(region)
    for text in texts:
        sound(talk.say(text), talk)


@quick
@given(texts=st.lists(typed, min_size=1, max_size=4), region=st.sampled_from(REGIONS))
def test_the_same_conversation_gets_the_same_replies(start: Start, texts: list[str], region: str | None) -> None:
    one, other = start(region), start(region)
    assert [one.say(text) for text in texts] == [other.say(text) for text in texts]


@quick
@given(
    kind=st.sampled_from(["region", "menu", "measure", "facet", "fact", "sum", "topic", "ask", "do", "x", ""]),
    rest=st.lists(st.text(max_size=8), max_size=3),
)
def test_any_action_gets_a_sound_reply(start: Start, kind: str, rest: list[str]) -> None:
    talk = start("hongqiao")
    sound(talk.tap(":".join([kind, *rest])), talk)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), region=st.sampled_from(REGIONS))
def test_tapping_what_is_offered_never_dead_ends(start: Start, data: st.DataObject, region: str | None) -> None:
    talk = start(region)
    reply = talk.tap("do:menu")
    for _ in range(MOST_TAPS):
        sound(reply, talk)
        if not reply.options:
            break
        option = data.draw(st.sampled_from(reply.options))
        reply = talk.tap(option.action)
        assert "按钮对应的内容已经变了" not in reply.text, option.action


INTERVIEWS = [
    ("hongqiao", "孩子上学能优先吗"),
    ("hongqiao", "我能评副高吗"),
    ("hongqiao", "合同工招编制能优先吗"),
    ("hongqiao", "我算工伤吗"),
    ("hongqiao", "人才项目能推荐我吗"),
    ("hongqiao", "绩效工资有我份吗"),
    ("hongqiao", "能评烈士吗"),
    ("hongqiao", "老人能有人照顾吗"),
    ("hongqiao", "补助一共多少钱，帮我算算"),
    ("guangdong", "孩子入学能享受优待吗"),
    ("guangdong", "话费能免吗"),
    ("guangdong", "叫车有我份吗"),
]


@settings(max_examples=60, deadline=None)
@given(data=st.data(), interview=st.sampled_from(INTERVIEWS))
def test_an_interview_ends(start: Start, data: st.DataObject, interview: tuple[str, str]) -> None:
    """Whatever is answered, an interview comes to an end, and no fact is asked for twice."""
    region_id, question = interview
    talk = start(region_id)
    talk.say(question)
    asked: list[str] = []
    while talk.session.pending is not None:
        pending = talk.session.pending
        asked.append(pending.fact)
        assert len(asked) <= MOST_TAPS
        assert len(set(asked)) == len(asked), asked
        fact = talk.snapshot.definitions[pending.fact]
        reply = (
            talk.say(str(data.draw(st.integers(fact.least, fact.most))))
            if fact.kind == "number"
            else _tap_answer(talk, data)
        )
        sound(reply, talk)


def _tap_answer(talk: Talk, data: st.DataObject) -> Reply:
    answers = [option for option in talk.session.options if option.action.startswith("fact:")]
    assert answers
    return talk.tap(data.draw(st.sampled_from(answers)).action)


@settings(max_examples=25, deadline=None)
@given(data=st.data(), region=st.sampled_from(["guangdong", "hongqiao"]))
def test_the_list_of_entitlements_stops_asking(start: Start, data: st.DataObject, region: str) -> None:
    talk = start(region)
    reply = talk.tap("do:my")
    for _ in range(len(talk.snapshot.definitions)):
        sound(reply, talk)
        if talk.session.pending is None:
            return
        reply = (
            _tap_answer(talk, data) if talk.snapshot.definitions[talk.session.pending.fact].options else talk.say("10")
        )
    pytest.fail(f"still asking for {talk.session.pending}")


STAGES = ("kindergarten", "compulsory", "senior-high", "vocational", "spring-exam", "gaokao")
LABELS = {
    "kindergarten": "幼儿园",
    "compulsory": "小学",
    "senior-high": "中考",
    "vocational": "中专",
    "spring-exam": "春季高考",
    "gaokao": "普通高考",
}
NEED_REGISTRATION = ("kindergarten", "compulsory")
AT_MOST = 3


@pytest.mark.parametrize(("stage", "registration", "used"), [*product(STAGES, ("here", "elsewhere"), ("yes", "no"))])
def test_a_family_reaches_its_verdict_in_three_taps(stage: str, registration: str, used: str, start: Start) -> None:
    talk = start("hongqiao")
    reply = talk.say("用过一次了，孩子上学还能优先吗" if used == "yes" else "孩子上学能优先吗")
    answers, taps = {"child-stage": stage, "family-registration": registration, "used-once": used}, 0
    while talk.session.pending is not None:
        fact = talk.session.pending.fact
        reply, taps = talk.tap(f"fact:{fact}:{answers[fact]}"), taps + 1
        assert taps <= AT_MOST
    needed = stage in NEED_REGISTRATION
    eligible = used == "no" and (registration == "here" or not needed)
    assert reply.measures == ("hq-17",)
    assert reply.outcome == ("eligible" if eligible else "ineligible")


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("relation", ["爸爸妈妈", "爷爷", "奶奶", "外公", "姥姥", "外祖父"])
def test_whose_registration_it_is_does_not_matter(stage: str, relation: str, start: Start) -> None:
    reply = start("hongqiao").say(f"{relation}户口在红桥，孩子{LABELS[stage]}能享受照顾吗")
    assert (reply.measures[:1], reply.outcome) == (("hq-17",), "eligible")


@settings(max_examples=40, deadline=None)
@given(days=st.integers(1, 366), hubei=st.booleans(), direct=st.booleans())
def test_a_sum_is_days_times_rate_however_it_is_told(start: Start, days: int, hubei: bool, direct: bool) -> None:
    who = "我是援鄂队员，" if hubei else "我没去湖北，"
    work = "直接接触确诊病人" if direct else "没有接触病人，在卡口"
    rate = (300 if direct else 200) * (2 if hubei else 1)
    reply = start("hongqiao").say(f"{who}{work}，干了{days}天，补助一共多少钱")
    assert (reply.measures[:1], reply.amount) == (("hq-09",), days * rate)
    talk = start("hongqiao")
    talk.tap("sum:hq-09")
    talk.say(str(days))
    talk.tap(f"fact:role:{'direct-contact' if direct else 'other-epidemic'}")
    told = talk.tap(f"fact:hubei-team:{'yes' if hubei else 'no'}")
    assert told.amount == days * rate
