"""Does every name lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.inspection import SHARED_LIST, Inspection, Path, measures, tests
from bot.dialogue.commands import BY_NAME, JUDGING, ON_THE_MATTER_IN_HAND
from bot.dialogue.replies.of_document import OF_DOCUMENT
from bot.language.patterns import parse_pattern
from bot.language.signals import one_word
from bot.model.condition import FactTest
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Measure
from bot.reading.explain import choices, nearest
from bot.reading.parse import Key

_ACTIONS = (*BY_NAME, *ON_THE_MATTER_IN_HAND, *JUDGING)
_OWN_PLACES = frozenset({"here", "elsewhere"})


def check_references(inspection: Inspection) -> None:
    """Names in measures, regions, topics, care, phrases, conditions and patterns."""
    for key, part, measure in measures(inspection):
        _measure(inspection, key, part, measure)
    _regions(inspection)
    check_wider(inspection)
    _talk(inspection)
    for key, path, fact_test in _fact_tests(inspection):
        _fact_test(inspection, key, path, fact_test)
    elsewhere = inspection.in_shared_lists
    for key, path, says in all_patterns(inspection):
        if key[0] == SHARED_LIST or says not in elsewhere:
            _pattern(inspection, key, path, says)
    _signals(inspection)


def _measure(inspection: Inspection, key: Key, part: RegionKnowledge, measure: Measure) -> None:
    scope = f"{part.region.id}/"
    areas = [area.id for area in part.region.areas]
    if measure.area not in areas:
        inspection.report(key, ("area",), f"本地区没有叫“{measure.area}”的分类", choices(measure.area, areas))
    for name in ("units", "channels"):
        for index, contact in enumerate(getattr(measure, name)):
            inspection.refer(key, (name, index), "contact", contact, scope=scope)
    for name in ("topics", "related"):
        for index, topic in enumerate(getattr(measure, name)):
            _covered_topic(inspection, key, (name, index), topic)
    both = [topic for topic in measure.related if topic in measure.topics]
    for topic in both:
        path = ("related", measure.related.index(topic))
        inspection.report(key, path, f"主题“{topic}”在 topics 里已经有了", "从 related 里删掉", warning=True)
    _parts_of_measure(inspection, key, measure)
    _examples(inspection, key, measure)


def _parts_of_measure(inspection: Inspection, key: Key, measure: Measure) -> None:
    own = _topics_meant(inspection, measure)
    for index, point in enumerate(measure.points):
        for place, facet in enumerate(point.facets):
            inspection.refer(key, ("points", index, "facets", place), "facet", facet)
        _narrowed(inspection, key, ("points", index, "topics"), point.topics, own)
    for index, item in enumerate(measure.entitlements):
        _narrowed(inspection, key, ("entitlements", index, "topics"), item.topics, own)
    for index, detail in enumerate(measure.unanswered):
        _narrowed(inspection, key, ("unanswered", index, "topics"), detail.topics, own)
    for index, amount in enumerate(measure.amounts):
        path = ("amounts", index, "counts")
        fact = inspection.knowledge.fact_by_id.get(amount.counts)
        if inspection.refer(key, path, "fact", amount.counts) and fact is not None and fact.kind != "number":
            numbers = [fact.id for fact in inspection.knowledge.facts if fact.kind == "number"]
            inspection.report(key, path, f"“{amount.counts}”不是数字类事实，不能拿来乘", choices(amount.counts, numbers))
        items = [item.id for item in measure.entitlements]
        if amount.entitlement is not None and amount.entitlement not in items:
            remedy = choices(amount.entitlement, items)
            inspection.report(key, ("amounts", index, "entitlement"), f"entitlements 里没有“{amount.entitlement}”", remedy)
    for name in ("points", "amounts", "entitlements"):
        _distinct(inspection, key, name, [part.id for part in getattr(measure, name)])


def _topics_meant(inspection: Inspection, measure: Measure) -> tuple[str, ...]:
    """The measure's topics; with a misspelt one, reported where it stands, also the topic it is nearest to, so that one
    slip is one message.
    """
    known = [topic.id for topic in inspection.knowledge.topics]
    own = (*measure.topics, *measure.related)
    near = (topic if topic in known else nearest(topic, known) for topic in own)
    return tuple(dict.fromkeys(meant for pair in zip(own, near, strict=True) for meant in pair if meant is not None))


def _narrowed(inspection: Inspection, key: Key, path: Path, topics: tuple[str, ...], own: tuple[str, ...]) -> None:
    """A part may narrow its measure's topics, not leave them: it would never be shown."""
    for index, topic in enumerate(topics):
        if _covered_topic(inspection, key, (*path, index), topic) and topic not in own:
            remedy = f"加进本措施的 topics 或 related；{choices(topic, own)}"
            inspection.report(key, (*path, index), f"本措施的 topics 里没有“{topic}”，这一条永远轮不到", remedy)


