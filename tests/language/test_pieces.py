"""What a statement of an answer is made of."""

from __future__ import annotations

import pytest

from bot.language.pieces import belongs, pieces


@pytest.mark.parametrize(
    ("text", "head", "behind"),
    [
        ("文件没写几点开门，写的是全天。", "文件没写几点开门", ("全天",)),
        ("文件没写收费；凭证件领。", "文件没写收费", ("凭证件领",)),
        ("文件没写名单。", "文件没写名单", ()),
        ("第二天：隔天出结果，周末顺延。", "第二天", ("隔天出结果，周末顺延",)),
    ],
)
def test_what_answers_stands_alone(text: str, head: str, behind: tuple[str, ...]) -> None:
    made = pieces(text)
    assert (made.head, made.behind, made.alone) == (head, behind, True)
    assert made.but(set(behind)) == f"{head}。"


@pytest.mark.parametrize("text", ["能：凭证件领。", "要看年龄：满十岁的能去。", "“早餐券”：一人一张。", "责任人：某某。", "每人一张。"])
def test_a_yes_a_name_or_a_plain_sentence_does_not_answer_without_what_follows(text: str) -> None:
    assert not pieces(text).alone


def test_what_is_not_written_of_a_piece_keeps_its_mark() -> None:
    made = pieces("凭证件领，几张文件没写；周末照发。")
    assert [belongs(piece) for piece in made.behind] == [False, True, False]
    assert made.but({"周末照发"}) == "凭证件领，几张文件没写。"
    assert made.but({"凭证件领"}) == "几张文件没写；周末照发。"


def test_the_mark_stays_while_the_first_piece_does() -> None:
    made = pieces("文件没写几张，写的是凭证件领；周末照发。")
    assert made.but({"周末照发"}) == "文件没写几张，写的是凭证件领。"
    assert made.but({"凭证件领"}) == "文件没写几张；周末照发。"
