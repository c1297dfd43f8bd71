"""The addresses of the pages."""

from django.urls import path

from kith.web.asked import views as asked
from kith.web.before_you_knock import views as before_you_knock
from kith.web.birth import views as birth
from kith.web.challenge import views as challenge
from kith.web.child import views as child
from kith.web.chronology import views as chronology
from kith.web.closing import views as closing
from kith.web.concern import disagreeing
from kith.web.concern import photographs as concern_photographs
from kith.web.concern import views as concern
from kith.web.conference_request import views as conference_request
from kith.web.contacts import views as contacts
from kith.web.decision import discussing
from kith.web.decision import views as decision
from kith.web.desk import views as desk
from kith.web.emergency import views as emergency
from kith.web.find_child import views as find_child
from kith.web.from_the_night import views as from_the_night
from kith.web.given_back import views as given_back
from kith.web.held import views as held
from kith.web.home import views as home
from kith.web.home_change import views as home_change
from kith.web.let_in import views as let_in
from kith.web.letters import views as letters
from kith.web.looks_review import views as looks_review
from kith.web.needs_me import views as needs_me
from kith.web.override import views as override
from kith.web.own_family import views as own_family
from kith.web.photographs import handing_out
from kith.web.photographs import views as photographs
from kith.web.prompt import views as prompt
from kith.web.same_child import views as same_child
from kith.web.screened_again import views as screened_again
from kith.web.scrutiny import views as scrutiny
from kith.web.sign_in import agency_views as by_agency
from kith.web.sign_in import code_views as by_code
from kith.web.sign_in import own_views as own_sign_in
from kith.web.sign_in import password_views as password
from kith.web.sign_in import views as sign_in
from kith.web.tell import again_views as tell_again
from kith.web.tell import views as tell
from kith.web.tell_child import views as tell_child
from kith.web.tonight import views as tonight
from kith.web.visit_note import views as visit_note
from kith.web.weekend import views as weekend
from kith.web.who_it_is import views as who_it_is
from kith.web.who_looked import views as who_looked