def _distinct(inspection: Inspection, key: Key, name: str, ids: list[str]) -> None:
    for index, own in enumerate(ids):
        if own in ids[:index]:
            inspection.report(key, (name, index, "id"), f"{name} 里有两个“{own}”", "换一个没用过的 id")


def _covered_topic(inspection: Inspection, key: Key, path: Path, topic: str) -> bool:
    outside = {other.id for other in inspection.knowledge.out_of_scope}
    if topic in outside:
        names = [known.id for known in inspection.knowledge.topics]
        inspection.report(key, path, f"“{topic}”是范围外的主题，不能由措施来答", choices(topic, names))
        return False
    return inspection.refer(key, path, "topic", topic)


def _examples(inspection: Inspection, key: Key, measure: Measure) -> None:
    for index, example in enumerate(measure.examples):
        if example.region is not None:
            inspection.refer(key, ("examples", index, "region"), "region", example.region)
        if example.measure is not None:
            inspection.refer(key, ("examples", index, "measure"), "measure", example.measure)
        for place, fact in enumerate(example.missing or ()):
            inspection.refer(key, ("examples", index, "missing", place), "fact", fact)


def _regions(inspection: Inspection) -> None:
    for part in inspection.knowledge.regions:
        region = part.region
        _distinct(inspection, ("region", region.id), "areas", [area.id for area in region.areas])
        for contact in part.contacts:
            if contact.public_line is not None:
                key = ("contact", f"{region.id}/{contact.id}")
                inspection.refer(key, ("public_line",), "publicline", contact.public_line)


def check_wider(inspection: Inspection) -> None:
    """Does every region lie in one that is there, and none, step by step, in itself?"""
    if inspection.alone is not None:
        return
    regions = {part.region.id: part.region for part in inspection.knowledge.regions}
    for region in regions.values():
        if region.within is None:
            continue
        key = ("region", region.id)
        if region.within not in regions:
            inspection.report(key, ("within",), f"没有地区“{region.within}”", choices(region.within, sorted(regions)))
            continue
        passed, at = {region.id}, region.within
        while at in regions and at not in passed:
            passed.add(at)
            at = regions[at].within or ""
        if at == min(passed):
            inspection.report(key, ("within",), f"“{region.id}”绕了一圈又属于自己", "within 只写更大的地区，最大的地区不写")


def _word_of_care(inspection: Inspection, key: Key, path: Path, name: str) -> None:
    """What a role or a kind of distress looks for has to be a word of care."""
    known = inspection.knowledge.care.words
    if name not in known:
        inspection.report(key, path, f"words 里没有“{name}”", choices(name, sorted(known)))


def _talk(inspection: Inspection) -> None:
    _notes(inspection)
    if inspection.alone is not None:
        return
    for topic in inspection.knowledge.topics:
        for index, alike in enumerate(topic.look_alikes):
            inspection.refer(("topic", topic.id), ("look_alikes", index, "topic"), "topic", alike.topic)
    for care in inspection.knowledge.care.kinds:
        for index, name in enumerate(care.help):
            _covered_topic(inspection, ("care_kind", care.id), ("help", index), name)
        for index, name in enumerate(care.alike):
            _covered_topic(inspection, ("care_kind", care.id), ("alike", index), name)
        if care.of_others is not None:
            inspection.refer(("care_kind", care.id), ("of_others",), "care_kind", care.of_others)
        for index, line in enumerate(care.lines):
            inspection.refer(("care_kind", care.id), ("lines", index), "publicline", line)
        for index, name in enumerate(care.unless):
            _word_of_care(inspection, ("care_kind", care.id), ("unless", index), name)
        for index, name in enumerate(care.not_with):
            _word_of_care(inspection, ("care_kind", care.id), ("not_with", index), name)
        for index, name in enumerate(care.only_with):
            _word_of_care(inspection, ("care_kind", care.id), ("only_with", index), name)
        for place, reply in enumerate(care.reply):
            for index, name in enumerate(reply.help):
                _covered_topic(inspection, ("care_kind", care.id), ("reply", place, "help", index), name)
            for index, name in enumerate(reply.heard):
                _word_of_care(inspection, ("care_kind", care.id), ("reply", place, "heard", index), name)
            for index, name in enumerate(reply.along_with):
                _word_of_care(inspection, ("care_kind", care.id), ("reply", place, "along_with", index), name)
    for role, names in inspection.knowledge.care.roles:
        for index, name in enumerate(names):
            _word_of_care(inspection, ("care_words", "words"), ("roles", role, index), name)
    for phrase in inspection.knowledge.phrases:
        if phrase.action is not None and phrase.action not in _ACTIONS:
            inspection.report(
                ("phrase", phrase.id), ("action",), f"没有叫“{phrase.action}”的命令", choices(phrase.action, _ACTIONS)
            )
        if (phrase.action is None) == (phrase.reply is None and phrase.about not in OF_DOCUMENT):
            inspection.report(("phrase", phrase.id), (), "reply 和 action 要写一个，也只能写一个", "删掉一个，或补上一个")


