"""Forms by which somebody steers a talk."""

from __future__ import annotations

import pytest

from bot.language.steering import names_instead, narrowed_to, says_answered


@pytest.mark.parametrize(
    ("clause", "part"),
    [
        ("就讲职称", "职称"),
        ("只看上学那部分", "上学那部分"),
        ("您就给我说说体检的", "体检的"),
        ("挑跟钱沾边的讲", "跟钱沾边的"),
        ("休假那块就行", "休假那块"),
    ],
)
def test_the_part_that_alone_is_wanted(clause: str, part: str) -> None:
    found = narrowed_to(clause)
    assert found is not None
    assert clause[slice(*found)] == part


@pytest.mark.parametrize("clause", ["他们就说没有", "只要上一线就给", "就这样行了", "只看病", "就问什么时候发", "不用那么多"])
def test_what_narrows_nothing_down(clause: str) -> None:
    assert narrowed_to(clause) is None


@pytest.mark.parametrize("text", ["不是家里每月那份，是我上班每天的", "不对，我说的是津贴", "不是问孩子，是问我自己"])
def test_one_thing_in_the_place_of_another(text: str) -> None:
    assert names_instead(text)


@pytest.mark.parametrize("text", ["打错了，没去武汉", "说错了，是28天", "不是护士，在食堂帮厨"])
def test_what_is_only_set_right(text: str) -> None:
    assert not names_instead(text)


@pytest.mark.parametrize("clause", ["要不要自己掏您都讲清楚了", "科里同事告诉我了", "已经晓得是区人社局"])
def test_what_was_answered_already(clause: str) -> None:
    assert says_answered(clause)


@pytest.mark.parametrize("clause", ["麻烦讲清楚点", "我还是不明白", "你知道了吗", "我知道补助三百"])
def test_what_is_still_open(clause: str) -> None:
    assert not says_answered(clause)
