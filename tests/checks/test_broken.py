"""One author's mistake each: refused at the right file and line, with a message that tells what to do."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from bot.checks import check_folder
from bot.reading.problem import Problem
from tests.authors.folders import BROKEN, broken_folder

SUBSIDY = "regions/jia/measures/ja-01-subsidy.yaml"
SCHOOL = "regions/jia/measures/ja-02-school.yaml"
REGION = "regions/jia/region.yaml"
CONTACTS = "regions/jia/contacts.yaml"


class Broken(NamedTuple):
    """A folder under broken/ laid over the sound one, and what has to be said of it."""

    case: str
    file: str
    line: int
    message: str
    remedy: str
    warning: bool = False


CASES = (
    Broken("alias-bomb", SUBSIDY, 1, "内容太多（或引用层层展开）", "去掉锚点和引用"),
    Broken("amount-as-text", SUBSIDY, 26, "“value”应当是整数", "去掉引号、单位和逗号"),
    Broken("amount-is-zero", SUBSIDY, 26, "“value”是 0", "改成不小于 1 的整数"),
    Broken("bounds-crossed", SUBSIDY, 33, "这个条件永远不会成立", "“days”只在 1～366"),
    Broken("chinese-comma-in-ids", SCHOOL, 8, "“education", "只用小写英文字母、数字和连字"),
    Broken(
        "chinese-comma-in-words", REGION, 15, "“甲县，甲城”里有中文逗号或顿号，会被当成一个词", "列表各项之间用英文逗号"
    ),
    Broken("chinese-id", SUBSIDY, 13, "“标准”不能作 id", "只用小写英文字母、数字和连字"),
    Broken("choice-fact-with-bounds", SUBSIDY, 33, "“role”是选择类事实", "写 is 或 in"),
    Broken("condition-without-kind", SUBSIDY, 26, "条件要以 all、any、not 或 fact 之一开头", "写成 {fact: 事实, "),
    Broken("control-character", SUBSIDY, 15, "有看不见的控制字符", "删掉这一行重新打字"),
    Broken("counts-a-choice", SUBSIDY, 24, "“role”不是数字类事实", "可用"),
    Broken(
        "duplicate-id", SUBSIDY, 1, "“ja-01”已经在 regions/jia/measures/ja-01-school.yaml:1 用过", "换一个没用过的 id"
    ),
    Broken("duplicate-key", SUBSIDY, 4, "键“area”写了两次", "合并成一个"),
    Broken("duplicate-point-id", SUBSIDY, 16, "points 里有两个“rates”", "换一个没用过的 id"),
    Broken("duplicate-region-key", REGION, 3, "键“name”写了两次", "合并成一个"),
    Broken("empty-file", SUBSIDY, 1, "文件是空的", "写上内容"),
    Broken("empty-value", SUBSIDY, 2, "“title”是空的", "写上内容"),
    Broken("example-wrong-amount", SUBSIDY, 39, "例句“在病房干了20天", "改例句的期望"),
    Broken("example-wrong-text", SUBSIDY, 38, "例句“补助一天多少”", "改例句的期望"),
    Broken("facts-not-a-list", "facts.yaml", 1, "这个文件应当是一个列表", "每一项以“- ”开头"),
    Broken(
        "figure-never-said", SUBSIDY, 20, "figures 里的“7 次”没有任何一段话说到", "在 points 里说出来", warning=True
    ),
    Broken("figure-of-another-region", SCHOOL, 12, "数字“0200、5550456”没有字段作依据", "核对原文"),
    Broken("file-name-not-id", SCHOOL, 1, "文件名“ja-02-school.yaml”不是以 id“ja-20”开头", "文件名改成 ja-20-…."),
    Broken("folder-name-not-id", REGION, 1, "文件夹“jia”和 id“jian”不一致", "文件夹改名为 jian"),
    Broken("full-width-colon", SUBSIDY, 2, "用了全角冒号“", "改成英文冒号加一个空格“: "),
    Broken("full-width-colon-inside", SUBSIDY, 4, "用了全角冒号", "改成英文冒号加一个空格“: "),
    Broken("gbk", SUBSIDY, 2, "文件不是 UTF-8 编码", "在编辑器里另存为 UTF-8"),
    Broken("group-guard-with-mark", SUBSIDY, 19, "“!不是”不是一个词或一个 <概念>", "不带感叹号"),
    Broken("group-unknown-concept", SUBSIDY, 21, "没有叫“salary”的概念", "可用"),
    Broken("group-without-guard", SUBSIDY, 18, "这一组没有 unless，也没有 unless_anywhere", "直接写进列表"),
    Broken("group-without-patterns", SUBSIDY, 18, "缺少“any”", "补上一行“any:"),
    Broken("hash-cuts-text", SUBSIDY, 6, "“ #”后面的字会被当作注释丢掉", "是正文就把整段放进英文双引号"),
    Broken("ideographic-space-indent", SUBSIDY, 14, "缩进用了全角空格或不间断空格", "改成普通空格"),
    Broken("impossible-date", SUBSIDY, 11, "没有“2020 年 6 月 31 日”这一天", "核对原文里的日期"),
    Broken("impossible-iso-date", REGION, 9, "没有“2020-02-30”这一天", "核对原文里的日期"),
    Broken("item-twice", SCHOOL, 4, "第 1 项已经是 ja-01 的出处", "核对项号", warning=True),
    Broken("label-too-long", "topics/daily-subsidy.yaml", 3, "“short”太长", "写短一些"),
    Broken("lead-not-in-units", SUBSIDY, 9, "牵头单位“education”也要写进 units", "把 education 加进 units"),
    Broken("list-item-is-not-mapping", SUBSIDY, 20, "“figures”应当由“键: 值”组成", "检查缩进"),
    Broken("misaligned-list", SUBSIDY, 16, "列表的缩进不齐", "同一个列表的“- ”对齐"),
    Broken("misspelt-required-key", SUBSIDY, 2, "不认识的键“titel”", "是不是“title”？"),
    Broken("missing-key", SUBSIDY, 1, "缺少“audience”", "补上一行“audience:"),
    Broken("name-of-another-region", SCHOOL, 12, "写到了别的地区", "每个地区只说自己文件里的话"),
    Broken("never-asked", SUBSIDY, 33, "“staff”默认是“yes”", "给这个选项写 says"),
    Broken("never-holds", SUBSIDY, 33, "这个条件永远不会成立", "一个事实不会同时是两个选项"),
    Broken("no-space-after-colon", SUBSIDY, 3, "冒号后面少一个空格", "写成“键: 值”"),
    Broken("no-space-in-braces", SUBSIDY, 4, "冒号后面少一个空格", "写成“键: 值”"),
    Broken("number-fact-with-is", SUBSIDY, 33, "“days”是数字类事实", "写 at_least"),
    Broken("pattern-of-negations", SUBSIDY, 17, "说法“!到账”里只有“不得出现”的部分", "至少写一个要出现的词"),
    Broken("place-of-two-regions", "regions/yi/region.yaml", 15, "地名“乙城”在地区 jia 里已经有了", "这个地区要是后加的"),
    Broken("point-topic-not-own", SUBSIDY, 17, "本措施的 topics 里没有“school”", "加进本措施的 topics "),
    Broken("rates-overlap", SUBSIDY, 27, "“病房”和“其他”两档会同时成立", "给每一档写互不重叠的 whe"),
    Broken("requires-contradict", SUBSIDY, 33, "when 和 requires 合起来永远不会成立", "核对各条件是不是互相矛盾"),
    Broken(
        "shared-phrasing",
        "topics/school.yaml",
        8,
        "问法“入学照顾找谁”在 topics/daily-subsidy.yaml:12",
        "留在更贴切的一处",
    ),
    Broken("shared-in-shared", "shared_cues.yaml", 2, "共用的说法里不能再用另一份", "把那几条说法写在这里"),
    Broken("shared-unknown", SUBSIDY, 17, "没有叫“payday”的共用说法（shared_cues.yaml）", "是不是“pay-day”？"),
    Broken("shared-with-more", SUBSIDY, 19, "“not”不能写在这里", "检查缩进"),
    Broken("shared-reply", "facts.yaml", 6, "回答“病房”在 facts.yaml:5", "留在更贴切的一处"),
    Broken("shared-unit-name", CONTACTS, 2, "单位名“卫健局”在 regions/jia/contacts.yaml:1", "留在更贴切的一处"),
    Broken("signal-of-two-words", "signals/talk.yaml", 2, "“说 错了”：这里只写一个词", "几个词各写一条"),
    Broken("signal-with-guard", "signals/talk.yaml", 2, "“错了 !没”：这里只写一个词", "几个词各写一条"),
    Broken("tab-indent", SUBSIDY, 14, "缩进用了制表符", "改成空格"),
    Broken("text-instead-of-list", SUBSIDY, 7, "“topics”应当是一个列表", "写成 [甲, 乙]"),
    Broken(
        "topic-file-name",
        "out_of_scope/weather.yaml",
        1,
        "文件名“weather.yaml”和 id“wether”不一致",
        "文件名改成 wether.y",
    ),
    Broken("topic-out-of-scope", SUBSIDY, 7, "“weather”是范围外的主题", "可用"),
    Broken("two-colons", SUBSIDY, 6, "一行里有两个冒号", "含冒号的文字放进英文双引号"),
    Broken("two-comparisons", SUBSIDY, 26, "一个条件只能写一种比较", "照说明改正"),
    Broken("unbacked-chinese-figure", SUBSIDY, 18, "数字“100”没有字段作依据", "核对原文"),
    Broken("unbacked-figure", SUBSIDY, 6, "数字“350”没有字段作依据", "核对原文"),
    Broken("unclosed-bracket", SUBSIDY, 7, "方括号里的列表没有写完", "各项之间用英文逗号"),
    Broken("unclosed-quote", SUBSIDY, 6, "这一行的英文双引号不成对", "补上另一半"),
    Broken("unknown-area", SUBSIDY, 3, "本地区没有叫“money”的分类", "可用"),
    Broken("unknown-care-unless", "care/suicidal.yaml", 4, "words 里没有“owne”", "是不是“own”？"),
    Broken("unknown-care-word", "care/words.yaml", 5, "words 里没有“slef”", "是不是“self”？"),
    Broken("unknown-command", "phrases.yaml", 2, "没有叫“halp”的命令", "是不是“help”？"),
    Broken("unknown-concept", SUBSIDY, 17, "没有叫“salary”的概念", "可用"),
    Broken("unknown-concept-anywhere", SUBSIDY, 17, "没有叫“salary”的概念", "可用"),
    Broken("unknown-decision", SUBSIDY, 39, "“decision”不能是 'maybe'", "可用"),
    Broken("unknown-facet", SUBSIDY, 14, "没有叫“howmuch”的侧面", "是不是“how-much”？"),
    Broken("unknown-fact", SUBSIDY, 26, "没有叫“post”的事实", "可用"),
    Broken("unknown-key", SUBSIDY, 11, "不认识的键“dead_line”", "是不是“deadline”？"),
    Broken("unknown-look-alike", "topics/hotline.yaml", 12, "没有叫“subsidy”的主题", "是不是“daily-subs"),
    Broken("unknown-option", SUBSIDY, 26, "事实“role”没有选项“icu”", "可用"),
    Broken("unknown-public-line", CONTACTS, 1, "没有叫“goverment”的公共热线", "是不是“government"),
    Broken("unknown-topic", SUBSIDY, 7, "没有叫“daily-subsidi”的主题", "是不是“daily-subs"),
    Broken("unknown-unit", SUBSIDY, 8, "没有叫“helath”的单位", "是不是“health”？"),
    Broken("unquoted-phone", CONTACTS, 2, "“phone”应当是文字", "电话、年份、编号等要放进英文"),
    Broken("utf-16", SUBSIDY, 1, "文件是 UTF-16 编码", "在编辑器里另存为 UTF-8"),
    Broken("within-itself", REGION, 16, "“jia”绕了一圈又属于自己", "within 只写更大的地区"),
    Broken("within-nowhere", REGION, 16, "没有地区“bing”", "yi"),
    Broken("yaml-tag", SUBSIDY, 10, "不支持标签“tag:yaml.org,2002:python/object:os.system”", "去掉以 ! 开头的部分"),
    Broken("whether-only-opens", SUBSIDY, 19, "只有开头，这一点又没有 answer", "写全这一句"),
    Broken("whether-without-yes", SUBSIDY, 19, "问行不行的一句要先说行不行", "以“有”“能”", warning=True),
    Broken(
        "yml-suffix", "regions/jia/measures/ja-03-extra.yml", 0, "这个文件不会被读到", "后缀改成 .yaml", warning=True
    ),
)


@pytest.mark.parametrize("expected", CASES, ids=lambda expected: expected.case)
def test_a_mistake_is_told_where_it_was_made_and_is_the_only_error(expected: Broken, tmp_path: Path, cache_dir: Path) -> None:
    folder = broken_folder(expected.case, tmp_path)
    problems = check_folder(folder, examples=expected.case.startswith("example-"), cache_dir=cache_dir)
    told = "\n".join(map(str, problems))
    assert any(_fits(problem, expected, folder) for problem in problems), told
    errors = [problem for problem in problems if problem.severity == "error"]
    assert len(errors) == (0 if expected.warning else 1), told


def test_every_broken_folder_is_tried() -> None:
    assert sorted(path.name for path in BROKEN.iterdir()) == sorted(expected.case for expected in CASES)


def _fits(problem: Problem, expected: Broken, folder: Path) -> bool:
    return (
        problem.file.relative_to(folder).as_posix() == expected.file
        and problem.line == expected.line
        and problem.severity == ("warning" if expected.warning else "error")
        and expected.message in problem.message
        and expected.remedy in problem.remedy
    )
