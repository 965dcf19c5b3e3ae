"""What templates of every app use; built in, so that no template has to load it."""

import datetime as dt
import json
import re
from functools import lru_cache
from typing import Any
from uuid import uuid4

from django import template
from django.conf import settings
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core import clock, look, moments

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str) -> SafeString:
    """A decorative drawing beside a word; ``name`` is a symbol of static/img/icons.svg."""
    sprite = static("img/icons.svg")
    return format_html('<svg class="ic" aria-hidden="true"><use href="{}#{}"/></svg>', sprite, name)


@register.simple_tag
def brand() -> SafeString:
    """The sign of the portal."""
    sprite = static("img/icons.svg")
    return format_html('<svg aria-hidden="true"><use href="{}#brand"/></svg>', sprite)


@register.simple_tag
def receipt() -> SafeString:
    """A hidden key that makes a form count once, however often it is sent."""
    return format_html('<input type="hidden" name="receipt" value="{}">', uuid4())


@register.simple_tag(takes_context=True)
def acting_field(context: Context) -> SafeString | str:
    """A hidden copy of the acting facility, so that a form never acts for another one."""
    facility = getattr(getattr(context.get("request"), "actor", None), "facility", None)
    if facility is None:
        return ""
    return format_html('<input type="hidden" name="acting" value="{}">', facility)


@register.simple_tag
def day_of_print() -> str:
    """Today, for the paper that a browser prints."""
    return f"{clock.today():%d.%m.%Y}"


@register.simple_tag
def is_demo() -> bool:
    """Whether this installation is a demo; asked here because error pages have no request."""
    return bool(settings.GPV_DEMO)


@register.simple_tag
def demo_people() -> list[dict[str, str]]:
    """The accounts a demo offers at its door: email, password, name, place and icon."""
    return list(getattr(settings, "GPV_DEMO_PEOPLE", [])) if settings.GPV_DEMO else []


@register.simple_tag
def operator() -> dict[str, str]:
    """Who runs this installation, as far as the settings say."""
    return dict(settings.GPV_OPERATOR)


@register.simple_tag
def linked_data(said: dict[str, Any]) -> SafeString:
    """A block of JSON-LD: data, which no browser runs and no content policy has to allow."""
    text = json.dumps(said, ensure_ascii=False).translate(_HARMLESS_IN_A_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


_HARMLESS_IN_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


@register.filter
def breakable(address: str) -> SafeString:
    """An e-mail address that a narrow column may break before "@" and dots, never inside a word."""
    first, *rest = re.split(r"(?=[@.])", address)
    return format_html("{}{}", first, format_html_join("", "<wbr>{}", ((part,) for part in rest)))


@register.filter
def pill(state: str) -> look.Pill:
    """Word, icon and tone of a state."""
    return look.pill(state)


@register.filter
def due(value: dt.date | None) -> look.Due:
    """A deadline as word, icon and tone, seen from now."""
    return look.due(value)


@register.filter
def tag(value: dt.date | None) -> str:
    """``Di 24.11.2026``."""
    return moments.day(value) if value else ""


@register.filter
def tag_kurz(value: dt.date | None) -> str:
    """``Mi 25.11.``."""
    return moments.day_short(value) if value else ""


@register.filter
def zeitpunkt(value: dt.datetime | None) -> str:
    """``Di 24.11.2026, 14:00 Uhr``."""
    return moments.moment(value) if value else ""


@register.filter
def zeit_kurz(value: dt.datetime | None) -> str:
    """``Mi 25.11., 12:00``."""
    return moments.moment_short(value) if value else ""


@register.filter
def tel(number: str) -> str:
    """A phone number as it stands in a ``tel:`` link; a national one gets Germany's prefix.

    Of several the first counts; an extension is left out, so is the zero of "+49 (0)30".
    """
    first = re.split(r"[,;]|\b(?:oder|und|app|dw|durchwahl)\b", str(number), flags=re.IGNORECASE)[0]
    digits = "".join(c for c in first if c in "+0123456789(")
    digits = re.sub(r"^\(?(?:\+|00)(\d\d)\(0", r"+\1", digits).replace("(", "")
    digits = re.sub(r"^00", "+", digits)
    return f"+49{digits[1:]}" if digits.startswith("0") else digits
