import pytest
from datetime import timedelta
from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.clock import LONDON, now
from tests.web.forms import bay, signed_in, worker
from tests.web.test_web_browser import AXE, RULES

pytestmark=[pytest.mark.django_db(transaction=True), pytest.mark.filterwarnings("ignore:No directory at")]
S="/tmp/shots_forms"

def context(browser, live_server, code, **options):
    c = signed_in(code)
    ctx = browser.new_context(**options)
    ctx.add_cookies([{"name":"kith","value":c.cookies["kith"].value,"url":live_server.url}])
    return ctx

def faults(page):
    page.evaluate(AXE)
    asked = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("asked => axe.run(document, asked)", asked)
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found["violations"] for node in one["nodes"]]

def test_walk(browser, live_server):
    area = bay()
    baby = area.child("Noor Haddad", born=(now()-timedelta(days=90)).date())
    sib = area.child("Sami Haddad", aged=5, with_=baby)
    by = worker("bukola-stannard")
    for one in (baby, sib):
        access.involve(child=one.id, whom=Whom(practitioner=by.id), basis="health_caseload", by=by, at=now())
    out=[]
    for width, js in ((1280, True), (360, False), (320, True)):
        ctx = context(browser, live_server, "bukola-stannard", viewport={"width":width,"height":800}, java_script_enabled=js)
        p = ctx.new_page()
        p.on("console", lambda m: out.append((width, m.type, m.text)) if m.type=="error" else None)
        def shot(name):
            p.screenshot(path=f"{S}/{name}-{width}.png", full_page=True)
            wide = p.evaluate("document.documentElement.scrollWidth")
            if wide > width: out.append((width, name, "scrolls", wide))
            if js:
                f = faults(p)
                if f: out.append((width, name, f))
        p.goto(f"{live_server.url}/concern/"); shot("1-where")
        p.get_by_role("button", name="Save and go on").click(); shot("1-where-err")
        p.locator("#where_now-3").check(); shot("1-where-else")
        p.get_by_label("Here with me").check()
        p.locator("#collected_by").fill("his father, Dean"); p.locator("#leaves").fill("15"); p.locator("#leaves_minute").fill("15")
        p.get_by_label("I am not sure").check()
        p.get_by_role("button", name="Save and go on").click(); shot("2-child")
        p.get_by_role("button", name="Save and go on").click(); shot("2-child-err")
        p.locator("#child_name").fill("Casper Lyle"); p.locator("#born_about").fill("about 4")
        p.get_by_role("button", name="Save and go on").click(); shot("3-seen")
        p.locator("#happened").fill("31"); p.locator("#happened_month").fill("2"); p.locator("#happened_year").fill("2026")
        p.get_by_role("button", name="Save and go on").click(); shot("3-seen-err")
        n=now().astimezone(LONDON)
        p.locator("#happened").fill(str(n.day)); p.locator("#happened_month").fill(str(n.month))
        p.locator("#seen_or_heard").fill("A round burn, 8 mm across, on the back of the right hand.\nSeen at 13:30 when he changed for PE.")
        p.locator("#childs_words").fill("Daddy's light bit me.")
        p.get_by_label("I saw or heard it myself").check(); p.get_by_label("A mark or an injury").check()
        p.get_by_label("The child told of harm").check(); p.locator("#my_view").fill("I think it is a cigarette burn.")
        p.get_by_role("button", name="Save and go on").click(); shot("4-injury")
        p.locator("summary", has_text="Arms and hands").click(); p.get_by_label("Hand", exact=True).check(); shot("4-injury-open")
        p.get_by_label("A burn or scald").check()
        p.get_by_role("button", name="Save and go on").click(); shot("5-urgent")
        p.get_by_role("button", name="Save and go on").click(); shot("5-urgent-err")
        p.get_by_label("Now, or before").check(); p.get_by_label("No, not yet").check()
        p.get_by_role("button", name="Save and go on").click(); shot("5-urgent-err2")
        p.locator("#why_not_told").fill("His father is on his way here.")
        p.get_by_role("button", name="Save and go on").click(); shot("6-check")
        p.get_by_role("button", name="Send to the duty desk").click(); shot("7-sent")
        p.goto(f"{live_server.url}/concern/?child={baby.id}"); shot("k1-where")
        p.locator("#where_now").check(); p.locator("#collected_by_not_known").check(); p.locator("#leaves_not_known").check(); p.locator("#safe_to_go").check()
        p.get_by_role("button", name="Save and go on").click(); shot("k2-others")
        p.get_by_role("button", name="Stop and come back").click()
        p.goto(f"{live_server.url}/concern/"); shot("k3-unsent")
        p.goto(f"{live_server.url}/children/{baby.id}/visit/"); shot("v1")
        p.get_by_role("button", name="Keep this note").click(); shot("v1-err")
        p.get_by_label("Yes, but not alone").check(); shot("v1-notalone")
        p.get_by_role("button", name="Keep this note").click(); shot("v1-notalone-err")
        p.get_by_label("No, not seen").check()
        p.get_by_role("button", name="Keep this note").click(); shot("v1-notseen-err")
        p.get_by_label("Yes, alone").check(); p.locator("#where").fill("Home, kitchen"); p.locator("#said_or_did").fill("Smiled, reached for my badge."); p.locator("#did_not_speak").check()
        p.locator("#worry").fill("Cold room, no sheets."); p.get_by_label("How the child is cared for").check(); p.locator("#next_step").fill("I visit on Friday.")
        p.get_by_role("button", name="Keep this note").click()
        out.append((width, p.url)); p.screenshot(path=f"{S}/v2-child-{width}.png")
        ctx.close()
    print("\n".join(map(str,out)))
