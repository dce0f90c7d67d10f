"""What a message is about that stands for itself: covered topics, something outside, or nothing that is understood."""

from __future__ import annotations

from bot.compiled.keys import Column, FactHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.asked_for_what import asks_for_all_on, asks_what_one_gets
from bot.language.assertions import explains, predicates, speaks_of_oneself, states
from bot.language.kinship import SELF
from bot.language.particles import bare
from bot.model.condition import fact_tests
from bot.model.session import Session
from bot.model.talk import Phrase
from bot.model.tally import Reason
from bot.understanding import naming
from bot.understanding.added import tells_more
from bot.understanding.cost_asked import of_an_unsure_cost, of_an_unwritten_cost
from bot.understanding.counting_tools import counting_tools
from bot.understanding.elliptical import names_hand
from bot.understanding.going_on import SHORT, adds, around_of, follow_up_of, still_on
from bot.understanding.intents import (
    Ask,
    Excluded,
    Intent,
    Introduced,
    Margin,
    Outside,
    Overview,
    SmallTalk,
    Told,
    Unclear,
)
from bot.understanding.margin import named_outright
from bot.understanding.parts_in_hand import asks_of_a_point
from bot.understanding.regional import has_something, in_region, measures_on
from bot.understanding.said import Act, Said
from bot.understanding.small_talk import likest_phrase, taken_up
from bot.understanding.standing import for_anyone, outside_by
from bot.understanding.telling import asks_nothing, is_light_talk, tells_of_nothing_covered, tells_who
from bot.understanding.two_questions import topics_asked

_CHOICES = 3
_TOGETHER = 2
_LIKELY = 4
"""Topics of a message among which those are that its asking sentences ask about."""


