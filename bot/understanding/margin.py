"""Rank the topics of a whole message with everything known in favour of one, and weigh whether it is covered at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz, process

from bot.compiled.derived import derived
from bot.compiled.features import compared
from bot.compiled.keys import Column, FactHint, FigureHint, Hint, NameHint, PartKey, SideHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.compiled.weights import Weights
from bot.language.clauses import Stretch, inside, sentences
from bot.language.kinship import NOBODY, SELF
from bot.language.numerals import value_of
from bot.language.pronouns import PRONOUNS
from bot.language.years import other_year
from bot.model.measure import Measure
from bot.model.session import Session
from bot.model.tally import Reason
from bot.understanding.counting_tools import counting_tools
from bot.understanding.elliptical import leans
from bot.understanding.intents import Margin
from bot.understanding.introduction import covering, scope, without_introduction
from bot.understanding.naming import liked_without, pointers, signs_of
from bot.understanding.said import Act, Said
from bot.understanding.small_talk import COURTESIES
from bot.understanding.topics import Scored, rank, told_apart

_OVERVIEW = Column("topic", OVERVIEW)
_MONEY = 100
"""From this number on, one that counts nothing may be a sum of money: 给 150 还是给整的."""

_TWO = 2
_ENOUGH = 6
"""Characters that ask from which they say by themselves what is asked: 怎么算困难 does not."""

OTHER_YEARS = Column("outside", "other-years")
"""The topic outside the documents that the form of a message alone can point to."""


def margin_of(said: Said, session: Session, snapshot: Snapshot) -> Margin:
    """How much speaks for which topic, and for a covered one."""
    weights = snapshot.weights
    asked, weighing = _as_asked(said, snapshot)
    prior, pointing = _prior(said, session, snapshot, _only_told(said) if asked is not None else set())
    ranking = rank(said.topical.features, said.topical.text, snapshot.index, prior, weighing, asked)
    covered = tuple(scored for scored in ranking.scored if scored.column.kind == "topic")
    polite = any(c.act is Act.ASKS for c in said.clauses) and len(said.clauses) > 1  # 谢谢啊，再问一个，体检要钱不
    covered = _nearer_first(covered, said, session, snapshot)
    others = tuple(s for s in ranking.scored if s.column.kind != "topic" and not (polite and s.column.id in COURTESIES))
    lead = (covered[0].total if covered else 0.0) - (others[0].total if others else 0.0)
    known = prior.get(covered[0].column, 0.0) if covered else 0.0
    medic_aside = without_introduction(said, snapshot)
    inside = scope(medic_aside, ranking.scope, snapshot)
    names_only = covered and ranking.strange == 0 and lead >= 0 and _names_only(covered[0].column, said, snapshot)
    if names_only:
        inside = max(inside, weights.presumed)
    margin = lead + weights.scope * inside + weights.known * known - weights.strange * ranking.strange
    plain = session.topics or session.staff or names_only or known >= weights.named
    unlike = 0.0 if plain else weights.covering * max(0.0, weights.hardly_covered - covering(said, medic_aside, snapshot))
    return Margin(covered, others, margin, inside, unlike, lead, ranking.strange, pointing)


def _nearer_first(
    covered: tuple[Scored, ...], said: Said, session: Session, snapshot: Snapshot
) -> tuple[Scored, ...]:
    """The topics with the best two the other way round, if they are near and what is asked is worded like the second."""
    here = [n for n, s in enumerate(covered) if said.region is None or snapshot.has_answer(s.column.id, said.region)]
    if len(here) < _TWO:
        return covered
    (first, one), (second, other) = ((n, covered[n]) for n in here[:_TWO])
    lead, weights = one.total - other.total, snapshot.weights
    in_hand = not {one.column.id, other.column.id}.isdisjoint(session.topics)
    tells, first_tells = (_tells_the_side(scored.column.id, said, snapshot) for scored in (other, one))
    told = lead < weights.side_told and tells and not first_tells
    if in_hand or (lead >= weights.near and not told):
        return covered
    phrasings = (snapshot.index.phrasings[snapshot.index.column_of[scored.column]] for scored in (one, other))
    if not told and lead + weights.apart * told_apart(_asked_text(said), *phrasings) >= 0:
        return covered
    turned = list(covered)
    turned[first], turned[second] = other._replace(total=one.total), one._replace(total=other.total)
    return tuple(turned)


def _tells_the_side(topic: str, said: Said, snapshot: Snapshot) -> bool:
    """Whether a measure of the topic tells a side that is asked and that may be silent, who pays or whether it is taxed: 我爱人住院谁出钱
    asks for the costs, not for company. True as well where no such side is asked, or of a relative who is no medical worker.
    """
    known = snapshot.facet_by_id
    asked = {facet for facet in said.facets if known[facet].silent is not None}
    kin = (one for one in said.people.named if one.who != SELF and said.text[one.start : one.end] not in PRONOUNS)
    if not asked or said.region is None or any(one.who not in said.people.staff for one in kin):
        return True
    points = (point for measure in snapshot.answers.get((topic, said.region), ()) for point in measure.points)
    return any(not asked.isdisjoint(point.facets) for point in points if not point.topics or topic in point.topics)


def _asked_text(said: Said) -> str:
    """The compared words of a message without the clauses that only tell; all of them where too little is asked by itself."""
    told = [(c.start, c.end) for c in said.clauses if c.act is Act.TELLS]
    asked = "".join(compared(said.analysis, (*said.topical.aside, *told)))
    return asked if len(asked) >= _ENOUGH else said.topical.text


def named_outright(margin: Margin, snapshot: Snapshot) -> list[str]:
    """Topics a message names that otherwise sounds like asking for everything: 职称和上学都有啥."""
    least = snapshot.weights.named_outright
    return [s.column.id for s in margin.covered if s.column.id != OVERVIEW and s.total - s.phrasing >= least]


def _as_asked(said: Said, snapshot: Snapshot) -> tuple[frozenset[str] | None, Weights]:
    """The features of what is plainly asked, if it is plain, and weights by which what is only told counts less."""
    had, weights = _had_already(said, snapshot), snapshot.weights
    turned = _plainly_asked(said, had, snapshot) if had else None
    return (_asked(said, snapshot), weights) if turned is None else (turned, replace(weights, told=weights.had))


def _asked(said: Said, snapshot: Snapshot) -> frozenset[str] | None:
    """The features of the clauses that ask, where others only tell and those that ask are plain about what they ask."""
    wishes = snapshot.signal("opens-wishing")
    told = [(c.start, c.end) for c in said.clauses if c.act is Act.TELLS and wishes.opens(said.text, c.start) is None]
    if not told or len(told) == len(said.clauses):
        return None
    plain = _plainly_asked(said, told, snapshot)
    work = [] if plain is not None else _of_the_work(said, told, snapshot)
    return _plainly_asked(said, work, snapshot) if work else plain


def _of_the_work(said: Said, told: Sequence[Stretch], snapshot: Snapshot) -> list[Stretch]:
    """Clauses that only tell what work somebody else does: 孩子快中考了，|她妈天天护理病人，|有照应吗 asks of the child."""
    deciding = counting_tools(snapshot).deciding
    work = [here.start for key, here in said.options.items() if key.fact in deciding]
    others = [one.start for one in said.people.named if one.who not in (SELF, NOBODY)]
    return [stretch for stretch in told if all(any(inside(at, [stretch]) for at in places) for places in (work, others))]


def _had_already(said: Said, snapshot: Snapshot) -> list[Stretch]:
    """Clauses that tell of what somebody has already, before one that turns away from it: 慰问金拿到了，|可食堂还是凉饭，管吗.

    What is turned to may be told too, with a question behind it that names nothing: such a message asks for it all the same.
    """
    had, turns = snapshot.signal("is-had"), snapshot.signal("turns-away")
    return [
        (one.start, one.end)
        for one, then in pairwise(said.clauses)
        if one.act is Act.TELLS
        and had.heard(said.text[one.start : one.end])
        and turns.opens(said.text, then.start) is not None
    ]


def _plainly_asked(said: Said, told: Sequence[Stretch], snapshot: Snapshot) -> frozenset[str] | None:
    """The features of a message without what is only told, if the rest is plain about what it asks."""
    asked, best = liked_without(said, told, snapshot)
    clear = len(best) > 1 and best[0].total - best[1].total >= snapshot.weights.asking_lead
    plain = clear and best[0].total >= snapshot.weights.asking and best[0].column != _OVERVIEW
    return frozenset(asked) if plain else None


def asked_outright(said: Said, best: Scored, snapshot: Snapshot) -> bool:
    """Whether the clauses that ask are by themselves plainly about what the whole message is most like."""
    told = [(c.start, c.end) for c in said.clauses if c.act is not Act.ASKS]
    if len(told) == len(said.clauses) or best.total < snapshot.weights.outright:
        return False
    _, alone = liked_without(said, told, snapshot)
    if len(alone) < _TWO or alone[0].column != best.column or alone[0].total < snapshot.weights.outright:
        return False
    return alone[0].total - alone[1].total >= snapshot.weights.outright_lead


def asked_alone(said: Said, acts: Collection[Act], snapshot: Snapshot) -> Sequence[Scored]:
    """The two topics that the clauses which do one of these acts are most like, whatever else is told."""
    told = [(c.start, c.end) for c in said.clauses if c.act not in acts]
    return liked_without(said, told, snapshot)[1][:_TWO]


def _prior(
    said: Said, session: Session, snapshot: Snapshot, only_told: Collection[Hint]
) -> tuple[dict[Column, float], tuple[str, ...]]:
    """What speaks for a topic besides the words: it is in hand, or a stated fact, figure or name points to it; and a trace."""
    weights = snapshot.weights
    in_hand = weights.leaned_on if session.topics and leans(said, snapshot) else weights.in_hand
    prior = {Column("topic", topic): in_hand for topic in session.topics}
    for topic in {*session.earlier} - {*session.topics, _OVERVIEW.id}:
        prior[Column("topic", topic)] = weights.earlier
    outright = snapshot.verbatim.get(said.topical.text)
    added = [(outright, weights.verbatim)] if outright is not None else []
    added += [(topic, weights.cue) for topic in sorted(_cued(said, snapshot))]
    added += [(topic, weights.own_phrasing) for topic in sorted(_phrased(said, snapshot))]
    pointing = []
    pointed = [
        (hint, weight * weights.told_hint if hint in only_told else weight)
        for hints, weight in _weighed(said, snapshot)
        for hint in dict.fromkeys(hints)
    ]
    pointed += [(hint, weights.fact) for hint in _told_before(said, session, snapshot)]
    for hint, weight in pointed:
        for topic in sorted(snapshot.hints.get(hint, ())):
            if said.region is None or snapshot.has_answer(topic, said.region):
                added.append((topic, weight))
                pointing.append(f"“{_told(hint)}”指向 {topic}")
    for topic, weight in added:
        column = Column("topic", topic)
        prior[column] = prior.get(column, 0.0) + weight
    prior |= dict.fromkeys(_outside(said, snapshot), weights.outside)
    known = snapshot.index.column_of
    return {column: weight for column, weight in prior.items() if column in known}, tuple(pointing)


def _only_told(said: Said) -> set[Hint]:
    """The facts that only sentences say that tell."""
    apart = [s for s in sentences(said.text) if all(c.act is Act.TELLS for c in said.clauses if s[0] <= c.start < s[1])]
    spoken: dict[str, list[int]] = defaultdict(list)
    for key, found in said.options.items():
        spoken[key.fact].append(found.start)
    told = {fact for fact, places in spoken.items() if all(inside(place, apart) for place in places)}
    if all(inside(start, apart) for start, _ in said.counting.spans):
        told |= set(said.counting.counted)
    return {FactHint(fact) for fact in told}


def _names_only(best: Column, said: Said, snapshot: Snapshot) -> bool:
    """Whether the words name one covered topic and nothing else: who asks is presumed to be whom the documents are for."""
    weights, index = snapshot.weights, snapshot.index
    words = [name for name in said.topical.features if name[0] != "b"]
    found = index.plain(words, min(weights.hardly, weights.typical))
    if any(column.kind == "outside" and degree >= weights.hardly for column, degree in found):
        return False
    named = {column for column, degree in found if column.kind == "topic" and degree >= weights.typical}
    return named - {_OVERVIEW} == {best}


def _outside(said: Said, snapshot: Snapshot) -> set[Column]:
    """The topics outside the documents that a sign singles out, or the year that is asked about."""
    found = signs_of(said, snapshot)
    return found | {OTHER_YEARS} if _asks_of_another_year(said, snapshot) else found


def _asks_of_another_year(said: Said, snapshot: Snapshot) -> bool:
    """Whether what is asked is what held in another year than the documents'."""
    signal = snapshot.signal("other-years")
    then = snapshot.signal("back-then").heard(said.text)  # 22年底天天发烧上班，那会儿的补助还有吗
    asking = [said.text[c.start : c.end] for c in said.clauses if then or c.act is not Act.TELLS or len(said.clauses) == 1]
    return any(signal.heard(clause) or other_year(clause, snapshot.document_years) for clause in asking)


