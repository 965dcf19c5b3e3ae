"""Every address of the portal; they are German and part of the product."""

from django.urls import include, path

urlpatterns = [
    path("", include("core.urls")),
    path("", include("core.account_urls")),
    path("", include("network.urls")),
    path("", include("referrals.urls")),
    path("", include("conferences.urls")),
]

handler400 = "core.views.errors.bad_request"
handler403 = "core.views.errors.forbidden"
handler404 = "core.views.errors.not_found"
handler500 = "core.views.errors.server_error"
