"""A practical question beside distress gets its answer; danger to life goes first all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.compiled.snapshot import Snapshot
from bot.compiled.weights import CARE_WEIGHTS
from bot.model.session import Gentle, Session
from bot.model.talk import CareRoles
from bot.understanding.distress import SIGH, Distress, half_a_line
from bot.understanding.distress_beside import distress_of, line_that_helps, without_the_sigh
from bot.understanding.hear import hear
from bot.understanding.intents import Ask
from bot.understanding.margin import margin_of
from bot.understanding.read import read
from bot.understanding.said import Said

SESSION = Session(region="hongqiao")
Reading = Callable[[str], Said]


@pytest.fixture
def said(snapshot: Snapshot) -> Reading:
    return lambda text: read(hear(text, snapshot), SESSION, snapshot, 2020)


def found_in(said: Said, snapshot: Snapshot, session: Session = SESSION) -> Distress | None:
    """The distress that counts."""
    return distress_of(said, session, snapshot)


@pytest.mark.parametrize(
    "text",
    [
        "楼下的人看到我就跑，气得直掉眼泪，这种歧视归哪里管",
        "我妈天天为我睡不着觉，想弄清楚，意外险保额是多少",
        "老人一个人在家没人管，我一想就哭，社区能上门照顾吗",
        "连着哭了好几天，手一直抖，话说回来补助一天给多少",
        "病人走了我难受得很，还是得问一句，疗养什么时候能轮到",
    ],
)
@pytest.mark.parametrize("gentle", [None, Gentle("overwhelmed", 3)])
def test_a_hard_story_before_a_question_is_context(
    text: str, gentle: Gentle | None, said: Reading, snapshot: Snapshot
) -> None:
    found = found_in(said(text), snapshot, Session(region="hongqiao", gentle=gentle))
    assert found is None or found.practical


@pytest.mark.parametrize(
    "text",
    [
        "我不想活了，补助一天多少，打给我妈",
        "药已经全吞下去了，保险赔多少，受益人写的我妈",
        "站在楼顶边上了，想问意外险最多赔多少",
    ],
)
def test_danger_to_life_goes_before_the_question(text: str, said: Reading, snapshot: Snapshot) -> None:
    found = found_in(said(text), snapshot)
    assert found is not None
    assert not found.practical
    assert snapshot.care.kinds[found.kind].grave


@pytest.mark.parametrize("text", ["天天躲着哭，手一直抖，我该怎么办", "一闭眼就是那些脸，整夜睡不着，怎么办才好"])
def test_asking_for_help_with_the_distress_itself_is_no_other_question(
    text: str, said: Reading, snapshot: Snapshot
) -> None:
    found = found_in(said(text), snapshot)
    assert found is not None
    assert not found.practical


@pytest.mark.parametrize(
    "text", ["几个家属把我同事摁在地上打，保安拉不开", "有人拿着铁棍在门诊砸护士站，我们躲在库房"]
)
def test_an_attack_going_on_is_no_question_on_the_rules_against_attacks(
    text: str, said: Reading, snapshot: Snapshot
) -> None:
    found = found_in(said(text), snapshot)
    assert found is not None
    assert found.kind == "violence"


@pytest.mark.parametrize(
    "text",
    [
        "上周被家属打了一拳，验伤的钱谁出",
        "有人打骂医生，公安机关怎么处理",
        "我爸前年心梗过，我在一线，他看病能优先吗",
        "值班时突发心梗，能认定工伤吗",
    ],
)
def test_an_attack_or_an_illness_that_is_over_leaves_the_question(text: str, said: Reading, snapshot: Snapshot) -> None:
    found = found_in(said(text), snapshot)
    assert found is None or found.practical


@pytest.mark.parametrize("text", ["好了我走了，剩下的下回再问", "行了谢谢，我接着推床去"])
def test_going_on_to_work_behind_an_answer_is_a_good_bye(text: str, said: Reading, snapshot: Snapshot) -> None:
    after = Session(region="hongqiao", topics=("subsidy",))
    assert found_in(said(text), snapshot, after) is None


@pytest.mark.parametrize("text", ["那我去死行吗", "不活了行不行", "跳下去会疼吗", "割腕痛不痛", "我死了呢", "他打我呢"])
def test_a_bare_question_in_the_midst_of_a_matter_may_be_danger(text: str, said: Reading, snapshot: Snapshot) -> None:
    found = found_in(said(text), snapshot, Session(region="hongqiao", topics=("subsidy",)))
    assert found is not None
    assert snapshot.care.kinds[found.kind].grave


@pytest.mark.parametrize("text", ["那这样够了？", "他们还在群里贴我的照片"])
def test_what_only_sounds_near_to_distress_goes_on_with_the_matter(
    text: str, said: Reading, snapshot: Snapshot
) -> None:
    assert found_in(said(text), snapshot, Session(region="hongqiao", topics=("subsidy",))) is None


def test_who_is_at_work_is_told_and_an_attacker_at_the_door_is_met(said: Reading, snapshot: Snapshot) -> None:
    assert found_in(said("佢阿妈系护士，而家喺入面返工"), snapshot) is None
    found = found_in(said("我是急诊护士，一个男的堵着门不让我们走"), snapshot)
    assert found is not None
    assert found.kind == "violence"


def test_condolences_before_an_answer_only_where_somebody_died() -> None:
    roles = CareRoles(grief=("died",), worn=("crying",))
    told = Distress("bereaved", 3.0, heard=("died",), roles=roles)
    cried = Distress("bereaved", 1.0, heard=("crying",), roles=roles)
    faint = Distress("bereaved", 1.0, heard=("kin",), roles=roles)
    halves = [half_a_line(found, CARE_WEIGHTS) for found in (told, cried, faint)]
    assert [half.kind if half else None for half in halves] == ["bereaved", SIGH, None]


def test_the_sigh_names_no_second_topic(said: Reading, snapshot: Snapshot) -> None:
    message = said("心里闷得慌，想问工伤认定要几天")
    sigh = Distress("overwhelmed", 1.0, practical=True)
    asked = Ask(("psych-counselling", "work-injury"))
    margin = margin_of(message, SESSION, snapshot)
    assert without_the_sigh(asked, sigh, margin, snapshot) == Ask(("work-injury",))
    assert without_the_sigh(asked, None, margin, snapshot) == asked


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("我嫂子是护士，老是抹眼泪，我们该拨哪个电话", "psych-hotline"),
        ("我嫂子老是抹眼泪，24小时服务电话是几号", "service-phone"),
        ("累得直哭，那个服务电话是多少", "service-phone"),
        ("我嫂子是护士，我们该拨哪个电话", "service-phone"),
    ],
)
def test_a_number_asked_for_beside_tears_is_that_of_the_line_that_helps(
    text: str, topic: str, said: Reading, snapshot: Snapshot
) -> None:
    message = said(text)
    margin = margin_of(message, SESSION, snapshot)
    assert line_that_helps(Ask(("service-phone",)), message, margin, snapshot) == Ask((topic,))


@pytest.mark.parametrize("text", ["我在铁塔外面站着", "我在吊桥外面站着"])
def test_danger_told_in_no_word_of_it_is_not_put_aside_where_nothing_is_asked(
    text: str, said: Reading, snapshot: Snapshot
) -> None:
    found = found_in(said(text), snapshot)
    assert found is not None
    assert found.unspoken
    assert snapshot.care.kinds[found.kind].danger


def test_a_throat_that_swells_is_graver_than_no_word_from_her(said: Reading, snapshot: Snapshot) -> None:
    found = found_in(said("我爸打了针嘴肿了，喉咙发紧，直喘，我妻子在医院电话打不通"), snapshot)
    assert found is not None
    assert found.kind == "emergency"


def test_no_word_from_the_front_is_worry(said: Reading, snapshot: Snapshot) -> None:
    found = found_in(said("我姐支援武汉，联系不上她了，哪位能帮着问问"), snapshot)
    assert found is not None
    assert (found.kind, found.practical) == ("worried", False)


def test_a_measure_named_beside_worry_is_answered_behind_half_a_line(said: Reading, snapshot: Snapshot) -> None:
    found = found_in(said("我爱人在武汉失联，慰问金一个月给多少"), snapshot)
    assert found is not None
    assert found.practical


def test_who_lives_where_gets_no_half_line(said: Reading, snapshot: Snapshot) -> None:
    assert found_in(said("孩子的爸爸和爷爷奶奶也不在本区，上幼儿园能优先吗"), snapshot) is None


def test_days_counted_of_ones_own_work_are_no_distress_but_those_of_who_is_missed_may_be(said: Reading, snapshot: Snapshot) -> None:
    assert found_in(said("四月一整月我都在化验病毒，没停过"), snapshot) is None
    found = found_in(said("我媳妇进去十八天了，昨天视频嘴上全是口子，她说不疼"), snapshot)
    assert found is not None


@pytest.mark.parametrize("text", ["万一我老婆在武汉殉职了，家里能领什么", "我爸在前线，如果他牺牲了，孩子上学有照顾吗"])
def test_a_death_only_supposed_is_no_grief(text: str, said: Reading, snapshot: Snapshot) -> None:
    assert found_in(said(text), snapshot) is None


@pytest.mark.parametrize(("text", "kind"), [("要是我妈妈不在了，家里怎么办", "worried"), ("我爸殉职了，如果评烈士找谁", "bereaved")])
def test_who_fears_a_death_is_met_as_afraid_and_who_tells_of_one_as_bereaved(
    text: str, kind: str, said: Reading, snapshot: Snapshot
) -> None:
    found = found_in(said(text), snapshot)
    assert found is not None
    assert found.kind == kind
