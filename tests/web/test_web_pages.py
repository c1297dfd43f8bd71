"""Every page, drawn from samples: whole, safe under the policy, and readable without a picture or a colour."""

import gzip
import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory
from jinja2 import UndefinedError

from kith.web.parts.header import MustNot
from kith.web.show import draw
from tests.web.drawing import drawn, read, tree
from tests.web.samples.child import TAMS_PAGE
from tests.web.samples.everything import PAGES
from tests.web.samples.tolland_bay import FRAME

STATIC = Path(settings.STATICFILES_DIRS[0])
PASSKEY_SCRIPT = {"src": "/static/passkey.js", "defer": ""}
"""Where a passkey is asked for: a browser hands it to nothing else."""
LIVE_SCRIPT = {"src": "/static/live.js", "defer": ""}
EXIT_SCRIPT = {"src": "/static/exit.js", "defer": ""}
"""At the public door, where it makes the way out faster. There is no other script."""
every_page = pytest.mark.parametrize("name", PAGES)


def is_public(page) -> bool:
    """Whether it is a page of the public door, which knows nobody: it takes no token, which would need a cookie."""
    return bool(page.classed("public"))


@every_page
def test_a_page_has_one_heading_of_the_first_rank_and_skips_none(name):
    ranks = [int(one.tag[1]) for one in tree(name).all("h1", "h2", "h3", "h4")]
    in_main = [int(one.tag[1]) for one in tree(name).all("main")[0].all("h1", "h2", "h3", "h4") if one.text]
    assert ranks.count(1) == 1
    assert all(deeper - rank <= 1 for rank, deeper in itertools.pairwise(in_main))


@every_page
def test_no_page_has_an_id_twice(name):
    ids = [one.attributes["id"] for one in tree(name).all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))


@every_page
def test_no_page_carries_script_or_style_of_its_own(name):
    page = tree(name)
    scripts = page.all("script")
    asks_for_a_passkey = any("data-passkey" in form.attributes for form in page.all("form"))
    is_live = any("data-live" in one.attributes for one in page.all("div"))
    ours = [PASSKEY_SCRIPT] * asks_for_a_passkey + [EXIT_SCRIPT] * is_public(page) + [LIVE_SCRIPT] * is_live
    assert [one.attributes for one in scripts] == ours
    assert not page.all("style") and not [one for one in scripts if one.text]
    assert not [one for one in page.all() if "style" in one.attributes]
    assert not [one for one in page.all() if any(key.startswith("on") for key in one.attributes)]
    assert not [one for one in page.all() if one.attributes.get("href", "").startswith("javascript")]


@every_page
def test_every_field_has_a_label_and_every_posting_form_its_token(name):
    page = tree(name)
    labelled = {one.attributes["for"] for one in page.all("label")}
    for field in page.all("input", "textarea", "select"):
        assert field.attributes.get("type") == "hidden" or field.attributes["id"] in labelled
    for form in page.all("form"):
        tokens = [one for one in form.all("input") if one.attributes.get("name") == "csrfmiddlewaretoken"]
        assert bool(tokens) == (form.attributes["method"] == "post" and not is_public(page))


@every_page
def test_every_link_inside_a_page_leads_somewhere(name):
    page = tree(name)
    ids = {one.attributes["id"] for one in page.all() if "id" in one.attributes}
    inner = {one.attributes["href"][1:] for one in page.all("a") if one.attributes["href"].startswith("#")}
    unlisted = {target for target in inner - ids if not target.startswith("entry-2026")}
    assert not unlisted


@every_page
def test_a_problem_is_said_first_in_the_title_and_at_its_field(name):
    page = tree(name)
    problems = page.classed("error-summary")
    assert page.all("title")[0].text.startswith("Error: ") == bool(problems)
    for link in [link for summary in problems for link in summary.all("a")]:
        target = link.attributes["href"][1:]
        field = next(one for one in page.all() if one.attributes.get("id") == target)
        group = field.inside
        while "field--error" not in group.attributes.get("class", ""):
            group = group.inside
        assert link.text in group.text


PUBLIC = [name for name in PAGES if name.startswith("tell")]


@pytest.mark.parametrize("name", PUBLIC)
def test_a_page_of_the_public_door_is_light_enough_for_an_old_phone(name):
    """At 400 kbit/s 30 KB take 0.6 seconds. It names no typeface that would have to be fetched."""
    files = [(STATIC / file).read_bytes() for file in ("kith.css", "exit.js", "kith.svg")]
    assert sum(len(gzip.compress(one)) for one in (*files, drawn(name).encode())) <= 30_000


@pytest.mark.parametrize("name", PUBLIC)
def test_every_page_of_the_public_door_has_the_way_out_first_and_asks_no_browser_to_remember(name):
    page = tree(name)
    links = page.all("a")
    assert [one.attributes["href"] for one in links[:2]] == ["#main", "/tell/leave/"]
    typed = [one for one in page.all("input", "textarea") if one.attributes.get("type") in (None, "text")]
    assert all(one.attributes["autocomplete"] == "off" for one in typed)
    assert all(one.attributes["method"] == "post" for one in page.all("form"))


@every_page
def test_every_page_is_light(name):
    faces = sum((STATIC / "fonts" / file).stat().st_size for file in _FACES)
    sheet = len(gzip.compress((STATIC / "kith.css").read_bytes()))
    assert len(gzip.compress(drawn(name).encode())) + sheet + faces <= 100_000


