"""Distress held against what a message says besides: what is asked, stated, or surely another matter."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.compiled.weights import CareWeights
from bot.language.asked_of_whom import asks_of_another_case
from bot.language.clauses import Stretch
from bot.language.kinship import SELF
from bot.language.negation import denied
from bot.language.question_forms import ends_seeking_assent
from bot.language.speech import tells_what_another_says
from bot.model.session import Session
from bot.model.talk import CareKind
from bot.understanding.added import only_explains
from bot.understanding.distress import (
    FEAR,
    GRIEF,
    SIGH,
    Distress,
    Practical,
    beside,
    feels,
    half_a_line,
    is_idle,
    puts_a_question,
    read_distress,
    told_plainly,
)
from bot.understanding.intents import Ask, Intent, Margin, Overview
from bot.understanding.introduction import introducing
from bot.understanding.margin import asked_alone, asked_outright, margin_of
from bot.understanding.naming import names_a_topic, naming
from bot.understanding.offices import office_asked
from bot.understanding.people import names_only_people
from bot.understanding.places import names_only
from bot.understanding.said import CLOSING, Act, Said
from bot.understanding.telling import asks_nothing, only_tells

_PUTTING = frozenset({Act.ASKS, Act.WISHES, Act.ADDS})
"""What a clause does that puts a question."""


def distress_of(said: Said, session: Session, snapshot: Snapshot) -> Distress | None:
    """The distress a message tells of, held against the topic it may surely be about instead, and whose it is."""
    plainly, found = _told_plainly(said, session, snapshot), _held_against_topics(said, session, snapshot)
    if plainly is not None and not (found is not None and _graver(found, plainly, snapshot)):
        found = plainly
    if found is not None and _of_oneself(found, said, session, snapshot):
        return replace(found, kind=_in_danger_oneself(found.kind, snapshot))
    others = None if found is None or found.practical else snapshot.care.kinds[found.kind].of_others
    if found is None or others is None or not found.plain(snapshot.care_weights) or not tells_what_another_says(said.text):
        return found
    return replace(found, kind=others)  # 我弟说他不想活了: what to do for him


def _told_plainly(said: Said, session: Session, snapshot: Snapshot) -> Distress | None:
    """What is told so that nothing beside it makes it less, if it is not only supposed or foreseen; where no life may be in danger
    a measure that is named in a question is answered, after half a line.
    """
    found = told_plainly(said.sounding(snapshot.care), snapshot.care, snapshot.care_weights)
    if found is None or said.supposes:
        return None
    kind = snapshot.care.kinds[found.kind]
    if _foreseen(said, kind, snapshot) or _asks_of_another_case(found, said, session):
        return None
    if kind.grave or kind.danger or not said.asks:
        return found
    surely = _asks_surely(said, _asking(said), margin_of(said, session, snapshot), kind, snapshot)
    return replace(found, practical=surely and names_a_topic(said, snapshot, snapshot.weights.plainly))


def _graver(found: Distress, plainly: Distress, snapshot: Snapshot) -> bool:
    """Whether a graver danger was heard beside what is told plainly and is none: no word from her, and his throat swells. That somebody
    cannot be reached is itself heard as danger by their own hand, which takes evidence or a word of dying.
    """
    kinds = snapshot.care.kinds
    if not kinds[found.kind].grave or kinds[plainly.kind].grave:
        return False
    by_hand = any(found.kind in (kind.id, kind.of_others) for kind in kinds.values() if kind.of_others is not None)
    return not by_hand or bool(found.evidence) or found.told_of(found.roles.deadly)


def _of_oneself(found: Distress, said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether danger that only sounds like somebody else's is told by who spoke of their own death, and names nobody: 手里有药."""
    gentle = session.gentle
    if gentle is None or snapshot.care.kinds[gentle.kind].of_others != found.kind:
        return False
    return all(one.who == SELF for one in said.people.named) and not found.told_of(found.roles.others)


def _in_danger_oneself(others: str, snapshot: Snapshot) -> str:
    """The kind that is the own life in danger now, where ``others`` is the same of somebody else."""
    own = (kind.id for kind in snapshot.care.kinds.values() if kind.danger and kind.of_others == others)
    return next(own, others)


