"""``python -m bot``."""

import sys

from bot.stopping import end_at_once, end_service


def main() -> int:
    """Run the command line. The modules of a service take a second to read: it can be told to stop during that too."""
    end_at_once(sys.argv[1:])
    from bot.cli import main as run

    code = run()
    end_service(sys.argv[1:], code)
    return code


if __name__ == "__main__":
    sys.exit(main())
