"""./kith forms [--write]: the page of the time that forms take; 1 where a form asks too much."""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
WRITTEN = Path(__file__).resolve().parents[3] / "docs" / "reference" / "time-given-back.md"


def main(arguments: list[str]) -> int:
    import django

    django.setup()
    from tests.web.forms_counted.counted import every_form
    from tests.web.forms_counted.page import page, wrong

    forms = every_form()
    for sentence in (found := list(wrong(forms))):
        print(f"kith: {sentence}", file=sys.stderr)
    if arguments == ["--write"]:
        WRITTEN.write_text(page(forms), encoding="utf-8")
        print(f"kith: written to {WRITTEN.relative_to(WRITTEN.parents[2])}.")
    else:
        print(page(forms), end="")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
