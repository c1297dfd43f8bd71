"""The child and chronology pages at 300 and 3,000 entries: server time, statements and bytes, through the whole application."""

import gzip

from setting import child_with, publish, scratch_area, signed_in, spread, timed


def main() -> None:
    with scratch_area() as area:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        client, reader = signed_in(area)
        lines = []
        for entries in (300, 3_000):
            child = child_with(area, entries)
            area.involve(reader, child)
            for name, address in (
                ("child", f"/children/{child.id}/"),
                ("chronology", f"/children/{child.id}/chronology/"),
            ):
                with CaptureQueriesContext(connection) as asked:
                    page = client.get(address)
                statements = len(asked)
                assert page.status_code == 200, (address, page.status_code)
                taken = timed(lambda a=address: client.get(a), 15)
                packed = len(gzip.compress(page.content))
                lines.append(
                    f"{name:<11} {entries:>5} entries: {spread(taken)}; {statements} statements;"
                    f" {len(page.content) / 1000:.0f} KB, {packed / 1000:.1f} KB gzipped"
                )
    publish("pages", lines)


if __name__ == "__main__":
    main()
