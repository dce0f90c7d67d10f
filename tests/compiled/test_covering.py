"""How much a text sounds like a question that documents cover."""

from __future__ import annotations

from bot.compiled.care import idle_talk
from bot.compiled.covering import covering_features, fit_covering
from bot.compiled.index import Labelled
from bot.compiled.keys import Column
from bot.model.talk import CareContent, CareLookAlikes

COVERED = Column("topic", "school")
OTHER = Column("outside", "weather")
PHRASINGS = [
    Labelled(COVERED, "孩子上学", ("wchild", "wschool", "cchild", "cschool")),
    Labelled(COVERED, "上学优先", ("wschool", "wfirst", "cschool")),
    Labelled(OTHER, "下雨吗", ("wrain", "wchild", "cchild")),
    Labelled(OTHER, "刮风吗", ("wwind",)),
]


def test_what_is_asked_of_other_matters_sounds_uncovered() -> None:
    leaning = fit_covering(PHRASINGS, [])
    assert leaning.score(["wschool"]) > 0 > leaning.score(["wrain"])


def test_idle_talk_counts_against_the_words_it_is_made_of() -> None:
    without, told = (fit_covering(PHRASINGS, idle) for idle in ([], [("wfirst", "wtooth"), ("wtooth",)]))
    assert told.score(["wfirst"]) < without.score(["wfirst"])


def test_concepts_named_together_are_a_feature_whatever_their_order() -> None:
    assert covering_features(["cschool", "wa", "cchild"]) == ["cschool", "wa", "cchild", "ochild>school"]
    assert covering_features(["wa"]) == ["wa"]


def test_only_look_alikes_that_ask_nothing_are_idle() -> None:
    remark = CareLookAlikes(id="remarks", phrasings={"plain": ("今天下雨了",)}, asks_nothing=True)
    question = CareLookAlikes(id="questions", phrasings={"plain": ("丧假有几天",)})
    assert list(idle_talk(CareContent(look_alikes=(remark, question)))) == ["今天下雨了"]