def _held_against_topics(said: Said, session: Session, snapshot: Snapshot) -> Distress | None:
    weights = snapshot.care_weights
    asking = _asking(said)
    found = read_distress(said.sounding(snapshot.care), snapshot.care, asking, weights)
    if found is None:
        return None
    if found.practical and found.unspoken:
        return None  # 爷爷奶奶都不在本区，入园能用吗: who is where, and nothing of how they are
    if found.practical:
        if found.kind == GRIEF and _only_supposes_a_death(found, said, snapshot):
            return None  # 万一牺牲了，家里有抚恤吗: asked beforehand, and nobody died
        mourns_nobody = found.kind == GRIEF and not found.told_of(found.roles.grief)
        return half_a_line(found, weights) if mourns_nobody else found
    told_of = snapshot.care.kinds[found.kind]
    if said.facets and told_of.of_others is not None and not told_of.danger and found.yields(grave=True):
        found = replace(found, kind=SIGH)  # 我心情差，能找谁聊: the wish to be gone takes a word of it where something is asked
    if found.kind == GRIEF and _only_supposes_a_death(found, said, snapshot):
        if said.people.staff or session.topics:
            return None
        found = replace(found, kind=FEAR)
    kind = snapshot.care.kinds[found.kind]
    if _foreseen(said, kind, snapshot):
        return None  # 都不在, 忘了我, 邻居躲我: what an author foresaw, word for word
    if kind.unless and said.supposes and said.asks and not found.told_of((*found.roles.at_hand, *found.roles.deadly)):
        return None  # 万一家属动手，保安多久能到: asked beforehand, and nobody is hurt
    if _asks_of_another_case(found, said, session):
        return None  # 要是人没了呢, after a question on the treatment; not 要是我没了呢
    if kind.unless and said.people.told and only_tells(said) and found.unspoken and not found.evidence:
        return None  # 佢阿妈系护士，而家喺入面返工: who is at work is told, and nobody is hurt
    plain = said.phrase is not None or _only_corrects(said) or office_asked(said, snapshot) is not None
    only_who = names_only_people(said.text, said.people)
    if (plain or only_who or (said.spoken.own and names_only(said.analysis))) and found.faint(weights, plain=plain):
        return None  # 我在深圳, 我自己, 不对，我没去武汉: who or where somebody is, and nothing of how they are
    if session.gentle is None and found.outweighed(_practical(said, session, snapshot), kind.grave, weights):
        return None
    if session.gentle is None and _takes_leave(said, session, found) and found.leaving(weights):
        return None  # 就这样吧，我睡了: after an answer, and no word of danger but those of a good-night
    if session.gentle is None and _counts_days_of_work(found, said, kind, weights):
        return None
    if _goes_on_in_hand(found, said, session, weights):
        return None
    margin = margin_of(said, session, snapshot)
    if session.gentle is None and kind.grave and not kind.danger and _asks_in_hand(found, said, margin, session, snapshot):
        return None  # 我死了赔多少, after a question of the insurance
    if found.faint_beside_a_name(weights) and _tells_of_a_covered_matter(said, margin, kind, snapshot):
        return None  # 学时还没攒够, 职称推了俩礼拜没动静
    idle = weights.idle if asks_nothing(said) else weights.idle_question
    if not session.topics and is_idle(said.sounding(snapshot.care), snapshot.care, idle):
        return found  # 同桌离我八丈远，说我家有毒: what people tell one another is of no covered matter that could explain it
    if _tells_of_itself(said, asking, margin, kind, snapshot):
        return found  # 他们按着大夫打, which is also what the documents are on
    if found.yields(kind.grave) and (
        _asks_surely(said, asking, margin, kind, snapshot)
        or (session.gentle is None and _put_aside(found, said, margin, snapshot))
    ):
        return None if kind.grave else half_a_line(found, weights)
    helped = not margin.covered or margin.covered[0].column.id in kind.help
    if helped or margin.margin < (weights.more_surely if found.plain(weights) else weights.surely):
        return found
    return beside(found, kind.grave, bool(said.facets) or said.asks, weights)


def _only_supposes_a_death(found: Distress, said: Said, snapshot: Snapshot) -> bool:
    """Whether every death told of is only supposed, and asked beyond: 万一他没了，我们怎么办; not 要是他没走就好了."""
    told = [m for m in said.sounding(snapshot.care).analysis.mentions if m.label[0] == "care" and m.label[1] in found.roles.grief]
    supposed = [clause for clause in said.clauses if clause.act is Act.SUPPOSES]
    asks_beyond = said.asks or said.asking != ()
    return (
        bool(told)
        and asks_beyond
        and all(any(clause.start <= m.start < clause.end for clause in supposed) for m in told)
        and not any(denied(said.text, m.start, m.end) for m in told)
    )


