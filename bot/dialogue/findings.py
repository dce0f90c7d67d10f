"""What was found on a message: measures with their verdicts and sums, a doubt, a refusal. Decided once, put into words later."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.case import Case
from bot.dialogue.points import Ranked
from bot.language.clauses import Stretch
from bot.language.question_forms import Form
from bot.model.fact import Fact, FactOption
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Amount, Measure, Point, Unanswered
from bot.model.region import Contact, PublicLine
from bot.model.session import Option, Pending
from bot.model.talk import CareKind, CareReply, OutOfScopeTopic, Phrase
from bot.model.tally import Doubt
from bot.rules.totals import Sum
from bot.rules.verdict import Kind, Verdict


@dataclass(frozen=True, slots=True)
class Question:
    """The one fact worth asking now, what its answer is for, and the verdict that its options lead to."""

    fact: Fact
    pending: Pending
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """A sum of one amount. ``open_to``: whether this person gets it is not written."""

    amount: Amount
    sum: Sum
    open_to: bool = False


@dataclass(frozen=True, slots=True)
class OnMeasure:
    """What was found on one measure, asked about ``topic`` and these ``facets``; ``form``: what kind of answer is asked for.

    ``gaps`` are details asked for that the document leaves open; ``settled``: a point says yes or no itself, so that the verdict,
    which hangs on a fact nobody told, is not asked for; ``rules`` is the path of its verdict, for ``/why``.
    ``clauses``: what each clause asks of it, where several ask and say themselves of what.
    """

    measure: Measure
    part: RegionKnowledge
    points: tuple[Point, ...]
    ranked: tuple[Ranked, ...] = ()
    topic: str | None = None
    facets: tuple[str, ...] = ()
    form: Form = Form.OTHER
    verdict: Verdict | None = None
    gaps: tuple[Unanswered, ...] = ()
    worked: Worked | None = None
    question: Question | None = None
    public: PublicLine | None = None
    settled: bool = False
    rules: tuple[str, ...] = ()
    clauses: tuple[Asked, ...] = ()
    each: tuple[tuple[str, Verdict], ...] = ()
    """Each of two people asked of, by what they are called, with how they stand."""

    @property
    def outcome(self) -> str | None:
        """The verdict as reported: none while a fact is missing."""
        if self.verdict is None or (self.verdict.kind is Kind.MISSING and self.verdict.missing):
            return None
        return self.verdict.kind.outcome

    @property
    def amount(self) -> int | None:
        """Yuan, where a sum is settled."""
        return self.worked.sum.total if self.worked is not None else None


@dataclass(frozen=True, slots=True)
class Asked:
    """One of several clauses that ask, as if it were asked alone: where it stands, what was found, the case without the others.

    ``thing``: it is one of several things side by side of which one and the same is asked.
    """

    stretch: Stretch
    on: OnMeasure
    case: Case
    thing: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """Measures that answer, most relevant first.

    ``nearest_only``: none is on the topic asked. ``instead``: the first gives what the second refuses. ``together``: all
    sums are wanted as one, which is ``whole`` if every one is told. ``asks_region``: several regions answer, and the person's is not known.
    ``terse``: the first line alone is wanted. ``comparing``: the measure whose words compare the two that are asked of, and so
    answer for both. ``unwritten``: topics asked beside the others on which the person's region says nothing.
    """

    found: tuple[OnMeasure, ...]
    topics: tuple[str, ...]
    nearest_topic: str | None = None
    instead: bool = False
    comparing: str | None = None
    together: bool = False
    whole: Sum | None = None
    asks_region: bool = False
    closing: Question | None = None
    next_steps: tuple[Option, ...] = ()
    terse: bool = False
    unwritten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands with one measure of the list of entitlements.

    ``headline``: what it comes to for them, where that is another than for all. ``told``: what they told makes it theirs, or it may be.
    """

    measure: Measure
    kind: Kind
    reason: str | None = None
    worked: Worked | None = None
    headline: str | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Entitled:
    """我的待遇: where somebody stands with every measure of a region; ``all``: they want to see every one.

    ``relative``: whose it is instead of the medical worker's, as an option of the fact that tells for whom it is asked.
    """

    part: RegionKnowledge
    standings: tuple[Standing, ...]
    question: Question | None = None
    all: bool = False
    relative: str | None = None


