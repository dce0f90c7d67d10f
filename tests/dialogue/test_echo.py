"""Facts heard unasked are told back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.compiled.keys import OptionKey
from bot.compiled.snapshot import Snapshot
from bot.dialogue.echo import echo_of
from bot.language.analyse import Analysis
from bot.language.patterns import Found
from bot.model.session import Pending, Session
from bot.understanding.said import Act, Clause, Said
from tests.dialogue.conftest import MakeCase

DAY = date(2020, 3, 1)
WARD = Said(Analysis("在病房", (), ()), stated={"role": "ward"})


def test_what_nobody_asked_for_is_told_back(case: MakeCase) -> None:
    assert echo_of(case(WARD)) == "记下：岗位：病房。"


def test_what_was_asked_for_or_known_is_not(case: MakeCase) -> None:
    assert echo_of(case(WARD, Session(pending=Pending("role", ("ja-01",), "sum")))) is None
    assert echo_of(case(WARD, Session().remember({"role": "ward"}, DAY))) is None


def test_what_is_set_right_is_told_as_changed(case: MakeCase) -> None:
    assert echo_of(case(WARD, Session().remember({"role": "other"}, DAY))) == "改为：岗位：病房。"


def test_what_is_only_asked_of_another_case_is_no_change(case: MakeCase) -> None:
    """那别的岗位呢 sets nothing right."""
    key = OptionKey("role", "ward")
    asked = replace(WARD, clauses=(Clause(0, 3, Act.ASKS),), options={key: Found(1, 3, (1, 2))})
    before = Session().remember({"role": "other"}, DAY)
    assert echo_of(case(asked, before)) is None
    assert echo_of(case(replace(asked, clauses=(Clause(0, 3, Act.TELLS),)), before)) == "改为：岗位：病房。"


def test_what_was_only_asked_of_is_not_set_right(case: MakeCase) -> None:
    """别的岗位的多少 told nothing of the speaker."""
    before = Session().remember({"role": "other"}, DAY, {"role"})
    assert echo_of(case(WARD, before)) == "记下：岗位：病房。"


def test_what_is_supposed_or_presumed_is_not_told_back(case: MakeCase) -> None:
    assert echo_of(case(replace(WARD, clauses=(Clause(0, 3, Act.SUPPOSES),)))) is None
    assert echo_of(case(replace(WARD, stated={"staff": "yes"}))) is None


def test_a_bare_no_is_told_with_what_it_is_about(case: MakeCase) -> None:
    assert echo_of(case(replace(WARD, stated={"staff": "no"}))) == "记下：是不是医务人员：不是。"


def test_what_changes_nothing_in_the_answer_is_not_told_back(case: MakeCase, small: Snapshot) -> None:
    subsidy, school = (small.knowledge.measure_by_id[measure] for measure in ("ja-01", "ja-02"))
    assert echo_of(case(WARD), [subsidy]) == "记下：岗位：病房。"
    assert echo_of(case(WARD), [school]) is None
