"""A list to bring in, and what its columns hold."""

from pathlib import Path
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from network.importing.columns import NOTHING, guess
from network.importing.fields import WORDS
from network.importing.table import MAX_BYTES, Table
from network.services.uploads import MAX_ROWS

_CHOICES = [(NOTHING, _("nur intern behalten")), *((f.value, word) for f, word in WORDS.items())]
_SAMPLES, _SAMPLE_LENGTH = 3, 80
_LIMITS = {"megabytes": MAX_BYTES // 1_000_000, "rows": MAX_ROWS}
_ENCODINGS = {
    "xlsx": "Excel",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
    "latin-1": "ISO 8859-1",
    "mac_roman": "Mac OS Roman",
    "cp850": "DOS 850",
}


class UploadForm(forms.Form):
    """The file and the name of its source."""

    file = forms.FileField(label=_("Datei"))
    source = forms.CharField(
        label=_("Name der Quelle"),
        max_length=120,
        required=False,
        help_text=_("Zum Beispiel: Wegweiser Mitte. Beim nächsten Mal bitte denselben Namen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limits = _("CSV, TSV oder Excel (XLSX), höchstens %(megabytes)d MB und %(rows)d Zeilen.")
        self.fields["file"].help_text = limits % _LIMITS
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(
                _("Die Datei ist größer als %(megabytes)d MB. Bitte teilen Sie sie auf.") % _LIMITS
            )
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("file") and not cleaned.get("source"):
            cleaned["source"] = Path(cleaned["file"].name).stem[:120] or str(_("Liste"))
        return cleaned


class ColumnsForm(forms.Form):
    """One choice for every column; the first is what its name or its cells say."""

    def __init__(self, table: Table, chosen: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = table.columns
        self.encoding = _ENCODINGS.get(table.encoding, table.encoding)
        guesses = guess(table.columns, chosen, table.rows)
        for place, (name, field) in enumerate(zip(table.columns, guesses, strict=True)):
            self.fields[f"c{place}"] = forms.ChoiceField(
                label=name,
                choices=_CHOICES,
                required=False,
                initial=field.value if field else NOTHING,
                widget=forms.Select(attrs={"class": "form-select"}),
            )
        self.samples = [_sample(table, place) for place in range(len(table.columns))]

    def rows(self) -> list[tuple[Any, list[str]]]:
        """Each choice with some of the texts in its column."""
        return [(self[f"c{place}"], sample) for place, sample in enumerate(self.samples)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not {"name", "organisation", "site"} & set(cleaned.values()):
            raise forms.ValidationError(_("Bitte sagen Sie, in welcher Spalte der Name steht."))
        return cleaned

    def chosen(self) -> dict[str, str]:
        """Column name to field."""
        values = self.cleaned_data
        return {name: values[f"c{place}"] for place, name in enumerate(self.columns)}


def _sample(table: Table, place: int) -> list[str]:
    texts = dict.fromkeys(row[place] for row in table.rows if row[place])
    return [text[:_SAMPLE_LENGTH] for text in list(texts)[:_SAMPLES]]
