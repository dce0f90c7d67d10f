"""Which side is asked of which measure."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.asked_sides import shared_out
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase

HERE = Said(region="jia")


def test_of_one_measure_all_sides_are_asked(case: MakeCase, small: Snapshot) -> None:
    measure = small.knowledge.measure_by_id["ja-01"]
    (own,) = shared_out(case(HERE, facets=("how-much", "whom")), [(measure, "daily-subsidy")])
    assert (own.facets, own.apart) == (("how-much", "whom"), False)


def test_as_many_sides_as_topics_are_shared_out_in_order(case: MakeCase, small: Snapshot) -> None:
    by_id = small.knowledge.measure_by_id
    pairs = [(by_id["ja-01"], "daily-subsidy"), (by_id["ja-02"], "school")]
    shares = shared_out(case(HERE, facets=("how-much", "who")), pairs)
    assert [share.facets for share in shares] == [("how-much",), ("who",)]
    assert all(share.apart for share in shares)


def test_whom_to_ask_is_asked_of_every_measure(case: MakeCase, small: Snapshot) -> None:
    by_id = small.knowledge.measure_by_id
    pairs = [(by_id["ja-01"], "daily-subsidy"), (by_id["ja-02"], "school")]
    assert [share.facets for share in shared_out(case(HERE, facets=("whom",)), pairs)] == [("whom",), ("whom",)]
