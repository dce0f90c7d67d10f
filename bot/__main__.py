"""``python -m bot``."""

import sys

from bot.stopping import end_at_once


def main() -> int:
    """Run the command line. The modules of a service take a second to read: it can be told to stop during that too."""
    end_at_once(sys.argv[1:])
    from bot.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
