"""A reply within WeChat's limit of bytes: nothing of it lost, no link torn, the options within reach."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.wechat import wechat_notices as notices
from bot.channels.wechat.pages import MAX_BYTES, link, pages, size
from bot.model.reply import Line, LineKind, Section
from bot.model.session import Option
from tests.channels.wechat.fake import Shown

TWO = (Option("有人在本区 → 符合", "fact:registered:here"), Option("不清楚", "fact:registered:unsure"))
ANY_TEXT = st.text(alphabet=st.sampled_from("补助元 。\n<a>&]]>é🙂\ufffe\x00"), max_size=900)


def section(*lines: str) -> Section:
    """A section of plain lines."""
    return Section(tuple(Line(LineKind.TEXT, line) for line in lines))


def test_a_short_reply_is_one_page_with_links_and_their_numbers() -> None:
    (page,) = pages([section("第一行", "第二行"), section("哪里？")], TWO)
    assert Shown(page).text == "第一行\n第二行\n\n哪里？\n\n1. 有人在本区 → 符合\n2. 不清楚"
    assert [(found.sends, found.id) for found in Shown(page).links] == [(option.label, option.action) for option in TWO]


def test_a_number_that_is_asked_for_is_not_offered_as_a_choice() -> None:
    (page,) = pages([section("几天？")], TWO[1:], numbered=False)
    assert Shown(page).text == "几天？\n\n· 不清楚"


def test_links_give_way_to_numbers_before_the_text_is_cut() -> None:
    text = "补" * 640
    (page,) = pages([section(text)], TWO)
    assert Shown(page).links == []
    assert page == f"{text}\n\n1. 有人在本区 → 符合\n2. 不清楚\n{notices.NUMBERS_HINT}"
    (page,) = pages([section(text)], TWO, numbered=False)
    assert page.endswith(notices.either("有人在本区 → 符合、不清楚"))


def test_a_long_reply_is_cut_between_sections() -> None:
    blocks = ["一" * 400, "二" * 400, "三" * 100]
    first, second = pages([section(block) for block in blocks], TWO)
    assert first.startswith(f"{blocks[0]}\n\n")
    assert Shown(first).text.endswith(notices.more(notices.MORE_LABEL, 1))
    assert second.startswith(f"{blocks[1]}\n\n{blocks[2]}\n\n1. ")
    assert notices.MORE_LABEL not in second


@pytest.mark.parametrize("label", ["一 & 二", '"><a href="x">', "100%+1#", "a=b?c\\d/"])
def test_any_label_makes_a_link_that_sends_it(label: str) -> None:
    address = re.search(r'^<a href="([^"]*)">[^<>]*</a>$', link(Option(label, "do:my")))
    assert address is not None
    content = re.search(r"msgmenucontent=([^&#?+ ]*)&msgmenuid=do:my$", address[1])
    assert content is not None
    assert unquote(content[1]) == label


def test_what_somebody_typed_cannot_make_a_link() -> None:
    (page,) = pages([section('<a href="https://example.org">补助</a>')], ())
    assert "<" not in page


@settings(max_examples=40)
@given(
    st.lists(st.lists(ANY_TEXT, max_size=3), max_size=5),
    st.lists(st.text(alphabet="补助 &<>é", min_size=1, max_size=60), max_size=25),
    st.booleans(),
)
def test_every_page_fits_and_nothing_is_lost(texts: list[list[str]], labels: list[str], numbered: bool) -> None:
    options = [Option(label, f"do:{number}") for number, label in enumerate(labels)]
    shown = pages([section(*lines) for lines in texts], options, numbered=numbered)
    assert all(size(page) <= MAX_BYTES for page in shown)
    assert all(page.count("<a ") == len(Shown(page).links) for page in shown)
    read = _bare("".join(Shown(page).text for page in shown))
    for text in ("".join(lines) for lines in texts):
        assert all(_bare(part) in read for part in re.split(r"(?<=\n)", text) if size(part) < 100)
    assert all(_bare(label) in read for label in labels)
    assert all(Shown(page).links[-1].id == "more" for page in shown[:-1])


def _bare(text: str) -> str:
    """A text without what a page may add or change."""
    return re.sub(r"[^补助元é🙂]", "", text)
