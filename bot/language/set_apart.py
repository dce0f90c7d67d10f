"""One set apart from all others, and a noun left out because the clause before has it: 都不在，就姥姥的在."""

from __future__ import annotations

import re

_WHOSE = "(?:孩子|娃)?(?:他|她|的|我|俺|咱|我们?家)?"

EXCEPT = re.compile(f"除了?{_WHOSE}$")
"""Before the one of whom it is not so: 除了|爷爷，都不是."""

ONLY = re.compile(f"(?:就剩下?|只剩下?|就只有?|唯独|唯有|只有|仅有|单就|就|光|单){_WHOSE}(?:这个?|一个)?$")
"""Before the one of whom alone it is so: 就|我这个姥姥在."""

LEFT = re.compile(f"的(?:就|只)剩下?{_WHOSE}$")
"""Before the only one left of those told of: 红桥户口的|就剩|姥爷了."""

NONE_OF = re.compile("(?:都|全|谁|别人|其他人|其余|一个)(?:都|也|的)?(?:不|没|冇|唔|迁走|外地)")
"""Of all others it is not so."""

IS_SO = re.compile("(?:(?:一个人|一人|自己)?的?(?:户口|户籍)?(?:还|倒|倒是|是)?(?:在|有|是|算)|了(?=$|[，。！]))")
"""Behind the one of whom alone it is so."""

JOINING = frozenset("跟和与同及还有以的家里自己我他她咱俺")
"""Characters between people who are named in one breath: 我跟他爸."""

SAYS_YES = frozenset("有在是对嗯系就只还倒呀啊呢哈了")
"""Characters of an answer that says yes, and of whom: 有，爷爷."""

OLD_PEOPLE = re.compile("[俩两二四双]?[个位方边]?老人|长辈")
"""Old people whose side of the family is not told."""

LIKEWISE = re.compile("的?(?:也|都|也都)(?:是|一样|如此)(?=$|[，。！；的])")
"""The same is told as of the one before: 孩子爸的|也是."""

AT_SOME_PLACE = re.compile("(?<=[在喺])(?!哪|这|那|本|当|一起|手|里|外面|家|户|不|什么)[\u4e00-\u9fff]{2,5}(?=$|[，。！；])")
"""Right behind 我的在: a name that is no word for here."""

HEADLESS = re.compile("(?<=[爷奶公婆爸妈爹娘我俺他她父母人俩口])的(?:倒是|[也都还就倒才却])*(?:不|没)?(?:在|是|系|喺)")
"""Somebody's, the noun left out: 我的在外地，奶奶|的倒在|本区. It is the noun of the clause before."""