def _notes(inspection: Inspection) -> None:
    """A note that nobody can ask for would never be told."""
    asked = {phrase.about for phrase in inspection.knowledge.phrases if phrase.about is not None} - OF_DOCUMENT.keys()
    for part in inspection.knowledge.regions:
        for index, note in enumerate(part.region.document.notes):
            if note.about not in asked:
                path: Path = ("document", "notes", index, "about")
                message = f"没有哪条 phrases 的 about 是“{note.about}”，谁也问不到"
                inspection.report(("region", part.region.id), path, message, choices(note.about, sorted(asked)))


def _fact_tests(inspection: Inspection) -> Iterator[tuple[Key, Path, FactTest]]:
    for fact in inspection.facts:
        for path, condition in inspection.conditions(fact):
            yield from ((("fact", fact.id), at, test) for at, test in tests(condition, path))
    for key, _, measure in measures(inspection):
        for path, condition in inspection.conditions(measure):
            yield from ((key, at, test) for at, test in tests(condition, path))


def _fact_test(inspection: Inspection, key: Key, path: Path, test: FactTest) -> None:
    fact = inspection.knowledge.fact_by_id.get(test.fact)
    if not inspection.refer(key, (*path, "fact"), "fact", test.fact) or fact is None:
        return
    if fact.kind == "number":
        if test.options:
            remedy = "写 at_least（至少）、at_most（至多）"
            inspection.report(key, path, f"“{fact.id}”是数字类事实，不能用 is、in", remedy)
        return
    ids = [option.id for option in fact.options]
    if not test.options:
        inspection.report(key, path, f"“{fact.id}”是选择类事实，不能比大小", f"写 is 或 in；{choices('', ids)}")
    for index, option in enumerate(test.options):
        if option not in ids:
            where = (*path, "is") if test.is_ is not None else (*path, "in", index)
            inspection.report(key, where, f"事实“{fact.id}”没有选项“{option}”", choices(option, ids))


def all_patterns(inspection: Inspection) -> Iterator[tuple[Key, Path, str]]:
    """Every pattern an author wrote."""
    for cues in inspection.knowledge.shared_cues if inspection.alone is None else ():
        yield from (((SHARED_LIST, cues.id), ("says", index), says) for index, says in enumerate(cues.says))
    for fact in inspection.facts:
        for place, option in enumerate(fact.options):
            for index, says in enumerate(option.says):
                yield ("fact", fact.id), ("options", place, "says", index), says
        for name in ("introduces", "shown_by", "sought_by"):
            yield from ((("fact", fact.id), (name, index), says) for index, says in enumerate(getattr(fact, name)))
    for facet in inspection.knowledge.facets if inspection.alone is None else ():
        yield from ((("facet", facet.id), ("says", index), says) for index, says in enumerate(facet.says))
    for topic in inspection.knowledge.out_of_scope if inspection.alone is None else ():
        yield from ((("topic", topic.id), ("signs", index), sign) for index, sign in enumerate(topic.signs))
        for place, case in enumerate(topic.cases):
            yield from ((("topic", topic.id), ("cases", place, "says", index), says) for index, says in enumerate(case.says))
    for key, _, measure in measures(inspection):
        for name in ("points", "amounts", "entitlements", "unanswered"):
            for place, part in enumerate(getattr(measure, name)):
                yield from ((key, (name, place, "cues", index), cue) for index, cue in enumerate(part.cues))


def _signals(inspection: Inspection) -> None:
    for signal in inspection.knowledge.signals if inspection.alone is None else ():
        for index, entry in enumerate(signal.says):
            try:
                one_word(entry)
            except ValueError as error:
                remedy = "几个词各写一条；要“不得出现”的词，写成事实或话题的说法"
                inspection.report(("signal", signal.id), ("says", index), str(error), remedy)


def _pattern(inspection: Inspection, key: Key, path: Path, says: str) -> None:
    try:
        pattern = parse_pattern(says)
    except ValueError as error:
        inspection.report(key, path, str(error), "至少写一个要出现的词")
        return
    for kind, word in (*pattern.parts, *pattern.without, *pattern.nowhere):
        if kind == "concept":
            inspection.refer(key, (*path, f"<{word}>"), "concept", word)
        elif kind == "place" and word not in _OWN_PLACES:
            inspection.report(key, (*path, f"<{word}>"), f"没有叫“<{word}>”的地方", choices(word, _OWN_PLACES))
        elif "<" in word or ">" in word:
            inspection.report(key, (*path, word), f"尖括号不成对：“{word}”", "概念写成 <概念>，两边用空格隔开")
