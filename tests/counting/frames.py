"""More frames of running speech about days of work: shares, ends told by festivals, people not to be counted, claims, hedges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from tests.counting.oracle import DIRECT, OTHER, PAY, chinese, days_between
from tests.counting.speech import Speaker, Spoken, When

_DAY = timedelta(days=1)
_FESTIVALS = (
    ("元宵", date(2020, 2, 8)), ("情人节", date(2020, 2, 14)), ("三八节", date(2020, 3, 8)), ("清明", date(2020, 4, 4)),
    ("五一", date(2020, 5, 1)), ("护士节", date(2020, 5, 12)),
)  # fmt: skip
_STRANGERS = ("我弟送外卖", "我老公开出租", "我爱人在超市上班", "我同学在银行", "我媳妇在学校教书")
Scene = tuple[tuple[str, ...], int | None]


class Storyteller(Speaker):
    """Tells the same truth in more frames."""

    # when

    def _when_to_a_festival(self) -> When:
        name, last = self.chance.choice(_FESTIVALS)
        first = last - self.chance.randint(3, 30) * _DAY
        days = days_between(first, last)
        said = self.pick(
            f"{self._day(first)}到{name}",
            f"{self._day(first)}一直到{name}那天",
            f"从{self._day(first)}干到{name}",
            f"{self._day(first)}至{name}当天",
        )
        return When(len(days), said, "to-festival", frozenset(days))

    def _when_ends_named(self) -> When:
        a, b = self._range()
        said = f"{self._day(a)}{self.pick('进的', '进去', '上的岗')}，{self._day(b)}{self.pick('出来', '撤的', '下来的')}，" + self.pick(
            "头尾两天也上班了", "首尾两天都算", "进出那两天都上了班", "两头都在"
        )
        return When(len(days_between(a, b)), said, "ends-named", clause=True)

    def _when_end_off(self) -> When:
        a, b = self._range()
        said = f"{self.written(a, b)}，" + self.pick("最后一天没上", "第一天不算", "头一天没排", "末一天没去")
        return When(len(days_between(a, b)) - 1, said, "end-off", clause=True)

    def _when_third_narrowed(self) -> When:
        month = self.chance.randint(2, 5)
        low, name = self.chance.choice(((1, "上"), (11, "中"), (21, "下")))
        a, b = sorted(self.chance.sample(range(low, low + 9), 2))
        said = f"{chinese(month)}月{name}旬{self.pick('', '，')}{a}号到{b}号"
        return When(b - a + 1, said, "third-narrowed", clause="，" in said)

    def _when_days_off_numbered(self) -> When:
        a, _ = self._range()
        b = a + self.chance.randint(12, 25) * _DAY
        off = a + self.chance.randint(2, 8) * _DAY
        second = off + _DAY
        month = "" if off.month == second.month else f"{second.month}月"
        named = f"{off.month}月{off.day}号{month}{second.day}号"
        said = f"{self.written(a, b)}，{named}{self.pick('两天调休没上', '这两天没去', '两天休息')}"
        return When(len(days_between(a, b)) - 2, said, "days-off-numbered", clause=True)

    # scenes with a sum

    def _scene_share(self) -> Scene:
        a, b = self.chance.sample((DIRECT, OTHER), 2)
        of, part = self.chance.choice(((3, 1), (4, 1), (5, 2), (4, 3), (3, 2), (10, 3)))
        n = of * self.chance.randint(2, 9)
        share = f"{chinese(of)}分之{chinese(part)}" if of != 10 or self.chance.random() < 0.5 else f"{chinese(part)}成"
        body = self.pick(
            f"一共{n}天，{share}的时间{self.work(a)}，其余的{self.work(b)}",
            f"{n}天里头{share}的日子{self.work(a)}，剩下的都{self.work(b)}",
        )
        first = n * part // of
        return (self.whole(body),), first * PAY[a, False] + (n - first) * PAY[b, False]

    def _scene_multiple(self) -> Scene:
        role, n, times = self.role(), self.chance.randint(4, 14), self.chance.randint(2, 3)
        work, k = self.work(role), self.pick(*(("两", "2") if times == 2 else ("三", "3")))
        body = self.pick(
            f"头一段{n}天，第二段是头一段的{k}倍，都{work}",
            f"我{work}两趟，第一趟{n}天，第二趟是第一趟的{k}倍那么长",
        )
        return (self.whole(body),), n * (1 + times) * PAY[role, False]

    def _scene_front_then_back(self) -> Scene:
        a, b = self.chance.sample((DIRECT, OTHER), 2)
        n, m = self.chance.randint(4, 30), self.chance.randint(4, 30)
        body = self.pick("前{}天{}，后{}天{}", "前{}天{}后{}天{}", "头{}天{}，后{}天{}").format(
            self.number(n), self.work(a), self.number(m), self.work(b)
        )
        return (self.whole(body),), n * PAY[a, False] + m * PAY[b, False]

    def _scene_day_of_change(self) -> Scene:
        a, b = self.chance.sample((DIRECT, OTHER), 2)
        first, change = self._range()
        last = change + self.chance.randint(3, 15) * _DAY
        one, two = days_between(first, change), days_between(change + _DAY, last)
        work, other, second = self.work(a), self.work(b), self.written(change + _DAY, last)
        body = f"{self.written(first, change)}{work}，" + self.pick("", "换成", "调走了，").join(("", f"{second}{other}"))
        return (self.whole(body),), len(one) * PAY[a, False] + len(two) * PAY[b, False]

    def _scene_stranger_not_counted(self) -> Scene:
        role, n, m = self.role(), self.chance.randint(5, 40), self.chance.randint(5, 40)
        who = self.pick(*_STRANGERS)
        tail = self.pick("，别算他", "，他不算", "，他那份不算", "")
        return (f"我{self.work(role)}，{n}天，{who}{m}天{tail}，我能拿多少补助",), n * PAY[role, False]

    def _scene_claim(self) -> Scene:
        role, n = self.role(), self.chance.randint(4, 60)
        wrong = self.chance.randint(10, 200) * 100
        tail = self.pick(
            f"他们说是{wrong}，对吗，到底多少", f"财务给我算了{wrong}块，算对了没有，应该是多少", f"群里说一共{wrong}元，补助一共多少"
        )
        return (f"我{self.work(role)}{self.days(n)}，{tail}",), n * PAY[role, False]

    def _scene_one_of_a_group(self) -> Scene:
        role, k, n, m = self.role(), self.chance.randint(3, 9), self.chance.randint(5, 20), self.chance.randint(2, 9)
        body = f"{chinese(k)}个同事都{self.work(role)}，每人{n}天，{self.pick('后来', '完了', '')}小陈又多待了{m}天"
        return (f"{body}，{self.pick('补助一共多少', '合计多少补助')}",), (k * n + m) * PAY[role, False]

    def _scene_group_all_told(self) -> Scene:
        role, k, n = self.role(), self.chance.randint(3, 9), self.chance.randint(20, 80)
        return (f"我们{chinese(k)}个人{self.work(role)}，出勤天数加在一块儿是{n}天，补助多少",), n * PAY[role, False]

    # where only a question is right

    def _counted(self) -> str:
        return f"我{self.work(self.role())}{self.days(self.chance.randint(5, 40))}"

    def _scene_ends_about(self) -> Scene:
        first = self.pick("二月初", "二月上旬", "1月中旬", "从2月初")
        body = self.pick("{}到三月中旬一直{}", "{}去的，三月中旬才撤，{}", "{}开始，3月上旬结束，{}").format(first, self.work(self.role()))
        return (f"{body}，{self.ask()}",), None

    def _scene_more_uncounted(self) -> Scene:
        tail = self.pick("后来又去了几天", "另外还值了好几个夜班", "又顶了一阵子", "还补了几趟班", "最后又守了些日子")
        return (f"{self._counted()}，{tail}，{self.ask()}",), None

    def _scene_somebody_too(self) -> Scene:
        who, _ = self.chance.choice((("我表姐", "她"), ("我老公", "他"), ("我爱人", "他"), ("小李", "她")))
        tail = self.pick(f"{who}也在", f"还有{who}", f"{who}也去了", f"{who}也是", f"加上{who}")
        return (f"{self._counted()}，{tail}，一共多少补助",), None

    def _scene_share_left(self) -> Scene:
        tail = self.pick("大半时间在外面", "其中三分之一是夜里", "六成的日子在楼上", "后面那段是前面的两倍长", "其中一半不在病区")
        return (f"{self._counted()}，{tail}，{self.ask()}",), None

    def _scene_hedged(self) -> Scene:
        tail = self.pick("记不太清了", "好像不止", "大概吧", "差不多这个数", "说不准了")
        return (f"{self._counted()}，{tail}，{self.ask()}",), None


def spoken(seed: int, number: int) -> Iterator[Spoken]:
    """So many conversations."""
    speaker = Storyteller(Random(seed))
    for _ in range(number):
        yield speaker.spoken()
