"""The generated page of the time that forms take, and what is wrong with them."""

from collections.abc import Iterator

from tests.web.forms_counted.counted import STORED, Counted, every_form

HEAD = """# Time given back

Made by `./kith forms --write` from the pages themselves and from [what was declared of them](time-given-back.yaml). A form that asks more than
stands there, or takes a script longer than its budget, fails the build.

Times are **scripted**: by the keystroke-level model (Card, Moran and Newell, 1980), with 15 letters in a line, 200 in a box of words and eight in a date [P]. People think longer, and
are interrupted. What must be answered is timed; *all* is every box. Budgets are ours [P].

| form | by | pages | must be answered | boxes of words | scripted | all | budget |
|---|---|---|---|---|---|---|---|
"""


def page(forms: tuple[Counted, ...]) -> str:
    """The whole page."""
    rows = "".join(_row(one) for one in forms)
    return f"{HEAD}{rows}{_foot(forms)}"


def _row(form: Counted) -> str:
    said = form.declared
    must = str(len(form.required)) if form.required else "none: whatever was filled in is taken"
    return (
        f"| {said['says']} | {said['by']} | {len(said['pages'])} | {must} | {form.in_words} |"
        f" {_time(form.scripted)} | {_time(form.seconds(whole=True))} | {_time(said['seconds'])} |\n"
    )


def _foot(forms: tuple[Counted, ...]) -> str:
    thread = [one for one in forms if one.declared["form"] in ("concern", "think", "decide", "answer")]
    took, budget = sum(one.scripted for one in thread), sum(one.declared["seconds"] for one in thread)
    typed = "; ".join(
        f"{one.declared['says']}: {box} {number}"
        for one in forms
        for box, number in one.declared.get("letters", {}).items()
    )
    elsewhere = "".join(f"| {one.declared['says']} | {one.declared['elsewhere']} |\n" for one in forms)
    repeated = sum(len(_asked_again(one)) for one in forms)
    return f"""
**From a professional’s concern to the decision**, with one agency asked: {_time(took)} scripted, of {_time(budget)}. Questions that ask again what Kith holds of a known child: {repeated}.

Letters that are fewer than usual: {typed}.

## What is still keyed elsewhere

| form | what |
|---|---|
{elsewhere}"""


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _asked_again(form: Counted) -> list[str]:
    first = form.declared["form"] in ("concern", "tell")
    return [] if first else [one.name for one in form.boxes if one.name in STORED]


def wrong(forms: tuple[Counted, ...] | None = None) -> Iterator[str]:
    """What a build fails for, a sentence each."""
    for form in every_form() if forms is None else forms:
        said, name = form.declared, form.declared["form"]
        for box in form.required:
            if box not in said["required"]:
                yield f"{name}: the box “{box}” must be answered and is not declared. Take one away, and name it in instead_of."
        yield from (
            f"{name}: “{box}” is declared and is no box that must be answered."
            for box in said["required"]
            if box not in form.required
        )
        for new, old in said.get("instead_of", {}).items():
            if old in form.required:
                yield f"{name}: “{new}” stands instead of “{old}”, which must be answered still."
        if form.scripted > said["seconds"]:
            yield f"{name}: {_time(form.scripted)} scripted, of {_time(said['seconds'])}."
        yield from (f"{name}: “{box}” is known of the child already." for box in _asked_again(form))