def _counts_days_of_work(found: Distress, said: Said, kind: CareKind, weights: CareWeights) -> bool:
    """Whether days of some work are counted, and no word says how it was: 隔离病房16天，最后那天没让我去; 三月天天验病毒，该发多少."""
    if not found.yields(kind.grave):
        return False
    if kind.grave:
        return any(spell.facts for spell in said.counting.spells)
    felt = found.told_of((*found.roles.sighs, *found.roles.worn, *found.roles.grief))
    own = all(one.who == SELF for one in said.people.named)  # 我爱人进去二十天了 counts the days of somebody who is missed
    return bool(said.counting.counted) and own and not felt and found.confidence < weights.told_in_passing


_A_BARE_QUESTION = 8
"""Characters up to which a question in the midst of a matter holds no more than what it asks of it."""


def _goes_on_in_hand(found: Distress, said: Said, session: Session, weights: CareWeights) -> bool:
    """Whether a message in the midst of a matter is only near to distress: a bare question without a heavy word (那算够了？), or grief
    told in no word, without anybody to mourn (他们还在群里发我照片).
    """
    if not session.topics or found.evidence:
        return False
    if found.kind == GRIEF and found.unspoken and all(one.who == SELF for one in said.people.named):
        return True
    if session.gentle is not None or found.told_of((*found.roles.deadly, *found.roles.heavy)):
        return False
    asks = Act.ASKS in said.acts or ends_seeking_assent(said.text)
    return asks and len(said.text) <= _A_BARE_QUESTION and found.confidence < weights.told_in_passing


