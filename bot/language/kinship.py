"""Who is what to whom: roles seen from the speaker, and one role seen from another."""

from __future__ import annotations

SELF = "self"
GROUP = "family"

HOUSEHOLD = "household"
"""The speaker and those they live with: 我俩, 一家三口."""

NOBODY = "outsider"

CO_PARENT = "co-parent"
"""The parents of a son's or daughter's husband or wife: 亲家, 女婿他爸妈, 闺女她公婆."""

WORKER = "worker"
"""The medical worker to whom the speaker only says to be kin: 我是护士的妈妈，|她|…"""

FELLOW = "fellow"
"""Somebody at work who is nobody's kin: a medical worker like the speaker, whose work and standing are their own."""

_SEEN_FROM: dict[str, dict[str, str]] = {
    SELF: {
        "mother": "parent", "father": "parent", "parent": "parent", "child": "child", "child-too": "child",
        "spouse": "spouse", "partner": "partner",
        "parent-in-law": "parent-in-law", "elders": "parent", HOUSEHOLD: SELF, GROUP: GROUP,
    },
    "spouse": {
        SELF: "spouse", "child": "child", "child-too": "child", "mother": "parent-in-law", "father": "parent-in-law",
        "parent": "parent-in-law", "parent-in-law": "parent", "elders": "parent", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "partner": {SELF: "partner", "child": "child", HOUSEHOLD: "partner", GROUP: GROUP},
    "ex": {"child": "child"},
    "child": {
        SELF: "parent", "spouse": "parent", "grandchild": "child", "child-in-law": "spouse",
        CO_PARENT: "parent-in-law", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "child-in-law": {
        SELF: "parent-in-law", "spouse": "parent-in-law", CO_PARENT: "parent", "child": "spouse", "grandchild": "child",
        HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "mother": {
        SELF: "child", "child": "child", "father": "spouse", "spouse-of-parent": "spouse", "sibling": "child", "maternal": "parent",
        "paternal": "parent-in-law", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "father": {
        SELF: "child", "child": "child", "mother": "spouse", "spouse-of-parent": "spouse", "sibling": "child", "paternal": "parent",
        "maternal": "parent-in-law", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "parent": {SELF: "child", "child": "child", "sibling": "child", HOUSEHOLD: GROUP, GROUP: GROUP},
    "sibling": {
        "mother": "parent", "father": "parent", "parent": "parent", "elders": "parent", "child-of-theirs": "child",
        "spouse-of-theirs": "spouse", "nephew": "child", GROUP: GROUP,
    },
    "sibling-spouse": {
        "parent-of-theirs": "parent",
        "mother": "parent-in-law", "father": "parent-in-law", "parent": "parent-in-law", "elders": "parent-in-law",
        "sibling": "spouse", "nephew": "child", "child-of-theirs": "child", "spouse-of-theirs": "spouse", GROUP: GROUP,
    },
    "spouse-sibling": {
        "parent-in-law": "parent", "nephew": "child", "child-of-theirs": "child", "spouse-of-theirs": "spouse", GROUP: GROUP,
    },
    "cousin": {"parent-of-theirs": "parent", "child-of-theirs": "child", "spouse-of-theirs": "spouse", GROUP: GROUP},
    "other": {"parent-of-theirs": "parent", "child-of-theirs": "child", "spouse-of-theirs": "spouse", GROUP: GROUP},
    "parent-in-law": {"spouse": "child", GROUP: GROUP},
    "grandchild": {"child": "parent", "great-grandchild": "child", GROUP: GROUP},
    **{
        who: {"grandnephew": "child", "nephew-spouse": "spouse", "spouse-of-theirs": "parent", "sibling": "parent", GROUP: GROUP}
        for who in ("nephew", "child-of-theirs")
    },
}  # fmt: skip
"""For each role: what others are to the one who has it. What is not named is some other relative."""

ADULTS_TO = frozenset({"spouse", "partner", "ex", "child", "child-in-law", "grandchild"})
"""To one of these the speaker is grown up, and asks of school for a child of theirs."""

YOUNG = frozenset({"child", "child-too", "child-of-theirs", "grandchild", "nephew", "grandnephew", "great-grandchild"})
"""Roles of whoever goes to school."""

KIN_OF = {
    **{
        who: {
            **dict.fromkeys(("mother", "father", "parent"), parent),
            "sibling": "child-too" if who == "child" else who,
            "parent-in-law": CO_PARENT if who == "child" else "other",
            "child": child,
            "spouse": spouse,
        }
        for who, parent, child, spouse in (
            ("child", "spouse", "grandchild", "child-in-law"),
            ("grandchild", "child", "great-grandchild", "other"),
            ("nephew", "sibling", "grandnephew", "nephew-spouse"),
            ("child-of-theirs", "sibling", "grandnephew", "nephew-spouse"),
        )
    },
    "spouse": {
        **dict.fromkeys(("mother", "father", "parent", "elders"), "parent-in-law"),
        **dict.fromkeys(("sibling", "paternal", "maternal", "grandchild"), "other"),
    },
    "child-in-law": dict.fromkeys(("mother", "father", "parent"), CO_PARENT),
    "mother": {"sibling": "other", **dict.fromkeys(("mother", "father", "parent"), "maternal")},
    "father": {"sibling": "other", **dict.fromkeys(("mother", "father", "parent"), "paternal")},
    "parent": dict.fromkeys(("sibling", "mother", "father", "parent"), "other"),
}
"""For each role: who the kin of the one who has it are to the speaker."""

OF_PARENTS_AGE = frozenset({"mother", "father", "parent"})
"""To one of these who is the speaker's, the speaker's own child is a grandchild."""

OTHER = "other-relative"


def seen_from(who: str, whose: str) -> str:
    """What ``who`` is to ``whose``, both given as roles seen from the speaker.

    >>> seen_from("self", "spouse"), seen_from("child", "sibling"), seen_from("mother", "mother")
    ('spouse', 'other-relative', 'self')
    """
    return SELF if who == whose else _SEEN_FROM.get(whose, {}).get(who, OTHER)


GRANDPARENTS = frozenset({"paternal", "maternal"})
"""Roles of a child's grandparents, named mostly for where their registration is."""

AT_WORK_SOONER_THAN_ILL = frozenset({"spouse", "partner", "sibling", "sibling-spouse", "spouse-sibling", "cousin", "child-in-law"})
"""Roles of those who, in a hospital, are at work there sooner than ill."""

SELDOM_AT_WORK = frozenset({"parent-in-law", "other"})
"""Roles of those who are asked of for a need of theirs sooner than as who works, where what is asked goes with no work."""

KIN_TO = {
    **dict.fromkeys(("mother", "father", "parent"), "child"),
    **{who: who for who in ("spouse", "partner", "sibling", "cousin", "other")},
    "child": "parent",
    "sibling-spouse": "spouse-sibling",
    "spouse-sibling": "sibling-spouse",
    "parent-in-law": "child-in-law",
    "child-in-law": "parent-in-law",
}
"""Who the medical worker is, seen from a speaker who says to be that to them: 我是医生的儿子, a parent."""

GROWN_UP = frozenset({"spouse", "partner", "child-in-law", "parent-in-law", "sibling-spouse", "spouse-sibling"})
"""What one can only be to somebody grown up: 我是她姨 may be said of a child, 我是她嫂子 is said of the medical worker."""

_OF_PARENTS = {"mother": "parent", "father": "parent"}
_TOLD_BY_CHILD = {"mother": "spouse", "father": "spouse", "parent": HOUSEHOLD, SELF: "child"}


def seen_by_parents(who: str, told_by_child: bool) -> str:
    """A role as the parents of the child in question see it; ``told_by_child``: the child itself speaks.

    >>> seen_by_parents("mother", False), seen_by_parents("mother", True)
    ('parent', 'spouse')
    """
    return (_TOLD_BY_CHILD if told_by_child else _OF_PARENTS).get(who, who)