def _weighed(said: Said, snapshot: Snapshot) -> Iterable[tuple[list[Hint], float]]:
    """What the message says besides its words, with what each is worth."""
    weights = snapshot.weights
    money = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    sure = _surely_counted(said, money=money)
    counted = [FactHint(fact) for fact in sure] + ([FactHint(fact) for fact in said.rates] if money else [])
    stated = [FactHint(fact) for fact in said.stated if not _said_by_the_way(fact, said, snapshot)]
    about = {topic for hint in stated for topic in snapshot.hints.get(hint, ())}
    if not money and not counted:
        stated = [hint for hint in stated if hint.fact not in counting_tools(snapshot).deciding]
    asks = not {Act.ASKS, Act.WISHES}.isdisjoint(said.acts)  # 上了一个多月，找谁聊聊: the days are told by the way
    telling = money or (not asks and any(not about.isdisjoint(snapshot.hints.get(hint, ())) for hint in counted))
    yield [*stated, *(SideHint(facet) for facet in said.facets)], weights.fact
    yield [*counted], weights.counted if telling else weights.fact
    yield [FactHint(fact) for fact in said.counting.counted if fact not in sure], weights.fact
    yield _settled(said, snapshot), weights.named


def _told_before(said: Said, session: Session, snapshot: Snapshot) -> list[Hint]:
    """What was told before that decides how much somebody gets, once money is asked for and no other matter was asked of."""
    money = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    if not money or (session.topics and not session.offered):
        return []
    deciding = counting_tools(snapshot).deciding
    told = {item.fact for item in session.facts if item.fact in deciding}
    told |= {spell.fact for spell in session.tally.spells}
    return [FactHint(fact) for fact in sorted(told - said.stated.keys())]


