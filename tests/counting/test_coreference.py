"""Who is meant by a name or a pronoun."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.counting.coreference import meant_by
from tests.counting.conftest import in_tally, tally_of


def test_somebody_named_twice_over_is_one(program: Program) -> None:
    assert in_tally(tally_of(program, "爸妈都采样，爸爸9天，妈妈12天，总共多少")) == [(9, 1, "D"), (12, 1, "D")]


@pytest.mark.parametrize(
    ("known", "said", "meant"),
    [({"", "婆婆"}, "她", "婆婆"), ({"婆婆", "小叔"}, "她", "她"), ({"", "姑"}, "姑姑", "姑"), ({"", "婆婆"}, "小叔", "小叔")],
)
def test_a_lone_pronoun_is_the_one_other_person_known(known: set[str], said: str, meant: str) -> None:
    assert meant_by(known, said) == meant
