"""What a reply states, line by line."""

from __future__ import annotations

from bot.dialogue.replies.told import LONGEST_LINE, Row, Statement, answer_mark, cut, length, mark, told, without_again
from bot.model.reply import Line, LineKind


def row(*texts: str, kept: bool = False, held: bool = False) -> Row:
    """A line of these statements."""
    return Row(tuple(Statement(text) for text in texts), kept=kept, held=held)


def texts(rows: list[Row], said: tuple[int, ...] = ()) -> list[str]:
    """The lines that remain."""
    return [line.text for line in told(rows, said).lines]


def test_statements_of_a_line_are_joined_and_closed() -> None:
    assert texts([row("甲。", "乙")]) == ["甲；乙。"]


def test_what_was_said_is_left_out_and_a_first_line_says_that_it_comes_again() -> None:
    said = (answer_mark("甲"), mark("甲"), mark("乙"))
    assert texts([row("甲", kept=True), row("乙", "丙")], said) == ["还是：甲。", "丙。"]
    assert texts([row("乙", kept=True)], said) == ["乙。"], "it only stood behind another answer"
    assert texts([row("甲"), row("甲")]) == ["甲。"], "nor twice in one reply"


def test_what_comes_again_is_joined_to_its_yes_or_no() -> None:
    assert texts([row("有：甲。", kept=True)], (mark("有：甲。"), answer_mark("有：甲。"))) == ["还是有：甲。"]
    assert without_again("还是有：甲。") == "有：甲。"


def test_a_line_that_the_line_above_says_in_other_words_is_left_out() -> None:
    first = row("符合：一线医务人员的孩子报名，同等条件下优先录取。", kept=True)
    assert len(texts([first, row("有：一线医务人员的孩子报名，同等条件下优先录取。")])) == 1
    assert len(texts([first, row("有：报名的孩子，同等条件下优先录取 2 名。")])) == 2, "a figure of its own is news"


def test_what_the_lines_above_say_together_is_left_out() -> None:
    above = [row("表现突出的人员，经单位推荐。", kept=True), row("公开招聘同等条件下优先聘用。")]
    assert len(texts([*above, row("公开招聘中经单位推荐，同等条件下优先聘用。")])) == 2


def test_of_two_details_left_open_only_what_differs_is_told() -> None:
    first = row("文件没写慰问金发多少。", kept=True)
    assert len(texts([first, row("文件没写慰问金、救助金的数额。")])) == 1
    assert texts([first, row("文件没写谁来送。")]) == ["文件没写慰问金发多少；也没写谁来送。"]


def test_of_a_statement_only_the_parts_are_told_that_nobody_said() -> None:
    first = row("文件没写慰问金的数额。", kept=True)
    assert texts([first, row("写给一线医务人员；数额没写。")])[1] == "写给一线医务人员。"
    assert len(texts([row("有专线，号码没写。", kept=True), row("文件没写专线的号码。")])) == 1


def test_only_what_is_new_counts_as_news() -> None:
    result = told([row("甲", kept=True), row("乙"), row("文件没写丙")], (mark("甲"),))
    assert result.news == 1
    assert mark("乙") in result.marks


def test_a_brief_is_known_from_its_point_and_does_not_stand_for_it() -> None:
    brief = Statement("加倍", 7, brief=True)
    assert brief.known_from([7])
    assert 7 not in brief.marks
    assert not Statement("援鄂加倍", 7).known_from([7])


def test_what_does_not_fit_goes_from_the_end_but_never_the_first_line_or_a_working() -> None:
    long = "一" * 40
    rows = [row(long, kept=True), row("二" * 40), row("三" * 40), row("四" * 40), row("五" * 40, held=True)]
    lines = texts(rows)
    assert lines[0] == f"{long}。"
    assert lines[-1] == f"{'五' * 40}。"
    assert f"{'四' * 40}。" not in lines


def test_what_always_stands_takes_its_room() -> None:
    rows = [row("甲", kept=True), *(row(text) for text in "乙丙丁戊己")]
    around = [Line(LineKind.SOURCE, "问谁"), Line(LineKind.QUESTION, "您在哪里？")]
    assert len(told(rows, (), around).lines) + len(around) == 6


def test_a_text_is_cut_at_a_sentence_or_a_comma() -> None:
    assert cut("短。") == "短。"
    assert cut("甲" * 30 + "。" + "乙" * 30 + "。") == "甲" * 30 + "。"
    assert cut("甲" * 30 + "，" + "乙" * 30) == "甲" * 30 + "……"
    assert length([Line(LineKind.TEXT, cut("甲" * 99))]) == LONGEST_LINE


def test_blanks_do_not_count() -> None:
    assert length([Line(LineKind.TEXT, "45 天"), Line(LineKind.TEXT, "600 元")]) == 7


def test_a_detail_left_open_is_told_once_whichever_way_it_is_put() -> None:
    again = Row((Statement("文件没写几号到账。"),), asked=True)
    assert texts([row("几号到账文件没写。"), again]) == ["几号到账文件没写。"]


def test_what_is_denied_is_told_beside_what_only_names_it() -> None:
    denied = Row((Statement("不算：核增的是一次性总量，不作为总量基数。"),), asked=True)
    assert len(texts([row("会：核增一次性总量，怎么分没写。"), denied])) == len([row, denied])
