"""Cleft sentences and their like: who is said to be the one meant, or the one who did it, and who is not."""

from __future__ import annotations

import re

CLEFT = re.compile("的?是|里?有|派了|抽了|选了")
"""Between what is said and of whom, where it is turned round: 支援的是我妹, 名单里有师姐."""

SAID_TO_BE = re.compile("是(?:我|俺|咱|他|她)?们?(?:[^，。；！？是不]{1,4}的)?$")

WENT = re.compile("(?:去了?|支援|报的?名|上了?|被?派去?了?|[干做弄搞管待呆值]了?|护理|采样|上班|值班)?的?(?=[，。！？；]|$)")
"""Around whoever is said to be the one instead: 不是我，是|同事|去的; 去的是|我妹."""

MEANT = re.compile(
    "(?:^|[，。！；])(?:[^，。？！；去上干做援派值进在]{1,8}的|其实|主要|就|也)?(?:就|其实|主要)?是(?:我|俺|咱)?们?(?:家|家里)?(?:的|那|这|个)?$"
)
"""Before somebody whom a statement says is meant: 看病的是|我妈, 就是|我舅舅看病."""

TURNED_ROUND = re.compile("的(?:其实|就)?是(?:我|俺|咱|他|她)?们?(?:家|家里)?(?:的|那|这|个)?$")
"""Before whoever did what is told, where that stands first: 去的是|我妹."""

THOSE_WHO = re.compile("的?那(?:帮|些|批|拨|伙)人|的(?:家里|家庭|人家|人)(?![都也]?是|们?我)")
"""Behind what only tells which people are spoken of: 去湖北|的家里, 援鄂|那帮人."""

DENIES_IT = re.compile("(?:们)?(?:自己)?(?:可)?(?:不是|没有?|冇|唔系)(?:的|啊|呀)?(?=[，。！？；]|$)")
"""Behind the speaker, who only denies of themselves what was said of another: 我弟是护士，|我|不是."""

IT_IS_THEY = re.compile("(?:才|倒|自己|们)*(?:是|系|在|去了?|上了?)(?:的|呢)?(?=$|[，。！？；])")
"""Behind who is said to be what, or where, another was denied to be: 老公不是医护，我|是; 我不在一线，老公|在."""

IS_NONE = re.compile("(?:不|唔)(?:是|系|係|算)|没当")
"""Where it is said that somebody is no medical worker: of a relative that puts nobody outside the documents."""

TOO = re.compile("[他她佢]?也")
"""Behind somebody of whom the same holds as of whoever speaks: 我老公|也是护士."""
