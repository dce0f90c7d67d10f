"""Somebody in danger is met; what only sounds like it is let be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest

from bot.compiled.care import CareIndex, Sounding, sounding_of
from bot.compiled.neighbours import Neighbours
from bot.compiled.snapshot import Snapshot
from bot.compiled.weights import CARE_WEIGHTS, CareWeights
from bot.understanding.distress import (
    Distress,
    Practical,
    puts_a_question,
    read_distress,
    told_plainly,
    wording,
)


def sounding(text: str, snapshot: Snapshot, care: CareIndex) -> Sounding:
    """A message as it is heard for distress."""
    return sounding_of(snapshot.language.analyse(text), care.scanner)


def heard(text: str, snapshot: Snapshot, care: CareIndex) -> Distress | None:
    """What is heard in a message."""
    return read_distress(sounding(text, snapshot, care), care)


@pytest.mark.parametrize(
    "text",
    [
        "我刚刚把两盒安眠药都吞下去了",
        "我坐在天台边上，两条腿都在外面",
        "手腕上的口子一直在流血，是我自己割的",
        "门窗都封死了，炭盆已经点着",
        "我企咗喺天台邊，唔使搵我",
        "我把一整瓶安眠藥都吞了",
        "下午的班交完了，然后我把整瓶药都吃了",
    ],
)
def test_danger_to_the_own_life_gets_the_emergency_number_first(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    found = heard(text, snapshot, care)
    assert found is not None
    assert care.kinds[found.kind].danger
    assert "120" in wording(found, care).say[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("真的活够了，不想再活下去", "suicidal"),
        ("希望今夜睡着以后永远不要再醒", "suicidal"),
        ("我只会拖累家里，没有我他们会轻松很多", "suicidal"),
        ("室友把一瓶安眠药吃光了，怎么喊都没反应", "other-in-danger"),
        ("每天躲在值班室偷偷哭，觉得自己快撑不住了", "overwhelmed"),
        ("我外婆昨晚去世了，我没能见她最后一面", "bereaved"),
        ("我丈夫在武汉的隔离病房，我天天担心他出事", "worried"),
        ("我好想妈妈，同学都说我有病毒，不跟我玩", "child"),
    ],
)
def test_the_kind_is_heard(text: str, kind: str, snapshot: Snapshot, care: CareIndex) -> None:
    found = heard(text, snapshot, care)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "一天补多少钱",
        "住院楼的楼顶又漏水了",
        "安眠药处方最多能开几天",
        "电脑又死机了，病历没保存",
        "今天忙死了，笑死我了",
        "烈士评定要交哪些材料",
        "今天食堂的排骨不错",
        "热搜上说有个演员自杀了",
    ],
)
def test_look_alikes_are_let_be(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    assert heard(text, snapshot, care) is None


@pytest.mark.parametrize(
    "text",
    [
        "爷爷年轻时候从房顶滚下来过，现在早好了，还上树摘枣",
        "师姐把自己锁在阳台上了，隔着玻璃给我们比划，哈哈哈",
        "姥爷说谁再动他的鱼竿，他就跟谁拼命，笑死我了",
        "捆纸箱的绳子断了，书撒了一走廊",
    ],
)
def test_what_is_told_with_a_laugh_or_healed_long_ago_is_let_be(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    assert heard(text, snapshot, care) is None


@pytest.mark.parametrize(
    "text",
    [
        "哈哈，我真的不想活了",
        "遗书我写好了，哈哈，字还挺好看",
        "我没开玩笑，我就是想死",
        "以前我想过跳楼，现在好了，不用再想了，我已经站在天台外面了",
    ],
)
def test_a_laugh_lightens_no_danger(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    found = heard(text, snapshot, care)
    assert found is not None
    assert care.kinds[found.kind].grave


def test_a_sigh_beside_a_practical_question_leaves_the_question_to_be_answered(
    snapshot: Snapshot, care: CareIndex
) -> None:
    found = heard("累得快崩溃了，请问夜班补贴怎么申请", snapshot, care)
    assert found is not None
    assert found.practical


def test_what_to_do_this_minute_depends_on_what_was_told(snapshot: Snapshot, care: CareIndex) -> None:
    cut = Distress("acute", 1.0, (), ("blood",))
    gas = Distress("acute", 1.0, (), ("gas",))
    assert "压住" in wording(cut, care).say[0]
    assert "外面" in wording(gas, care).say[0]


@pytest.mark.parametrize(
    ("text", "kind", "number", "now"),
    [
        ("四楼着火了，黑烟灌进楼道", "emergency", "119", "走楼梯"),
        ("我被倒下的货架压住腿了，快救我", "emergency", "119", "别硬拽"),
        ("我姨丈下化粪池清淤，晕在底下", "emergency", "119", "别下去救"),
        ("电工触电了，手还粘着线，怎么办", "emergency", "120", "拉闸断电"),
        ("车掉进水库里了，水往车里灌，怎么办", "emergency", "120", "砸侧窗"),
        ("小侄女把纽扣电池吞了，还会说话", "emergency", "120", "别催吐"),
        ("有人在分诊台打护士，快报警", "violence", "110", "锁"),
        ("我被关在后备箱里了", "violence", "110", "定位"),
        ("舅妈吃着饭突然往后一仰，喊不答应，嘴唇乌青", "emergency", "120", "侧躺"),
        ("表叔胸口疼得打颤，冷汗一直淌，左胳膊抬着都酸", "emergency", "120", "解开领口"),
        ("堂妹吃了芒果干，脸肿了一圈，喉咙发紧，吸不进气", "emergency", "120", "停掉"),
        ("我叔公冇晒呼吸，而家点算", "emergency", "120", "压胸口"),
        ("有个病人家属提着刀冲进了换药室", "violence", "110", "锁门"),
        ("她男人又打她了，现在还在踹门", "violence", "110", "锁"),
        ("班长被捅了，人还没走，大家快躲", "violence", "110", "压住伤口"),
        ("佢揸住把刀喺走廊，我哋匿埋喺药房", "violence", "110", "门"),
    ],
)
def test_a_sudden_illness_and_an_attack_are_dangers_of_their_own(
    text: str, kind: str, number: str, now: str, snapshot: Snapshot, care: CareIndex
) -> None:
    found = heard(text, snapshot, care)
    assert found is not None
    assert found.kind == kind
    line = wording(found, care).say[0]
    assert number in line
    assert now in line


@pytest.mark.parametrize(
    "text",
    [
        "嗓子像着火，今天讲了一天宣教",
        "消防演练几点开始，着火了往哪跑谁来讲",
        "口罩勒死我了，换个大号的行吗",
        "有人打护士，会怎么处理",
        "下午科里练心肺复苏，我按得满头大汗",
        "去年我叔叔脑梗住院，现在天天遛弯",
        "家属提着两条刀鱼来道谢",
        "小外甥拿玩具枪追着护士跑，大家笑翻了",
        "上个月有人在大厅打架，后来调解了",
        "多谢，我去换药了",
        "先到这吧，二床按铃了",
        "奖金呢，也是马上发？",
    ],
)
def test_what_is_told_of_illness_and_fights_and_a_hurried_good_bye_are_let_be(
    text: str, snapshot: Snapshot, care: CareIndex
) -> None:
    found = heard(text, snapshot, care)
    assert found is None or not care.kinds[found.kind].grave


def test_evidence_put_together_is_heard_where_a_glance_hears_nothing(snapshot: Snapshot, care: CareIndex) -> None:
    deaf = replace(CARE_WEIGHTS, glance=1_000.0)
    found = read_distress(sounding("家属持刀闯进了诊室，挟持了一个护士", snapshot, care), care, weights=deaf)
    assert found is not None
    assert found.kind == "violence"
    assert read_distress(sounding("每天躲在值班室偷偷哭", snapshot, care), care, weights=deaf) is None


def test_a_word_inside_an_everyday_word_is_not_heard(snapshot: Snapshot, care: CareIndex) -> None:
    assert "blood" not in sounding("我血压一百七", snapshot, care).words
    assert "blood" in sounding("血压一百七，地上都是血", snapshot, care).words
    assert "jump" not in sounding("心跳有点快", snapshot, care).words


@pytest.mark.parametrize("kind", ["acute", "emergency", "other-in-danger", "violence"])
def test_danger_rests_on_no_document(kind: str, care: CareIndex) -> None:
    assert care.kinds[kind].danger
    assert care.kinds[kind].help == ()


def test_lines_are_short_and_the_feeling_has_no_digit(care: CareIndex) -> None:
    for kind in care.kinds.values():
        lines = [line for reply in kind.reply for line in reply.say] + list(kind.then)
        lines += [line for reply in kind.reply for line in reply.then]
        assert [line for line in lines if len(line) > 45] == []
        for reply in () if kind.danger else kind.reply:
            assert not any(ch.isdigit() for line in reply.say for ch in line)
        for reply in kind.reply if kind.danger else ():
            assert all("120" in line or "110" in line for line in reply.say)


def test_numbers_of_a_reply_are_declared(snapshot: Snapshot, care: CareIndex) -> None:
    numbers = {line.id: line.number for line in snapshot.knowledge.public_lines}
    for kind in care.kinds.values():
        said = "".join([*(line for reply in kind.reply for line in (*reply.say, *reply.then)), *kind.then])
        assert all(numbers[line] in said for line in kind.lines)


def test_the_last_reply_of_a_kind_always_fits(care: CareIndex) -> None:
    assert all(kind.reply[-1].heard == () for kind in care.kinds.values())


@pytest.mark.parametrize(
    ("found", "practical", "outweighed"),
    [
        (Distress("suicidal", 1.6, heard=("self",)), Practical.TELLS_FACTS, True),
        (Distress("suicidal", 4.0, heard=("self",)), Practical.TELLS_FACTS, False),
        (Distress("suicidal", 1.6, heard=("self", "die-wish")), Practical.TELLS_FACTS, False),
        (Distress("bereaved", 1.9, heard=("missing",)), Practical.TELLS_FACTS, True),
        (Distress("bereaved", 1.9, heard=("missing",)), Practical.TELLS_WHO, False),
        (Distress("worried", 2.3, heard=("kin",)), Practical.TELLS_WHO, True),
        (Distress("suicidal", -0.6), Practical.GOES_ON, True),
        (Distress("suicidal", 1.6, heard=("self",)), Practical.GOES_ON, False),
        (Distress("suicidal", 1.6, evidence=("suicidal",), heard=("self",)), Practical.TELLS_FACTS, False),
        (Distress("suicidal", -0.6), Practical.NOT, False),
    ],
)
def test_what_a_message_tells_besides_may_explain_it_better(
    found: Distress, practical: Practical, outweighed: bool, care: CareIndex
) -> None:
    found = replace(found, roles=care.roles)
    assert found.outweighed(practical, found.kind == "suicidal", CARE_WEIGHTS) is outweighed


class Watched(Neighbours):
    """Sentences that tell whether they were asked."""

    asked = 0

    def score(self, features: Collection[str]) -> float:
        type(self).asked += 1
        return super().score(features)


@pytest.mark.parametrize(("nearest", "asked"), [(0.15, 0), (9.0, 1)])
def test_what_leans_far_from_distress_is_not_held_against_every_sentence(
    nearest: float, asked: int, snapshot: Snapshot, care: CareIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watched, "asked", 0)
    sides = care.nearness
    watched = Watched(sides.row_of, sides.starts, sides.texts, sides.squares, sides.lengths, sides.ours)
    weights = CareWeights(glance=-99.0, nearest=nearest)
    message = sounding("援鄂的临时性工作补助一天多少钱", snapshot, care)
    assert read_distress(message, replace(care, nearness=watched), weights=weights) is None
    assert Watched.asked == asked


def test_a_part_speaks_the_plainer_the_less_the_rest_tells_of_distress(snapshot: Snapshot, care: CareIndex) -> None:
    message = sounding("派遣的护士，合同三年，补助和编制都没有，我快撑不下去了", snapshot, care)
    deaf = replace(CARE_WEIGHTS, whole=90.0, part=-9.0, drowned=9.0)
    assert read_distress(message, care, weights=replace(deaf, drowned=0.0, whole=9.0)) is not None
    assert read_distress(message, care, weights=replace(deaf, whole=9.0)) is None


def test_only_a_clause_that_sounds_like_a_question_to_a_clerk_is_measured_as_one(
    snapshot: Snapshot, care: CareIndex
) -> None:
    text = "谁都不想见，夜班费一天多少"
    message, least = sounding(text, snapshot, care), CARE_WEIGHTS.question
    assert [puts_a_question(message, [clause], care, least) for clause in ((0, 5), (6, len(text)))] == [False, True]


def test_who_asks_whether_the_insurance_pays_for_their_own_doing_tells_of_danger(
    snapshot: Snapshot, care: CareIndex
) -> None:
    found = heard("意外险要是自己跳的话给赔吗", snapshot, care)
    assert found is not None
    assert found.kind == "suicidal"
    assert "suicidal" in found.evidence


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一个男的从后门跟着她，她躲便利店不敢动", "violence"),
        ("病人家属把我顶在墙上，掐我", "violence"),
        ("降糖药吃错了，出冷汗，怎么办", "emergency"),
        ("宝宝把我包里的滴露喝了", "emergency"),
        ("这药几片会死", "suicidal"),
        ("外婆倒在浴室地上，我喊她她不答应", "emergency"),
        ("报告，一人倒地，呼之不应", "emergency"),
        ("丈夫撤下来以后不吃不喝，光坐着", "worried"),
        ("麻药柜里那几支，我给自己留着，哪天都行", "suicidal"),
        ("我这辈子打烊吧，说的就是我", "suicidal"),
        ("情绪失控两次，彻夜未眠，恐误大事", "overwhelmed"),
        ("我坐到阳台外了，妈妈对不起", "acute"),
    ],
)
def test_who_and_what_happens_now_is_evidence(text: str, kind: str, snapshot: Snapshot, care: CareIndex) -> None:
    found = heard(text, snapshot, care)
    assert found is not None
    assert kind in found.evidence
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "有个大姐从车库跟着我，原来是还我工牌",
        "蟑螂拍几下才会死",
        "这个会想结束得早点，行不行",
        "狗又把我拖鞋叼沙发底下去了",
        "闹钟响三遍他还没醒，怎么办",
        "外公走了三十年，他教的拳我还天天打",
        "门口那家书店永久打烊了",
        "妈妈对不起，我把阳台的花盆摔了",
        "在外面",
    ],
)
def test_what_only_has_its_words_is_no_danger(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    found = heard(text, snapshot, care)
    assert found is None or (not found.evidence and not care.kinds[found.kind].grave)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("我胳膊上好几道，跟老师说猫抓的，其实没养猫", {"child", "suicidal"}),
        ("外甥胳膊上好几道，说是猫抓的，他家没养猫", {"other-in-danger"}),
    ],
)
def test_hurt_that_is_hidden_is_evidence(text: str, kinds: set[str], snapshot: Snapshot, care: CareIndex) -> None:
    found = heard(text, snapshot, care)
    assert found is not None
    assert kinds.issubset(found.evidence)
    assert found.kind in kinds


def test_what_was_swallowed_is_told_before_a_fit(snapshot: Snapshot, care: CareIndex) -> None:
    found = heard("娃把消毒水喝了，口吐白沫", snapshot, care)
    assert found is not None
    assert "别催吐" in wording(found, care).say[0]


def test_nothing_around_it_drowns_a_plain_word_of_dying(snapshot: Snapshot, care: CareIndex) -> None:
    far = replace(CARE_WEIGHTS, part=99.0, whole=99.0)
    told = read_distress(sounding("奖状给谁看，我真的不想活了", snapshot, care), care, (), far)
    assert told is not None
    assert told.kind == "suicidal"
    assert read_distress(sounding("夜班排到哪天，我天天躲着哭", snapshot, care), care, (), far) is None


def test_who_does_not_wake_is_an_emergency(snapshot: Snapshot, care: CareIndex) -> None:
    found = heard("他一直没醒，怎么办", snapshot, care)
    assert found is not None
    assert found.kind == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "姑父做的红烧鱼香死个人，盘子都让我妈舔干净了",
        "姨妈带外甥打怪，一晚上死了三次，娘俩笑得直拍桌子",
        "跟二叔下军棋，让他杀得落花流水，再来一局",
        "这台洗衣机半死不活的，转一会儿歇一会儿",
        "我妈在科里让人喊了小名，脸都红到耳根，臊得直跺脚",
    ],
)
def test_who_eats_plays_or_blushes_does_not_suffer(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    assert heard(text, snapshot, care) is None


@pytest.mark.parametrize(
    "text", ["打游戏也高兴不起来，天天想死", "下完最后一盘棋，后事都交代好了，不想活了", "喝着汤就哭了，我妈走了，再也喝不着她炖的汤"]
)
def test_who_suffers_over_a_game_or_a_soup_is_heard(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    assert heard(text, snapshot, care) is not None


def test_a_call_made_now_is_no_attack(snapshot: Snapshot, care: CareIndex) -> None:
    assert heard("她上周就回佛山了，现在打的还免费吗", snapshot, care) is None
    attack = heard("有个男的正在打我同事，快来人", snapshot, care)
    assert attack is not None
    assert attack.kind == "violence"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("岳父脑溢血了，派不派人送，我在荆州", "emergency"),
        ("我妈在老家跌倒爬不起来，我跟队在湖北", "emergency"),
        ("厨房起火了", "emergency"),
        ("楼里燃气味好大，我老婆是护士还在睡", "emergency"),
        ("我太太破水了，她是一线的", "emergency"),
        ("闺女高烧抽筋，五保障的人来不来", "emergency"),
        ("外婆走丢了，我跟爱人都在隔离病房", "missing"),
        ("家属把我们堵在诊室不让出门", "violence"),
        ("媳妇在武汉，电话打不通两天了", "worried"),
        ("抽血被针扎到手了", "worried"),
        ("我表姐殉职了", "bereaved"),
    ],
)
def test_what_is_told_plainly_is_met_whatever_stands_beside_it(text: str, kind: str, snapshot: Snapshot, care: CareIndex) -> None:
    found = told_plainly(sounding(text, snapshot, care), care)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "岳父前年脑溢血了，走路不稳，看病有人陪吗",
        "我妈摔倒爬不起来那回，住院花了两万",
        "婆婆中风了，护理假怎么请",
        "老公忙得喘不过气",
        "嗓子着火了一样",
        "炒菜厨房里冒烟",
        "我家狗走丢了",
        "电话打不通，热线是不是坏了，我妈打的",
        "领导不让我走",
        "心梗算不算工伤",
    ],
)
def test_what_is_over_or_only_like_it_is_not_told_plainly(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    assert told_plainly(sounding(text, snapshot, care), care) is None


@pytest.mark.parametrize("text", ["她拽了我一下", "他跟我哥住", "菜也不好", "我姥姥总惦记我，睡不好"])
def test_a_few_words_or_a_grown_up_are_no_child_and_no_danger(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    found = heard(text, snapshot, care)
    assert found is None or (found.kind != "child" and not care.kinds[found.kind].danger)


def test_a_death_is_no_danger_at_hand(snapshot: Snapshot, care: CareIndex) -> None:
    found = heard("我们科长走了", snapshot, care)
    assert found is None or not care.kinds[found.kind].danger


def test_a_plain_word_of_dying_is_no_mere_weariness(snapshot: Snapshot, care: CareIndex) -> None:
    found = heard("扛不住了，天天都想跳楼", snapshot, care)
    assert found is not None
    assert found.kind == "suicidal"


def test_whose_front_line_it_is_goes_into_the_first_line(snapshot: Snapshot, care: CareIndex) -> None:
    worried = Distress("worried", 2.0, (), ("kin", "fear"))
    assert "前面" not in wording(worried, care).say[0]
    assert "前面" in wording(replace(worried, heard=("kin", "front-line")), care).say[0]


@pytest.mark.parametrize(
    "text",
    [
        "表妹说她可不想活成她妈那样，天天抠门",
        "今晚没人理我，全部下楼看灯会了",
        "师姐把一盒蛋挞全部吃了，没给我留",
        "下午灌了两杯浓茶，到现在还睡不着",
        "姐姐婚礼上姨妈哭花了妆，全桌递纸",
        "奖品全发完了才轮到我们科，哭晕在厕所",
    ],
)
def test_strong_words_for_small_matters_are_let_be(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    assert heard(text, snapshot, care) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("记不起上一次睡整觉是什么时候了", "overwhelmed"),
        ("室友把心爱的吉他送给我，首饰也分光了，还笑嘻嘻的", "other-in-danger"),
        ("狗粮囤了两袋，往后谁路过谁喂它一口吧", "suicidal"),
        ("我爸再也回不来了，妹妹还在等他", "bereaved"),
        ("我妈把存款都分给我们了，说她用不着了", "other-in-danger"),
        ("猫粮放桌上了，今后就靠你们喂了", "suicidal"),
        ("姥爷走那晚我没下夜班，最后一面也没赶上", "bereaved"),
        ("天天靠浓茶顶着，夜里又睡不着，要垮了", "overwhelmed"),
        ("把所有安眠药都吃了", "acute"),
    ],
)
def test_what_is_told_by_what_somebody_does_is_met(text: str, kind: str, snapshot: Snapshot, care: CareIndex) -> None:
    found = heard(text, snapshot, care)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "师兄毕业了，把最喜欢的球鞋送给我",
        "狗粮牌子不对，以后别再喂这个",
        "忘了上次聚餐笑成什么样了",
        "奶奶把镯子送给我当嫁妆了",
        "猫粮太咸，往后一天喂一顿",
        "我的年假再也回不来了",
    ],
)
def test_what_is_given_left_or_forgotten_in_passing_is_let_be(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    assert heard(text, snapshot, care) is None