@dataclass(frozen=True, slots=True)
class NeedsRegion:
    """The list of entitlements is wanted and the region not known."""


@dataclass(frozen=True, slots=True)
class Carded:
    """A measure to forward; on one of its topics, if that was asked about."""

    measure: Measure
    part: RegionKnowledge
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class InFull:
    """All that a measure says and that was not said yet; ``page`` of everything where that is wanted again."""

    measure: Measure
    part: RegionKnowledge
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ToPeople:
    """Somebody wants to talk to a person: the office of the matter in hand, and what to say on the phone."""

    measure: Measure | None
    part: RegionKnowledge | None


@dataclass(frozen=True, slots=True)
class InCharge:
    """What an officer or office is in charge of; ``shares``: what an office takes part in that leads none; ``who``: who is asked first."""

    measures: tuple[Measure, ...]
    part: RegionKnowledge
    officer: str | None
    details: bool
    shares: bool = False
    who: bool = False


@dataclass(frozen=True, slots=True)
class ChargeTold:
    """Whether officers, or an office, are in charge: of a measure, or officers of what an office leads.

    ``theirs`` is what the officers answer for, ``led`` what the office leads. ``plainly``: charge was asked, not only of which
    office somebody is.
    """

    part: RegionKnowledge
    officers: tuple[str, ...]
    office: Contact | None
    measure: Measure | None
    theirs: tuple[Measure, ...]
    led: tuple[Measure, ...]
    plainly: bool = True


@dataclass(frozen=True, slots=True)
class Comforted:
    """Somebody in distress: what to say first, and the documented help of their region, or of each. ``again``: the number was given
    in the turns before, and no life is in danger.
    """

    kind: CareKind
    reply: CareReply
    helps: tuple[OnMeasure, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Accompanied:
    """What is said lightly to somebody who may be in distress, or in the turns after it."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubted:
    """A count that cannot be right or cannot be placed: the one question that settles it."""

    fact: Fact
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class NotForThem:
    """A stated fact puts the person outside the documents."""

    fact: Fact
    option: FactOption
    topic: str


@dataclass(frozen=True, slots=True)
class NotHere:
    """A place that no region covers."""

    place: str


@dataclass(frozen=True, slots=True)
class OnlyPart:
    """A wider place of which only some parts are covered."""

    place: str
    parts: tuple[RegionKnowledge, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """The person's region says nothing on the topics, and no other region's rule takes its place."""

    topics: tuple[str, ...]
    part: RegionKnowledge | None


@dataclass(frozen=True, slots=True)
class NotInDocuments:
    """A matter outside the documents, and the nearest covered topics."""

    topic: OutOfScopeTopic
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing surely meant; the nearest covered topics."""

    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chatted:
    """Small talk; ``also`` is what else of the document itself is asked with it."""

    phrase: Phrase
    also: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a command or a button opens; ``name`` is one of the registry's, or one of the program's own."""

    name: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactAsked:
    """A fact is asked for anew."""

    fact: Fact


Findings = (
    Answered | Entitled | NeedsRegion | Carded | InFull | ToPeople | InCharge | ChargeTold | Comforted | Accompanied | Doubted | NotForThem
    | NotHere | OnlyPart | Silent | NotInDocuments | NotUnderstood | Chatted | Page | FactAsked
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leaves:
    """The matter that a turn leaves in hand; None leaves it as it was."""

    topics: tuple[str, ...] | None = None
    measures: tuple[str, ...] | None = None
    facets: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Judgment:
    """What was found, the matter it leaves in hand, and the question that waits from now on.

    ``case`` is what was judged, with the question as it was put in the end.
    """

    findings: Findings
    leaves: Leaves = Leaves()
    pending: Pending | None = None
    resumes: Question | None = None
    opening: CareReply | None = None
    case: Case | None = None
