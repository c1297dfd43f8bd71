"""The sample pages in a real browser: axe finds nothing, nothing scrolls sideways, the keyboard goes in reading order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.web.samples.everything import PAGES

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = 1280, 320
FIRST_LOOK = (
    "sign-in", "sign-in-second", "sign-in-set-up", "sign-in-mine", "tell", "tell-check", "tell-me", "tell-arabic-contact", "needs-me", "find-child-found", "child", "child-little-known", "chronology", "concern-where",
    "concern-seen", "concern-sent", "visit-note-problem", "prompt", "decision", "decision-decided", "refused", "tonight-listed",
)  # fmt: skip
"""Pages that the quick lane opens; the slow lane opens every other state."""
every_page = pytest.mark.parametrize(
    "name", [name if name in FIRST_LOOK else pytest.param(name, marks=pytest.mark.slow) for name in PAGES]
)


@pytest.fixture(scope="module")
def wide(browser: Browser) -> Iterator[Page]:
    yield from _opened(browser, WIDE, 900, "light")


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    yield from _opened(browser, NARROW, 640, "dark")


def _opened(browser: Browser, width: int, height: int, scheme: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()


def faults(page: Page) -> list[str]:
    """What axe finds. Evaluated from outside, since the policy lets no script into the page."""
    page.evaluate(AXE)
    asked = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("asked => axe.run(document, asked)", asked)
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def test_axe_finds_what_was_planted(wide, site):
    wide.goto(f"{site}/needs-me")
    wide.evaluate("document.querySelector('label').remove()")
    assert any(fault.startswith("label") for fault in faults(wide))


@every_page
def test_axe_finds_nothing_wide_and_light(name, wide, site):
    wide.goto(f"{site}/{name}")
    assert faults(wide) == []
    assert wide.complaints == []


@every_page
def test_axe_finds_nothing_narrow_and_dark_and_nothing_scrolls_sideways(name, narrow, site):
    narrow.goto(f"{site}/{name}")
    assert faults(narrow) == []
    assert narrow.evaluate("document.documentElement.scrollWidth") <= NARROW
    assert narrow.complaints == []


def test_the_first_five_lines_of_tonight_stand_on_one_screen_of_a_phone(browser, site):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site}/tonight")
    ends = page.evaluate(
        "() => [...document.querySelectorAll('.rests')].map(one => [one.querySelector('h2').innerText, one.getBoundingClientRect().bottom])"
    )
    context.close()
    assert [question for question, _ in ends[:5]] == [
        "Must not be there", "Who lives there", "Before you knock", "The plan", "Last seen",
    ]  # fmt: skip
    assert ends[4][1] <= 740


@pytest.mark.parametrize("name", ["child", "chronology", "concern-where", "decision", "prompt"])
def test_every_control_that_stands_alone_is_at_least_24_pixels(name, narrow, site):
    narrow.goto(f"{site}/{name}")
    small = narrow.evaluate(
        """() => [...document.querySelectorAll('button, .button, summary, input:not([type=hidden]), select, textarea')]
        .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('[aria-hidden=true]'))
        .map(one => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
        .filter(([_, box]) => box.width && (box.height < 24 || box.width < 24)).map(([html]) => html)"""
    )
    assert small == []


def _stops(page: Page, number: int) -> list[dict]:
    """The next places that Tab comes to: words, and where each stands on the page."""
    found = []
    for _ in range(number):
        page.keyboard.press("Tab")
        found.append(
            page.evaluate(
                """() => { const one = document.activeElement, box = one.getBoundingClientRect();
                return {words: one.innerText || one.name || one.getAttribute('aria-label') || '',
                        part: one.closest('aside, .main-col, .band, .ask-page__form, .ring-now, header')?.className || '',
                        top: box.top + scrollY, seen: box.width > 0,
                        covered: !!one.closest('main') && box.top < 0} }"""
            )
        )
    return found


def test_the_keyboard_goes_through_a_concern_in_reading_order(wide, site):
    wide.goto(f"{site}/concern-where")
    stops = [stop["words"].strip() for stop in _stops(wide, 22)]
    assert stops[0] == "Skip to main content"
    order = [
        "01632 960 140",
        "Back",
        "Say who collects Casper, or choose that you do not know",
        "where_now",
        "collected_by",
    ]
    assert [stop for stop in stops if stop in order] == order


def test_the_keyboard_goes_down_the_childs_page_and_never_up(wide, site):
    wide.goto(f"{site}/child")
    stops = _stops(wide, 70)
    bands = [stop["part"] for stop in stops if stop["part"] in ("main-col", "side-col", "sec band", "band")]
    firsts = [part for number, part in enumerate(bands) if number == 0 or bands[number - 1] != part]
    assert firsts == ["main-col", "side-col", "sec band", "band"]
    assert all(stop["seen"] for stop in stops)


def test_nothing_that_has_the_focus_hides_under_the_sticky_bar(narrow, site):
    narrow.goto(f"{site}/child")
    _stops(narrow, 30)
    under = narrow.evaluate(
        """() => [...document.querySelectorAll('main a, main button, main summary')].filter(one => one.checkVisibility())
        .slice(0, 12).filter(one => { one.focus(); const bar = document.querySelector('.jump').getBoundingClientRect();
        const box = one.getBoundingClientRect(); return box.bottom < bar.bottom && box.bottom > 0; }).map(one => one.innerText)"""
    )
    assert under == []


def test_the_skip_link_goes_past_the_menu(wide, site):
    wide.goto(f"{site}/needs-me")
    _stops(wide, 1)
    wide.keyboard.press("Enter")
    assert "Strategy discussion" in _stops(wide, 1)[0]["words"]


def test_on_a_phone_people_are_folded_with_their_count_and_the_jump_link_opens_them(narrow, site):
    narrow.goto(f"{site}/child")
    people = narrow.locator("#involved-list")
    assert not people.is_visible()
    assert narrow.get_by_text("9 people and their numbers").is_visible()
    narrow.get_by_role("link", name="People and numbers").click()
    assert people.is_visible()


def test_on_a_wide_page_nothing_is_folded_away(wide, site):
    wide.goto(f"{site}/child")
    assert wide.locator("#involved-list").is_visible()
    assert wide.get_by_text("banging, and a little girl crying upstairs").is_visible()
    assert not wide.get_by_text("9 people and their numbers").is_visible()


def test_on_paper_nothing_is_folded_away_and_no_control_is_left(narrow, site):
    narrow.goto(f"{site}/child")
    narrow.emulate_media(media="print")
    assert narrow.locator("#involved-list").is_visible()
    assert not [one for one in narrow.locator("main button").all() if one.is_visible()]
    narrow.emulate_media(media="screen")


def test_a_picture_is_drawn_for_its_width(wide, narrow, site):
    for page, drawn, other in ((wide, "wide", "tall"), (narrow, "tall", "wide")):
        page.goto(f"{site}/chronology")
        assert page.locator(f"svg.lanes__{drawn}").is_visible()
        assert not page.locator(f"svg.lanes__{other}").is_visible()


def test_the_four_signs_survive_a_palette_that_somebody_else_chose(browser, site):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{site}/child")
    style = "([part, what]) => getComputedStyle(document.querySelector(part))[what]"
    assert page.evaluate(style, [".fresh .hatch", "borderTopStyle"]) == "double"
    assert page.evaluate(style, [".slab", "borderTopWidth"]) == "2px"
    assert page.evaluate(style, [".line--open .line__set", "borderLeftWidth"]) == "4px"
    assert page.evaluate(style, [".voice", "borderTopStyle"]) == "solid"
    context.close()
