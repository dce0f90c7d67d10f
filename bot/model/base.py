"""What every value of the model shares."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Value(BaseModel):
    """A frozen value that refuses keys it does not know, so that a misspelt key is never silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=40)]
"""A permanent ASCII name; short enough to travel inside 64 bytes of Telegram callback data."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Text shown to a person, never empty."""
