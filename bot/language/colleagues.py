"""People at work who are nobody's kin, how they are called, and who of a family may be at work too."""

from __future__ import annotations

import re

from bot.language.kin_terms import ANY_CHILD

FELLOWS = frozenset({
    *("同事", "战友", "队友", "师姐", "师妹", "师兄", "师弟", "徒弟", "同屋", "室友", "舍友", "搭档", "搭班", "学姐", "学妹", "带教"),
})  # fmt: skip
"""Words for somebody who works beside one."""

FELLOWS_NAME = re.compile(
    "(?:[小老阿](?![区孩学时伙病年人家师乡板百公婆爸妈爹娘大二三姨舅姑叔宝儿女子妹弟朋崽妞囡丫])[\u4e00-\u9fff]"
    "|护士长|[\u4e00-\u9fff](?:主任|医生|大夫|护士|[工哥姐])(?<!大姐|大哥|表姐|表哥|堂姐|堂哥)"
    "|其他人|别人|另一[个位拨批])$"
)
"""Who is called so at work, by name or as another: 隔壁科|小刘."""

AT_A_HOSPITAL = re.compile(
    "[她他佢]?(?:是|系|也)?(?:在|喺)[^，。？]{0,10}?(?:医院|卫生院|卫生服务中心|社区中心|疾控|急诊|门诊|病房|[^，。学]科)(?:里|那边)?的?"
    "(?:上班|工作|当护士|当医生|做护士|返工|的)?(?=呢?(?:[，。？！]|$))"
)
"""Behind somebody who is asked of: they work at a hospital, 那我表姐呢，|她在区医院."""

OF_A_CREW = re.compile("(?:她|他|我|咱|俺|佢)(?:们|哋)|[^，。]{0,4}(?:那个|那位|里的|队里|科里|院里|组里)")
"""Before the trade of somebody who is one of a crew: 她们|队里|那个|保洁."""

_ASKED_FIRST = re.compile(
    "(?:那|哦|噢|嗯|咁|还有|，)*(?P<who>[^，。？！；]{2,14}?)(?:呢(?=$|[，。？！])|(?:就|又|可|也|都|一直|压根|根本)?(?:没|冇|不)(?![少久同])[^，。？！]{1,6}，(?=[他她佢]))"
)
_NO_NAME = ("的", "嘅", "那边", "那儿", "这边", "期间", "时候")


def asked_first(text: str) -> tuple[int, int] | None:
    """Whom a message begins with to ask the same of them, as they are called: 那|隔壁科小刘|呢, 隔壁科小刘|没去，他也有吗.

    >>> asked_first("那隔壁科小刘呢"), asked_first("小刘没去，他也有吗"), asked_first("那没去的呢"), asked_first("小刘没去")
    ((1, 6), (0, 2), None, None)
    """
    found = _ASKED_FIRST.match(text)
    if found is None or found["who"].endswith(_NO_NAME):
        return None
    return found.span("who")


_AT_WORK = frozenset({
    *("spouse", "partner", "sibling", "sibling-spouse", "spouse-sibling", "child", "child-in-law", "mother", "father"),
    *("parent-in-law", "cousin", "other"),
})  # fmt: skip
_MANY = re.compile("[俩们]|爸妈|爹妈|父母|爹娘|公婆|岳父母|岳父岳母|公公婆婆|丈人丈母|两老|老人|老两口|长辈")


def may_work(who: str, term: str) -> bool:
    """Whether whoever is called so may be at work: one person, and no child.

    >>> may_work("spouse", "我老婆"), may_work("child", "女儿"), may_work("child", "孩子"), may_work("parent", "爸妈")
    (True, True, False, False)
    """
    return who in _AT_WORK and not term.endswith(ANY_CHILD) and _MANY.search(term) is None


WORKED = re.compile(
    "[他她佢]?(?:自己|自个儿?|本人)?(?:(?:也|又|才|只|就|共|一共|总共|前后|那边|后来|(?:在|去)[^，。？]{1,8}?)*"
    "(?:上|干|做|值|顶|忙|护理|采样|支援)了?|(?:也|又|才|只|就)?(?:在|去|喺)[^，。？、歇休等陪带躺盼住养玩]{1,12}?了?)(?:整整|足足|有)?"
    "[0-9一二两三四五六七八九十百]+个?(?:天|日|月)(?!前|后|以前|以后|假)"
)
"""Behind somebody whose days of work are told: 我老公|也上了10天; 我|自己在卡口登记12天."""

ANOTHER_NAMED = re.compile(
    "(?:(?:我|俺|咱|他|她|佢)[们哋]?)?(?:[科院组班队]室?里?的?|单位的?|隔壁[^，。？]{0,4}?|旁边[^，。？]{0,3}?|同[科事组院]的?)?"
    "(?:[小老阿](?![区孩学时伙病年人家师乡板百])[\u4e00-\u9fff]|[\u4e00-\u9fff](?:主任|护士长|医生|大夫|姐|哥|工|老师)"
    "|别人|人家|他们|她们|其他人|其他同[事志]|另一[个拨批]|别[科院组]|隔壁)"
)
"""Somebody else called by name or as another, behind a word for what they did: 去湖北的是|我们科小王."""
