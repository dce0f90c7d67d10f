"""Pages that commands and buttons open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording
from bot.dialogue.findings import Page
from bot.dialogue.replies.pages import page_reply
from bot.model.session import Option, Pending, Session
from tests.authors.regions import with_copies, within
from tests.dialogue.conftest import MakeCase, days

HERE = Session(region="jia")


def test_what_is_remembered_is_shown_with_a_way_to_change_and_to_delete_it(case: MakeCase) -> None:
    known = replace(HERE.remember({"role": "ward"}, date(2020, 3, 1)), tally=days(20))
    reply = page_reply(Page("facts"), case(memory=known))
    assert reply.text.splitlines() == ["地区：甲县", "岗位：病房", "天数：20 天"]
    assert {"ask:role", "do:forget"} <= {option.action for option in reply.options}


def test_a_step_back_shows_the_question_of_then(case: MakeCase) -> None:
    assert page_reply(Page("back"), case(memory=HERE)).text == wording.NOTHING_TO_UNDO
    options = (Option("病房", "fact:role:ward"),)
    asked = replace(HERE, pending=Pending("role", ("ja-01",), "sum"), options=options, past=(HERE,))
    reply = page_reply(Page("back"), case(memory=asked))
    assert reply.text.splitlines() == [wording.UNDONE, "做的是哪类岗位？"]
    assert reply.options == options


def test_the_menu_leads_from_regions_to_areas_to_measures(case: MakeCase) -> None:
    def actions(*arguments: str) -> list[str]:
        return [option.action for option in page_reply(Page("menu", arguments), case()).options]

    assert actions() == ["menu:jia", "menu:yi"]
    assert actions("jia") == ["menu:jia:pay", "menu:jia:family", "menu"]
    assert actions("jia", "pay") == ["measure:ja-01", "menu:jia"]


def test_asking_whether_the_matter_is_still_meant_keeps_the_old_numbers(case: MakeCase) -> None:
    offered = replace(HERE, options=(Option("乙市", "region:yi"),))
    reply = page_reply(Page("still-on", ("school",)), case(memory=offered))
    assert [option.action for option in reply.options] == ["region:yi", "topic:school", "menu"]


def test_a_button_that_leads_nowhere_says_so(case: MakeCase) -> None:
    assert page_reply(Page("no-such-page"), case()).text == wording.OLD_BUTTON


def test_of_few_regions_each_has_a_button(case: MakeCase) -> None:
    assert [option.action for option in page_reply(Page("region"), case()).options] == ["region:jia", "region:yi"]


def test_of_many_regions_the_wider_ones_come_first_page_by_page(case: MakeCase, small: Snapshot) -> None:
    many = case(snapshot=within(with_copies(small, 20), {f"yi{n}": "jia" for n in range(9)}))

    def actions(*arguments: str) -> list[str]:
        return [option.action for option in page_reply(Page("region", arguments), many).options]

    assert actions()[:3] == ["regions:jia:0", "region:yi", "region:yi9"]
    assert actions()[-1] == "regions::1"
    assert actions("jia", "0") == ["region:jia", *(f"region:yi{n}" for n in range(8)), "regions:jia:1"]
    assert actions("jia", "1") == ["region:yi8"]