def _asks_in_hand(found: Distress, said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> bool:
    """Whether a question names the very matter in hand, and says no plain word of dying, parting or an own doing."""
    if not (said.asks and session.topics and margin.covered) or found.evidence:
        return False
    spoken = found.told_of((*found.roles.deadly, *found.roles.heavy, *found.roles.worn))
    named = {column.id for column, degree in naming(said, snapshot) if degree >= snapshot.weights.typical}
    return not spoken and margin.covered[0].column.id in named.intersection(session.topics)


def without_the_sigh(intent: Intent, sigh: Distress | None, margin: Margin, snapshot: Snapshot) -> Intent:
    """A question without the help for a sigh beside it, unless that is what is asked for: 心里堵得慌，爸妈看病有人陪吗."""
    if sigh is None or not isinstance(intent, Ask) or not margin.covered:
        return intent
    helps = snapshot.care.kinds[sigh.kind].help
    topics = tuple(topic for topic in intent.topics if topic not in helps)
    if not topics and margin.covered[0].column.id == OVERVIEW:
        return Overview()
    return intent if not topics or margin.covered[0].column.id in helps else Ask(topics)


def line_that_helps(intent: Intent, said: Said, margin: Margin, snapshot: Snapshot) -> Intent:
    """A question for a number to call beside tears or no sleep, whosever, asked of the line that helps with them, but where another
    line is named: 她夜夜哭，打哪个电话.
    """
    care = snapshot.care
    if not isinstance(intent, Ask) or len(intent.topics) != 1 or not feels(said.sounding(care).words, care.roles):
        return intent
    topic, helps = snapshot.topic_by_id[intent.topics[0]], care.kinds[SIGH].help
    named = topic.short in said.text
    lines = (s.column.id for s in margin.covered if s.column.id in helps and snapshot.topic_by_id[s.column.id].by_phone)
    line = None if named or not topic.by_phone or topic.id in helps else next(lines, None)
    return intent if line is None else Ask((line,))


def _asking(said: Said) -> list[Stretch]:
    return [(clause.start, clause.end) for clause in said.clauses if clause.act in _PUTTING]


def _foreseen(said: Said, kind: CareKind, snapshot: Snapshot) -> bool:
    """Whether a message is, word for word, what an author foresaw as a reply, a command, or a question of another matter."""
    topic = snapshot.verbatim.get(said.topical.text)
    return said.replies_in_words or _commands(said) or (topic is not None and (said.asks or topic not in kind.help))


def _asks_surely(said: Said, asking: list[Stretch], margin: Margin, kind: CareKind, snapshot: Snapshot) -> bool:
    """Whether a clause asks, measured as a question, for what a topic answers that is no help in distress, or nobody answers.

    What is told around it, be it hard, is how it came to be asked.
    """
    weights = snapshot.care_weights
    if not asking or not margin.covered:
        return False
    best = margin.covered[0]
    if margin.surely >= weights.surely and best.total >= weights.asked_of and best.column.id not in kind.help:
        named = {scored.column.id for scored in asked_alone(said, _PUTTING, snapshot) if scored.total >= weights.asked_of}
        return named.isdisjoint(kind.help) and _puts_a_question(said, asking, weights.question, snapshot)
    outside = margin.others[0] if margin.others else None
    refused = outside is not None and outside.column.kind == "outside" and outside.total >= weights.asked_of
    refused = refused and margin.surely < snapshot.weights.doubtful
    return refused and _puts_a_question(said, asking, weights.refused, snapshot)


def _put_aside(found: Distress, said: Said, margin: Margin, snapshot: Snapshot) -> bool:
    """Whether a message plainly puts a covered question that distress does not answer, or tells of danger in no word of it."""
    kind = snapshot.care.kinds[found.kind]
    best = next(iter(margin.covered), None)
    if best is None or best.column.id in kind.help:
        return False
    if margin.margin < snapshot.weights.outright:
        return False
    of_others = kind.danger and found.unspoken and best.total >= snapshot.care_weights.plainly_of
    of_others = of_others and margin.surely >= snapshot.weights.sure  # words of it in what nobody asks tell of none
    return of_others or asked_outright(said, best, snapshot)


def _tells_of_itself(said: Said, asking: list[Stretch], margin: Margin, kind: CareKind, snapshot: Snapshot) -> bool:
    """Whether a message is only like the topic that is on the very danger it tells of, and puts no question on it."""
    if not margin.covered or margin.covered[0].column.id not in kind.alike:
        return False
    return not _puts_a_question(said, asking, snapshot.care_weights.question, snapshot)


def _puts_a_question(said: Said, asking: list[Stretch], least: float, snapshot: Snapshot) -> bool:
    """Whether a clause that asks sounds, by ``least``, like a question to a clerk."""
    return puts_a_question(said.sounding(snapshot.care), asking, snapshot.care, least, snapshot.care_weights)


def _takes_leave(said: Said, session: Session, found: Distress) -> bool:
    """Whether a message thanks or says good-bye after an answer: 嗯，先这样，我睡了; 好了我走了，别的以后再问."""
    return bool(session.topics) and (not CLOSING.isdisjoint(said.acts) or found.told_of(found.roles.going))


def _tells_of_a_covered_matter(said: Said, margin: Margin, kind: CareKind, snapshot: Snapshot) -> bool:
    """Whether a word plainly names the covered matter that a message is surely like, and it is no help in distress."""
    weights = snapshot.care_weights
    best = next(iter(margin.covered), None)
    if best is None or best.column.id in (*kind.help, OVERVIEW) or not only_tells(said):
        return False
    if best.total < weights.named_of or margin.surely < weights.more_surely:
        return False
    return any(column == best.column and degree >= snapshot.weights.plainly for column, degree in naming(said, snapshot))


def _practical(said: Said, session: Session, snapshot: Snapshot) -> Practical:
    """How practical a message is that stands in a conversation on a measure."""
    goes_on = bool(session.topics or session.pending)
    if not (goes_on or session.facts):
        return Practical.TELLS_WHO if said.spoken.own and only_tells(said) else Practical.NOT
    stated = said.stated and not said.supposes
    closes = any(snapshot.signal(name).heard(said.text) for name in ("returns", "doubts-it"))
    closes = closes or not CLOSING.isdisjoint(said.acts)
    if stated or said.counting.counted or said.spoken.region or said.spoken.uncovered or (goes_on and closes):
        return Practical.TELLS_FACTS
    if goes_on and (introducing(said, snapshot) or only_explains(said, session, snapshot)):
        return Practical.TELLS_WHO
    return Practical.GOES_ON if goes_on else Practical.NOT


def _only_corrects(said: Said) -> bool:
    """Whether a message takes something back and tells instead how or where it is: 不对，我没去武汉，就在本区."""
    return said.corrects and bool(said.stated or said.spoken.region or said.counting.spans)


def _commands(said: Said) -> bool:
    """Whether the message is, word for word, what authors wrote down as a command, and no farewell: 我不想说, 忘了我."""
    return said.phrase is not None and said.phrase.action is not None and Act.LEAVES not in said.acts


def _asks_of_another_case(found: Distress, said: Said, session: Session) -> bool:
    """Whether a message amid a conversation only asks how it would be in another case, and not in the speaker's own."""
    of_self = any(one.who == SELF for one in said.people.named)
    return bool(session.topics) and session.gentle is None and not (of_self or found.evidence) and asks_of_another_case(said.text)
