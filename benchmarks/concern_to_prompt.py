"""From a concern at the door to its committed entry and prompts: one after another, each with one entry."""

import time

from setting import KINDS, publish, scratch_area, spread


def main() -> None:
    with scratch_area() as area:
        children = [area.child(f"Child {number}", aged=2 + number % 12) for number in range(40)]
        taken = []
        began = time.perf_counter()
        for number in range(200):
            agency, kind, details = KINDS[number % len(KINDS)]
            before = time.perf_counter()
            area.agency(agency).report(children[number % len(children)], kind, **details)
            taken.append((time.perf_counter() - before) * 1000)
        seconds = time.perf_counter() - began
        from kith.patterns import queries

        prompts = sum(len(queries.prompts_about(child=child.id)) for child in children)
    publish(
        "concern_to_prompt",
        [spread(taken), f"{200 / seconds:.1f} a second, one process; {prompts} prompts stand"],
    )


if __name__ == "__main__":
    main()
