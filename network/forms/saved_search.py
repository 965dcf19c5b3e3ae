"""What a member says when keeping a search, and the question of a kept one."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from network.forms.directory import DirectoryForm
from network.models import SavedSearch

LONGEST = 1_500


class SavedSearchForm(forms.Form):
    """The question as the address of the directory has it, and a name for it."""

    query = forms.CharField(max_length=LONGEST, required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name der Suche"), max_length=80, required=False)

    def clean_query(self) -> str:
        """The question, no longer than a row holds it."""
        query = str(self.cleaned_data["query"])
        if len(DirectoryForm(QueryDict(query)).question) > LONGEST:
            raise forms.ValidationError(_("Diese Suche ist zu lang."))
        return query

    @property
    def asked(self) -> DirectoryForm:
        """The question, read as the directory reads it: what it does not know is left out."""
        return DirectoryForm(QueryDict(self.cleaned_data["query"]))

    @property
    def called(self) -> str:
        """The name, or the question in words."""
        return self.cleaned_data["name"] or shortened(self.asked.said)


class ChangeForm(forms.Form):
    """Another name, and whether mails are wanted."""

    name = forms.CharField(label=_("Name der Suche"), max_length=80)
    by_mail = forms.BooleanField(label=_("E-Mail, wenn etwas Neues passt"), required=False)


def question_of(search: SavedSearch) -> DirectoryForm:
    """What a kept search asks."""
    return DirectoryForm(QueryDict(search.query))


def shortened(text: str) -> str:
    """``text`` as long as a name may be."""
    return text if len(text) <= 80 else f"{text[:79]}…"
