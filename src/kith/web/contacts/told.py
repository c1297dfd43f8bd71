"""What was told together, as one reader may see it, with whether they opened its pictures."""

from collections.abc import Iterator, Sequence

from kith.files import queries as files
from kith.journeys.truths_of_contact import told_together
from kith.kernel.types import Actor
from kith.pathway.types import ContactView
from kith.web.child.reading import Reading
from kith.web.child.telling import entry_href, kind_label, moment_of, recorder, said_by, told
from kith.web.contacts.page import Told
from kith.web.jinja import number_word
from kith.web.photographs.filling import files_href
from kith.web.together.seen import entries_of


def told_of(contact: ContactView, readings: Sequence[Reading], by: Actor) -> Iterator[Told]:
    """What came together, oldest first, as this reader may see it."""
    held = entries_of(readings)
    here = [held[one] for one in told_together(contact) if one in held]
    pictures = files.files_of(entries=[entry.id for entry, _ in here])
    for entry, reading in sorted(here, key=lambda pair: pair[0].place):
        found = pictures.get(entry.id, ())
        unseen = [one for one in found if by.id not in {look.by for look in one.opened}]
        yield Told(
            when=moment_of(entry.when, reading),
            agency=said_by(entry, reading),
            kind=kind_label(entry, reading),
            words=told(entry, reading),
            href=entry_href(entry.id, reading),
            by=recorder(entry, reading),
            pictures=_pictures(len(found), len(unseen)),
            pictures_href=files_href(reading.child.id, entry.id) if found else "",
        )


def _pictures(number: int, unseen: int) -> str:
    if not number:
        return ""
    are = "One photograph." if number == 1 else f"{number_word(number)} photographs."
    if not unseen:
        return f"{are} You have opened {'it' if number == 1 else 'all of them'}."
    left = "it" if number == 1 else "any of them" if unseen == number else f"{unseen} of them"
    return f"{are} You have not opened {left}."
