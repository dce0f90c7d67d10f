"""Who is what to whom: Chinese kin terms as roles seen from the speaker, and one role seen from another."""

from __future__ import annotations

SELF = "self"
GROUP = "family"
HOUSEHOLD = "household"
"""The speaker and those they live with: 我俩, 一家三口."""

NOBODY = "outsider"

_SEEN_FROM: dict[str, dict[str, str]] = {
    SELF: {
        "mother": "parent", "father": "parent", "parent": "parent", "child": "child", "spouse": "spouse",
        "parent-in-law": "parent-in-law", "elders": "parent", HOUSEHOLD: SELF, GROUP: GROUP,
    },
    "spouse": {
        SELF: "spouse", "child": "child", "mother": "parent-in-law", "father": "parent-in-law", "parent": "parent-in-law",
        "parent-in-law": "parent", "elders": "parent", HOUSEHOLD: GROUP, GROUP: GROUP,
    },
    "child": {SELF: "parent", "spouse": "parent", "grandchild": "child", GROUP: GROUP},
    "child-in-law": {
        SELF: "parent-in-law", "spouse": "parent-in-law", "parent-in-law": "parent", "child": "spouse", "grandchild": "child",
        GROUP: GROUP,
    },
    "mother": {
        SELF: "child", "child": "child", "father": "spouse", "spouse-of-parent": "spouse", "sibling": "child", "maternal": "parent",
        "paternal": "parent-in-law", GROUP: GROUP,
    },
    "father": {
        SELF: "child", "child": "child", "mother": "spouse", "spouse-of-parent": "spouse", "sibling": "child", "paternal": "parent",
        "maternal": "parent-in-law", GROUP: GROUP,
    },
    "parent": {SELF: "child", "child": "child", "sibling": "child", GROUP: GROUP},
    "sibling": {
        "mother": "parent", "father": "parent", "parent": "parent", "child-of-theirs": "child", "spouse-of-theirs": "spouse",
        GROUP: GROUP,
    },
    "parent-in-law": {"spouse": "child", GROUP: GROUP},
    "grandchild": {"child": "parent", GROUP: GROUP},
}  # fmt: skip
"""For each role: what others are to the one who has it. What is not named is some other relative."""

OTHER = "other-relative"


def seen_from(who: str, whose: str) -> str:
    """What ``who`` is to ``whose``, both given as roles seen from the speaker.

    >>> seen_from("self", "spouse"), seen_from("child", "sibling"), seen_from("mother", "mother")
    ('spouse', 'other-relative', 'self')
    """
    return SELF if who == whose else _SEEN_FROM.get(whose, {}).get(who, OTHER)


SPEAKERS = ("我们", "本人", "自己", "咱们", "我哋", "我", "俺", "咱")
"""Pronouns for the speaker."""

PRONOUNS = ("他们", "她们", "佢哋", "人家", "他", "她", "佢")
"""Pronouns for somebody spoken of before."""

THEIRS = ("她家", "他家", "她的", "他的", "人家", "她", "他")
"""Before a kin term: somebody else's, seen from the one spoken of before."""

OWNED = "院科医单区市省这那家队村县边"
"""Right behind a pronoun for the speaker: 我们院 is a place, not somebody."""

CLEFT = "的是"
"""Between what is said and of whom, where it is turned round: 支援的是我妹."""

_OF_PARENTS = {"mother": "parent", "father": "parent"}
_TOLD_BY_CHILD = {"mother": "spouse", "father": "spouse", "parent": HOUSEHOLD, SELF: "child"}


def seen_by_parents(who: str, told_by_child: bool) -> str:
    """A role as the parents of the child in question see it; ``told_by_child``: the child itself speaks.

    >>> seen_by_parents("mother", False), seen_by_parents("mother", True)
    ('parent', 'spouse')
    """
    return (_TOLD_BY_CHILD if told_by_child else _OF_PARENTS).get(who, who)
