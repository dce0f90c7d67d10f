"""How many people, and what people are called: three nurses, the two of us, 小王, 李医生."""

from __future__ import annotations

import re

from bot.language.numerals import RUN

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
NICKNAME = re.compile(
    rf"[小老阿大](?:[{_SURNAMES}])(?![\u4e00-\u9fff]?[区县街路省市])|[{_SURNAMES}](?:姐|哥|姨|叔|护士长|护士|医生|大夫|主任|老师|工)(?![院所])"
)
"""What colleagues call each other."""

LONE_SURNAME = re.compile(rf"(?:(?<=[，。；：、(])|^)[{_SURNAMES}钱](?={RUN}[天日])")
"""Surnames alone, in a list of people: 张10天、陈12天."""

GROUP = re.compile(
    rf"(?<![\d.第一二三四五六七八九十])(?P<number>{RUN}|[两俩])[个名位](?!人[天日次])(?=[^，。；\d一二三四五六七八九十月周]{{1,10}}(?:\([^)]*\))?(?:每人|每个人|每位|各|人均|一人)[^，。；]{{0,4}}?{RUN})"
)
"""So many of a kind, of each of whom something is said: 三个采样的每人15天."""

EACH = "各"
ME = "我"

OWN = frozenset({"", "的", "家", "家的", "们家", "们家的"})
"""What may stand between 我 and somebody for them to be mine."""

PRONOUNS = frozenset({"他", "她"})
JOINED = frozenset({"和", "跟", "与", "、", "同", "及", "以及", "还有", "，", "加", "加上", "", "和我", "跟我", "与我"})
"""What may stand between two people of whom one thing is said."""


def heads(crew: str) -> re.Pattern[str]:
    """So many people; ``crew`` is a regular expression for what they may be called."""
    return re.compile(
        rf"(?<![\d.第一二三四五六七八九十])(?P<number>{RUN})(?:多|几)?(?:[个名位]|口子)?(?:{crew})"
        rf"|我们(?:科|组|院)?(?P<ours>{RUN})(?:[个名位](?!月|多月|星期|礼拜|周|小时|疗程|班)|口子?)(?:{crew})?"
        rf"|(?P<only>{RUN})[名位](?![月])"
    )


LOT = re.compile(r"(?<=[\u4e00-\u9fff])(?<![十百千几第])(?P<lot>[俩仨])(?!个?(?:天|日|白天|整天|夜|月|礼拜|星期|周|小时|半))")
"""How many a group named before is: 我们仨, 姐妹俩."""

THREE = "仨"
SO_MANY = re.compile(
    rf"(?<![\d.第一二三四五六七八九十])(?P<number>{RUN})个(?!月|多|半|整|白天|大半|足|星期|礼拜|周|小时|钟|疗程|班|天|人天|{RUN})"
)
"""So many of those spoken of: 3个去武汉."""

SO_MANY_DAYS = re.compile(rf"(?<![\d.第一二三四五六七八九十])(?P<number>{RUN})个(?=(?:{RUN})[天日])")
"""So many people, with their days right behind: 6个12天, which else is six times twelve."""

BESIDE_ME = re.compile(r"(?:(?<=比)|(?<=[跟和同与])(?=我[一同](?!起|共|块)))(?P<me>我|自己)")
"""The one who writes as somebody is compared with, and not as whom something is said of: 比我多, 跟我一个岗."""

NTH_PERSON = "第{}个"
"""What one of several people is called who are told of by their counts alone."""
