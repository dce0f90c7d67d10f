"""Running speech about days of work with its truth: scenes made of sets of dates, told in words that no grammar was asked for.

A scene is sampled first; days are enumerated by the calendar, money is added day by day. Words are put to it afterwards: every element
(number, range, month, pattern, day off, correction, person, role, money, question, aside, register) has wordings of its own, and
they are crossed. Nothing of the program is used here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.counting.oracle import DIRECT, MONTHLY, OTHER, PAY, chinese, days_between

_DAY = timedelta(days=1)
_FORMAL = str.maketrans("一二三四五六七八九十百", "壹贰叁肆伍陆柒捌玖拾佰")
_WORK = {
    DIRECT: (
        "在隔离病房当护士",
        "在发热门诊坐诊",
        "在负压病房护理病人",
        "在ICU管确诊病人",
        "给疑似病人采核酸",
        "在检验科做核酸检测",
        "在重症病区护理确诊的",
        "给病人采咽拭子",
        "在隔离病区当大夫",
        "在红区护理病人",
        "在隔离病区值班",
        "护理确诊病人",
        "在发热门诊当护士",
        "给确诊病人治病",
        "在定点医院隔离病房上班",
        "采鼻咽拭子",
        "在留观病房管疑似病人",
    ),
    OTHER: (
        "在小区卡口测温",
        "给居家隔离的打电话随访",
        "在医院仓库发防护物资没接触病人",
        "写防疫报表没碰病例",
        "给大楼消杀没见过病人",
        "在指挥部排防疫班次不碰病人",
        "在路口测体温",
        "给防疫办做报表不接触病例",
        "在社区做流调没接触病例",
        "在高速路口查体温",
        "在院里搞防疫物资不接触病人",
        "在卡点测体温",
        "在小区门口查码登记没接触病例",
    ),
}
_ASKS = (
    "一共多少钱",
    "补助一共多少",
    "合计多少",
    "能拿多少补助",
    "补助给多少",
    "总共给多少钱",
    "这补助该发多少",
    "拢共能领多少",
    "补助算下来多少",
    "加一块儿是多少钱",
    "一共能给我多少",
    "补助总额是多少",
    "帮我算算补助",
    "每天的补助总共多少",
    "补贴合起来多少钱",
    "得给多少补助",
    "总数是多少",
    "补助total多少",
)
_ASIDES = (
    "孩子过生日都没回去",
    "脚都肿了",
    "手都泡白了",
    "我工龄12年",
    "病人烧到39度",
    "一个班6小时",
    "我们病区在5楼",
    "领导说辛苦了",
    "防护服里全是汗",
    "我今年34岁",
    "家里老人也不放心",
    "天天吃盒饭",
    "一天两顿饭",
    "护目镜全是雾",
    "我属马的",
    "白班夜班倒着来",
    "晚上9点才下班",
    "孩子上三年级",
    "同事都夸我",
    "穿尿不湿上班",
    "管8张床",
    "打了2针疫苗",
    "我是党员",
    "没白没黑的",
    "二宝才3岁",
    "手机尾号8866",
)
_GREETINGS = (
    "",
    "",
    "",
    "你好，",
    "请问，",
    "那个，",
    "问一下哈，",
    "麻烦算下，",
    "在吗，",
    "我是红桥的，",
    "老师好，",
    "hi，",
    "劳驾，",
    "姐，问个事，",
)
_OTHERS = (
    ("我老公", "他"),
    ("我爱人", "他"),
    ("我媳妇", "她"),
    ("我妹妹", "她"),
    ("我姐", "她"),
    ("我弟", "他"),
    ("同事小王", "他"),
    ("小李", "她"),
    ("我闺女", "她"),
    ("我儿子", "他"),
    ("我同学", "她"),
    ("张姐", "她"),
    ("老刘", "他"),
    ("我对象", "他"),
    ("我女婿", "他"),
    ("我室友", "她"),
)
_CANTONESE = (
    ("我在", "我喺"),
    ("干了", "做咗"),
    ("做了", "做咗"),
    ("上了", "返咗"),
    ("多少钱", "几多钱"),
    ("多少", "几多"),
    ("的时候", "嗰阵"),
    ("没", "冇"),
)
_OFTEN = ("_scene_one",) * 6 + ("_scene_relative",) * 3 + ("_scene_two_people",)
"""Scenes in which every way of telling days occurs."""


@dataclass(frozen=True)
class Spoken:
    """A conversation and the money it comes to; None where only a question is right. ``kinds`` are the elements it is made of."""

    turns: tuple[str, ...]
    money: int | None
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class When:
    """So many days in words. ``noun`` can stand before a verb or behind it; a clause stands by itself."""

    days: int
    said: str
    kind: str
    dates: frozenset[date] = frozenset()
    clause: bool = False


@dataclass
class Speaker:
    """Makes conversations from a source of chance."""

    chance: Random
    kinds: list[str] = field(default_factory=list)

    def spoken(self) -> Spoken:
        """One conversation of any scene."""
        self.kinds = []
        scenes = sorted(name for name in dir(self) if name.startswith("_scene_"))
        name = self.chance.choice([*scenes, *_OFTEN])
        turns, money = getattr(self, name)()
        register = self.pick("plain", "plain", "plain", "bare", "cantonese", "spaced")
        return Spoken(tuple(self._in(register, turn) for turn in turns), money, (name[7:], *self.kinds, register))

    def pick(self, *choices: str) -> str:
        return self.chance.choice(choices)

    def _in(self, register: str, turn: str) -> str:
        """A message in one register: as it is, with blanks for marks, in Cantonese."""
        if register == "bare":
            return re.sub(r"(?<!\d)[，；](?!\d)", " ", turn)
        if register == "spaced":
            return re.sub(r"(?<=[一-龥])(\d+)(?=[一-龥])", r" \1 ", turn)
        if register == "cantonese":
            for mandarin, here in _CANTONESE:
                turn = turn.replace(mandarin, here)
        return turn

    # numbers

    def number(self, n: int) -> str:
        """A number below a thousand."""
        way = self.chance.randrange(8)
        if way < 4:
            return str(n)
        if way == 4:
            return "".join(chr(ord(ch) + 0xFEE0) for ch in str(n))
        if way == 5 and n > 10:
            return chinese(n).translate(_FORMAL)
        return "两" if n == 2 else chinese(n)

    def days(self, n: int) -> str:
        """So many days."""
        said = self.number(n)
        ways = [f"{said}天"] * 4 + [
            f"整{said}天",
            f"{said}整天",
            f"整整{said}天",
            f"{said}个整天",
            f"{n}日",
            f"满{said}天",
            f"足足{said}天",
        ]
        if n % 7 == 0:
            ways += [f"{self.number(n // 7)}个星期", f"{self.number(n // 7)}周整", f"{self.number(n // 7)}个礼拜"]
        if n > 7 and n % 7:
            ways.append(f"{self.number(n // 7)}周零{self.number(n % 7)}天")
        return self.pick(*ways)

    # when

    def when(self) -> When:
        """A stretch of work, told in any way."""
        ways = [name for name in sorted(dir(self)) if name.startswith("_when_")]
        made: When = getattr(self, self.chance.choice(ways))()
        self.kinds.append(made.kind)
        return made

    def simple(self) -> When:
        """A number of days or a plain range."""
        made = self._when_count() if self.chance.random() < 0.6 else self._when_range()
        self.kinds.append(made.kind)
        return made

    def _when_count(self) -> When:
        n = self.chance.randint(3, 80)
        return When(n, self.days(n), "count")

    def _when_count_restated(self) -> When:
        n = self.chance.randint(3, 60)
        said = self.pick(f"{self.days(n)}，对，{n}天", f"{chinese(n)}天（{n}天）", f"{n}天，一天不多一天不少", f"{n}天整，没错就是{n}天")
        if n == 15:
            said = self.pick("半个月，15个整天", "半个月，正好15天")
        return When(n, said, "restated", clause=True)

    def _range(self) -> tuple[date, date]:
        first = date(2020, 1, 18) + self.chance.randrange(60) * _DAY
        return first, first + self.chance.randint(2, 40) * _DAY

    def _day(self, d: date, *, month: bool = True) -> str:
        mark = self.pick("号", "号", "日", "")
        day, m = (chinese(d.day), chinese(d.month)) if self.chance.random() < 0.3 else (str(d.day), str(d.month))
        mark = mark if month else mark or "号"
        return f"{m}月{day}{mark}" if month else f"{day}{mark}"

    def _to(self) -> str:
        return self.pick("到", "到", "至", "-", "一直到", "干到", "上到", "待到", "到了")

    def written(self, a: date, b: date) -> str:
        """A range in words."""
        both = f"{self._day(a)}{self._to()}{self._day(b)}"
        ways = [both] * 3 + [
            f"从{self._day(a)}起到{self._day(b)}",
            f"{a.month}.{a.day}-{b.month}.{b.day}",
            f"{a.month}/{a.day}到{b.month}/{b.day}",
            f"打{self._day(a)}到{self._day(b)}",
            f"自{a.month}月{a.day}日至{b.month}月{b.day}日",
            f"{self._day(a)}——{self._day(b)}",
        ]
        if a.month == b.month:
            ways += [
                f"{a.month}月{a.day}到{b.day}号",
                f"{self._day(a)}到{self._day(b, month=False)}",
                f"{chinese(a.month)}月{a.day}-{b.day}号",
            ] * 2
        if (b + _DAY).day == 1:
            ways += [f"{self._day(a)}到{'' if a.month == b.month else f'{b.month}'}月底"] if a.month == b.month else []
        return self.pick(*ways)

    def _when_range(self) -> When:
        a, b = self._range()
        days = days_between(a, b)
        return When(len(days), self.written(a, b), "range", frozenset(days))

    def _when_came_and_went(self) -> When:
        a, b = self._range()
        days = days_between(a, b)
        x, y = self._day(a), self._day(b)
        said = self.pick(
            f"{x}进去的，{y}出来的",
            f"{x}第一个班，{y}最后一个班",
            f"{x}上岗，{y}下来",
            f"{x}去报到，{y}撤的，头尾都算",
            f"{x}进，{y}出，两头都上班",
            f"{x}开始，{y}结束",
            f"{x}到的岗，{y}离的岗",
            f"{x}头一天上班，干到{y}",
        )
        return When(len(days), said, "came-and-went", frozenset(days), clause=True)

    def _when_bare_range(self) -> When:
        a, b = sorted(self.chance.sample(range(1, 29), 2))
        month = self.chance.randint(1, 4)
        x, y = f"{a}号", f"{b}号"
        said = self.pick(
            f"{x}到{y}", f"{month}月里{x}到{y}", f"{month}月份，{x}到{y}", f"{month}月，从{x}上到{y}", f"{chinese(month)}月份{a}到{y}"
        )
        return When(b - a + 1, said, "bare-range")

    def _when_month(self) -> When:
        month = self.chance.randint(1, 5)
        m = self.pick(str(month), chinese(month))
        days = days_between(date(2020, month, 1), date(2020, month + 1, 1) - _DAY)
        said = self.pick(
            f"整个{m}月",
            f"{m}月整月",
            f"{m}月一整个月",
            f"{m}月满勤",
            f"{m}月全勤",
            f"{m}月份天天上班",
            f"{m}月一天没歇",
            f"{m}月从头干到尾",
            f"{m}月1号到月底",
            f"{m}月从月头到月尾",
            f"{m}月份一天都没休",
            f"{m}月全月",
            f"{m}月一天不落",
            f"{m}月份每天都在",
            f"{m}月从1号干到月底",
            f"整整一个{m}月",
            f"{m}月满月",
        )
        return When(len(days), said, "month", frozenset(days), clause="，" in said)

    def _when_months(self) -> When:
        first = self.chance.randint(1, 3)
        months = list(range(first, first + self.chance.randint(2, 3)))
        days = set().union(*(days_between(date(2020, m, 1), date(2020, m + 1, 1) - _DAY) for m in months))
        names = "".join(f"{chinese(m)}月" for m in months)
        said = self.pick(
            f"{months[0]}月到{months[-1]}月天天上",
            f"{names}一天没歇",
            f"{'、'.join(f'{m}月' for m in months)}全勤",
            f"整个{months[0]}月和{months[-1]}月" if len(months) == 2 else f"{names}都满勤",
            f"{months[0]}月1号到{months[-1]}月底",
        )
        return When(len(days), said, "months", frozenset(days))

    def _when_part_of_month(self) -> When:
        month = self.chance.randint(1, 5)
        m, every = self.pick(str(month), chinese(month)), days_between(date(2020, month, 1), date(2020, month + 1, 1) - _DAY)
        test, said = self.chance.choice(
            (
                ((1, 10), f"{m}月上旬"),
                ((11, 20), f"{m}月中旬"),
                ((21, 31), f"{m}月下旬"),
                ((1, 15), f"{m}月上半月"),
                ((16, 31), f"{m}月下半月"),
                ((1, 10), f"{m}月头十天"),
                ((1, 15), f"{m}月前半个月"),
                ((20, 31), f"{m}月20号到月底"),
                ((1, 10), f"{m}月前10天"),
            )
        )
        days = {d for d in every if test[0] <= d.day <= test[1]}
        return When(len(days), said, "part-of-month", frozenset(days))

    def _when_days_listed(self) -> When:
        month, days = self.chance.randint(1, 4), sorted(self.chance.sample(range(1, 29), self.chance.randint(3, 6)))
        said = f"{month}月" + self.pick(
            "、".join(f"{d}号" for d in days), "、".join(map(str, days)) + "号", "，".join(f"{d}号" for d in days)
        )
        said += self.pick("", "", f"，就这{chinese(len(days))}天", "上的班")
        return When(len(days), said, "days-listed", clause=True)

    def _when_weekdays(self) -> When:
        a, b = self._range()
        b = max(b, a + 8 * _DAY)
        days = {d for d in days_between(a, b) if d.weekday() < 5}
        said = f"{self.written(a, b)}{self.pick('', '，')}" + self.pick(
            "周一到周五上班", "每周一到周五上，周末不上", "周末双休", "周一至周五去，周六日歇", "礼拜六礼拜天不上"
        )
        return When(len(days), said, "weekdays", frozenset(days), clause=True)

    def _when_one_day_a_week_off(self) -> When:
        a, b = self._range()
        b, off = max(b, a + 13 * _DAY), self.chance.randrange(7)
        name = "一二三四五六日"[off]
        days = {d for d in days_between(a, b) if d.weekday() != off}
        said = f"{self.written(a, b)}，" + self.pick(f"每周{name}休息", f"周{name}都歇", f"除了周{name}天天上", f"逢周{name}休")
        return When(len(days), said, "weekly-off", frozenset(days), clause=True)

    def _when_every_other(self) -> When:
        a, _ = self._range()
        n = self.chance.randint(4, 15)
        b = a + (2 * n - 1) * _DAY
        said = f"{self.written(a, b)}" + self.pick("，做一休一", "，上一天歇一天", "，隔天上班", "，上一休一", "，做一天休一天")
        return When(n, said, "every-other", clause=True)

    def _when_on_off(self) -> When:
        on, off = self.chance.choice(((4, 3), (5, 2), (2, 2), (3, 1), (6, 1), (2, 1)))
        times = self.chance.randint(3, 8)
        x, y, k, whole = chinese(on), chinese(off), self.number(times), times * (on + off)
        said = self.pick(
            f"上{x}休{y}，倒了{k}轮",
            f"上{x}天歇{y}天，一共{k}轮",
            f"做{x}休{y}，前后{whole}天",
            f"上{on}天休{off}天这么倒，总共{whole}天",
            f"干{x}天歇{y}天，转了{k}个来回",
        )
        return When(times * on, said, "on-off", clause=True)

    def _when_rounds(self) -> When:
        n, times = self.chance.randint(4, 16), self.chance.randint(2, 5)
        x, k = self.number(n), self.number(times)
        said = self.pick(
            f"{k}轮，每轮{x}天",
            f"一轮{x}天，干了{k}轮",
            f"每批{x}天，我上了{k}批",
            f"进舱{k}次，每次{x}天",
            f"跑了{k}趟，一趟{x}天",
            f"{k}个{x}天",
            f"{x}天一轮换，我轮了{k}轮",
        )
        return When(n * times, said, "rounds", clause=True)

    def _when_less_some(self) -> When:
        a, b = self._range()
        b = max(b, a + 9 * _DAY)
        whole = days_between(a, b)
        off = self.chance.randint(1, 4)
        start = a + self.chance.randint(1, len(whole) - off - 2) * _DAY
        gone = days_between(start, start + (off - 1) * _DAY)
        x = self.number(off)
        dated = self._day(start) if off == 1 else f"{self._day(start)}到{self._day(max(gone))}"
        less = self.pick(
            f"中间歇了{x}天",
            f"当中请了{x}天假",
            f"扣掉休息的{x}天",
            f"里头有{x}天调休没上",
            f"除了{dated}休息",
            f"{dated}没去",
            f"其中{dated}请假",
            f"减去{x}天病假",
            f"就{dated}歇了，别的天天上",
            f"有{x}天没上班",
            f"中间{dated}在家养病",
            f"刨去轮休{x}天",
            f"期间休息了{x}天",
        )
        return When(len(whole) - off, f"{self.written(a, b)}，{less}", "less-some", clause=True)

    def _when_month_less(self) -> When:
        month = self.chance.randint(1, 5)
        m = self.pick(str(month), chinese(month))
        days = days_between(date(2020, month, 1), date(2020, month + 1, 1) - _DAY)
        off = self.chance.randint(1, 6)
        one = self.chance.randint(2, 27)
        said, less = self.chance.choice(
            (
                (f"{m}月份就歇了{off}天，剩下的全在", off),
                (f"{m}月份除了{one}号那天都上班", 1),
                (f"{m}月只有{one}号休了，其余天天在", 1),
                (f"{m}月一整月，扣{off}天休息", off),
                (f"整个{m}月，请假{off}天", off),
                (f"{m}月份全月，{one}号和{one + 1}号没上", 2),
            )
        )
        return When(len(days) - less, said, "month-less", clause=True)

    def _when_count_less(self) -> When:
        n, off = self.chance.randint(12, 60), self.chance.randint(1, 5)
        said = self.pick(
            f"前后{n}天，扣掉休的{off}天",
            f"名义上{n}天，其中{off}天调休",
            f"一共{n}天，得减去{off}天隔离",
            f"排了{n}天，有{off}天请假没去",
            f"{n}天里歇了{off}天",
            f"{n}天，里面{self.number(off)}天是休息",
        )
        return When(n - off, said, "count-less", clause=True)

    def _when_corrected(self) -> When:
        n, m = self.chance.randint(5, 50), self.chance.randint(5, 50)
        n += n == m
        x, y = f"{self.number(n)}天", f"{self.number(m)}天"
        said = self.pick(
            f"{x}，不对，是{y}",
            f"{x}……说错了，{y}",
            f"不是{x}，是{y}",
            f"{x}？不对我数数，{y}",
            f"{x}，哦不，{y}",
            f"{x}，啊记错了，应该是{y}",
            f"{x}，更正，{y}",
            f"{x}，等下，是{y}才对",
            f"{x}，打错，{y}",
            f"说是{x}，其实是{y}",
            f"{y}，不是{x}",
        )
        return When(m, said, "corrected", clause=True)

    def _when_range_corrected(self) -> When:
        a, b = self._range()
        c = b + self.chance.randint(1, 5) * _DAY
        x, y, z = f"{a.month}月{a.day}号", f"{b.month}月{b.day}号", f"{c.month}月{c.day}号"
        said = self.pick(
            f"{x}到{y}，不对，是到{z}", f"{x}到{y}，说错了，{x}到{z}", f"{x}到{y}，哦不，到{z}", f"{x}到{y}，记错了，是{z}结束的"
        )
        return When(len(days_between(a, c)), said, "range-corrected", clause=True)

    def _when_two_ranges(self) -> When:
        a, b = self._range()
        c = b + self.chance.randint(3, 9) * _DAY
        d = c + self.chance.randint(2, 12) * _DAY
        link = self.pick("，", "，又", "，后来", "和", "，再加", "、", "，还有", "，回来又")
        lead = self.pick("", "", "两段，", "分两段：")
        days = days_between(a, b) | days_between(c, d)
        return When(len(days), f"{lead}{self.written(a, b)}{link}{self.written(c, d)}", "two-ranges", frozenset(days), clause=True)

    def _when_range_and_total(self) -> When:
        a, b = self._range()
        n = len(days_between(a, b))
        said = f"{self.written(a, b)}" + self.pick(
            f"，一共{n}天", f"，{n}天", f"，算下来{self.number(n)}天", f"（{n}天）", f"，总共{chinese(n)}天整", f"，就是{n}天"
        )
        return When(n, said, "range-total", clause=True)

    # who did what

    def work(self, role: str) -> str:
        """A kind of work, as a verb phrase."""
        return self.chance.choice(_WORK[role])

    def told(self, who: str, work: str, when: When) -> str:
        """One person's work and days in one order of clauses."""
        verb = self.pick("干了", "做了", "上了", "忙了", "待了", "")
        if when.clause:
            return self.pick(f"{who}{work}，{when.said}", f"{who}{when.said}，{work}")
        if when.kind == "count":
            return self.pick(
                f"{who}{work}{verb}{when.said}",
                f"{who}{work}，{verb}{when.said}",
                f"{who}{when.said}{work}",
                f"{who}{verb or '干了'}{when.said}，{work}",
            )
        return self.pick(
            f"{who}{when.said}{work}",
            f"{who}{work}，{when.said}",
            f"{when.said}，{who}{work}",
            f"{who}{when.said}都{work}",
            f"{who}{when.said}一直{work}",
        )

    def ask(self) -> str:
        return self.pick(*_ASKS) + self.pick("", "", "？", "啊", "呢", "呀？", "。")

    def aside(self) -> str:
        """A remark, often none, at the end of a clause."""
        return f"，{self.pick(*_ASIDES)}" if self.chance.random() < 0.35 else ""

    def whole(self, body: str) -> str:
        """A message of greeting, remarks, body and question."""
        head = f"{self.pick(*_ASIDES)}，" if self.chance.random() < 0.1 else ""
        if self.chance.random() < 0.1:
            return f"{self.pick(*_GREETINGS)}{self.ask().rstrip('？。')}，{head}{body}"
        return f"{self.pick(*_GREETINGS)}{head}{body}{self.aside()}，{self.ask()}"

    def role(self) -> str:
        return self.chance.choice((DIRECT, OTHER))

    # scenes

    def _scene_one(self) -> tuple[tuple[str, ...], int | None]:
        role, when = self.role(), self.when()
        return (self.whole(self.told(self.pick("我", "我", ""), self.work(role), when)),), when.days * PAY[role, False]

    def _scene_hubei(self) -> tuple[tuple[str, ...], int | None]:
        role, when = self.role(), self.when()
        where = self.pick("支援武汉，", "去湖北支援，", "跟医疗队去的武汉，", "援鄂，")
        told = self.told("", self.work(role), when).replace("回来又", "又")
        return (self.whole(f"我{where}{told}"),), when.days * PAY[role, True]

    def _scene_relative(self) -> tuple[tuple[str, ...], int | None]:
        role, when, (who, _) = self.role(), self.when(), self.chance.choice(_OTHERS)
        return (self.whole(self.told(who, self.work(role), when)),), when.days * PAY[role, False]

    def _scene_two_works(self) -> tuple[tuple[str, ...], int | None]:
        a, b = self.chance.sample((DIRECT, OTHER), 2)
        one, two = self.simple(), self.simple()
        if one.dates & two.dates or bool(one.dates) != bool(two.dates):
            one, two = self._when_count(), self._when_count()
        link = self.pick("，后来", "，然后", "，之后", "；后面", "，又", "，再后来", "，接着")
        head = self.pick("", "先", "一开始")
        body = f"我{head}{self.told('', self.work(a), one)}{self.aside()}{link}{self.told('', self.work(b), two)}"
        return (self.whole(body),), one.days * PAY[a, False] + two.days * PAY[b, False]

    def _scene_front_and_back(self) -> tuple[tuple[str, ...], int | None]:
        roles = [self.role() for _ in range(3)]
        ns = [self.chance.randint(4, 20) for _ in range(3)]
        hubei = self.chance.random() < 0.5
        last = ("去武汉支援，" if hubei else "") + self.work(roles[2])
        body = self.pick("头{}天{}，后{}天{}，最后{}天{}", "前{}天{}，中间{}天{}，最后{}天{}", "先是{}天{}，接着{}天{}，最后{}天{}")
        told = body.format(self.number(ns[0]), self.work(roles[0]), self.number(ns[1]), self.work(roles[1]), self.number(ns[2]), last)
        money = sum(n * PAY[r, hubei and at == 2] for at, (n, r) in enumerate(zip(ns, roles, strict=True)))
        return (self.whole(told),), money

    def _scene_of_which(self) -> tuple[tuple[str, ...], int | None]:
        n = self.chance.randint(10, 60)
        part = self.chance.randint(2, n - 2)
        a, b = self.chance.sample((DIRECT, OTHER), 2)
        body = self.pick(
            f"一共{n}天，里头{part}天{self.work(a)}，剩下的{self.work(b)}",
            f"干了{n}天，其中{part}天{self.work(a)}，其余{self.work(b)}",
            f"{n}天，有{part}天是{self.work(a)}，另外的{n - part}天{self.work(b)}",
            f"{part}天{self.work(a)}，{n - part}天{self.work(b)}，一共{n}天",
            f"前前后后{n}天，{part}天{self.work(a)}，别的时间{self.work(b)}",
        )
        return (self.whole(body),), part * PAY[a, False] + (n - part) * PAY[b, False]

    def _scene_two_people(self) -> tuple[tuple[str, ...], int | None]:
        a, b, one, two = self.role(), self.role(), self.simple(), self.simple()
        who, pronoun = self.chance.choice(_OTHERS)
        lead = self.pick("", f"{who}和我都在抗疫，", f"我跟{who}都上了，")
        name = pronoun if lead and self.chance.random() < 0.5 else who
        pair = [self.told("我", self.work(a), one), self.told(name, self.work(b), two)]
        self.chance.shuffle(pair)
        body = lead + self.pick("，", "；", "。").join(pair)
        ask = self.pick("我俩一共多少补助", "两个人加起来多少", "我们俩合计多少补助", "一共多少钱", "补助一共多少")
        return (f"{self.pick(*_GREETINGS)}{body}{self.aside()}，{ask}",), one.days * PAY[a, False] + two.days * PAY[b, False]

    def _scene_couple_alike(self) -> tuple[tuple[str, ...], int | None]:
        role, n, hubei = self.role(), self.chance.randint(5, 60), self.chance.random() < 0.3
        who, _ = self.chance.choice(_OTHERS)
        where = self.pick("去武汉支援，", "去了湖北，") if hubei else ""
        x, work = self.days(n), self.work(role)
        body = self.pick(
            f"我和{who}都{where}{work}，各{x}",
            f"{who}跟我{where}{work}，都是{x}",
            f"我们两口子{where}{work}，每人{x}",
            f"闺女女婿都{where}{work}，各{x}",
            f"我跟{who}{where}{work}，一人{x}",
            f"我俩{where}都{work}，一人干了{x}",
            f"儿子儿媳{where}{work}，两人都是{x}",
        )
        return (
            f"{self.pick(*_GREETINGS)}{body}{self.aside()}，{self.pick('一共多少补助', '俩人加一块多少钱', '两份补助一共多少')}",
        ), 2 * n * PAY[role, hubei]

    def _scene_several_listed(self) -> tuple[tuple[str, ...], int | None]:
        role = self.role()
        names = self.chance.sample(("小王", "小李", "老张", "刘姐", "陈医生", "小赵", "我", "孙大夫", "小周"), self.chance.randint(3, 5))
        ns = [self.chance.randint(3, 40) for _ in names]
        items = [f"{name}{self.number(n)}天" for name, n in zip(names, ns, strict=True)]
        people = chinese(len(names))
        body = self.pick(
            f"我们组{people}个人都{self.work(role)}，{'，'.join(items)}",
            f"{'、'.join(items)}，都{self.work(role)}",
            f"{self.work(role)}的{people}个人：{'，'.join(items)}",
        )
        return (f"{self.pick(*_GREETINGS)}{body}，{self.pick('补助总共多少', '一共多少补助', '合计多少钱')}",), sum(ns) * PAY[role, False]

    def _scene_several_numbers(self) -> tuple[tuple[str, ...], int | None]:
        role, ns = self.role(), [self.chance.randint(3, 40) for _ in range(self.chance.randint(3, 5))]
        listed, people = "、".join(map(str, ns)), chinese(len(ns))
        body = self.pick(
            f"我们{people}个人{self.work(role)}，分别{listed}天",
            f"{people}个同事都{self.work(role)}，天数是{listed}",
            f"{people}名护士{self.work(role)}，分别上了{listed}天",
            f"{self.work(role)}的{people}个人，天数分别是{listed}",
        )
        return (f"{body}，{self.pick('补助总共多少', '一共多少补助', '合计填多少')}",), sum(ns) * PAY[role, False]

    def _scene_groups(self) -> tuple[tuple[str, ...], int | None]:
        p, q, n, m = (self.chance.randint(2, 9) for _ in range(4))
        n, m, role = n + 6, m + 4, self.role()
        work = self.work(role)
        body = self.pick(
            f"我们组{work}，{p + q}个人，{p}个干了{n}天，{q}个干了{m}天",
            f"{p + q}个人都{work}，里头{p}个{n}天，其余{q}个{m}天",
            f"{work}的一共{p + q}个，{p}个各{n}天，另外{q}个各{m}天",
            f"{p}个人每人{n}天，{q}个人每人{m}天，都{work}",
        )
        return (f"{body}，{self.pick('补助总共多少', '一共多少补助')}",), (p * n + q * m) * PAY[role, False]

    def _scene_groups_of_work(self) -> tuple[tuple[str, ...], int | None]:
        p, q, n = self.chance.randint(2, 9), self.chance.randint(2, 9), self.chance.randint(5, 30)
        a, b = self.chance.sample((DIRECT, OTHER), 2)
        body = self.pick(
            f"{p + q}个人，{p}个{self.work(a)}，{q}个{self.work(b)}，都是{n}天",
            f"{p}个人{self.work(a)}，{q}个人{self.work(b)}，每人{n}天",
            f"我们科{p + q}个，{p}个{self.work(a)}，{q}个{self.work(b)}，各{n}天",
        )
        return (f"{body}，{self.pick('补助总共多少', '一共多少补助')}",), n * (p * PAY[a, False] + q * PAY[b, False])

    def _scene_compared(self) -> tuple[tuple[str, ...], int | None]:
        role, n, more = self.role(), self.chance.randint(10, 40), self.chance.randint(1, 9)
        who, pronoun = self.chance.choice(_OTHERS)
        sign, word = self.chance.choice(((1, "多"), (-1, "少")))
        body = self.pick(
            f"我{self.work(role)}，{n}天，{who}也一样的岗，比我{word}{more}天",
            f"我{self.work(role)}干了{n}天，{who}跟我一个岗，比我{word}干{more}天",
            f"我和{who}都{self.work(role)}，我{n}天，{pronoun}比我{word}{more}天",
        )
        return (f"{body}，{self.pick('我俩一共多少补助', '两个人加起来多少钱')}",), (2 * n + sign * more) * PAY[role, False]

    def _months(self, n: int) -> str:
        first = self.chance.randint(2, 5)
        names = [chinese(m) for m in range(first, first + n)]
        ways = [
            f"{self.number(n)}个月的慰问金",
            f"慰问金{self.number(n)}个月",
            f"{n}个月家庭慰问金",
            f"每月1000的慰问金{n}个月",
            f"{first}月到{first + n - 1}月的慰问金",
        ]
        if n > 1:
            ways += [
                f"{''.join(names)}月的慰问金" if n < 4 else f"{n}个月慰问金",
                f"{'、'.join(names)}月的慰问金",
                f"{'月'.join(names)}月的家庭慰问金",
            ]
        return self.pick(*ways)

    def _scene_both_moneys(self) -> tuple[tuple[str, ...], int | None]:
        role, when, n = self.role(), self.simple(), self.chance.randint(1, 6)
        one, months = self.told("我", self.work(role), when), self._months(n)
        body = self.pick(
            f"{one}，再加{months}",
            f"{one}，另外还有{months}",
            f"{one}的补助，跟{months}",
            f"{months}，加上{one}的补助",
            f"{one}；{months}也算上",
            f"{one}，{months}",
        )
        ask = self.pick("补助和慰问金一共多少", "两样加一块多少钱", "合起来一共多少", "总共能领多少钱")
        return (f"{self.pick(*_GREETINGS)}{body}，{ask}",), when.days * PAY[role, False] + n * MONTHLY

    def _scene_monthly(self) -> tuple[tuple[str, ...], int | None]:
        n = self.chance.randint(2, 6)
        head = self.pick("", "", "我是一线的，", "我家住红桥，", "我是一线护士，")
        return (f"{head}{self._months(n)}{self.pick('一共多少', '总共是多少钱', '合计多少')}",), n * MONTHLY

    def _scene_in_turns(self) -> tuple[tuple[str, ...], int | None]:
        a, b = self.chance.sample((DIRECT, OTHER), 2)
        n, m = self.chance.randint(3, 40), self.chance.randint(3, 40)
        n += n == m
        turns = self.chance.choice(
            (
                (f"前{n}天{self.work(a)}", f"后{m}天{self.work(b)}了", "一共多少补助"),
                (f"我{self.work(a)}，{n}天，补助多少", f"后来又{self.work(b)}{m}天", "两段加一起呢"),
                (f"我{self.work(a)}，干了{n}天", f"我老公{self.work(b)}，{m}天，没碰过别的", "我们家两份合计多少补助"),
                (f"我{self.work(a)}{n}天，补助多少", f"我爱人{self.work(b)}，{m}天", "我俩一共多少"),
            )
        )
        return turns, n * PAY[a, False] + m * PAY[b, False]

    def _scene_set_right_later(self) -> tuple[tuple[str, ...], int | None]:
        role, n, m = self.role(), self.chance.randint(5, 40), self.chance.randint(5, 40)
        n += n == m
        k = self.chance.randint(1, 4)
        then, days = self.chance.choice(
            (
                (f"不对，是{m}天", m),
                (f"记错了，{m}天", m),
                (f"哦，少说了{k}天", n + k),
                (f"对了，里头有{k}天是休息，得扣掉", n - k),
                (f"改一下，{m}天", m),
                (f"再加{k}天", n + k),
                (f"我又翻了排班，应该是{m}天", m),
                (f"后来又多上了{k}天", n + k),
            )
        )
        return (self.whole(f"我{self.work(role)}{n}天"), then), days * PAY[role, False]

    # where only a question is right

    def _scene_odd_number(self) -> tuple[tuple[str, ...], int | None]:
        k = self.chance.randint(11, 97)
        odd = self.pick(
            f"系数{k}", f"按{k}折", f"那个{k}也算上", f"另外{k}", f"还有{k}的", f"乘以{k}", f"表上写的{k}", f"积分{k}", f"{k}"
        )
        when = self._when_count()
        return (f"我{self.work(self.role())}{when.said}，{odd}，{self.ask()}",), None

    def _scene_no_such_days(self) -> tuple[tuple[str, ...], int | None]:
        said = self.pick(
            "2月30号到3月5号",
            "二月份干了31天",
            "4月31号到5月2号",
            "3月10号到3月2号",
            "十来天",
            "二十多天",
            "差不多一个月",
            "七八天",
            "个把月",
            "半天",
            "3天半",
            "大概20天左右",
            "三四十天",
            "2个月",
            "两个多月",
            "好几天",
            "有些日子了",
            "五百天",
            "-4天",
            "0天",
        )
        return (f"我{self.work(self.role())}，{said}，{self.ask()}",), None

    def _scene_person_without_days(self) -> tuple[tuple[str, ...], int | None]:
        who, _ = self.chance.choice(_OTHERS)
        n = self.chance.randint(5, 40)
        a, b = f"我{self.work(self.role())}{n}天", f"{who}也{self.work(self.role())}"
        return (f"{a}，{b}，{self.pick('我俩一共多少补助', '两个人加起来多少钱')}",), None

    def _scene_each_or_together(self) -> tuple[tuple[str, ...], int | None]:
        n, people = self.chance.randint(10, 60), self.number(self.chance.randint(3, 9))
        return (f"我们{people}个人{self.work(self.role())}，一共干了{n}天，补助多少",), None
