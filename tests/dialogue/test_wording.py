"""The program's own sentences."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording
from bot.dialogue.guard import violations
from bot.dialogue.replies.plain import plain
from bot.model.reply import Decision

SENTENCES = [value for name, value in vars(wording).items() if name.isupper() and isinstance(value, str)]


def test_none_says_what_a_document_says(snapshot: Snapshot) -> None:
    """No figure, phone number or office stands here that is not declared elsewhere."""
    assert len(SENTENCES) > 10
    for sentence in SENTENCES:
        assert violations(plain(Decision.CHAT, sentence), snapshot) == [], sentence


def test_every_region_is_named_as_covered_and_can_be_chosen(small: Snapshot) -> None:
    assert "甲县、乙市" in wording.scope(small.in_sight)
    assert wording.help_text(small.in_sight)[0] == wording.scope(small.in_sight)
    options = wording.region_options(list(small.in_sight))
    assert [(option.label, option.action) for option in options] == [("甲县", "region:jia"), ("乙市", "region:yi")]


def test_labels_fit_a_button() -> None:
    labels = [value for name, value in vars(wording).items() if name.endswith("_LABEL")]
    assert all(len(label) <= 10 for label in labels)