def _surely_counted(said: Said, *, money: bool) -> list[str]:
    """What is counted; where no money is asked for, a small number that found no role is none for sure: 老妈七十多."""
    small = all((value_of(said.text[start:end]) or 0) < _MONEY for start, end in said.counting.unplaced)
    unplaced = {doubt.fact for doubt in said.counting.doubts if doubt.reason is Reason.UNPLACED and small}
    counted = {spell.fact for spell in said.counting.spells}
    return [fact for fact in said.counting.counted if money or fact in counted or fact not in unplaced]


def _said_by_the_way(fact: str, said: Said, snapshot: Snapshot) -> bool:
    """Whether a fact was only heard in words by which somebody says who they are, or where the team is: of it nothing is asked."""
    of_staff = snapshot.definitions[fact].of_staff
    if of_staff and fact in snapshot.introductory:
        return False
    spoken = [(found.start, found.end) for key, found in said.options.items() if key.fact == fact]
    who = [
        (found.start, found.end)
        for key, found in said.options.items()
        if key.fact != fact
        and (key.fact in snapshot.introductory or (not of_staff and snapshot.definitions[key.fact].of_staff))
    ]
    return bool(spoken) and all(any(start < e and s < end for s, e in who) for start, end in spoken)


def _settled(said: Said, snapshot: Snapshot) -> list[Hint]:
    """The figures and names a message mentions; not figures of two matters that it chooses between: 一倍还是两倍."""
    found = pointers(said)
    figures = [hint for hint in found if isinstance(hint, FigureHint)]
    about = [snapshot.hints.get(hint, frozenset()) for hint in figures]
    chooses = len(figures) > 1 and snapshot.signal("alternatives").heard(said.text)
    if not chooses or about[0].intersection(*about[1:]):
        return found
    return [hint for hint in found if hint not in figures]


