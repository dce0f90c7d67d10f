"""The registry of commands."""

from __future__ import annotations

import re

from bot.dialogue.commands import BY_NAME, COMMANDS, ON_THE_MATTER_IN_HAND


def test_names_are_those_a_messenger_accepts_and_no_two_are_alike() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names) == len(BY_NAME)
    assert all(re.fullmatch("[a-z0-9_]{1,32}", name) for name in names)
    assert BY_NAME.keys().isdisjoint(ON_THE_MATTER_IN_HAND)


def test_no_group_is_offered_what_one_person_said() -> None:
    assert [command.name for command in COMMANDS if command.personal and command.in_groups] == ["why"]


def test_a_button_of_a_command_has_its_name() -> None:
    assert BY_NAME["my"].action == "do:my"
