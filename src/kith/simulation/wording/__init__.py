"""The plain sentences that practitioners could have written, agency by agency."""

from collections.abc import Mapping
from random import Random

from kith.simulation.types import Told
from kith.simulation.wording import health, home, police, school, social_care

SENTENCES: Mapping[str, tuple[str, ...]] = {
    **home.SENTENCES,
    **health.SENTENCES,
    **school.SENTENCES,
    **police.SENTENCES,
    **social_care.SENTENCES,
}
"""By kind, or by ``kind:code`` or ``kind:agency`` where one of its details (or who says it) makes another sentence."""

TELLING = (
    "outcome",
    "stage",
    "plan_type",
    "nature",
    "aspect",
    "reason",
    "unallocated",
    "conference_type",
    "appearance",
)
AGENCIES = {
    "childrens_social_care": "social care",
    "police": "police",
    "school": "school",
    "health_visiting": "the health visitor",
    "gp": "the GP",
    "hospital": "the hospital",
    "cafcass": "Cafcass",
}


COUNTS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}
SMALL = 3.0
"""Years of age under which nobody writes that a child talked or showed them round."""


def sentence(told: Told, *, people: Mapping[str, str], years: float, chance: Random) -> str:
    """What this telling's author wrote. ``people`` maps each member's key to the name used in a sentence.

    ``years`` is the age of the oldest child that it is about.
    """
    if told.text:
        return told.text
    for key in _keys(told, small=years < SMALL):
        if key in SENTENCES:
            return _filled(chance.choice(SENTENCES[key]), told, people)
    raise KeyError(f"no sentence for {told.kind}")


def _keys(told: Told, *, small: bool) -> list[str]:
    details = [f"{told.kind}:{told.details[name]}" for name in TELLING if name in told.details]
    plan = f"{told.kind}:{told.details.get('plan_type')}:{told.details.get('stage')}"
    harm = f"{told.kind}:{told.details.get('nature')}"
    keys = [harm, f"{told.kind}:{told.said_by}", plan, *details, told.kind]
    return [*(f"{key}:small" for key in keys if small), *keys]


def _filled(template: str, told: Told, people: Mapping[str, str]) -> str:
    details = {name: _in_words(value, people) for name, value in told.details.items()}
    children = [
        people[key] for key in told.about if key in people and not key.startswith(("mother", "father"))
    ]
    names = _Names({**people, "children": _listed(children) or people.get("child1", "the child"), **details})
    words = template.format_map(names)
    return words[0].upper() + words[1:]


def _in_words(value: object, people: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return _listed([AGENCIES.get(str(one), str(one).replace("_", " ")) for one in value])
    if isinstance(value, int) and not isinstance(value, bool):
        return COUNTS.get(value, str(value))
    text = str(value)
    return people.get(text) or AGENCIES.get(text) or text.replace("_", " ")


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else " and ".join([", ".join(words[:-1]), words[-1]]) if words else ""


class _Names(dict):
    """Names by key; somebody the family does not have is a plain word, so that a sentence still reads."""

    PLAIN = {
        "mother": "Mum",
        "father": "Dad",
        "mother_partner": "Mum's partner",
        "maternal_grandmother": "the grandmother",
        "child1": "the child",
        "children": "the children",
        "baby1": "the baby",
        "explanation_text": "no account written",
    }

    def __missing__(self, key: str) -> str:
        return self.PLAIN.get(key, key.replace("_", " "))