def _cued(said: Said, snapshot: Snapshot) -> set[str]:
    """Topics of measures that a pattern of several words singles out."""
    knowledge = snapshot.knowledge
    return {
        _topic_of(knowledge.measure_by_id[key.measure], key)
        for key, found in said.parts.items()
        if found.weight[0] > 1 and said.region in (None, knowledge.region_of[key.measure].region.id)
    }


def _topic_of(measure: Measure, key: PartKey) -> str:
    """The topic that a part of a measure is for, if it is for some of them only; else the measure's first."""
    own: tuple[str, ...] = ()
    match key.kind:
        case "point":
            own = next((point.topics for point in measure.points if point.id == key.name), ())
        case "entitlement":
            own = next((item.topics for item in measure.entitlements if item.id == key.name), ())
        case "unanswered":
            own = measure.unanswered[int(key.name)].topics
    return next((topic for topic in own if topic in measure.topics), measure.topics[0])


def _phrased(said: Said, snapshot: Snapshot) -> set[str]:
    """Topics of measures that are asked for much as their own author says they are."""
    text, least = said.topical.text, snapshot.weights.alike
    near = process.extract(text, _own_words(snapshot), scorer=fuzz.ratio, processor=None, limit=None, score_cutoff=least)
    measures, knowledge = (snapshot.own_phrasings[number][1] for _, _, number in near), snapshot.knowledge
    return {m.topics[0] for m in measures if said.region in (None, knowledge.region_of[m.id].region.id)}


@derived
def _own_words(snapshot: Snapshot) -> tuple[str, ...]:
    """The words of the phrasings that are of one measure."""
    return tuple(says for says, _ in snapshot.own_phrasings)


def _told(hint: Hint) -> str:
    match hint:
        case FactHint(name) | NameHint(name) | SideHint(name):
            return name
        case _:
            return f"{hint.value:g}"
