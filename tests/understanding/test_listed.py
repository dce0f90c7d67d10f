"""Things named side by side of which one and the same is asked."""

from __future__ import annotations

import pytest

from bot.understanding.listed import spans
from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    ("region", "text", "told"),
    [
        ("guangdong", "可以转正、评先进、升职称吗", ("入编", "表彰", "晋升")),
        ("guangdong", "有没有慰问金或者救助金", ("慰问金", "救助金")),
        ("guangdong", "忙完给不给补休或者带薪假", ("没写补休", "带薪假")),
        ("guangdong", "保险和体检有没有", ("综合保险", "文件没写体检疗养")),
        ("hongqiao", "奖金、证书、荣誉给不给", ("没写奖金", "没写发证书", "荣誉")),
        ("hongqiao", "送菜、陪看病、照顾老人都管吗", ("送菜送物：", "看病陪同：", "老人照料：")),
    ],
)
def test_each_thing_of_a_list_is_told_in_its_order(region: str, text: str, told: tuple[str, ...], start: Start) -> None:
    reply = start(region).say(text).text
    places = [reply.find(words) for words in told]
    assert -1 not in places, reply
    assert places == sorted(places), reply


@pytest.mark.parametrize(
    ("region", "text", "first"),
    [
        ("guangdong", "住宿、吃饭、接送管不管", "集中居住，专车接送，饮食配送"),
        ("hongqiao", "津贴和补助是不是一回事", "不是一回事"),
        ("hongqiao", "绩效和薪酬提高是一回事吗", "是列在一起的"),
        ("hongqiao", "医生、护士、保洁都有补助吗", "保洁"),
        ("guangdong", "有没有写给医护和家属的心理指引", "指引"),
        ("hongqiao", "天天打长途，手机流量和话费花了一大笔，区里能报或者减免吗", "都没写“话费减免”"),
    ],
)
def test_what_is_told_of_all_at_once_is_no_list(region: str, text: str, first: str, start: Start) -> None:
    reply = start(region).say(text)
    assert first in reply.text.splitlines()[0]
    assert "：符合" not in reply.text


def test_words_that_begin_in_one_piece_and_end_in_the_next_are_of_both() -> None:
    pieces = ((0, 2), (3, 5))
    assert spans([(0, 5)], pieces)
    assert not spans([(0, 2), (3, 5)], pieces)
