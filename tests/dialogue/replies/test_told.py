"""What a reply states, line by line."""

from __future__ import annotations

from bot.dialogue.replies.told import (
    LONGEST_LINE,
    Before,
    Row,
    Statement,
    answer_mark,
    cut,
    length,
    line_mark,
    mark,
    piece_mark,
    told,
    without_again,
)
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


def anew(first: Row, *lines: str, heard: bool = False, known: bool = True, set_right: bool = False, figure: bool = False) -> list[str]:
    """A first row after these lines were told; ``known``: the message tells something that was not known."""
    before = Before(lines, anew=known, heard=heard, set_right=set_right, figure=figure)
    return [line.text for line in told([first], (), before=before).lines]


def verdict(text: str, *rests_on: str) -> Row:
    """How somebody stands, as a first row."""
    return Row((Statement(text, rests_on=rests_on),), kind=LineKind.VERDICT, kept=True)


def test_what_was_told_goes_from_behind_what_answers() -> None:
    line = "号子由值班室发放，一人一张"
    assert anew(row("文件没写能不能补，写的是值班室发放号子。", kept=True), line) == ["文件没写能不能补。"]
    assert anew(row("不用买：号子由值班室发放。", kept=True), line) == ["不用买。"]
    assert anew(row("号子由值班室发放；补办几天没写。", kept=True), line) == ["补办几天没写。"]
    assert anew(row("找值班室发放号子；补办几天没写。", kept=True), line) == ["找值班室发放号子；补办几天没写。"]
    assert anew(row("周末照发；号子由值班室发放。", kept=True), line) == ["周末照发。"]


def test_what_answers_stays_though_it_was_told() -> None:
    assert anew(row("号子由值班室发放。", kept=True), "号子由值班室发放") == ["号子由值班室发放。"]
    assert anew(row("号子由值班室发放；周末照发。", kept=True), "号子由值班室发放") == ["号子由值班室发放；周末照发。"]


def test_a_further_row_that_was_told_goes() -> None:
    before = Before(("号子由值班室发放",))
    rows = [row("文件没写能不能补。", kept=True), row("值班室发放号子。")]
    assert [line.text for line in told(rows, (), before=before).lines] == ["文件没写能不能补。"]


def test_a_figure_that_is_asked_for_stays() -> None:
    first = row("按人发：每人 30 元，年底结清。", kept=True)
    line = "每人 30 元，年底结清"
    assert anew(first, line) == ["按人发。"]
    assert anew(first, line, figure=True) == ["按人发：每人 30 元，年底结清。"]


def test_how_somebody_stands_is_told_without_the_condition_that_was() -> None:
    line = "满十岁的队员，可以参加夏令营"
    fits = verdict("符合：满十岁的队员，可以参加夏令营。")
    assert anew(fits, line, heard=True) == ["符合。"]
    assert anew(fits, line) == ["符合：可以参加夏令营。"], "a yes alone would not say to what"
    assert anew(fits, line, known=False) == ["符合：满十岁的队员，可以参加夏令营。"], "nothing was told since"
    assert anew(verdict("不符合：满十岁的队员，可以参加夏令营。"), line, known=False) == ["不符合，不在前面说的范围里。"]


def test_what_it_gives_is_told_once_the_condition_is_met() -> None:
    depends = "年龄：满十岁的队员能去"
    first = verdict("符合：满十岁的队员，可以参加夏令营，食宿全包。", depends)
    assert anew(first, depends, heard=True) == ["符合：可以参加夏令营，食宿全包。"]
    assert anew(verdict("要看年龄：满十岁的队员能去。"), "满十岁的队员能去") == ["还要看年龄。"]


def test_of_what_was_told_the_pieces_are_remembered() -> None:
    shown = Statement("文件没写能不能补。", whole="文件没写能不能补，写的是值班室发放。")
    assert {piece_mark("值班室发放"), mark("文件没写能不能补。")} <= set(shown.marks)


def test_a_tail_that_was_told_is_not_told_by_the_next_row_either() -> None:
    before = Before(("号子由值班室发放",))
    rows = [row("文件没写能不能补，写的是值班室发放号子。", kept=True), row("值班室来发放号子。")._replace(asked=True)]
    assert [line.text for line in told(rows, (), before=before).lines] == ["文件没写能不能补。"]


def test_which_figure_is_somebodys_own_is_told() -> None:
    assert anew(verdict("符合：下井的，每班 40 元。"), "下井的，每班 40 元，地面的 25 元", heard=True) == ["符合：下井的，每班 40 元。"]


def test_another_detail_of_the_same_sentence_is_still_told() -> None:
    sentence = "文件没写几点发、能不能补，写的是值班室发放号子。"
    asked = Row((Statement("文件没写能不能补，写的是值班室发放号子。", whole=sentence),), kept=True)
    before = Before(("号子由值班室发放",))
    rows = [asked, row("值班室来发放号子。")._replace(asked=True), row("文件没写几点发。")]
    assert [line.text for line in told(rows, (), before=before).lines] == ["文件没写能不能补；也没写几点发。"]


def test_the_working_of_a_sum_goes_where_it_was_told_and_comes_to_the_total() -> None:
    total = Row((Statement("一共 90 元。"),), kind=LineKind.SUM, kept=True)
    working = [Row((Statement(text),), kind=LineKind.SUM, held=True) for text in ("3 张 × 30 元 = 90 元。",)]
    said = tuple(number for line in working for number in line.statements[0].marks)
    assert texts([total, *working], said) == ["一共 90 元。"]
    assert texts([total, *working]) == ["一共 90 元。", "3 张 × 30 元 = 90 元。"]
    more = total._replace(statements=(Statement("一共 150 元。"),))
    assert len(texts([more, *working], said)) == len([more, *working]), "it is but a part of that total"


def test_what_a_case_hangs_on_goes_once_told_before_what_answers() -> None:
    depends, answers = verdict("要看年龄：满十岁的队员能去。"), row("文件没写由谁查年龄。")
    before = Before(("满十岁的队员能去",))
    assert [line.text for line in told([depends, answers], (), before=before).lines] == ["文件没写由谁查年龄。"]
    assert len(told([depends, answers], (), before=Before()).lines) == len([depends, answers])


def test_a_line_to_call_is_told_once_whatever_stands_before_it() -> None:
    first = row("值班室发放。", kept=True)
    call = Row((Statement("文件没写电话，可打 96000。", line_mark("96000")),), kind=LineKind.CONTACT)
    assert texts([first, call], Statement("可打 96000。", line_mark("96000")).marks) == ["值班室发放。"]
    assert len(texts([first, call._replace(asked=True)], (line_mark("96000"),))) == len([first, call]), (
        "asked for again"
    )