_FACES = [f"atkinson-hyperlegible-latin-{face}.woff2" for face in ("400-normal", "700-normal", "400-italic")]


def test_the_childs_page_itself_is_small():
    assert len(gzip.compress(drawn("child").encode())) < 15_000


def test_a_name_that_is_written_like_markup_stays_words():
    wicked = '<script>alert("Tam")</script>'
    page = replace(
        TAMS_PAGE, who=replace(TAMS_PAGE.who, name=wicked, must_not=(MustNot(name=wicked, words=wicked),))
    )
    html = draw(page, request=RequestFactory().get("/"), frame=FRAME)
    assert "<script" not in html
    assert wicked in read(html).all("h1")[0].text


def test_a_value_that_a_page_forgot_is_an_error_and_not_an_empty_space():
    class Forgetful:
        template = "needs_me/page.jinja"
        section = "needs_me"
        title = "What needs me"

    with pytest.raises(UndefinedError):
        draw(Forgetful(), request=RequestFactory().get("/"), frame=FRAME)


def test_nobody_allocated_is_said_in_the_slab_and_a_person_is_not():
    assert "Nobody is allocated" in tree("child").classed("slab")[0].text
    assert not tree("child-little-known").classed("slab")
    assert "Nadia Ross, social worker" in tree("child-little-known").classed("holder")[0].text


def test_silence_a_broken_line_and_nothing_to_report_look_different():
    lines = tree("child").classed("fresh")[0].all("li")
    kinds = {line.text.split()[0]: line.attributes.get("class", "") for line in lines}
    assert kinds["GP"] == "silent cut-line"
    assert kinds["School"] == "silent hatch"
    assert kinds["Health"] == ""
    assert "told us it has nothing to report, 08:00 today" in lines[-1].text
    assert [line.text.split()[0] for line in lines[:2]] == ["GP", "School"]


def test_every_line_of_the_story_says_what_settled_it_or_that_nothing_has():
    lines = tree("child").classed("line")
    assert all(line.classed("line__set")[0].text for line in lines)
    unsettled = [line for line in lines if "line--open" in line.attributes["class"]]
    assert all(line.classed("open-ring") for line in unsettled)
    assert f"Nothing has settled {len(unsettled)} of them." in tree("child").classed("story")[0].text


def test_a_childs_words_are_quoted_and_never_tidied():
    assert "“He comes in the night now so the lady doesn’t see.”" in tree("child").all("blockquote")[0].text


def test_an_empty_part_says_that_silence_is_not_safety():
    page = tree("child-little-known").all("main")[0].text
    assert "Kith asks nothing today. That is not the same as safe" in page
    assert "No agency has sent anything about Robin yet. That is not the same as nothing happening." in page
    assert "Nobody has written down any other child." in page


def test_every_evidence_of_a_question_leads_to_its_entry():
    for evidence in tree("prompt").classed("ask__ev")[0].all("li"):
        assert re.search(r"/chronology/#entry-", evidence.all("a")[0].attributes["href"])


def test_a_question_says_what_would_make_it_wrong_and_who_owns_it():
    words = tree("prompt").all("main")[0].text
    assert "This would be wrong if" in words
    assert "Owner: Dana Ferris , 01632 960 151" in words
    assert "Nobody is free: send it to Marta Leigh, service head" in words


def test_a_declined_question_can_be_challenged():
    words = tree("prompt-declined").all("main")[0].text
    assert "Something else is safer for Tam" in words
    assert "Challenge this answer" in words
    assert "Decline, with your reason" not in words


def test_positions_stay_closed_until_ones_own_is_written():
    assert "If he is told tonight" not in drawn("decision")
    assert "Closed until you write yours" in drawn("decision")
    assert "If he is told tonight" in drawn("decision-decided")


def test_dissent_stays_on_a_decision():
    dissent = tree("decision-decided").classed("dissent")
    assert [one.text.split()[0] for one in dissent] == ["Health"]
    assert "Made without school" in tree("decision-decided").classed("outcome")[0].text


def test_whether_parents_may_be_told_stands_at_each_fact():
    for agency in tree("decision").classed("brings"):
        facts = agency.all("ul")[0].all("li")
        assert all(fact.classed("may") for fact in facts)
    school = tree("decision").classed("brings")[-1]
    assert school.classed("may")[0].text == "Parents: not said, so not to be told"


def test_no_match_says_where_was_looked_and_where_not():
    words = tree("find-child-nobody").all("main")[0].text
    assert "Nothing found in Tolland Bay: social care, police, school and health, as of 10:40 today." in words
    assert "Not looked in: GP (line broken since 08:10), other areas." in words
    assert "That is not the same as no worry." in words


def test_a_search_posts_so_that_no_name_stands_in_an_address():
    searches = [one for one in tree("find-child").all("form") if one.attributes.get("role") == "search"]
    assert [one.attributes["method"] for one in searches] == ["post", "post"]


def test_an_urgent_concern_ends_with_the_number_to_ring():
    sent = tree("concern-sent")
    assert sent.all("h1")[0].text == "Sent. Now ring."
    assert sent.classed("slab")[0].all("a")[0].attributes["href"] == "tel:01632960140"
    assert "Nobody has opened it yet." in sent.text


def test_a_refusal_says_why_and_whom_to_ring():
    words = tree("refused").all("main")[0].text
    assert "Nothing is found here that you may open." in words
    assert [one.text for one in tree("refused").classed("slab")[0].all("a")] == ["01632 960 140", "999"]
