"""What a read message wants: the first of these that fits, from danger to not understood."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.keys import Column, FactHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.counting.tree import Relation
from bot.language.kinship import SELF
from bot.language.questions import (
    asks_for_all_on,
    asks_only_if,
    asks_what_one_gets,
    asks_whether_written,
    asks_yes_or_no,
    ends_seeking_assent,
    explains,
    predicates,
    refers_back,
    speaks_of_oneself,
    states,
    turns_aside,
)
from bot.model.condition import fact_tests
from bot.model.session import Session
from bot.model.talk import Facet, Phrase
from bot.understanding import naming
from bot.understanding.added import adds_to_hand, is_of_another, only_says, points_to_another
from bot.understanding.choice import chosen
from bot.understanding.counting_tools import counting_tools
from bot.understanding.distress import Distress
from bot.understanding.distress_beside import distress_of, without_the_sigh
from bot.understanding.follow_up import (
    asks_for_a_phone,
    asks_of_a_point,
    in_hand,
    names_a_point,
    names_hand,
    only_adds,
    only_explains,
    returned_to,
    says_something,
    stays,
    tells_more,
    topic_counted_for,
)
from bot.understanding.gentle import explains_away, gentle_line, while_gentle
from bot.understanding.hear import Heard
from bot.understanding.intents import (
    AfterDistress,
    Answer,
    Around,
    Ask,
    Command,
    Danger,
    Excluded,
    ExplainedAway,
    FollowUp,
    Intent,
    Interpretation,
    Introduced,
    Listened,
    Margin,
    MoveTo,
    Outside,
    Overview,
    Perhaps,
    SmallTalk,
    StillOn,
    Told,
    TooLong,
    Unclear,
    Uncovered,
    Unreadable,
)
from bot.understanding.items import beyond_items, in_full_if_asked, items_asked
from bot.understanding.judged import disappointed, judged
from bot.understanding.margin import margin_of, named_outright
from bot.understanding.offices import office_asked
from bot.understanding.people import asks_of_them
from bot.understanding.places import names_only
from bot.understanding.said import CLOSING, Act, Said
from bot.understanding.small_talk import closing_of
from bot.understanding.standing import for_anyone, outside_by
from bot.understanding.telling import asks_nothing, leaves_off, only_tells, tells_of_nothing_covered, tells_who
from bot.understanding.two_questions import topics_asked

_CHOICES = 3
_TOGETHER = 2
_LIKELY = 4
"""Topics of a message among which those are that its asking sentences ask about."""

_SHORT = 12
"""Characters up to which a message that is not surely about anything may still go on with the last answer."""


_TO_ANOTHER_REGION = "another-region"
"""The phrase by which somebody wants another region's document and says which."""

_LITTLE_TOLD = 20
"""Characters of a message that only tells up to which it may belong to a question that was refused."""

_NOTHING_ELSE = (Told, Introduced, Unclear, Outside, StillOn, SmallTalk)
"""What a message is found to want that asks for nothing the documents give."""


def interpret(heard: Heard, said: Said, session: Session, snapshot: Snapshot) -> Interpretation:
    """Decide what one typed message wants. ``session`` is as it was before the message."""
    if not heard.readable:
        return Interpretation(Unreadable())
    return while_gentle(_interpreted(heard, said, session, snapshot), said, session, snapshot)


def _interpreted(heard: Heard, said: Said, session: Session, snapshot: Snapshot) -> Interpretation:
    """What a readable message wants: after a mark of the answer in hand (没用), distress is met before anything else."""
    judgment = judged(said, session, snapshot)
    if judgment is not None:
        return Interpretation(judgment)
    distress = distress_of(said, session, snapshot)
    gentle = session.gentle
    if gentle is not None and explains_away(said, gentle, distress, snapshot) and not _asks_what_is_covered(said, session, snapshot):
        return Interpretation(ExplainedAway())
    again = gentle is not None and not naming.names_a_topic(said, snapshot, snapshot.weights.typical)  # 也不知道能跟谁说
    if distress is None or (distress.practical and not again):
        return _undistressed(heard, said, session, snapshot, distress)
    kind = snapshot.care.kinds[distress.kind]
    if distress.plain(snapshot.care_weights) or not kind.unsure or (session.gentle is not None and kind.grave):
        return Interpretation(Danger(distress, _come_of(distress, said, session, snapshot)))
    if session.gentle is not None and not said.asks and not _tells_facts(said, session, snapshot):
        return Interpretation(Listened())
    meant = _undistressed(heard, said, session, snapshot, None)
    counted = said.counting.spells and isinstance(meant.intent, Ask | FollowUp | Introduced)
    if distress.unspoken and not kind.grave and (counted or _tells_a_need(meant, said, snapshot)):
        return meant  # 约莫三十来天: days counted for a sum, and no word of how it was
    if not _wants_nothing_else(meant, said, snapshot):
        return meant
    return replace(meant, intent=Perhaps(distress, _told_of(meant.margin, session, snapshot)))


