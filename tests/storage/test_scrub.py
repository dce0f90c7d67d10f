"""Nothing that tells who asked is left in a stored question; what it asks is."""

from __future__ import annotations

import pytest

from bot.storage.scrub import scrub


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("我叫张伟，工伤怎么报", "张伟"),
        ("我是李娜，想问补助", "李娜"),
        ("王建国医生能评副高吗", "建国"),
        ("欧阳娜娜护士的补助", "娜娜"),
        ("给李主任打电话了", "李"),
        ("小王护士说没有", "王"),
        ("联系人：赵六，心理热线", "赵六"),
        ("电话13812345678没人接", "13812345678"),
        ("电话 138 1234 5678 没人接", "5678"),
        ("电话 138-1234-5678 没人接", "5678"),
        ("电话１３８１２３４５６７８没人接", "5678"),
        ("座机022-27311234打不通", "27311234"),
        ("打一三八一二三四五六七八", "一二三四五"),
        ("身份证120101199003074512能查吗", "19900307"),
        ("身份证 12010119900307451X 能查吗", "19900307"),
        ("看 https://example.org/a?b=1 说的", "example"),
        ("看www.example.org说的", "example"),
        ("群 t.me/abcdef 里说的", "abcdef"),
        ("邮箱 a.b@example.org 收到了", "example"),
        ("加我微信 abc_12345 细说", "abc_12345"),
        ("找 @some_body 问", "some_body"),
        ("车牌津A12345能免费吗", "A12345"),
    ],
)
def test_what_tells_who_asked_is_taken_out(text: str, secret: str) -> None:
    assert secret.lower() not in scrub(text).lower()
    assert "〔" in scrub(text)


@pytest.mark.parametrize(
    "text",
    ["一线医生有补助吗", "全体医务人员都有吗", "家里老人没人照顾", "护士长能评副高吗", "单位主任不批", "方舱医院医生", "工伤40天9000元",
     "孩子老师上网课", "和医生谈心"],
)  # fmt: skip
def test_what_is_asked_stays(text: str) -> None:
    assert "〔" not in scrub(text)


def test_a_long_message_is_cut() -> None:
    assert len(scrub("补助" * 500)) <= 200
