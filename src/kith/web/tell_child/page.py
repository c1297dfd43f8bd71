"""The values of the child's own page."""

from dataclasses import dataclass, field
from typing import ClassVar

from kith.web.parts.form import Form
from kith.web.tell.page import Door

FACES = ("good", "flat", "sad", "scared", "cross")
"""Of happiest to angriest; each has its drawing and its word."""


@dataclass(frozen=True, kw_only=True)
class MePage:
    """Four things at most, each of which may be left out but one."""

    template: ClassVar[str] = "tell_child/page.jinja"
    section: ClassVar[str] = ""
    faces: ClassVar[tuple[str, ...]] = FACES

    door: Door
    key: str = field(repr=False)
    form: Form
    know_first: str = ""

    @property
    def title(self) -> str:
        problem = f"{self.door.words('error')} " if self.form.problems else ""
        return problem + self.door.words("me_title")
