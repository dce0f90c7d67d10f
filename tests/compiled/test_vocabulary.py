"""Every known word besides the concepts'."""

from __future__ import annotations

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.compiled.vocabulary import cue_patterns, places_of_regions, words_of, words_of_region


def test_places_offices_officers_and_literals_are_known(small: Snapshot) -> None:
    own = {word for part in small.knowledge.regions for word in words_of_region(part)}
    words = {*words_of(small.knowledge), *places_of_regions(small.knowledge.regions), *own}
    assert {
        ("甲县", ("place", "jia")),
        ("丙城", ("place", "uncovered")),
        ("丁山", ("place", "destination")),
        ("外地", ("place", "elsewhere")),
        ("卫健局", ("contact", "jia/health")),
        ("赵甲乙", ("officer", "jia/赵甲乙")),
        ("找谁", ("literal", "找谁")),
    } <= words


def test_messages_are_read_with_the_literals_of_the_cues_of_the_regions_looked_at(small: Snapshot) -> None:
    read = {region: {m.label for m in small.seen_from((region,)).language.analyse("到账").mentions} for region in ("jia", "yi")}
    assert ("literal", "到账") in read["jia"]
    assert ("literal", "到账") not in read["yi"]


def test_concepts_of_patterns_are_no_literals(small: Snapshot) -> None:
    assert not [word for word, (kind, _) in words_of(small.knowledge) if kind == "literal" and word.startswith("<")]


def test_each_part_that_has_cues_has_its_key(small: Snapshot) -> None:
    assert {key for key, _ in cue_patterns(small.knowledge.measure_by_id.values())} == {
        PartKey("ja-01", "point", "paid"),
        PartKey("ja-01", "unanswered", "0"),
    }


def test_who_does_something_is_known_with_the_light_verb_people_put_behind(small: Snapshot) -> None:
    measure = small.knowledge.measure_by_id["ja-01"]
    cued = measure.model_copy(update={"points": (measure.points[0].model_copy(update={"cues": ("谁审",)}),), "unanswered": ()})
    said = {pattern.parts[0][1] for _, pattern in cue_patterns([cued])}
    assert {"谁审", "谁来审"} <= said
