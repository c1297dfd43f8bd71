"""The addresses of the pages."""

from django.urls import path

from kith.web.child import views as child
from kith.web.concern import views as concern
from kith.web.sign_in import views as sign_in
from kith.web.visit_note import views as visit_note


urlpatterns = [
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-in/as", sign_in.sign_in_as, name="sign_in_as"),
    path("sign-out", sign_in.sign_out, name="sign_out"),
    path("concern/", concern.begin, name="concern"),
    path("concern/<uuid:draft>/", concern.go_on, name="concern_go_on"),
    path("concern/<uuid:draft>/sent/", concern.sent, name="concern_sent"),
    path("concern/<uuid:draft>/<slug:key>/", concern.topic, name="concern_topic"),
    path("children/<uuid:child>/visit/", visit_note.write, name="visit_note"),
    path("children/<uuid:child>/", child.child, name="child"),
    path("children/<uuid:child>/print.css", child.print_sheet, name="child_print_sheet"),
]