def _counted_for(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Ask | None:
    """What pays by the days, where a message only tells how many or of what work they were, and the other was told too."""
    if session.topics or said.supposes:
        return None
    deciding = counting_tools(snapshot).deciding
    total = said.counting.total and not said.counting.spells
    told = total or not deciding.isdisjoint(said.stated)
    known = told or any(item.fact in deciding for item in session.facts)
    counted = _counted(said) or [s.fact for s in session.tally.spells if told]
    if not (known and counted) or not (total or asks_nothing(said) or _asks_a_sum(said, margin, snapshot)):
        return None
    best = margin.covered[0].column.id if margin.covered else None
    paying = {topic for fact in counted for topic in snapshot.hints.get(FactHint(fact), ()) if has_something(said.region, topic, snapshot)}
    if not paying and told and said.counting.spells and _asks_a_sum(said, margin, snapshot):
        return Ask((best,)) if best is not None else None  # where nothing is paid by the day, the document says so itself
    other = best not in paying and margin.surely >= snapshot.weights.telling and not _asks_what_it_comes_to(said, snapshot)
    return Ask((paying.pop(),)) if len(paying) == 1 and not other else None


def _counted(said: Said) -> list[str]:
    """The number facts counted, be it by a date that the calendar does not have: 2月1号到30号采样，总数多少."""
    return [s.fact for s in said.counting.spells] or [d.fact for d in said.counting.doubts if d.reason is Reason.NO_SUCH_DAY]


def _sum_where_none_is_paid(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Ask | None:
    """What days are told and a sum is asked for, where nothing is paid by the day: the document says so itself."""
    counted = {spell.fact for spell in said.counting.spells} or {spell.fact for spell in session.tally.spells}
    asked = said.counting.total or snapshot.signal("sum").heard(said.text)
    if session.topics or not counted or not asked or any(snapshot.hints.get(FactHint(fact)) for fact in counted):
        return None
    best = margin.covered[0].column.id if margin.covered else OVERVIEW
    work = any(snapshot.definitions[fact].of_staff for fact in said.stated)
    nearer = said.counting.total or margin.lead > 0 or work
    return Ask((best,)) if nearer and best != OVERVIEW and not naming.outside_by_sign(said, snapshot) else None


def _asks_a_sum(said: Said, margin: Margin, snapshot: Snapshot) -> bool:
    """Whether a message that tells days asks for their sum, though its words are liker to what is outside: 护理患者9天，合计多少."""
    totals = snapshot.signal("sum").heard(said.text) or any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    outside = bool(margin.others) and margin.others[0].column.kind == "outside" and margin.lead < 0
    comes_to = _asks_what_it_comes_to(said, snapshot)
    return ((totals and outside) or comes_to) and bool(_counted(said)) and not naming.outside_by_sign(said, snapshot)


def _asks_what_it_comes_to(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message asks what days and work that it tells of its own come to in money: 采样17天，应发几何."""
    deciding = counting_tools(snapshot).deciding
    worked = any(spell.facts for spell in said.counting.spells) and not deciding.isdisjoint(said.stated)
    return worked and snapshot.signal("comes-to").closes(bare(said.text))


def about(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Intent:
    """What a message is about that stands for itself."""
    counted = _counted_for(said, margin, session, snapshot)
    counted = counted or _sum_where_none_is_paid(said, margin, session, snapshot)
    if counted is not None:
        return counted
    picked = _picked(said, margin, session, snapshot)
    if picked is not None:
        return Ask((picked,))
    if not session.topics and tells_who(said, margin, snapshot):
        return Introduced()
    if session.topics:
        more = adds(said, session, snapshot)
        if more is not None:
            return more
    if naming.says_nothing(said, snapshot):
        word = _word_asked_of(margin, session, snapshot) if Act.ASKS in said.acts else None
        likely = margin.margin >= snapshot.weights.sure and margin.lead > 0 and Act.ASKS in said.acts  # 给补吗
        near = tuple(scored.column.id for scored in margin.covered[:_CHOICES]) if likely else ()
        unclear = Unclear(near, near[0] if near else None)
        return still_on(session, snapshot) or (SmallTalk(word) if word is not None else unclear)
    if tells_of_nothing_covered(said, margin, session, snapshot):
        if margin.margin >= snapshot.weights.sure and names_hand(said, session, snapshot.weights.faintly, snapshot):
            return follow_up_of(said, session, snapshot)
        if session.topics and tells_more(said, session, snapshot):
            return follow_up_of(said, session, snapshot)
        word = likest_phrase(margin, snapshot)
        of_money = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
        told = (said.stated or said.counting.spans) and not _tells_of_another_trade(said, snapshot)
        asks_after = word is not None and word.about is not None and not (of_money or told)  # not 我闺女在一线
        if word is not None and asks_after and margin.others[0].total >= snapshot.weights.clear_total:
            return SmallTalk(word)  # 就近是几站地: a question, though no word in it asks
        return Introduced() if told else Told(told_of(margin, session, snapshot), is_light_talk(said, snapshot))
    unsure = margin.surely < snapshot.weights.sure
    only_a_side = naming.names_only_a_side if unsure else naming.only_asks
    if not session.topics and only_a_side(said, snapshot) and not (unsure and likest_phrase(margin, snapshot)):
        near = tuple(scored.column.id for scored in margin.covered[:_CHOICES])
        whom = all(snapshot.facet_by_id[facet].contacts for facet in said.facets)  # of every matter, so it leans to none
        return Unclear(near, near[0] if near and not whom else None)
    if unsure:
        if (said.counting.spells or said.counting.edge) and asks_nothing(said) and not naming.names_outside(said, snapshot):
            return Introduced()
        return _unsure(said, margin, session, snapshot)
    around = around_of(said, snapshot)
    if around is not None:
        return around
    return _of_topics(said, margin, session, snapshot)


def _word_asked_of(margin: Margin, session: Session, snapshot: Snapshot) -> Phrase | None:
    """The phrase on a word of the documents that a message without a word of any topic is plainly like: 点先叫一线."""
    phrase = likest_phrase(margin, snapshot)
    plain = phrase is not None and phrase.about is not None and margin.others[0].total >= snapshot.weights.clear_total
    return phrase if plain and not session.topics else None


def _tells_of_another_trade(said: Said, snapshot: Snapshot) -> bool:
    """Whether somebody of another trade is only spoken of, and the speaker of nothing: 快递员把箱子放门口了."""
    return outside_by(said.stated, snapshot) is not None and all(one.who != SELF for one in said.people.named)


def _of_topics(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Intent:
    """The topics that a message surely asks about; where it is one and another lies as near, which of them."""
    first = in_region(said, margin, snapshot)
    unwritten = of_an_unwritten_cost(said, first, margin, snapshot)
    if unwritten is not None:
        return unwritten
    if first != OVERVIEW and _wants_their_own(said, session, snapshot):
        return Overview()
    if first == OVERVIEW:
        words = naming.matters_named(said, snapshot.weights.typical, snapshot)
        outright = [t for t in named_outright(margin, snapshot) if has_something(said.region, t, snapshot)]
        known = [t for t in outright if Column("topic", t) in words or said.analysis.ids("name")]
        named = tuple(known[:_TOGETHER]) or _of_a_case(said, margin, snapshot)
        return Ask(named) if named else Overview()
    likely = [scored.column.id for scored in margin.covered[:_LIKELY]]
    besides = [scored.column.id for scored in margin.covered if scored.total >= snapshot.weights.besides]
    if asks_for_all_on(said.text):
        return Ask(_all_beside(said, first, margin, snapshot))
    asked = topics_asked(said, first, snapshot, likely, besides)
    doubtful = _doubtful(said, margin, session, snapshot) if len(asked) == 1 else ()
    return Unclear(doubtful, doubtful[0]) if doubtful else Ask(asked)


def _of_a_case(said: Said, margin: Margin, snapshot: Snapshot) -> tuple[str, ...]:
    """The topic that a fact points to of which it is asked what it gives, and nobody's own is told: 立了大功有什么用."""
    if said.people.named or said.counting or len(said.clauses) != 1:
        return ()
    facts = (FactHint(fact) for fact in said.stated if fact not in snapshot.introductory)
    pointed = {topic for hint in facts for topic in snapshot.hints.get(hint, ()) if has_something(said.region, topic, snapshot)}
    return next(((scored.column.id,) for scored in margin.covered if scored.column.id in pointed), ())


def _wants_their_own(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether all that is asked, behind clauses that tell of oneself, is what there is for oneself: …孩子上小学，我能得着啥."""
    asking = said.asking
    if session.topics or len(asking) != 1 or Act.TELLS not in said.acts:
        return False
    clause = said.text[slice(*asking[0])]
    if not (speaks_of_oneself(clause) and asks_what_one_gets(clause)):
        return False
    others = [(0, asking[0][0]), (asking[0][1], len(said.text))]
    return not naming.names_a_topic(said, snapshot, snapshot.weights.plainly, others)


def _all_beside(said: Said, first: str, margin: Margin, snapshot: Snapshot) -> tuple[str, ...]:
    """A topic with those that the message is like too, and that measures of its area answer: 跟心理有关的都说说."""
    by_id = snapshot.knowledge.measure_by_id
    areas = {by_id[name].area for name in measures_on(first, said.region, snapshot)}
    least = margin.covered[0].total * snapshot.weights.beside_the_best
    topics, told = [first], measures_on(first, said.region, snapshot)
    for scored in margin.covered:
        own = measures_on(scored.column.id, said.region, snapshot)
        near = scored.total >= least and any(by_id[name].area in areas for name in own)
        if near and own.isdisjoint(told) and len(topics) < _CHOICES:
            topics, told = [*topics, scored.column.id], told | own
    return tuple(topics)


def _picked(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> str | None:
    """What a fragment picks from all that was listed: 就是上班坐车的."""
    best = margin.covered[0].column.id if margin.covered else OVERVIEW
    if session.topics != (OVERVIEW,) or best == OVERVIEW or said.stated or said.counting or not asks_nothing(said):
        return None
    fragment = explains(said.text) or not (states(said.text) or predicates(said.text))
    return best if fragment and margin.lead > 0 and margin.margin >= snapshot.weights.sure else None


def _unsure(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Intent:
    """What becomes of a message that no covered topic is sure of."""
    stated = outside_by(said.stated, snapshot)
    excludes = stated is not None and not naming.outside_by_sign(said, snapshot)  # 房东要收房，押金退吗: the matter is the reason
    if margin.covered and excludes and not for_anyone(margin.covered[0].column.id, snapshot):
        return Excluded(margin.covered[0].column.id)
    if not session.topics and snapshot.signal("sets-aside").heard(said.text) and snapshot.signal("asks-besides").heard(said.text):
        return Overview()  # 除了这一样，还有别的吗
    left_open = _left_open(said, margin, snapshot)
    if left_open is not None:
        return Ask((left_open,))
    outside_named = naming.names_outside(said, snapshot) or naming.outside_by_sign(said, snapshot)
    outside_named = outside_named or margin.surely < -snapshot.weights.far_outside
    if session.measures and said.facets and len(said.text) <= SHORT and not outside_named:
        return follow_up_of(said, session, snapshot)
    asks_amount = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    if asks_amount and not session.topics:
        deciding = counting_tools(snapshot).deciding
        paying = {topic for item in session.facts if item.fact in deciding for topic in snapshot.hints.get(FactHint(item.fact), ())}
        best = margin.covered[0].column.id if margin.covered else OVERVIEW
        if best in paying:  # 隔离病房管病人 — 一共多少钱: whose work was told, of what is paid for it
            return Ask((best,))
    idle = not session.measures or (margin.margin < snapshot.weights.doubtful and len(said.text) > SHORT)
    phrase = likest_phrase(margin, snapshot)
    if phrase is not None and phrase.action is not None and idle and asks_of_a_point(said, session):
        return follow_up_of(said, session, snapshot)  # 全文里关于税的那句: of a part, and no command
    if phrase is not None and idle and (not asks_amount or phrase.about is not None):
        named = _named_beside(said, margin, snapshot)
        return taken_up(SmallTalk(phrase)) if named is None else Ask((named,))
    near = tuple(scored.column.id for scored in margin.covered[:_CHOICES])
    outside = next((scored.column for scored in margin.others if scored.column.kind == "outside"), None)
    speaks_for_covered = margin.margin if margin.lead > 0 else margin.surely
    if speaks_for_covered < snapshot.weights.doubtful and outside is not None:
        if snapshot.outside_by_id[outside.id].people and _says_to_be_staff(said, snapshot):
            return Unclear(near, near[0] if near else None)
        vague = len(said.text) <= SHORT and not outside_named
        return (still_on(session, snapshot) if vague else None) or Outside(outside.id, near)
    if near and not session.topics:
        cost = of_an_unwritten_cost(said, near[0], margin, snapshot) or of_an_unsure_cost(said, near[0], margin, snapshot)
        if cost is not None:
            return cost
    leaning = near[0] if near and speaks_for_covered >= snapshot.weights.doubtful else None
    return still_on(session, snapshot) or Unclear(near, leaning)


def _says_to_be_staff(said: Said, snapshot: Snapshot) -> bool:
    """Whether whoever is asked of is said to be whom the documents are for: then another trade is no reason to refuse them."""
    known = snapshot.definitions
    told = [known[fact] for fact, option in said.stated.items() if known[fact].presumed == option]
    apart = any(option.outside is not None for fact in told for option in fact.options)
    return apart and said.people.asked_for in (None, SELF)


def _named_beside(said: Said, margin: Margin, snapshot: Snapshot) -> str | None:
    """The covered topic that a word plainly names beside what could be said to the bot: 坐车收不收钱 asks nothing of the bot."""
    best = margin.covered[0] if margin.covered else None
    if best is None or best.total < snapshot.weights.clear_total or not has_something(said.region, best.column.id, snapshot):
        return None
    if snapshot.signal("to-the-bot").heard(said.text) or best.column.id == OVERVIEW:
        return None
    found = naming.naming(said, snapshot)
    return best.column.id if any(column == best.column and degree >= snapshot.weights.typical for column, degree in found) else None


def _left_open(said: Said, margin: Margin, snapshot: Snapshot) -> str | None:
    """The covered topic a message names for somebody whom its measure neither names nor leaves out: 文件没写 is the answer."""
    best = margin.covered[0].column if margin.covered else None
    if best is None or not said.stated or said.spoken.uncovered is not None:
        return None
    if margin.margin < snapshot.weights.left_open and not _likest_other_people(margin, snapshot):
        return None
    named = any(column == best and degree >= snapshot.weights.typical for column, degree in naming.naming(said, snapshot))
    regions = [said.region] if said.region is not None else [part.region.id for part in snapshot.knowledge.regions]
    measures = [m for region in regions for m in snapshot.answers.get((best.id, region), ())]
    tests = [test for m in measures for item in m.entitlements for silent in item.silent for test in fact_tests(silent.when)]
    tests = [test for test in tests if snapshot.definitions[test.fact].of_staff]
    open_for = any(said.stated.get(test.fact) in test.options for test in tests)
    return best.id if named and open_for and outside_by(said.stated, snapshot) is None else None


def _likest_other_people(margin: Margin, snapshot: Snapshot) -> bool:
    """Whether a message sounds outside only for the trade of whoever asks: whether that counts is what the document leaves open."""
    outside = next((scored.column for scored in margin.others if scored.column.kind == "outside"), None)
    return outside is not None and snapshot.outside_by_id[outside.id].people


def _doubtful(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The best topic and those that other measures answer and that lie so close, none of them plain, that only a question is
    honest; nothing where one is.
    """
    weights, (best, *others) = snapshot.weights, margin.covered
    if session.topics or best.total >= weights.plain_total:
        return ()
    close = [s.column.id for s in others if best.total - s.total < weights.doubtful_lead]
    near = [topic for topic in close if has_something(said.region, topic, snapshot)]
    ours = measures_on(best.column.id, said.region, snapshot)
    apart = [topic for topic in near if ours and ours.isdisjoint(measures_on(topic, said.region, snapshot))]
    return (best.column.id, *apart[: _CHOICES - 1]) if apart else ()


def told_of(margin: Margin | None, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The topic that a message is surely about, where no other is in hand and it is no mere 知道了."""
    if margin is None or session.topics or not margin.covered or margin.surely < snapshot.weights.alone:
        return ()
    if any(s.column.kind == "phrase" and s.total >= snapshot.weights.clear_total for s in margin.others[:1]):
        return ()
    best = margin.covered[0].column.id
    return () if best == OVERVIEW else (best,)
