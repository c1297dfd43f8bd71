"""Asking every rule about one child with 30, 300 and 2,000 entries, by the live engine and by the reference engine."""

from datetime import timedelta

from setting import child_with, publish, scratch_area, spread, timed


def main() -> None:
    with scratch_area() as area:
        from kith.patterns import queries

        lines = [f"{len(queries.rulebook().patterns)} patterns; one child, one moment"]
        for entries in (30, 300, 2_000):
            child = child_with(area, entries)
            moments = [(child.id, area.now + timedelta(hours=1))]
            live = timed(lambda m=moments, c=child: queries.ask(moments=m, households={c.id: c.id}), 30)
            reference = timed(lambda m=moments: queries.ask_in_memory(moments=m), 5)
            lines.append(
                f"{entries:>5} entries: live {spread(live)}; reference {min(reference):.0f} ms at best;"
                f" live is {min(reference) / min(live):.1f} times as fast"
            )
    publish("ask_rules", lines)


if __name__ == "__main__":
    main()
