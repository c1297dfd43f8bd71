"""Runs one of Kith's commands, or lists them."""

import os
import sys

from kith.config.commands import all_commands, first_line


def main(arguments: list[str]) -> int:
    """Run the command that the first argument names; list them all without one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    commands = all_commands()
    wanted = arguments[0] if arguments else ""
    if wanted in commands:
        return int(commands[wanted].main(arguments[1:]) or 0)
    for name, module in commands.items():
        print(f"  ./kith {name:<10} {first_line(module)}")
    if wanted in ("", "help", "-h", "--help"):
        return 0
    print(f"kith: there is no command {wanted!r}.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