def of_another_after_all(meant: Interpretation, said: Said, session: Session, snapshot: Snapshot) -> Interpretation | None:
    """What a message asks or tells by itself, where it was taken for more on the matter in hand and that would only be said again."""
    again = snapshot.signal("doubts-it").heard(said.text) or said.corrects or _adds_up(said, session, snapshot)
    if again or asks_only_if(said.text) or refers_back(said.text):
        return None
    alone = _alone(said, session, snapshot)
    asks = Act.ASKS in said.acts or not snapshot.introductory.issuperset(said.stated)
    least = snapshot.weights.sure if asks else snapshot.weights.telling
    if alone.margin < least or not alone.covered or naming.only_introduces(said, snapshot):
        return None
    topic = _in_region(said, alone, snapshot)
    if topic == OVERVIEW or topic in session.topics or not _has(said.region, topic, snapshot):
        return None
    facts = set(said.stated) - snapshot.introductory
    named = Column("topic", topic) in naming.matters_named(said, snapshot.weights.typical, snapshot)
    return replace(meant, intent=Ask((topic,)), margin=alone) if named or facts else None


def _asks_what_is_covered(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message puts a question, and surely one of what the documents give."""
    return said.asks and margin_of(said, session, snapshot).surely >= snapshot.weights.sure


def _come_of(distress: Distress, said: Said, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The covered matter that somebody's distress plainly came of, where no life is in danger: 病人家属又骂我，还动手."""
    kind = snapshot.care.kinds[distress.kind]
    if kind.grave or kind.danger or session.topics:
        return ()
    margin = margin_of(said, session, snapshot)
    about = _told_of(margin, session, snapshot)
    plain = bool(about) and margin.covered[0].total >= snapshot.weights.surely_alone
    return about if plain and about[0] not in kind.help else ()


def _told_of(margin: Margin | None, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The topic that a message is surely about, where no other is in hand and it is no mere 知道了."""
    if margin is None or session.topics or not margin.covered or margin.surely < snapshot.weights.alone:
        return ()
    if any(s.column.kind == "phrase" and s.total >= snapshot.weights.clear_total for s in margin.others[:1]):
        return ()
    best = margin.covered[0].column.id
    return () if best == OVERVIEW else (best,)


def _tells_facts(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether somebody who was in no danger tells what a sum or a verdict rests on: that is no more of their distress."""
    grave = session.gentle is not None and snapshot.care.kinds[session.gentle.kind].grave
    lasting = any(not snapshot.definitions[fact].passing for fact in said.stated)
    return not grave and (lasting or bool(said.counting.spells))


def _tells_a_need(meant: Interpretation, said: Said, snapshot: Snapshot) -> bool:
    """Whether a hardship is told of that is surely a covered matter: 我妈跟前离不了人，我明天进病房."""
    surely = meant.margin is not None and meant.margin.surely >= snapshot.weights.surely_alone
    return surely and isinstance(meant.intent, Ask) and snapshot.signal("hardship").heard(said.text)


def _wants_nothing_else(meant: Interpretation, said: Said, snapshot: Snapshot) -> bool:
    """Whether distress that was not said plainly is all there is to a message."""
    if isinstance(meant.intent, Ask) and meant.margin is not None:
        return Act.ASKS not in said.acts or meant.margin.surely < snapshot.care_weights.surely
    return isinstance(meant.intent, _NOTHING_ELSE)


def _undistressed(
    heard: Heard, said: Said, session: Session, snapshot: Snapshot, sigh: Distress | None
) -> Interpretation:
    """What a message wants besides distress, or behind a sigh."""
    line = gentle_line(session.gentle, said.analysis, snapshot.care) if session.gentle is not None else None
    if line is not None:
        return Interpretation(AfterDistress(line))
    if session.gentle is not None and disappointed(said, snapshot):
        return Interpretation(Listened())
    if heard.too_long:
        return Interpretation(TooLong())
    intent = _chosen_or_small_talk(said, session, snapshot) or _about_a_place(said, session, snapshot)
    if intent is None and not _asks_whether_an_office(said, session):
        intent = office_asked(said, snapshot) or in_full_if_asked(items_asked(said, snapshot), said, snapshot)
        intent = intent or beyond_items(said, snapshot)
    intent = intent or _of_the_document(said, session, snapshot) or _said_to_the_bot(said, snapshot)
    if intent is not None:
        return Interpretation(intent, sigh=sigh)
    intent = _still_outside(said, session, snapshot) or _goes_on(said, session, snapshot)
    if intent is not None:
        listens = session.gentle is not None and isinstance(intent, Told)
        return Interpretation(Listened() if listens else intent, sigh=sigh)
    if not session.topics and _asks_of_all(said, snapshot):
        return Interpretation(Overview(), sigh=sigh)
    margin = margin_of(said, session, snapshot)
    idle = margin.margin < snapshot.weights.sure and not said.facets
    idle = idle or (only_tells(said) and margin.surely < snapshot.weights.telling)
    if session.gentle is not None and idle and not _tells_facts(said, session, snapshot):
        return Interpretation(Listened(), margin)
    intent = _about(said, margin, session, snapshot)
    return Interpretation(without_the_sigh(intent, sigh, margin, snapshot), margin, sigh)


def _still_outside(said: Said, session: Session, snapshot: Snapshot) -> Outside | None:
    """The matter outside the documents that was asked of right before, where more on it names no other: 一线的先打么."""
    if session.refused is None or session.refused not in snapshot.outside_by_id:
        return None
    short = len(said.text) <= (_SHORT if said.asks else _LITTLE_TOLD)
    goes_on = short and (said.asks or (only_tells(said) and not naming.only_introduces(said, snapshot)))
    if not goes_on or said.replies or not CLOSING.isdisjoint(said.acts):
        return None
    sides = [facet for facet in said.facets if not snapshot.facet_by_id[facet].verdict]
    something = bool(sides or said.counting or said.spoken.region or said.analysis.ids("name"))
    words = naming.naming(said, snapshot)
    something = something or any(c.kind == "topic" and degree >= snapshot.weights.typical for c, degree in words)
    return None if something else Outside(session.refused, ())


def _asks_whether_an_office(said: Said, session: Session) -> bool:
    """Whether an office is only named to ask whether the matter in hand is its business: 归民政吧."""
    named = bool(said.analysis.ids("contact")) and not said.facets
    return named and bool(session.measures) and (ends_seeking_assent(said.text) or asks_yes_or_no(said.text))


def _chosen_or_small_talk(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    choice = chosen(said, session, snapshot)
    if choice is not None:
        return choice
    if said.phrase is None or said.replies_in_words:
        return None
    return _talk_of(said.phrase, said)


def _talk_of(phrase: Phrase, said: Said) -> Command | SmallTalk | MoveTo:
    """What a phrase wants; the region itself where another is wanted and named: 我不是红桥的，我是深圳的."""
    if phrase.id == _TO_ANOTHER_REGION and said.spoken.region is not None:
        return MoveTo(said.spoken.region)
    return taken_up(SmallTalk(phrase))


def taken_up(talk: SmallTalk) -> Command | SmallTalk:
    """What a phrase of small talk wants: what it commands done, or just its reply."""
    return Command(talk.phrase.action) if talk.phrase.action is not None else talk


def _of_the_document(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """A question about the document itself, whatever is in hand: 这份文件谁发的."""
    if not snapshot.signal("this-document").heard(said.text):
        return None
    alone = _alone(said, session, snapshot)
    phrase = _likest_phrase(alone, snapshot)
    return SmallTalk(phrase) if phrase is not None and phrase.about is not None and alone.lead < 0 else None


def _said_to_the_bot(said: Said, snapshot: Snapshot) -> Intent | None:
    """What one clause asks of the bot, or of a word of the document, beside clauses that only tell: 说短点，我老花眼.

    A word of the document may be asked of with how one stands oneself: 啥叫一线，我坐门诊的算不算.
    """
    to_bot = [c for c in said.clauses if c.phrase is not None and c.act is Act.SMALL_TALK]
    others = [c for c in said.clauses if c.phrase is None]
    if len(to_bot) != 1 or not others or said.counting.spans or said.analysis.ids("name") or said.replies:
        return None
    clause, phrase = to_bot[0], to_bot[0].phrase
    beside = [key for key, here in said.sides.items() if not clause.start <= here.start < clause.end]
    stands = bool(phrase and phrase.about and phrase.declines)
    if any(not (stands and snapshot.facet_by_id[key.facet].verdict) for key in beside):
        return None
    if not stands and any(c.act is Act.ASKS for c in others):
        return None
    named = naming.naming(said, snapshot, [(clause.start, clause.end)])
    least = snapshot.weights.plainly if stands else snapshot.weights.typical
    names = any(column.kind == "topic" and degree >= least for column, degree in named)
    return None if names or phrase is None else _talk_of(phrase, said)


def _likest_phrase(margin: Margin, snapshot: Snapshot) -> Phrase | None:
    """The small talk that a message is more like than any topic outside the documents."""
    top = margin.others[0].column if margin.others else None
    return next((phrase for phrase in snapshot.knowledge.phrases if top == Column("phrase", phrase.id)), None)


def _about_a_place(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """A place nobody covers, or nothing but the name of a covered one."""
    spoken = said.spoken
    if spoken.around is not None and session.region is None and not session.topics and names_only(said.analysis):
        return Around(spoken.around)
    if spoken.uncovered is not None and naming.outside_by_sign(said, snapshot):
        return None  # 去香港的签证: what is asked is of no region
    if spoken.uncovered is not None and not (session.topics and _tells_where_held(said, snapshot)):
        return Uncovered(spoken.uncovered, _told_of(margin_of(said, session, snapshot), session, snapshot))
    if len(spoken.regions) > 1:
        return None
    if spoken.region is not None:
        if session.topics and (spoken.region == session.region or (session.region is not None and said.only_asks_where)):
            return None
        moves = said.corrects or (spoken.own and session.region not in (None, spoken.region) and not session.topics)
        moved = moves and snapshot.signal("place-moved").heard(said.text) and only_tells(said) and not (said.facets or said.counting.spans)
        if moves and (moved or _says_only_where(said, snapshot)):
            return MoveTo(spoken.region)
        if _asks_if_covered(said, snapshot):
            return MoveTo(spoken.region, spoken.named)
        asks = said.facets or said.stated or said.counting.spans or naming.outside_by_sign(said, snapshot)
        asks = asks or naming.names_a_topic(said, snapshot, snapshot.weights.typical)
        return MoveTo(spoken.region) if not asks and names_only(said.analysis) else None
    if session.there is not None and _asks_of_there(said):
        return Uncovered(session.there)
    return Uncovered(session.elsewhere) if session.elsewhere is not None else None


def _asks_of_there(said: Said) -> bool:
    """Whether a question is of somebody, or of a place, spoken of before, and not of the speaker: 他们那边一天多少."""
    return Act.ASKS in said.acts and not said.phrase and asks_of_them(said.text, said.people)


def _tells_where_held(said: Said, snapshot: Snapshot) -> bool:
    """Whether a place is only named as where somebody's registration is: 弄错了，我爸的在南开."""
    return said.corrects and any(snapshot.definitions[fact].held is not None for fact in said.stated)


def _says_only_where(said: Said, snapshot: Snapshot) -> bool:
    """Whether a correction sets right where the person is, and neither asks nor states anything besides."""
    apart = said.facets or said.counting.spans or said.analysis.ids("name") or Act.ASKS in said.acts
    return not apart and not naming.names_a_topic(said, snapshot, snapshot.weights.plainly)


def _asks_if_covered(said: Said, snapshot: Snapshot) -> bool:
    """Whether nothing but whether a place is one of those covered is asked: 佛山算不算."""
    verdicts = bool(said.facets) and all(snapshot.facet_by_id[facet].verdict for facet in said.facets)
    apart = said.stated or said.counting.spans or said.analysis.ids("name")
    return verdicts and not apart and snapshot.signal("asks-if-here").heard(said.text) and names_only(said.analysis)


def _goes_on(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """The reply to the question that waits, or more on the matter in hand."""
    if said.replies and session.pending is not None and not naming.outside_by_sign(said, snapshot):
        return Answer()
    earlier = _returned_to(said, session, snapshot)
    if earlier is not None and not leaves_off(said, snapshot):
        return Ask((earlier,))
    closing = closing_of(said, snapshot)
    if closing is not None and session.pending is None:
        return SmallTalk(closing)
    if leaves_off(said, snapshot):
        return Told()
    counted = topic_counted_for(said, session, snapshot)
    if counted is not None:
        return Ask((counted,))
    if said.corrects and said.spoken.region is not None and _only_says_where(said, session):
        return MoveTo(said.spoken.region)
    if _adds_up(said, session, snapshot):
        return _follow_up(said, session, snapshot)
    leant = _only_leant(said, session, snapshot)
    if (_stays(said, session, snapshot) and not leant) or _only_says_where(said, session):
        return _around(said, snapshot) or _follow_up(said, session, snapshot)
    if naming.only_introduces(said, snapshot):
        return _follow_up(said, session, snapshot) if session.topics and not leant else Introduced()
    return None


def _only_leant(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the message before was not understood, and one that only tells who somebody is decides nothing of what it leant to."""
    if not (session.misses and session.offered) or not asks_nothing(said):
        return False
    weighs = {*said.stated, *said.counting.counted} - (snapshot.introductory - counting_tools(snapshot).deciding)
    return in_hand(session, snapshot).isdisjoint(map(FactHint, weighs))


def _returned_to(said: Said, session: Session, snapshot: Snapshot) -> str | None:
    """The earlier topic that a message comes back to."""
    alone = _alone(said, session, snapshot) if session.earlier and turns_aside(said.text) else Margin()
    sure = alone.margin >= snapshot.weights.sure and bool(alone.covered)
    return returned_to(said, session, alone.covered[0].column.id if sure else None, snapshot)


_ONLY_ADDS = 14
"""Characters of a message that only asks for what was told to be added up."""


def _adds_up(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the message only wants what was counted added up: 两段加一起呢."""
    counting = said.counting
    only = counting.everything and not counting.spans and len(said.text) <= _ONLY_ADDS
    only = only or (counting.relation is Relation.ADDS and counting.total and len(said.text) <= _ONLY_ADDS)
    only = only or snapshot.signal("total-alone").is_all_of(said.text)
    return only and bool(session.tally.spells and session.measures)


def _stays(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the message says more on the matter in hand."""
    if not (session.topics or session.measures) or not says_something(said, session, snapshot):
        return False
    return stays(said, session, _alone(said, session, snapshot), snapshot)


def _follow_up(said: Said, session: Session, snapshot: Snapshot) -> FollowUp:
    """The side now asked for, or the one the last question asked for."""
    facets = said.facets
    if asks_for_a_phone(said, session, snapshot) or _asks_whether_an_office(said, session):
        facets = tuple(facet.id for facet in snapshot.knowledge.facets if facet.contacts and not facet.officer)
    if not facets and (asks_whether_written(said.text) or not asks_of_a_point(said, session)):
        known, left = snapshot.facet_by_id, inherited(session, snapshot)
        part = names_a_point(said, session)
        return FollowUp(tuple(facet for facet in left if not (part and _of_the_whole(known[facet]))))
    return FollowUp(facets, brief=bool(facets))


def _of_the_whole(facet: Facet) -> bool:
    """Whether a side is one of the measure, not of a part: whom to ask, how somebody stands."""
    return facet.contacts or facet.verdict


def inherited(session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The side the last question asked about; who is in charge is named only to who asks it in this message."""
    known = snapshot.facet_by_id
    return tuple(facet for facet in session.facets if facet in known and not known[facet].officer)


def _only_says_where(said: Said, session: Session) -> bool:
    """Whether the message sets the region right, with nothing asked anew."""
    own = said.spoken.own or session.region is None or (said.corrects and said.acts <= {Act.CORRECTS, Act.TELLS})
    moved = own and said.spoken.region is not None and said.spoken.region != session.region
    return moved and bool(session.topics) and not said.facets and Act.ASKS not in said.acts


def _around(said: Said, snapshot: Snapshot) -> Around | None:
    """A wider place is named that the person's region is no part of."""
    around = said.spoken.around
    part = snapshot.places.get(said.region or "")
    return Around(around) if around is not None and (part is None or around not in part.region.around) else None


def _counted_for(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Ask | None:
    """What pays by the days, where a message only tells how many or of what work they were, and the other was told too."""
    if session.topics or said.supposes:
        return None
    deciding = counting_tools(snapshot).deciding
    total = said.counting.total and not said.counting.spells
    told = total or not deciding.isdisjoint(said.stated)
    known = told or any(item.fact in deciding for item in session.facts)
    counted = [s.fact for s in said.counting.spells] or [s.fact for s in session.tally.spells if told]
    if not (known and counted) or not (total or asks_nothing(said) or _asks_a_sum(said, margin, snapshot)):
        return None
    best = margin.covered[0].column.id if margin.covered else None
    paying = {topic for fact in counted for topic in snapshot.hints.get(FactHint(fact), ()) if _has(said.region, topic, snapshot)}
    if not paying and told and said.counting.spells and _asks_a_sum(said, margin, snapshot):
        return Ask((best,)) if best is not None else None  # where nothing is paid by the day, the document says so itself
    other = best not in paying and margin.surely >= snapshot.weights.telling
    return Ask((paying.pop(),)) if len(paying) == 1 and not other else None


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
    return totals and outside and bool(said.counting.spells) and not naming.outside_by_sign(said, snapshot)


def _about(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Intent:
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
        more = _adds(said, session, snapshot)
        if more is not None:
            return more
    if naming.says_nothing(said, snapshot):
        word = _word_asked_of(margin, session, snapshot) if Act.ASKS in said.acts else None
        likely = margin.margin >= snapshot.weights.sure and margin.lead > 0 and Act.ASKS in said.acts  # 给补吗
        near = tuple(scored.column.id for scored in margin.covered[:_CHOICES]) if likely else ()
        unclear = Unclear(near, near[0] if near else None)
        return _still_on(session, snapshot) or (SmallTalk(word) if word is not None else unclear)
    if tells_of_nothing_covered(said, margin, session, snapshot):
        if margin.margin >= snapshot.weights.sure and names_hand(said, session, snapshot.weights.faintly, snapshot):
            return _follow_up(said, session, snapshot)
        if session.topics and tells_more(said, session, snapshot):
            return _follow_up(said, session, snapshot)
        word = _likest_phrase(margin, snapshot)
        of_money = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
        if word is not None and word.about is not None and not of_money and margin.others[0].total >= snapshot.weights.clear_total:
            return SmallTalk(word)  # 就近是几站地: a question, though no word in it asks
        told = (said.stated or said.counting.spans) and not _tells_of_another_trade(said, snapshot)
        return Introduced() if told else Told(_told_of(margin, session, snapshot))
    if margin.surely < snapshot.weights.sure:
        if (said.counting.spells or said.counting.edge) and asks_nothing(said) and not naming.names_outside(said, snapshot):
            return Introduced()
        return _unsure(said, margin, session, snapshot)
    around = _around(said, snapshot)
    if around is not None:
        return around
    if naming.only_asks(said, snapshot) and not session.topics:
        near = tuple(scored.column.id for scored in margin.covered[:_CHOICES])
        return Unclear(near, near[0])
    return _of_topics(said, margin, session, snapshot)


def _word_asked_of(margin: Margin, session: Session, snapshot: Snapshot) -> Phrase | None:
    """The phrase on a word of the documents that a message without a word of any topic is plainly like: 点先叫一线."""
    phrase = _likest_phrase(margin, snapshot)
    plain = phrase is not None and phrase.about is not None and margin.others[0].total >= snapshot.weights.clear_total
    return phrase if plain and not session.topics else None


def _tells_of_another_trade(said: Said, snapshot: Snapshot) -> bool:
    """Whether somebody of another trade is only spoken of, and the speaker of nothing: 快递员把箱子放门口了."""
    return outside_by(said.stated, snapshot) is not None and all(one.who != SELF for one in said.people.named)


def _of_topics(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Intent:
    """The topics that a message surely asks about; where it is one and another lies as near, which of them."""
    first = _in_region(said, margin, snapshot)
    if first != OVERVIEW and _wants_their_own(said, session, snapshot):
        return Overview()
    if first == OVERVIEW:
        words = naming.matters_named(said, snapshot.weights.typical, snapshot)
        outright = [t for t in named_outright(margin, snapshot) if _has(said.region, t, snapshot)]
        known = [t for t in outright if Column("topic", t) in words or said.analysis.ids("name")]
        named = tuple(known[:_TOGETHER])
        return Ask(named) if named else Overview()
    likely = [scored.column.id for scored in margin.covered[:_LIKELY]]
    besides = [scored.column.id for scored in margin.covered if scored.total >= snapshot.weights.besides]
    if asks_for_all_on(said.text):
        return Ask(_all_beside(said, first, margin, snapshot))
    asked = topics_asked(said, first, snapshot, likely, besides)
    doubtful = _doubtful(said, margin, session, snapshot) if len(asked) == 1 else ()
    return Unclear(doubtful, doubtful[0]) if doubtful else Ask(asked)


def _wants_their_own(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether all that is asked, behind clauses that tell of oneself, is what there is for oneself: …孩子上小学，我能得着啥."""
    asking = said.asking
    if session.topics or len(asking) != 1 or Act.TELLS not in said.acts:
        return False
    clause = said.text[slice(*asking[0])]
    others = [(0, asking[0][0]), (asking[0][1], len(said.text))]
    named = naming.names_a_topic(said, snapshot, snapshot.weights.plainly, others)
    return not named and speaks_of_oneself(clause) and asks_what_one_gets(clause)


def _all_beside(said: Said, first: str, margin: Margin, snapshot: Snapshot) -> tuple[str, ...]:
    """A topic with those that the message is like too, and that measures of its area answer: 跟心理有关的都说说."""
    by_id = snapshot.knowledge.measure_by_id
    areas = {by_id[name].area for name in _measures_on(first, said.region, snapshot)}
    least = margin.covered[0].total * snapshot.weights.beside_the_best
    topics, told = [first], _measures_on(first, said.region, snapshot)
    for scored in margin.covered:
        own = _measures_on(scored.column.id, said.region, snapshot)
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


def _adds(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """More on the matter in hand, told by a message that asks nothing; or what is only said amid it."""
    alone = _alone(said, session, snapshot)
    if points_to_another(said, session, alone, snapshot):
        return None
    if only_explains(said, session, snapshot):
        return _follow_up(said, session, snapshot)
    if is_of_another(said, session, alone, snapshot):
        return None
    if adds_to_hand(said, session, alone, snapshot) or only_adds(said, session, snapshot):
        return _follow_up(said, session, snapshot)
    return Told() if only_says(said, session, alone, snapshot) else None


def _alone(said: Said, session: Session, snapshot: Snapshot) -> Margin:
    """How a message ranks without what is in hand."""
    return margin_of(said, replace(session, topics=(), measures=()), snapshot)


def _asks_of_all(said: Said, snapshot: Snapshot) -> bool:
    """Whether nothing but a verdict is asked, of nothing in particular: 我符合吗."""
    return naming.only_asks(said, snapshot) and any(snapshot.facet_by_id[facet].verdict for facet in said.facets)


def _unsure(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Intent:
    """What becomes of a message that no covered topic is sure of."""
    stated = outside_by(said.stated, snapshot)
    if margin.covered and stated is not None and not for_anyone(margin.covered[0].column.id, snapshot):
        return Excluded(margin.covered[0].column.id)
    left_open = _left_open(said, margin, snapshot)
    if left_open is not None:
        return Ask((left_open,))
    outside_named = naming.names_outside(said, snapshot) or naming.outside_by_sign(said, snapshot)
    outside_named = outside_named or margin.surely < -snapshot.weights.far_outside
    if session.measures and said.facets and len(said.text) <= _SHORT and not outside_named:
        return _follow_up(said, session, snapshot)
    asks_amount = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    if asks_amount and not session.topics:
        deciding = counting_tools(snapshot).deciding
        paying = {topic for item in session.facts if item.fact in deciding for topic in snapshot.hints.get(FactHint(item.fact), ())}
        best = margin.covered[0].column.id if margin.covered else OVERVIEW
        if best in paying:  # 隔离病房管病人 — 一共多少钱: whose work was told, of what is paid for it
            return Ask((best,))
    idle = not session.measures or (margin.margin < snapshot.weights.doubtful and len(said.text) > _SHORT)
    phrase = _likest_phrase(margin, snapshot)
    if phrase is not None and idle and (not asks_amount or phrase.about is not None):
        named = _named_beside(said, margin, snapshot)
        return taken_up(SmallTalk(phrase)) if named is None else Ask((named,))
    near = tuple(scored.column.id for scored in margin.covered[:_CHOICES])
    outside = next((scored.column for scored in margin.others if scored.column.kind == "outside"), None)
    speaks_for_covered = margin.margin if margin.lead > 0 else margin.surely
    if speaks_for_covered < snapshot.weights.doubtful and outside is not None:
        vague = len(said.text) <= _SHORT and not outside_named
        return (_still_on(session, snapshot) if vague else None) or Outside(outside.id, near)
    leaning = near[0] if near and speaks_for_covered >= snapshot.weights.doubtful else None
    return _still_on(session, snapshot) or Unclear(near, leaning)


def _named_beside(said: Said, margin: Margin, snapshot: Snapshot) -> str | None:
    """The covered topic that a word plainly names beside what could be said to the bot: 坐车收不收钱 asks nothing of the bot."""
    best = margin.covered[0] if margin.covered else None
    if best is None or best.total < snapshot.weights.clear_total or not _has(said.region, best.column.id, snapshot):
        return None
    if snapshot.signal("to-the-bot").heard(said.text) or best.column.id == OVERVIEW:
        return None
    found = naming.naming(said, snapshot)
    return best.column.id if any(column == best.column and degree >= snapshot.weights.typical for column, degree in found) else None


def _left_open(said: Said, margin: Margin, snapshot: Snapshot) -> str | None:
    """The covered topic a message names for somebody whom its measure neither names nor leaves out: 文件没写 is the answer."""
    best = margin.covered[0].column if margin.covered else None
    if best is None or not said.stated or said.spoken.uncovered is not None or margin.margin < snapshot.weights.left_open:
        return None
    named = any(column == best and degree >= snapshot.weights.typical for column, degree in naming.naming(said, snapshot))
    regions = [said.region] if said.region is not None else [part.region.id for part in snapshot.knowledge.regions]
    measures = [m for region in regions for m in snapshot.answers.get((best.id, region), ())]
    tests = [test for m in measures for item in m.entitlements for silent in item.silent for test in fact_tests(silent.when)]
    tests = [test for test in tests if snapshot.definitions[test.fact].of_staff]
    open_for = any(said.stated.get(test.fact) in test.options for test in tests)
    return best.id if named and open_for and outside_by(said.stated, snapshot) is None else None


def _still_on(session: Session, snapshot: Snapshot) -> StillOn | None:
    """Asks whether the matter in hand is still meant."""
    in_hand = (topic for topic in session.topics if topic in snapshot.topic_by_id and topic != OVERVIEW)
    return next(map(StillOn, in_hand), None)


def _doubtful(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The best topic and those that other measures answer and that lie so close, none of them plain, that only a question is
    honest; nothing where one is.
    """
    weights, (best, *others) = snapshot.weights, margin.covered
    if session.topics or best.total >= weights.plain_total:
        return ()
    near = [s.column.id for s in others if best.total - s.total < weights.doubtful_lead and _has(said.region, s.column.id, snapshot)]
    ours = _measures_on(best.column.id, said.region, snapshot)
    apart = [topic for topic in near if ours and ours.isdisjoint(_measures_on(topic, said.region, snapshot))]
    return (best.column.id, *apart[: _CHOICES - 1]) if apart else ()


def _measures_on(topic: str, region: str | None, snapshot: Snapshot) -> set[str]:
    """The measures that answer a topic for a region; for any, where it is unknown."""
    regions = [region] if region is not None else [part.region.id for part in snapshot.knowledge.regions]
    return {measure.id for each in regions for measure in snapshot.answers.get((topic, each), ())}


def _in_region(said: Said, margin: Margin, snapshot: Snapshot) -> str:
    """The best topic; one that the person's document has, if it is nearly as good."""
    best = margin.covered[0]
    has = (s for s in margin.covered if _has(said.region, s.column.id, snapshot))
    near = next((scored for scored in has if scored.total >= best.total - snapshot.weights.nearly), None)
    return near.column.id if near is not None and best.column.id != OVERVIEW else best.column.id


def _has(region: str | None, topic: str, snapshot: Snapshot) -> bool:
    """Whether there is an answer on a topic for a region; where that is unknown, some region has one."""
    return region is None or snapshot.has_answer(topic, region)
