"""The addresses of the pages."""

from django.urls import path

from kith.web.sign_in import views as sign_in

handler404 = "kith.web.refused.views.not_found"
handler500 = "kith.web.refused.views.went_wrong"

urlpatterns = [
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-in/as", sign_in.sign_in_as, name="sign_in_as"),
    path("sign-out", sign_in.sign_out, name="sign_out"),
]
