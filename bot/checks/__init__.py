"""Everything that can be wrong in a knowledge folder, found in one run."""

from bot.checks.all_checks import check_folder, check_knowledge

__all__ = ["check_folder", "check_knowledge"]