urlpatterns = [
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-in/as", sign_in.sign_in_as, name="sign_in_as"),
    path("sign-in/passkey", sign_in.sign_in_passkey, name="sign_in_passkey"),
    path("sign-in/second", sign_in.sign_in_second, name="sign_in_second"),
    path("sign-in/agency/<slug:code>", by_agency.go, name="sign_in_agency"),
    path("sign-in/agency/<slug:code>/back", by_agency.back, name="sign_in_agency_back"),
    path("sign-in/set-up", own_sign_in.set_up, name="sign_in_set_up"),
    path("sign-in/set-up/passkey", own_sign_in.make_passkey, name="sign_in_make_passkey"),
    path("sign-in/recovery", own_sign_in.recovery, name="sign_in_recovery"),
    path("sign-in/recovery/new", own_sign_in.new_recovery, name="sign_in_new_recovery"),
    path("sign-in/mine", own_sign_in.mine, name="sign_in_mine"),
    path("sign-in/mine/end", own_sign_in.end_session, name="sign_in_end_session"),
    path("sign-in/mine/take-away", own_sign_in.take_factor_away, name="sign_in_take_away"),
    path("sign-in/mine/password", password.change_password, name="sign_in_password"),
    path("sign-in/cannot", by_code.cannot_get_in, name="sign_in_cannot"),
    path("sign-in/code", by_code.code, name="sign_in_code"),
    path("sign-in/code/password", by_code.come_in, name="sign_in_come_in"),
    path("sign-in/let-in/", let_in.let_in, name="let_in"),
    path("sign-in/let-in/code", let_in.make_code, name="let_in_code"),
    path("sign-in/let-in/take-back", let_in.take_back, name="let_in_take_back"),
    path("sign-out", sign_in.sign_out, name="sign_out"),
    path("tell/", tell.tell, name="tell"),
    path("tell/again/", tell_again.again, name="tell_again"),
    path("tell/me/", tell_child.me, name="tell_me"),
    path("tell/leave/", tell.leave, name="tell_leave"),
    path("concern/", concern.begin, name="concern"),
    path("concern/<uuid:draft>/", concern.go_on, name="concern_go_on"),
    path("concern/<uuid:draft>/sent/", concern.sent, name="concern_sent"),
    path("concern/<uuid:draft>/disagree", disagreeing.disagree, name="concern_disagree"),
    path("concern/<uuid:draft>/photographs/", concern_photographs.photographs, name="concern_photographs"),
    path("concern/<uuid:draft>/<slug:key>/", concern.topic, name="concern_topic"),
    path("children/<uuid:child>/visit/", visit_note.write, name="visit_note"),
    path("children/<uuid:child>/", child.child, name="child"),
    path("children/<uuid:child>/print.css", child.print_sheet, name="child_print_sheet"),
    path("children/<uuid:child>/chronology/", chronology.chronology, name="chronology"),
    path("children/<uuid:child>/chronology/print/", chronology.printed, name="chronology_print"),
    path("children/<uuid:child>/chronology/<uuid:entry>/read", chronology.entry_read, name="entry_read"),
    path("children/<uuid:child>/chronology/<uuid:entry>/files/", photographs.photographs, name="photographs"),
    path("files/<uuid:file>/", handing_out.file, name="file"),
    path("children/<uuid:child>/sent/", held.still_know, name="still_know"),
    path("held/", held.waiting, name="held_waiting"),
    path("held/<uuid:outgoing>/", held.held, name="held"),
    path("held/<uuid:outgoing>/document", held.document, name="held_document"),
    path("held/<uuid:outgoing>/release", held.release, name="held_release"),
    path("held/<uuid:outgoing>/keep-back", held.keep_back, name="held_keep_back"),
    path("children/<uuid:child>/compiled.css", child.compiled_sheet, name="child_compiled_sheet"),
    path("children/<uuid:child>/tonight/", tonight.tonight, name="tonight"),
    path(
        "children/<uuid:child>/before-you-knock/", before_you_knock.before_you_knock, name="before_you_knock"
    ),
    path(
        "children/<uuid:child>/before-you-knock/print/",
        before_you_knock.printed,
        name="before_you_knock_print",
    ),
    path("children/<uuid:child>/note-from-the-night/", from_the_night.write, name="from_the_night"),
    path("children/<uuid:child>/morning/<uuid:task>/", from_the_night.morning, name="morning_task"),
    path("children/<uuid:child>/weekend/", weekend.put_on, name="weekend_put_on"),
    path("weekend/", weekend.weekend, name="weekend"),
    path("children/<uuid:child>/birth/", birth.birth, name="birth"),
    path("children/<uuid:child>/closing/", closing.closing, name="closing"),
    path("children/<uuid:child>/home/", home.home, name="home"),
    path("children/<uuid:child>/home/change/", home_change.home_change, name="home_change"),
    path("", needs_me.needs_me, name="needs_me"),
    path("children/", find_child.find_child, name="find_child"),
    path("children/<uuid:child>/decisions/new", decision.new_decision, name="new_decision"),
    path("prompts/<uuid:prompt>/", prompt.prompt, name="prompt"),
    path("prompts/<uuid:prompt>/acknowledge", prompt.acknowledge, name="prompt_acknowledge"),
    path("prompts/<uuid:prompt>/discussion", prompt.discussion, name="prompt_discussion"),
    path("prompts/<uuid:prompt>/done", prompt.done, name="prompt_done"),
    path("prompts/<uuid:prompt>/decline", prompt.decline, name="prompt_decline"),
    path("prompts/<uuid:prompt>/challenge", prompt.challenge, name="prompt_challenge"),
    path("prompts/<uuid:prompt>/challenge/answer", prompt.answer_challenge, name="prompt_challenge_answer"),
    path("told/<uuid:prompt>/", needs_me.told, name="told"),
    path("same-child/", same_child.waiting, name="same_child_waiting"),
    path("same-child/<uuid:review>/", same_child.same_child, name="same_child"),
    path("same-child/<uuid:review>/undo", same_child.undo, name="same_child_undo"),
    path("children/<uuid:child>/who/", who_it_is.who, name="who_it_is"),
    path("children/<uuid:child>/who/undo", who_it_is.undo, name="who_it_is_undo"),
    path("children/<uuid:child>/who/<uuid:step>/", who_it_is.moved, name="who_it_is_moved"),
    path("children/<uuid:child>/open/", emergency.open_child, name="open_in_emergency"),
    path("openings/", emergency.openings, name="openings"),
    path("openings/<uuid:opening>/", emergency.opening, name="opening"),
    path("own-family/", own_family.own_family, name="own_family"),
    path("looks/", looks_review.looks, name="looks"),
    path("looks/<uuid:finding>/", looks_review.finding, name="finding"),
    path("children/<uuid:child>/who-looked/", who_looked.who_looked, name="who_looked"),
    path("children/<uuid:child>/who-looked/<uuid:told>/", who_looked.told, name="who_looked_told"),
    path(
        "children/<uuid:child>/who-looked/<uuid:told>/print.css",
        who_looked.print_sheet,
        name="who_looked_print_sheet",
    ),
    path("letters/", letters.letters, name="letters"),
    path("letters/<uuid:letter>/", letters.letter, name="letter"),
    path("letters/<uuid:letter>/aside", letters.aside, name="letter_aside"),
    path("given-back/", given_back.given_back, name="given_back"),
    path("given-back/<uuid:receiver>/again", given_back.again, name="given_back_again"),
    path("desk/", desk.desk, name="desk"),
    path("desk/<uuid:call>/", desk.call, name="desk_call"),
    path("asked/<uuid:asked>/", asked.asked, name="asked"),
    path("contacts/<uuid:contact>/ask", contacts.ask, name="contact_ask"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/figures/", screened_again.figures, name="contact_figures"),
    path("contacts/again/<uuid:second>/", screened_again.again, name="contact_again"),
    path("contacts/<uuid:contact>/", contacts.contact, name="contact"),
    path("contacts/<uuid:contact>/think", contacts.think, name="contact_think"),
    path("contacts/<uuid:contact>/decide", contacts.decide, name="contact_decide"),
    path("contacts/<uuid:contact>/take", contacts.take, name="contact_take"),
    path("contacts/<uuid:contact>/disagree", contacts.disagree, name="contact_disagree"),
    path("challenges/", challenge.challenges, name="challenges"),
    path("challenges/<uuid:challenge>/", challenge.challenge, name="challenge"),
    path("challenges/<uuid:challenge>/answer", challenge.answer, name="challenge_answer"),
    path("challenges/<uuid:challenge>/press", challenge.press, name="challenge_press"),
    path("challenges/<uuid:challenge>/settle", challenge.settle, name="challenge_settle"),
    path("challenges/<uuid:challenge>/say", challenge.say, name="challenge_say"),
    path("children/<uuid:child>/challenge/", challenge.disagree_about_child, name="disagree_about_child"),
    path("children/<uuid:child>/conference/", conference_request.ask, name="ask_for_conference"),
    path("children/<uuid:child>/override/", override.overriding, name="overriding"),
    path("conferences/<uuid:asked>/", conference_request.conference, name="conference_request"),
    path(
        "conferences/<uuid:asked>/challenge/",
        challenge.disagree_with_conference,
        name="disagree_with_conference",
    ),
    path("overrides/<uuid:override>/", override.override, name="override"),
    path("scrutiny/", scrutiny.scrutiny, name="scrutiny"),
    path(
        "decisions/<uuid:decision>/challenge/",
        challenge.disagree_with_decision,
        name="disagree_with_decision",
    ),
    path("decisions/", decision.decisions, name="decisions"),
    path("decisions/<uuid:decision>/", decision.decision, name="decision"),
    path("decisions/<uuid:decision>/position", decision.position, name="decision_position"),
    path("decisions/<uuid:decision>/outcome", decision.outcome, name="decision_outcome"),
    path("decisions/<uuid:decision>/here", discussing.here, name="discussion_here"),
    path("decisions/<uuid:decision>/bring", discussing.bring, name="discussion_bring"),
    path("decisions/<uuid:decision>/explanation", discussing.explanation, name="discussion_explanation"),
    path("decisions/<uuid:decision>/action", discussing.action, name="discussion_action"),
    path(
        "decisions/<uuid:decision>/actions/<uuid:action>", discussing.action_answer, name="discussion_answer"
    ),
    path("decisions/<uuid:decision>/children", discussing.for_child, name="discussion_for_child"),
]
