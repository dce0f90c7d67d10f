"""Messages with what they come to, worked out in a way of its own: days as sets of dates, money day by day.

Nothing of the program's arithmetic is used here. A message is made of a truth; the program has to find it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

DIRECT, OTHER = "direct", "other"
PAY = {(DIRECT, False): 300, (OTHER, False): 200, (DIRECT, True): 600, (OTHER, True): 400}
MONTHLY = 1000
PLACES = {
    DIRECT: ("在隔离病房", "在负压病房", "护理确诊病人", "采样"),
    OTHER: ("在药房", "守卡口", "在卡口测体温", "做流调"),
}
HUBEI = ("去武汉", "支援武汉", "去湖北")
MARKS = {
    "隔离病房": ("role", "direct-contact"),
    "负压病房": ("role", "direct-contact"),
    "护理确诊病人": ("role", "direct-contact"),
    "采样": ("role", "direct-contact"),
    "药房": ("role", "other-epidemic"),
    "守卡口": ("role", "other-epidemic"),
    "在卡口测体温": ("role", "other-epidemic"),
    "做流调": ("role", "other-epidemic"),
    "去武汉": ("hubei-team", "yes"),
    "支援武汉": ("hubei-team", "yes"),
    "去湖北": ("hubei-team", "yes"),
}
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Truth:
    """What has to come out: a total, two bounds, or a question (``low`` is None)."""

    low: int | None
    high: int | None = None

    @property
    def asked(self) -> bool:
        return self.low is None


@dataclass(frozen=True)
class Talk:
    """Messages of one conversation, and the truth after the last; ``daily``/``monthly`` say what the talk is about."""

    turns: tuple[str, ...]
    truth: Truth
    form: str
    monthly: bool = False
    daily: bool = True


@dataclass
class Maker:
    """Makes talks from a source of chance."""

    chance: Random
    forms: dict[str, Callable[[], Talk]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.forms = {name[6:]: getattr(self, name) for name in dir(self) if name.startswith("_form_")}

    def talk(self) -> Talk:
        """One talk of any form."""
        name = self.chance.choice(sorted(self.forms))
        made = self.forms[name]()
        return Talk(made.turns, made.truth, name, made.monthly, made.daily)

    def pick(self, *choices: str) -> str:
        return self.chance.choice(choices)

    # numerals and counts

    def number(self, n: int) -> str:
        """A number below a thousand in one of its ways of writing."""
        way = self.chance.randrange(4)
        if way == 0:
            return "".join(chr(ord(ch) + 0xFEE0) for ch in str(n))
        return str(n) if way == 1 else chinese(n)

    def count(self, n: int) -> str:
        """So many days in words."""
        ways = [f"{self.number(n)}天", f"{self.number(n)}天", f"{n}日", f"{n} 天"]
        if n % 7 == 0 and n >= 14:
            ways.append(f"{self.weeks(n // 7)}{self.pick('周', '个星期', '个礼拜')}")
        if n > 14 and n % 7:
            ways.append(f"{self.weeks(n // 7)}{self.pick('周', '个星期', '个礼拜')}零{self.number(n % 7)}天")
        if n >= 20 and n % 2 == 0:
            ways += [f"两个{n // 2}天", f"{n // 2}x2天", f"{n // 2}+{n - n // 2}天"]
        if n > 105 and n % 100 < 10 and n % 100:
            ways.append(f"一百{self.pick('零', '〇', 'O', '○')}{_DIGITS[n % 10]}天")
        return self.chance.choice(ways)

    def weeks(self, n: int) -> str:
        return "两" if n == 2 and self.chance.random() < 0.7 else self.number(n)

    def days(self) -> int:
        return self.chance.randint(2, 110)

    def dates(self) -> tuple[set[date], str]:
        """A range of dates, as the set of its days and in words."""
        first = date(2020, 1, 15) + timedelta(days=self.chance.randrange(60))
        last = first + timedelta(days=self.chance.randint(1, 50))
        return days_between(first, last), self.written(first, last)

    def written(self, first: date, last: date) -> str:
        a, b, mark = first, last, self.pick("日", "号")
        to = self.pick("到", "至", "-", "—", "干到", "一直到")
        ways = [
            f"{a.month}月{a.day}{mark}{to}{b.month}月{b.day}{mark}",
            f"从{a.month}月{a.day}{mark}到{b.month}月{b.day}{mark}",
            f"自{a.month}月{a.day}日起至{b.month}月{b.day}日止",
            f"{a.month}月{a.day}到{b.month}月{b.day}",
            f"{chinese(a.month)}月{chinese(a.day)}{mark}到{chinese(b.month)}月{chinese(b.day)}{mark}",
            f"2020年{a.month}月{a.day}日{to}{b.month}月{b.day}日",
            f"{a.month}.{a.day}-{b.month}.{b.day}",
            f"{a.month}/{a.day}-{b.month}/{b.day}",
            f"2020.{a.month}.{a.day}-2020.{b.month}.{b.day}",
            f"{a:%Y%m%d}到{b:%Y%m%d}",
            f"{a.month}月{a.day}{mark}进的病区，忙得没停，{b.month}月{b.day}{mark}出来的",
        ]
        if a.month == b.month:
            ways += [f"{a.month}月{a.day}{mark}到{b.day}{mark}", f"{a.month}月{a.day}-{b.day}{mark}"]
        if (b + timedelta(days=1)).day == 1:
            ways.append(f"{a.month}月{a.day}{mark}到{'月底' if a.month == b.month else f'{b.month}月底'}")
        return self.chance.choice(ways)

    # what goes round it

    def role(self) -> str:
        return self.chance.choice((DIRECT, OTHER))

    def place(self, role: str) -> str:
        return self.chance.choice(PLACES[role])

    def ask(self) -> str:
        return self.pick(
            "，补助一共多少钱", "，一共多少", "，能领多少补助", "，合计多少钱？", "，补助给算算", "。总共给多少"
        )

    def noise(self) -> str:
        """A clause with a number that is no operand."""
        if self.chance.random() < 0.5:
            return ""
        return self.chance.choice(
            (
                "我工龄10年，", "病人都烧到38.5度，", "我们病区在3楼，", "一天12小时，", "我今年25岁，", "我们8个人一班，",
                "我电话13812345678，", "我是302病房的，", "三班倒，", "管着20张床，", "我家孩子8岁，", "我是党员，",
                "每天穿6个小时防护服，",
                "体温37.5度都不敢请假，", "干护士15年了，", "第2批的，", "早上8点就到岗，",
            )
        )  # fmt: skip

    def lead(self) -> str:
        return self.pick("", "", "你好，", "请问，", "我是护士，", "想问下，")

    # forms

    def _form_one_count(self) -> Talk:
        n, role = self.days(), self.role()
        text = self.pick(
            "{lead}{noise}我{place}干了{n}{ask}", "{lead}{noise}{place}，{n}{ask}", "{noise}{n}，{place}{ask}"
        )
        return self._talk(n * PAY[role, False], self._fill(text, place=self.place(role), n=self.count(n)))

    def _form_hubei(self) -> Talk:
        n, role = self.days(), self.role()
        text = f"{self.lead()}{self.noise()}我{self.pick(*HUBEI)}{self.place(role)}干了{self.count(n)}{self.ask()}"
        return self._talk(n * PAY[role, True], text)

    def _form_dates(self) -> Talk:
        (days, said), role = self.dates(), self.role()
        text = self.pick("{lead}{noise}{n}{place}{ask}", "{lead}{place}，{n}{ask}", "{lead}{n}，一直{place}{ask}")
        return self._talk(pay(days, role), self._fill(text, place=self.place(role), n=said))

    def _form_two_ranges(self) -> Talk:
        first = date(2020, 1, 20) + timedelta(days=self.chance.randrange(20))
        middle = first + timedelta(days=self.chance.randint(3, 20))
        again = middle + timedelta(days=self.chance.randint(2, 10))
        last = again + timedelta(days=self.chance.randint(2, 30))
        role = self.role()
        days = days_between(first, middle) | days_between(again, last)
        link = self.pick("，", "，又", "，后来", "和", "，再加")
        mark = self.pick("日", "号")
        said = [f"{a.month}月{a.day}{mark}到{b.month}月{b.day}{mark}" for a, b in ((first, middle), (again, last))]
        return self._talk(pay(days, role), f"{self.place(role)}，{said[0]}{link}{said[1]}{self.ask()}")

    def _form_list_of_days(self) -> Talk:
        month, role = self.chance.randint(1, 4), self.role()
        days = sorted(self.chance.sample(range(1, 29), self.chance.randint(2, 5)))
        marks = self.chance.choice(
            (f"{month}月" + "、".join(f"{day}日" for day in days), f"{month}月" + "、".join(map(str, days)) + "号")
        )
        return self._talk(len(days) * PAY[role, False], f"{self.noise()}我{marks}{self.place(role)}{self.ask()}")

    def _form_part_of_a_month(self) -> Talk:
        month, role = self.chance.randint(1, 4), self.role()
        every = days_between(date(2020, month, 1), date(2020, month + 1, 1) - timedelta(days=1))
        part, said = self.chance.choice(
            (
                (every, f"整个{chinese(month)}月"),
                (every, f"{month}月份全月"),
                ({d for d in every if d.day <= 10}, f"{month}月上旬"),
                ({d for d in every if 11 <= d.day <= 20}, f"{month}月中旬"),
                ({d for d in every if d.day > 20}, f"{month}月下旬"),
                ({d for d in every if d.day <= 10}, f"{month}月份前10天"),
                ({d for d in every if d.day >= 15}, f"{month}月15号到月底"),
            )
        )
        return self._talk(pay(part, role), f"{self.noise()}{said}我都{self.place(role)}{self.ask()}")

    def _form_two_spells(self) -> Talk:
        n, m, role = self.days(), self.days(), self.role()
        second = OTHER if role == DIRECT else DIRECT
        text = self.pick(
            "{noise}前{n}{a}，后{m}{b}{ask}",
            "{lead}先{a}干了{n}，后来{b}干了{m}{ask}",
            "{a}{n}，{b}{m}{ask}",
            "{a}，干了{n}；后来{b}，干了{m}{ask}",
            "{n}{a}，另外{m}{b}{ask}",
        )
        total = n * PAY[role, False] + m * PAY[second, False]
        return self._talk(
            total, self._fill(text, a=self.place(role), b=self.place(second), n=self.count(n), m=self.count(m))
        )

    def _form_here_and_hubei(self) -> Talk:
        n, m, role, second = self.days(), self.days(), self.role(), self.role()
        a, b = self.place(role), self.place(second)
        text = f"{self.noise()}前{self.count(n)}本地{a}，后{self.count(m)}{self.pick(*HUBEI)}{b}{self.ask()}"
        return self._talk(n * PAY[role, False] + m * PAY[second, True], text)

    def _form_taken_off(self) -> Talk:
        role = self.role()
        if self.chance.random() < 0.5:
            days, said = self.dates()
            n = len(days)
        else:
            n = self.days() + 6
            said = f"干了{self.count(n)}"
        off = self.chance.randint(1, min(5, n - 1)) if n > 2 else 1
        less = self.pick(
            f"扣掉休息的{off}天",
            f"中间休息了{off}天要减去",
            f"中间请了{off}天假，得扣掉",
            f"除去隔离{off}天",
            f"其中{off}天休假",
        )
        return self._talk((n - off) * PAY[role, False], f"{self.place(role)}，{said}，{less}{self.ask()}")

    def _form_of_which(self) -> Talk:
        n, role = self.chance.randint(10, 100), self.role()
        part = self.chance.randint(1, n - 1)
        second = OTHER if role == DIRECT else DIRECT
        text = self.pick(
            "一共干了{n}，其中{m}{a}，剩下的{b}{ask}",
            "一共干了{n}，其中{m}{a}，其余都{b}{ask}",
            "{b}干了{n}，其中{m}{a}{ask}",
        )
        total = part * PAY[role, False] + (n - part) * PAY[second, False]
        return self._talk(total, self._fill(text, a=self.place(role), b=self.place(second), n=f"{n}天", m=f"{part}天"))

    def _form_what_is_left(self) -> Talk:
        n, role = self.chance.randint(10, 90), self.role()
        part = self.chance.randint(1, n - 1)
        second = OTHER if role == DIRECT else DIRECT
        rest = self.pick("余下的", "剩下的", "其余的都")
        text = f"{n}天班，{part}天{self.place(role)}，{rest}{self.place(second)}{self.ask()}"
        return self._talk(part * PAY[role, False] + (n - part) * PAY[second, False], text)

    def _form_months_less_some_days(self) -> Talk:
        a, b, role = self.chance.randint(1, 9), self.chance.randint(1, 9), self.role()
        rest = self.pick("其余都上", "别的天天上", "其他日子都上")
        said = f"{self.place(role)}，2月歇了{a}天{rest}，3月{self.pick('休', '请')}了{b}天{rest}"
        return self._talk((29 - a + 31 - b) * PAY[role, False], f"{said}{self.ask()}")

    def _form_more_than_before(self) -> Talk:
        n, more, role = self.chance.randint(10, 18), self.chance.randint(1, 9), self.role()
        sign, word = self.chance.choice(((1, "多"), (-1, "少")))
        said = f"{self.place(role)}，2月{n}天，3月比2月{word}{more}天"
        return self._talk((2 * n + sign * more) * PAY[role, False], f"{said}{self.ask()}")

    def _form_newcomers(self) -> Talk:
        n, people, more, role = self.days(), self.chance.randint(3, 9), self.chance.randint(1, 4), self.role()
        first = f"{people}个人都{self.place(role)}，每人{n}天{self.ask()}"
        turns = (first, f"又来了{more}个人，也是{n}天，{people + more}个人一共呢")
        total = (people + more) * n * PAY[role, False]
        return Talk(turns, Truth(total, total), "")

    def _form_kinds_of_people(self) -> Talk:
        a, b, n, m = (self.chance.randint(2, 9) for _ in range(4))
        text = f"{a}个采样的每人{n + 9}天，{b}个在药房的每人{m + 9}天{self.ask()}"
        return self._talk(a * (n + 9) * 300 + b * (m + 9) * 200, text)

    def _form_halves(self) -> Talk:
        n = 2 * self.chance.randint(2, 40)
        text = f"{self.count(n)}，一半{self.place(DIRECT)}，一半{self.place(OTHER)}{self.ask()}"
        return self._talk(n // 2 * (300 + 200), text)

    def _form_festivals(self) -> Talk:
        begin, first = self.chance.choice((("除夕", date(2020, 1, 24)), ("正月初三", date(2020, 1, 27)), ("情人节", date(2020, 2, 14))))
        end, last = self.chance.choice((("元宵节", date(2020, 2, 8)), ("妇女节", date(2020, 3, 8)), ("清明", date(2020, 4, 4))))
        if last <= first:
            end, last = "五一", date(2020, 5, 1)
        role = self.role()
        said = self.pick(f"{begin}到{end}", f"从{begin}一直干到{end}当天", f"{begin}那天进的，{end}那天才撤的")
        return self._talk(pay(days_between(first, last), role), f"{self.place(role)}，{said}{self.ask()}")

    def _form_no_longer(self) -> Talk:
        first = date(2020, 1, 20) + timedelta(days=self.chance.randrange(40))
        gone = first + timedelta(days=self.chance.randint(3, 40))
        role, begin, end = self.role(), f"{first.month}月{first.day}号", f"{gone.month}月{gone.day}号"
        said = self.pick(f"{begin}到{end}之前", f"{begin}开始的，{end}就没再去", f"{begin}到{end}，不含当天")
        worked = days_between(first, gone - timedelta(days=1))
        return self._talk(pay(worked, role), f"{self.place(role)}，{said}{self.ask()}")

    def _form_leave_by_dates(self) -> Talk:
        first = date(2020, 2, 1) + timedelta(days=self.chance.randrange(10))
        worked = days_between(first, first + timedelta(days=30))
        begin = first + timedelta(days=self.chance.randint(2, 12))
        leave = days_between(begin, begin + timedelta(days=self.chance.randint(1, 5)))
        off = f"{begin.month}月{begin.day}号到{max(leave).month}月{max(leave).day}号"
        role, said = self.role(), f"{first.month}月{first.day}号到{max(worked).month}月{max(worked).day}号"
        less = self.pick(f"中间{off}休假", f"其中{off}请假没上班", f"除去{off}隔离")
        return self._talk(pay(worked - leave, role), f"{self.place(role)}，{said}，{less}{self.ask()}")

    def _form_short_of(self) -> Talk:
        n, role = self.chance.randint(20, 90), self.role()
        less = self.chance.randint(1, 4)
        said = self.pick(f"差{self.number(less)}天就满{n}天", f"再有{less}天就满{n}天了", f"离满{n}天还差{less}天")
        return self._talk((n - less) * PAY[role, False], f"{self.place(role)}，{said}{self.ask()}")

    def _form_on_and_off(self) -> Talk:
        on, off = self.chance.choice(((4, 3), (5, 2), (4, 4), (2, 1)))
        times, role = self.chance.randint(2, 6), self.role()
        said = f"上{chinese(on)}休{chinese(off)}，一共{times * (on + off)}天"
        return self._talk(times * on * PAY[role, False], f"{self.place(role)}，{said}{self.ask()}")

    def _form_every_other_day(self) -> Talk:
        month, role = self.chance.randint(1, 4), self.role()
        every = days_between(date(2020, month, 1), date(2020, month, 20))
        word, odd = self.chance.choice((("逢单号", 1), ("逢双号", 0), ("隔天", 1)))
        worked = {day for day in every if day.day % 2 == odd}
        return self._talk(pay(worked, role), f"{month}月1号到20号{word}{self.place(role)}{self.ask()}")

    def _form_an_end_in_turns(self) -> Talk:
        first = date(2020, 2, 1) + timedelta(days=self.chance.randrange(20))
        last, other = first + timedelta(days=self.chance.randint(3, 30)), first + timedelta(days=self.chance.randint(31, 40))
        role, begin = self.role(), f"{first.month}月{first.day}号"
        until, later = f"{last.month}月{last.day}号", f"{other.month}月{other.day}号"
        turns, end = self.chance.choice(
            (
                ((f"我{self.place(role)}，{begin}开始的", f"干到{until}{self.ask()}"), last),
                ((f"{self.place(role)}，{begin}到{until}{self.ask()}", f"说错了，是到{later}"), other),
            )
        )
        total = pay(days_between(first, end), role)
        return Talk(turns, Truth(total, total), "")

    def _form_two_ranges_in_turns(self) -> Talk:
        first = date(2020, 1, 20) + timedelta(days=self.chance.randrange(10))
        a = days_between(first, first + timedelta(days=self.chance.randint(2, 15)))
        begin = max(a) + timedelta(days=self.chance.randint(2, 9))
        b = days_between(begin, begin + timedelta(days=self.chance.randint(2, 15)))
        role = self.role()
        one, two = (f"{min(d).month}月{min(d).day}号到{max(d).month}月{max(d).day}号" for d in (a, b))
        turns = (f"{self.place(role)}，{one}{self.ask()}", f"{two}也{self.place(role)}", self.pick("两段一共多少", "两段合计呢"))
        total = pay(a, role) + pay(b, role)
        return Talk(turns, Truth(total, total), "")

    def _form_rounds(self) -> Talk:
        n, times, role = self.chance.randint(3, 21), self.chance.randint(2, 6), self.role()
        text = self.pick(
            f"{n}天一轮干了{times}轮", f"每轮{n}天，干了{times}轮", f"干了{times}轮，每轮{n}天", f"{times}轮，一轮{n}天"
        )
        return self._talk(n * times * PAY[role, False], f"{self.place(role)}，{text}{self.ask()}")

    def _form_several_people(self) -> Talk:
        n, people, role = self.days(), self.chance.randint(3, 12), self.role()
        who = self.pick("个护士", "个人", "名医生", "位同事")
        text = self.pick(
            "{p}{who}都{place}，每人{n}{ask}", "我们科{p}{who}{place}，各干了{n}{ask}", "{p}{who}{place}，每人{n}{ask}"
        )
        filled = self._fill(text, p=self.number(people), who=who, place=self.place(role), n=self.count(n))
        return self._talk(n * people * PAY[role, False], filled)

    def _form_two_people(self) -> Talk:
        n, m, role, second = self.days(), self.days(), self.role(), self.role()
        other = self.pick("老公", "我爱人", "小王", "我同事", "我妹妹")
        text = self.pick(
            "我{a}{n}，{o}{b}{m}{ask}", "{lead}我{n}{a}，{o}{m}{b}{ask}", "{o}{b}干了{m}，我{a}干了{n}{ask}"
        )
        total = n * PAY[role, False] + m * PAY[second, False]
        filled = self._fill(text, a=self.place(role), b=self.place(second), n=self.count(n), m=self.count(m), o=other)
        return self._talk(total, filled)

    def _form_both_alike(self) -> Talk:
        n, role = self.days(), self.role()
        text = self.pick(
            "我跟我老公都{place}，各{n}{ask}", "两口子都{place}，每人{n}{ask}", "我和爱人{place}，各干了{n}{ask}"
        )
        return self._talk(2 * n * PAY[role, False], self._fill(text, place=self.place(role), n=self.count(n)))

    def _form_rates(self) -> Talk:
        n = self.days()
        return self._talk(n * 500, f"我跟我老公都是一线，他300我200，各{self.count(n)}{self.ask()}")

    def _form_months(self) -> Talk:
        n = self.chance.randint(2, 12)
        said = self.pick(f"{n}个月", f"{chinese(n) if n != 2 else '两'}个月")
        first = self.chance.randint(1, 6)
        last = first + self.chance.randint(1, 5)
        if self.chance.random() < 0.5:
            return self._talk(MONTHLY * n, f"慰问金领{said}一共多少", monthly=True, daily=False)
        return self._talk(
            MONTHLY * (last - first + 1), f"慰问金从{first}月到{last}月一共多少", monthly=True, daily=False
        )

    def _form_both_amounts(self) -> Talk:
        n, months, role = self.days(), self.chance.randint(2, 9), self.role()
        text = self.pick("{place}{n}的补助，加上慰问金{m}个月{ask}", "{m}个月慰问金，再加{place}{n}的补助{ask}")
        filled = self._fill(text, place=self.place(role), n=self.count(n), m=str(months))
        return self._talk(n * PAY[role, False] + MONTHLY * months, filled, monthly=True)

    def _form_corrected(self) -> Talk:
        n, m, role = self.days(), self.days(), self.role()
        text = self.pick(
            "{place}干了{n}，不对，是{m}{ask}", "{place}{n}，说错了，{m}{ask}", "{place}，不是{n}，是{m}{ask}"
        )
        return self._talk(m * PAY[role, False], self._fill(text, place=self.place(role), n=f"{n}天", m=self.count(m)))

    def _form_about(self) -> Talk:
        role, low = self.role(), self.chance.randint(1, 8)
        high = low + 1
        ten = self.pick("", "十")
        times = 10 if ten else 1
        text = self.pick(
            f"{_DIGITS[low] if low != 2 or ten else '两'}{_DIGITS[high]}{ten}天", f"{low * times}到{high * times}天"
        )
        place, rate = self.place(role), PAY[role, False]
        return Talk((f"{place}干了{text}{self.ask()}",), Truth(low * times * rate, high * times * rate), "")

    def _form_no_number_of_days(self) -> Talk:
        text = self.pick(
            "干了2.5天", "干了三天半", "一个半月", "半个月", "一个月零5天", "1e9天", "负5天", "干了-3天", "五百天", "两个多月", "大概30天",
            "2月30日到3月5日", "3月20号到3月5号", "20天，30天", "三点五天", "快一个月了", "31.5天", "四月31号到5月3号",
            "7个人干了20天", "跑了两趟，15天",
        )  # fmt: skip
        return Talk((f"{self.place(self.role())}，{text}{self.ask()}",), Truth(None), "")

    def _form_unknown_number(self) -> Talk:
        odd = self.pick("代号88，", "还有47，", "按1.5算，", "乘0.8，", "系数3，", "权重66，")
        return Talk((f"{odd}{self.place(self.role())}干了{self.days()}天{self.ask()}",), Truth(None), "")

    def _form_turns(self) -> Talk:
        n, m, role = self.chance.randint(10, 60), self.chance.randint(1, 9), self.role()
        second = OTHER if role == DIRECT else DIRECT
        first = f"我{self.place(role)}干了{self.count(n)}{self.ask()}"
        rate, other = PAY[role, False], PAY[second, False]
        then, total = self.chance.choice(
            (
                (f"少算了{m}天", (n + m) * rate),
                (f"再加{m}天呢", (n + m) * rate),
                (f"再减{m}天", (n - m) * rate),
                (f"忘说了，中间请了{m}天假，得扣掉", (n - m) * rate),
                (f"不对，是{m}天", m * rate),
                (f"说错了，应该是{self.number(m + 1)}天", (m + 1) * rate),
                (f"后来又{self.place(second)}{m}天", n * rate + m * other),
                (f"其中{m}天{self.place(second)}", (n - m) * rate + m * other),
            )
        )
        return Talk((first, then), Truth(total, total), "")

    def _form_everything(self) -> Talk:
        n, m, role = self.days(), self.days(), self.role()
        second = OTHER if role == DIRECT else DIRECT
        turns = (
            f"{self.place(role)}{n}天多少钱",
            f"{self.place(second)}{m}天多少钱",
            self.pick("全算上呢", "一起算一共多少", "都算上"),
        )
        total = n * PAY[role, False] + m * PAY[second, False]
        return Talk(turns, Truth(total, total), "")

    def _fill(self, text: str, **parts: str) -> str:
        return text.format(lead=self.lead(), noise=self.noise(), ask=self.ask(), **parts)

    def _talk(self, total: int, text: str, *, monthly: bool = False, daily: bool = True) -> Talk:
        return Talk((text,), Truth(total, total), "", monthly, daily)


def days_between(first: date, last: date) -> set[date]:
    """Every day, both ends counted."""
    return {first + timedelta(days=step) for step in range((last - first).days + 1)}


def pay(days: set[date], role: str) -> int:
    """Money day by day."""
    return sum(PAY[role, False] for _ in days)


def chinese(n: int) -> str:
    """A number below a thousand as it is written out."""
    if n < 10:
        return _DIGITS[n]
    if n < 20:
        return "十" + (_DIGITS[n % 10] if n % 10 else "")
    if n < 100:
        return _DIGITS[n // 10] + chinese(10 + n % 10)
    rest = n % 100
    if not rest:
        return _DIGITS[n // 100] + "百"
    tail = "零" + _DIGITS[rest] if rest < 10 else ("一" if rest < 20 else "") + chinese(rest)
    return _DIGITS[n // 100] + "百" + tail


def talks(seed: int, number: int) -> Iterator[Talk]:
    """So many talks."""
    maker = Maker(Random(seed))
    for _ in range(number):
        yield maker.talk()
