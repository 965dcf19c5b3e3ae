"""A view that nobody guards stops the portal from starting."""

import pytest
from django.http import HttpResponse
from django.urls import path

from core.access import public
from core.checks import every_view_is_guarded


def forgotten(request):
    return HttpResponse("open to all")


@public("for the test")
def considered(request):
    return HttpResponse("open on purpose")


urlpatterns = [path("a/", forgotten, name="forgotten"), path("b/", considered, name="considered")]


@pytest.mark.urls("tests.core.test_checks")
def test_a_view_without_a_guard_is_an_error_with_its_name():
    assert [error.msg for error in every_view_is_guarded(None)] == ["forgotten has no guard."]
