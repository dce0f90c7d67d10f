"""Everything that can be wrong in a knowledge folder, found in one run."""

from bot.loading.checks.run import check_folder, check_knowledge, run_check

__all__ = ["check_folder", "check_knowledge", "run_check"]
