"""Who is said to be the one meant, or the one who did it."""

from __future__ import annotations

from bot.language.clefts import (
    CLEFT,
    DENIES_IT,
    IS_NONE,
    IT_IS_THEY,
    MEANT,
    SAID_TO_BE,
    THOSE_WHO,
    TOO,
    TURNED_ROUND,
    WENT,
)


def test_whoever_did_it_stands_behind() -> None:
    assert TURNED_ROUND.search("报名的其实是我家")
    assert CLEFT.match("的是我姨")
    assert THOSE_WHO.match("的那批人")
    assert not THOSE_WHO.match("的人都是我们科")


def test_whoever_is_said_to_be_it_instead() -> None:
    assert SAID_TO_BE.search("不是我，是隔壁科的")
    assert WENT.match("值班的。")
    assert not WENT.match("值班室在哪")
    assert IT_IS_THEY.match("才是呢。")


def test_a_statement_says_who_is_meant() -> None:
    assert MEANT.search("我问的，主要是我")
    assert not MEANT.search("我去的是我")


def test_who_only_denies_it_of_themselves_and_of_whom_it_holds_too() -> None:
    assert DENIES_IT.match("自己可不是，")
    assert not DENIES_IT.match("没有编制")
    assert IS_NONE.match("不算医护")
    assert TOO.match("她也上夜班")
