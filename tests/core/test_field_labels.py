"""Kept text stands under the words of its form."""

from django import forms

from core.field_labels import _labels, label_of


class FirstForm(forms.Form):
    only_here = forms.CharField(label="Nur hier")
    in_both = forms.CharField(label="So")


class SecondForm(forms.Form):
    in_both = forms.CharField(label="Oder so")


def test_a_field_is_called_as_in_its_form():
    _labels.cache_clear()

    assert label_of("only_here") == "Nur hier"


def test_a_field_that_two_forms_name_differently_has_a_neutral_label():
    assert label_of("in_both") == "Ihre Eingabe"


def test_an_unknown_field_has_a_neutral_label():
    assert label_of("gibt-es-nicht") == "Ihre Eingabe"
