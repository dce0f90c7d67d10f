"""Knowledge made ready to answer from."""

from __future__ import annotations

from bot.compiled.keys import Column
from bot.compiled.snapshot import Snapshot, build_snapshot, contents_of, language_key
from bot.model.talk import CareContent
from bot.understanding.topics import rank


def test_a_topic_is_answered_by_the_measure_that_names_it_first(snapshot: Snapshot) -> None:
    assert snapshot.answers["daily-subsidy", "hongqiao"][0].id == "hq-09"
    assert snapshot.answers["psych-hotline", "guangdong"][0].id == "gd-06"
    assert ("daily-subsidy", "nowhere") not in snapshot.answers


def test_regions_for_a_topic(snapshot: Snapshot) -> None:
    assert [part.region.id for part in snapshot.regions_for("martyr")] == ["hongqiao"]
    assert {part.region.id for part in snapshot.regions_for("psych-hotline")} == {"guangdong", "hongqiao"}


def test_what_gives_the_family_something_has_a_card(snapshot: Snapshot) -> None:
    assert "hq-17" in snapshot.carded
    assert "hq-09" not in snapshot.carded, "paid to staff, not written for the family"


def test_the_version_tells_knowledge_apart(snapshot: Snapshot) -> None:
    few = snapshot.knowledge.model_copy(
        update={"topics": snapshot.knowledge.topics[:2], "out_of_scope": (), "phrases": (), "regions": (), "care": CareContent()}
    )
    fewer = few.model_copy(update={"public_lines": ()})
    versions = [
        build_snapshot(knowledge, language=snapshot.language).version for knowledge in (few, few.model_copy(), fewer)
    ]
    assert versions[0] == versions[1] != versions[2]


def test_a_language_is_shared_only_by_the_same_words(snapshot: Snapshot) -> None:
    knowledge = snapshot.knowledge
    fewer = knowledge.model_copy(update={"regions": knowledge.regions[:1]})
    same, other_lines, few = (
        language_key(known, contents_of(known))
        for known in (knowledge.model_copy(), knowledge.model_copy(update={"public_lines": ()}), fewer)
    )
    assert language_key(knowledge, contents_of(knowledge)) == same == other_lines != few


def test_every_covered_topic_can_be_ranked(snapshot: Snapshot) -> None:
    columns = set(snapshot.index.topics)
    assert {Column("topic", topic) for topic in snapshot.topic_by_id} <= columns
    assert {Column("outside", topic) for topic in snapshot.outside_by_id} <= columns
    assert rank(["w补助"], "补助", snapshot.index).scored
