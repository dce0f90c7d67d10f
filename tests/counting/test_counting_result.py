"""What is said of a message beside its counts."""

from __future__ import annotations

import pytest

from tests.counting.conftest import Read


@pytest.mark.parametrize(("said", "bare"), [("27天", True), ("采样27天", False)])
def test_a_message_of_nothing_but_a_count_is_bare(said: str, bare: bool, read: Read) -> None:
    assert read(said).bare is bare


@pytest.mark.parametrize(("said", "whole"), [("采样总共27天", True), ("采样27天", False)])
def test_a_count_may_be_said_to_be_all_there_was(said: str, whole: bool, read: Read) -> None:
    assert read(said).whole is whole


@pytest.mark.parametrize(("said", "whose"), [("我记错了，我是27天", True), ("我记错了，是27天", False)])
def test_who_only_was_wrong_is_not_whose_the_days_are(said: str, whose: bool, read: Read) -> None:
    assert read(said).whose is whose
