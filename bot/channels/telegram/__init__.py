"""The Telegram channel: it translates and renders; the thinking is the core's."""

from bot.administration.described import ACTION_PREFIX, Described
from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.admin_extension import Extension
from bot.channels.telegram.lifecycle import Options, Timing, run

__all__ = ["ACTION_PREFIX", "Described", "Extension", "FaultCounter", "Options", "Timing", "run"]
