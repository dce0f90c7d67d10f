"""What tests of pictures share: a Chinese font to draw with, and how a PNG begins."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.channels.picture_card import card_making

PNG = b"\x89PNG\r\n\x1a\n"


def chinese_font() -> Path:
    """A font of this machine; without one the test is skipped, but not where all is to be checked."""
    making = card_making(None)
    if making.font is None:
        message = f"{making.missing}: {making.remedy}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return making.font
