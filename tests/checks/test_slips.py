"""One slip of an author's hand each, made in the sound folder: one message, at its line, with the remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.checks import check_folder
from bot.reading.problem import Problem
from tests.authors.folders import base_folder, change

SUBSIDY = "regions/jia/measures/ja-01-subsidy.yaml"
SCHOOL = "regions/jia/measures/ja-02-school.yaml"
REGION = "regions/jia/region.yaml"
CONTACTS = "regions/jia/contacts.yaml"
TOPIC = "topics/daily-subsidy.yaml"
FACTS = "facts.yaml"


class Slip(NamedTuple):
    """What is replaced in which file of the sound folder, and what has to be said of it."""

    name: str
    file: str
    old: str
    new: str
    line: int
    message: str
    remedy: str


SLIPS = (
    Slip(
        "gap-of-another-topic", SUBSIDY, "say: 文件没有写发到哪张卡。}", "say: 文件没有写发到哪张卡。, topics: [school]}",
        36, "本措施的 topics 里没有“school”", "加进本措施的 topics ",
    ),
    Slip("missing-dash", SUBSIDY, "  - id: paid", "    id: paid", 16, "这里是列表的下一条，前面少了“- ”", "在“id”前面加“- ”，和"),
    Slip(
        "missing-dash-of-mapping", SUBSIDY, "  - {ask: 在病房", "    {ask: 在病房",
        39, "这里是列表的下一条，前面少了“- ”", "在“{”前面加“- ”，和上",
    ),
    Slip("missing-first-dash", SUBSIDY, "  - id: rates", "    id: rates", 13, "列表的第一条前面少了“- ”", "在这一行前面加“- ”，和下"),
    Slip("missing-first-dash-flush", FACTS, "- id: ", "  id: ", 1, "列表的第一条前面少了“- ”", "在这一行前面加“- ”，和下"),
    Slip(
        "missing-only-dash", SUBSIDY, "  - id: daily\n    title: 每日补助\n    gives", "    id: daily\n    title: 每日补助\n    gives",
        29, "“entitlements”应当是一个列表，写成", "写成 [甲, 乙]，或每项一",
    ),
    Slip("en-dash", SUBSIDY, "  - id: rates", "  – id: rates", 13, "列表的横线写成了“–”", "改成英文减号加一个空格“- "),
    Slip("em-dash", SUBSIDY, "  - id: paid", "  — id: paid", 16, "列表的横线写成了“—”", "改成英文减号加一个空格“- "),
    Slip("wide-hyphen", TOPIC, "    - 补助找谁领", "    － 补助找谁领", 12, "列表的横线写成了“－”", "改成英文减号加一个空格“- "),
    Slip("bullet", TOPIC, "    - 一天补多少", "    • 一天补多少", 6, "列表的横线写成了“•”", "改成英文减号加一个空格“- "),
    Slip("minus-sign", TOPIC, "    - 补助怎么发", "    − 补助怎么发", 9, "列表的横线写成了“−”", "改成英文减号加一个空格“- "),
    Slip("dash-without-blank", SUBSIDY, "  - id: paid", "  -id: paid", 16, "列表的“-”后面少一个空格", "写成“- ”加内容"),
    Slip("dash-without-blank-in-words", TOPIC, "    - 补助怎么发", "    -补助怎么发", 9, "列表的“-”后面少一个空格", "写成“- ”加内容"),
    Slip(
        "item-too-deep", TOPIC, "    - 补助多少钱一天", "     - 补助多少钱一天",
        7, "这一行缩进多了，会并进上一条", "把“- ”和上一条的“- ”",
    ),
    Slip(
        "last-item-much-too-deep", TOPIC, "    - 补助找谁领", "        - 补助找谁领",
        12, "这一行缩进多了，会并进上一条", "把“- ”和上一条的“- ”",
    ),
    Slip(
        "first-item-too-deep", TOPIC, "    - 一天补多少", "     - 一天补多少",
        6, "列表的缩进不齐，这一行和别的不一样", "同一个列表的“- ”对齐",
    ),
    Slip(
        "item-too-shallow", TOPIC, "    - 补助怎么发", "   - 补助怎么发",
        9, "列表的缩进不齐，这一行和别的不一样", "同一个列表的“- ”对齐",
    ),
    Slip(
        "key-too-deep", SUBSIDY, "    text: 每月 15", "     text: 每月 15",
        18, "缩进或引号不对，找不到下一个键", "同级的键对齐；检查上面的引号",
    ),
    Slip("key-too-shallow", SUBSIDY, "    text: 每月 15", "   text: 每月 15", 18, "这一行的缩进不齐", "和同一条里别的键对齐，多一格"),
    Slip(
        "top-key-indented", SUBSIDY, "audience: 一线", " audience: 一线",
        5, "缩进或引号不对，找不到下一个键", "同级的键对齐；检查上面的引号",
    ),
    Slip(
        "option-as-people-say-it", SUBSIDY, "{fact: role, is: ward}", "{fact: role, is: 病房}",
        26, "事实“role”没有选项“病房”", "可用：ward、other",
    ),
    Slip(
        "option-as-people-say-it-in-list", SUBSIDY, "{fact: staff, is: yes}", "{fact: staff, in: [是]}",
        33, "事实“staff”没有选项“是”", "可用：yes、no",
    ),
    Slip(
        "yes-as-people-say-it", SUBSIDY, "{fact: staff, is: yes}", "{fact: staff, is: 是}",
        33, "事实“staff”没有选项“是”", "可用：yes、no",
    ),
    Slip(
        "option-in-capitals", SUBSIDY, "{fact: role, is: ward}", "{fact: role, is: Ward}",
        26, "事实“role”没有选项“Ward”", "是不是“ward”？",
    ),
    Slip(
        "fact-in-chinese", SUBSIDY, "{fact: role, is: ward}", "{fact: 岗位, is: ward}",
        26, "没有叫“岗位”的事实（facts.yaml）", "可用：role、staff、",
    ),
    Slip(
        "phone-in-text", SUBSIDY, "每月 15 日前发放。", "每月 15 日前发放，问 0100-5550199。",
        18, "数字“5550199”没有字段作依据", "是电话就在 contacts",
    ),
    Slip(
        "short-phone-in-text", SUBSIDY, "每月 15 日前发放。", "每月 15 日前发放，拨打 96123。",
        18, "数字“96123”没有字段作依据", "是电话就在 contacts",
    ),
    Slip(
        "mobile-in-text", SUBSIDY, "每月 15 日前发放。", "每月 15 日前发放，问 13900001234。",
        18, "数字“13900001234”没有字段作依据", "是电话就在 contacts",
    ),
    Slip(
        "sum-in-characters", SCHOOL, "优先安排。\nexamples", "优先安排，再发三百元。\nexamples",
        12, "数字“300”没有字段作依据；写着它的是 ja-", "核对原文；确有其事就在 fi",
    ),
    Slip(
        "sum-of-tens-of-thousands", SCHOOL, "优先安排。\nexamples", "优先安排，再发 7 万元。\nexamples",
        12, "数字“7”没有字段作依据", "核对原文；确有其事就在 fi",
    ),
    Slip(
        "percent-nobody-backs", SCHOOL, "优先安排。\nexamples", "优先安排，减免 30%。\nexamples",
        12, "数字“30”没有字段作依据；写着它的是 ja-0", "核对原文；确有其事就在 fi",
    ),
    Slip("published-with-dots", REGION, "2020 年 2 月 10 日", "2020.2.30", 9, "没有“2020.2.30”这一天", "核对原文里的日期"),
    Slip(
        "note-nobody-asks-for", REGION, "confirm: 牵头单位", "  notes: [{about: near, text: 没写多近。}]\nconfirm: 牵头单位",
        11, "没有哪条 phrases 的 about 是“near”", "",
    ),
    Slip("published-with-slashes", REGION, "2020 年 2 月 10 日", "2020/13/1", 9, "没有“2020/13/1”这一天", "核对原文里的日期"),
    Slip(
        "deadline-on-no-day", SUBSIDY, "2020 年 6 月 30 日", "2020 年 6 月 31 日",
        11, "没有“2020 年 6 月 31 日”这一天", "核对原文里的日期",
    ),
    Slip(
        "phone-with-a-character", CONTACTS, "0100-5550123", "0100-555012三",
        2, "电话“0100-555012三”里有“三”", "只写数字、连字符和“转”；几",
    ),
    Slip("phone-with-a-letter", CONTACTS, "0100-5550123", "0100-555O123", 2, "电话“0100-555O123”里有“O”", "只写数字、连字符和“转”；几"),
    Slip("control-character-late", SUBSIDY, "每月 15 日前", "每月\u0007 15 日前", 18, "有看不见的控制字符", "删掉这一行重新打字"),
    Slip(
        "zero-width-key", SUBSIDY, "title: 每日补助\narea", "title\u200b: 每日补助\narea",
        2, "有看不见的控制字符", "删掉这一行重新打字",
    ),
    Slip("no-break-space-after-colon", SUBSIDY, "area: pay", "area:\u00a0pay", 3, "冒号后面是全角空格或不间断空格", "改成普通空格"),
    Slip("wide-space-after-colon", SUBSIDY, "area: pay", "area:\u3000pay", 3, "冒号后面是全角空格或不间断空格", "改成普通空格"),
    Slip(
        "unclosed-single-quote", SUBSIDY, "title: 每日补助\narea", "title: '每日补助\narea",
        2, "这一行的英文单引号不成对", "补上另一半，或整段放进英文双",
    ),
    Slip("unclosed-brace", SUBSIDY, "source: {item: 1}", "source: {item: 1", 4, "花括号没有写完", "各项之间用英文逗号，末尾写 "),
    Slip(
        "chinese-brackets", SUBSIDY, "topics: [daily-subsidy]", "topics: 【daily-subsidy】",
        7, "“topics”应当是一个列表，写成了 '【da", "写成 [甲, 乙]，或每项一",
    ),
    Slip(
        "wide-brackets", SUBSIDY, "units: [health]", "units: ［health］",
        8, "“units”应当是一个列表，写成了 '［hea", "写成 [甲, 乙]，或每项一",
    ),
    Slip("at-sign", SUBSIDY, "summary: 按天", "summary: @按天", 6, "这里不能用制表符或特殊符号", "缩进改成空格；以 @、%、`"),
    Slip("percent-first", SUBSIDY, "summary: 按天", "summary: %按天", 6, "这里不能用制表符或特殊符号", "缩进改成空格；以 @、%、`"),
    Slip("star-first", SUBSIDY, "summary: 按天", "summary: *按天", 6, "以 * 或 & 开头的文字会被当成引用", "整段放进英文双引号"),
    Slip("ampersand-first", SUBSIDY, "summary: 按天", "summary: &按天 按天", 6, "以 * 或 & 开头的文字会被当成引用", "整段放进英文双引号"),
    Slip("question-first", SUBSIDY, "summary: 按天", "summary: ? 按天", 6, "以 ? 开头的文字会被当成键", "整段放进英文双引号"),
    Slip(
        "bracket-first", SUBSIDY, "summary: 按天发补助", "summary: [按天]发补助",
        6, "引号或括号后面还有字", "整段放进英文双引号，里面的引",
    ),
    Slip(
        "quote-then-text", SUBSIDY, "title: 每日补助\narea", "title: \"每日\"补助\narea",
        2, "引号或括号后面还有字", "整段放进英文双引号，里面的引",
    ),
    Slip("item-as-text", SUBSIDY, "{item: 1}", "{item: 一}", 4, "“item”应当是整数，写成了 '一'", "写成 1"),
    Slip("item-with-unit", SUBSIDY, "{item: 1}", "{item: 第1项}", 4, "“item”应当是整数，写成了 '第1项'", "去掉引号、单位和逗号，只写数"),
    Slip("item-zero", SUBSIDY, "{item: 1}", "{item: 0}", 4, "“item”是 0，不能小于 1", "改成不小于 1 的整数"),
    Slip(
        "year-as-text", REGION, "year: 2020", "year: 二〇二〇",
        8, "“year”应当是整数，写成了 '二〇二〇'", "写成 2020",
    ),
    Slip("year-with-unit", REGION, "year: 2020", "year: 2020年", 8, "“year”应当是整数，写成了 '2020年'", "去掉引号、单位和逗号，只写数"),
    Slip("area-without-title", REGION, "  - {id: pay, title: 待遇}", "  - {id: pay}", 13, "缺少“title”", "补上一行“title: …”"),
    Slip(
        "areas-empty", REGION, "areas:\n  - {id: pay, title: 待遇}\n  - {id: family, title: 家庭}", "areas: []",
        12, "“areas”至少要有一项", "补上内容",
    ),
    Slip(
        "places-as-text", REGION, "places: [甲县, 甲城]", "places: 甲县",
        15, "“places”应当是一个列表，写成了 '甲县'", "写成 [甲, 乙]，或每项一",
    ),
    Slip(
        "places-with-enumeration-comma", REGION, "places: [甲县, 甲城]", "places: [甲县、甲城]",
        15, "“甲县、甲城”里有中文逗号或顿号，会被当成一个词", "列表各项之间用英文逗号",
    ),
    Slip("contact-twice", CONTACTS, "{id: education", "{id: health", 2, "“health”已经在 regions/jia/", "换一个没用过的 id，或合并"),
    Slip("contact-without-name", CONTACTS, "name: 县教育局, ", "", 2, "缺少“name”", "补上一行“name: …”"),
    Slip("contact-name-empty", CONTACTS, "name: 县教育局", "name:", 2, "花括号里的冒号后面要有空格和内容", "写成 {键: 值, 键: 值"),
    Slip("contact-id-chinese", CONTACTS, "{id: education", "{id: 教育", 2, "“教育”不能作 id（id）", "只用小写英文字母、数字和连字"),
    Slip("topics-empty", SCHOOL, "topics: [school]", "topics: []", 7, "“topics”至少要有一项", "补上内容"),
    Slip(
        "points-empty", SCHOOL, "points:\n  - id: priority\n    text: 孩子上公办学校优先安排。", "points: []",
        10, "“points”至少要有一项", "补上内容",
    ),
    Slip("point-without-text", SCHOOL, "    text: 孩子上公办学校优先安排。\n", "", 11, "缺少“text”", "补上一行“text: …”"),
    Slip("point-without-id", SCHOOL, "  - id: priority\n    text", "  - text", 11, "缺少“id”", "补上一行“id: …”"),
    Slip("text-empty", SCHOOL, "    text: 孩子上公办学校优先安排。", "    text:", 12, "“text”是空的", "写上内容，或删掉这一行"),
    Slip(
        "short-too-long", SCHOOL, "title: 子女入学", "title: 子女入学\nshort: 孩子上学的优先安排",
        3, "“short”太长：9 个字，最多 6 个", "写短一些",
    ),
    Slip(
        "then-nobody", SCHOOL, "    text: 孩子", "    then: [nothing]\n    text: 孩子",
        12, "这一项没有叫“nothing”的 point", "可用：priority",
    ),
    Slip(
        "nearest-nobody", SUBSIDY,
        "{cues: [哪张卡], say: 文件没有写发到哪张卡。}",
        "{cues: [哪张卡], say: 文件没有写发到哪张卡。, nearest: rate}",
        36, "这一项没有叫“rate”的 point", "是不是“rates”？",
    ),
    Slip(
        "facet-without-answer", SUBSIDY, "    facets: [how-much]", "    facets: [how-much]\n    answer: {whom: 找卫健局。}",
        15, "facets 写了“how-much”，answ", "补上这一面的一句话，或从 f",
    ),
    Slip("unknown-key-near", SUBSIDY, "officer: 赵甲乙", "oficer: 赵甲乙", 10, "不认识的键“oficer”", "是不是“officer”？可"),
    Slip("key-in-capitals", SUBSIDY, "officer: 赵甲乙", "Officer: 赵甲乙", 10, "不认识的键“Officer”", "是不是“officer”？可"),
    Slip("key-in-chinese", SUBSIDY, "officer: 赵甲乙", "责任人: 赵甲乙", 10, "不认识的键“责任人”", "检查拼写和缩进；可用的键见 "),
    Slip("unit-by-name", SUBSIDY, "units: [health]", "units: [县卫健局]", 8, "“县卫健局”不能作 id（units）", "这里不写名称，写 id：co"),
    Slip("lead-by-name", SUBSIDY, "lead: health", "lead: 县卫健局", 9, "“县卫健局”不能作 id（lead）", "这里不写名称，写 id：co"),
    Slip(
        "amount-with-comma", SUBSIDY, "value: 300,", "value: \"3,000\",",
        26, "“value”应当是整数，写成了 '3,000'", "去掉引号、单位和逗号，只写数",
    ),
    Slip("amount-negative", SUBSIDY, "value: 300,", "value: -300,", 26, "“value”是 -300，不能小于 1", "改成不小于 1 的整数"),
    Slip(
        "amount-fraction", SUBSIDY, "value: 300,", "value: 300.5,",
        26, "“value”应当是整数，写成了 300.5", "去掉引号、单位和逗号，只写数",
    ),
    Slip(
        "amount-entitlement-unknown", SUBSIDY, "    counts: days", "    counts: days\n    entitlement: weekly",
        25, "entitlements 里没有“weekly”", "可用：daily",
    ),
    Slip(
        "when-a-word", SUBSIDY, "when: {fact: role, is: ward}", "when: ward",
        26, "条件要以 all、any、not 或 fact ", "写成 {fact: 事实, ",
    ),
    Slip(
        "condition-without-fact", SUBSIDY, "when: {fact: role, is: ward}", "when: {is: ward}",
        26, "条件要以 all、any、not 或 fact ", "写成 {fact: 事实, ",
    ),
    Slip(
        "condition-without-comparison", SUBSIDY, "when: {fact: role, is: ward}", "when: {fact: role}",
        26, "一个条件只能写一种比较：is、in，或 at_l", "照说明改正",
    ),
    Slip("example-without-ask", SCHOOL, "  - {ask: 孩子上学能优先吗}", "  - {says: [优先]}", 14, "缺少“ask”", "补上一行“ask: …”"),
    Slip(
        "example-as-text", SCHOOL, "  - {ask: 孩子上学能优先吗}", "  - 孩子上学能优先吗",
        14, "“examples”应当由“键: 值”组成，写成", "检查缩进，以及冒号后的空格",
    ),
    Slip(
        "todo-left", SCHOOL, "audience: 一线医务人员的子女", "audience: 〔待填：给谁〕",
        5, "还没有填完：“〔待填：给谁〕”", "对照原文写好，删掉“〔待…〕",
    ),
    Slip(
        "phone-as-number-long", CONTACTS, "phone: \"0100-5550123\"", "phone: 1005550123",
        2, "“phone”应当是文字，写成了 1005550", "电话、年份、编号等要放进英文",
    ),
    Slip(
        "second-document", SUBSIDY, "points:\n", "---\npoints:\n",
        12, "文件里有第二份内容，从这一行“---”起", "删掉这一行",
    ),
    Slip("digits-of-full-width", SUBSIDY, "{value: 15 日,", "{value: １５ 日,", 20, "数字写成了全角的“１５”", "改成半角数字"),
    Slip("sum-of-full-width", SUBSIDY, "value: 300,", "value: ３００,", 26, "数字写成了全角的“３００”", "改成半角数字"),
    Slip("item-in-words", SUBSIDY, "{item: 1}", "{item: 第十二项}", 4, "“item”应当是整数", "写成 12"),
    Slip("sum-with-unit", SUBSIDY, "value: 300,", "value: 300 元,", 26, "“value”应当是整数", "只写数字：300"),
    Slip("sum-of-myriads", SUBSIDY, "value: 300,", "value: 5万,", 26, "“value”应当是整数", "只写数字：50000"),
    Slip("verdict-in-chinese", SUBSIDY, "amount: 6000}", "verdict: 符合}", 39, "“verdict”不能是 '符合'", "eligible（符合）、ineligible"),
    Slip("decision-in-chinese", SUBSIDY, "amount: 6000}", "decision: 反问}", 39, "“decision”不能是 '反问'", "ask（反问）"),
    Slip("key-of-another-level", SUBSIDY, "deadline: ", "note: ", 11, "“note”不能写在这里", "检查缩进"),
    Slip("lead-misspelt", SUBSIDY, "lead: health", "lead: helath", 9, "牵头单位“helath”也要写进 units", "是不是“health”？"),
    Slip(
        "item-label-cut-by-comment", REGION, "item_label: 第 {item} 条", "item_label: 第 #{item} 条",
        10, "“ #”后面的字会被当作注释丢掉", "是正文就把整段放进英文双引号",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_told_once_and_where_it_was_made(slip: Slip, tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    change(folder, slip.file, slip.old, slip.new)
    (problem,) = check_folder(folder, examples=False)
    assert (problem.file, problem.line, problem.severity) == (folder / slip.file, slip.line, "error")
    assert slip.message in problem.message
    assert slip.remedy in problem.remedy


@pytest.mark.parametrize("kept", [False, True], ids=["read-at-once", "region-by-region"])
def test_beside_a_wrong_example_all_else_is_told_too(tmp_path: Path, *, kept: bool) -> None:
    folder = base_folder(tmp_path)
    change(folder, SUBSIDY, 'says: ["300", "200"]', "says: 500")
    change(folder, SUBSIDY, "topics: [daily-subsidy]", "topics: [bonus]")
    change(folder, SUBSIDY, "units: [health]\nlead: health", "units: [health, helath]\nlead: health")
    found = check_folder(folder, examples=False, cache_dir=tmp_path / "cache" if kept else None)
    assert {(problem.line, problem.message) for problem in found if problem.file == folder / SUBSIDY} >= {
        (7, "没有叫“bonus”的主题（topics/）"),
        (8, "没有叫“helath”的单位（本地区的 contacts.yaml）"),
    }
    assert any(problem.line == 38 and "“says”应当是一个列表" in problem.message for problem in found)


def test_a_key_nobody_knows_is_told_where_the_key_stands(tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    change(folder, SUBSIDY, "deadline: 持续", "deadlin: 持续")
    (problem,) = check_folder(folder, examples=False)
    assert (problem.line, problem.column) == (11, 1)


def test_every_mark_of_a_conflict_is_told_and_nothing_it_leads_to(tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    change(folder, SUBSIDY, "title: 每日补助\n", "<<<<<<< HEAD\ntitle: 每日补助\n=======\ntitle: 每天补助\n>>>>>>> other\n")
    problems = check_folder(folder, examples=False)
    assert [problem.line for problem in problems] == [2, 4, 6]
    assert all("合并冲突的标记" in problem.message for problem in problems)


@pytest.mark.parametrize("kept", [False, True], ids=["read-at-once", "region-by-region"])
@pytest.mark.parametrize("name", ["ja-01-subsidy (1).yaml", "ja-01-subsidy - copy.yaml"])
def test_of_a_file_and_its_copy_the_copy_is_to_blame(tmp_path: Path, name: str, *, kept: bool) -> None:
    folder = base_folder(tmp_path)
    copy = folder / "regions/jia/measures" / name
    shutil.copyfile(folder / SUBSIDY, copy)
    found = [p for p in check_folder(folder, examples=False, cache_dir=tmp_path / "cache" if kept else None) if "已经在" in p.message]
    assert [(problem.file, problem.line) for problem in found] == [(copy, 1)]
    assert "像是那个文件的副本" in found[0].remedy


def test_an_id_of_another_file_is_told_of_the_file_that_is_called_otherwise(tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    change(folder, SUBSIDY, "id: ja-01", "id: ja-02")
    (problem,) = check_folder(folder, examples=False)
    assert (problem.file, problem.line) == (folder / SUBSIDY, 1)
    assert "已经在 regions/jia/measures/ja-02-school.yaml:1 用过" in problem.message
    assert "和文件名一致" in problem.remedy


@pytest.mark.parametrize("kept", [False, True], ids=["read-at-once", "region-by-region"])
def test_a_copied_folder_whose_name_is_no_id_is_to_be_renamed(tmp_path: Path, *, kept: bool) -> None:
    folder = base_folder(tmp_path)
    copied(folder, "jia - copy")
    found = check_folder(folder, examples=False, cache_dir=tmp_path / "cache" if kept else None)
    assert "文件夹改用小写英文字母" in found[0].remedy
    assert "id: jia - copy" not in found[0].remedy


def test_a_place_that_is_part_of_a_name_is_told_where_the_place_stands(tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    change(folder, SUBSIDY, "topics: [daily-subsidy]", "topics: [daily-subsidy]\nnames: [甲城英才]")
    (problem,) = check_folder(folder, examples=False)
    assert (problem.file, problem.line, problem.severity) == (folder / REGION, 15, "warning")
    assert "地名“甲城”是“甲城英才”的一部分" in problem.message


def copied(folder: Path, name: str) -> Path:
    """A region begun as the copy of another one."""
    return Path(shutil.copytree(folder / "regions/jia", folder / f"regions/{name}"))


@pytest.mark.parametrize("name", ["bing", "zeta"])
def test_a_copied_region_is_one_thing_to_tell(name: str, tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    copied(folder, name)
    (problem,) = check_folder(folder, examples=False)
    assert problem.file == folder / f"regions/{name}/region.yaml"
    assert problem.message == "这个文件夹是从地区 jia 复制来的，还写着它的 id"
    assert f"改成 id: {name}" in problem.remedy


def test_copied_measures_are_told_once_and_blame_nobody(tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    region = copied(folder, "bing") / "region.yaml"
    text = region.read_text("utf-8").replace("id: jia", "id: bing").replace("places: [甲县, 甲城]", "places: [丙县]")
    region.write_text(text, "utf-8")
    (problem,) = check_folder(folder, examples=False)
    assert "措施 id“ja-01”在地区 bing 里已经用了" in problem.message
    assert "要是后加的" in problem.remedy


def _emacs(folder: Path) -> Path:
    (folder / "topics/.#school.yaml").symlink_to("somebody@machine.1:2")
    return folder / "topics/.#school.yaml"


def _finder(folder: Path) -> Path:
    file = folder / "regions/jia/measures/._ja-01-subsidy.yaml"
    file.write_bytes(b"\x00\x05\x16\x07")
    return file


def _archive(folder: Path) -> Path:
    file = folder / "regions/__MACOSX/region.yaml"
    file.parent.mkdir()
    file.write_bytes(b"\x00\x05\x16\x07")
    return file


def _word(folder: Path) -> Path:
    (folder / "topics/~$school.yaml").write_bytes(b"\x05")
    return folder / "topics/~$school.yaml"


@pytest.mark.parametrize("leave", [_emacs, _finder, _archive, _word])
def test_what_programs_leave_behind_is_passed_over_with_a_note(leave: Callable[[Path], Path], tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    file = leave(folder)
    assert check_folder(folder, examples=False) == [
        Problem(file, 0, 0, "编辑器或系统留下的文件，不读它", "可以删掉；不删也不碍事", "warning")
    ]


def test_hidden_folders_of_programs_are_nobody_s_business(tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    (folder / "regions/.idea").mkdir()
    (folder / "regions/.DS_Store").write_bytes(b"x")
    assert check_folder(folder, examples=False) == []


def test_offices_that_are_called_the_same_everywhere_are_nobody_s(tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    contacts = folder / "regions/yi/contacts.yaml"
    contacts.write_text(contacts.read_text("utf-8") + "- {id: finance, name: 财政局}\n", "utf-8")
    change(folder, SCHOOL, "text: 孩子上公办学校优先安排。", "text: 孩子上公办学校优先安排，问财政局。")
    assert check_folder(folder, examples=False) == []


def test_a_figure_of_a_note_stands_in_the_document(tmp_path: Path) -> None:
    folder = base_folder(tmp_path)
    phrase = "- {id: nearby, says: [多近算就近], about: nearby, reply: 没写。}\n"
    phrases = folder / "phrases.yaml"
    phrases.write_text(phrases.read_text("utf-8") + phrase, "utf-8")
    change(folder, REGION, "  item_label: 第 {item} 条", "  item_label: 第 {item} 条\n  notes: [{about: nearby, text: 就近是 3000 米。}]")
    (problem,) = check_folder(folder, examples=False)
    assert "3000" in problem.message
    change(folder, REGION, "就近是 3000 米。", "2020 年 2 月 10 日起就近。")
    assert check_folder(folder, examples=False) == []
