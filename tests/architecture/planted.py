"""For every rule a fault that it must see, and the same deed done rightly."""

from textwrap import dedent

from tests.architecture import deeds, directions, places, reading
from tests.architecture.source import Module

RULES = [
    directions.apps_point_down,
    directions.layers_point_down,
    reading.rows_come_from_readers,
    reading.no_shortcut_past_readers,
    deeds.services_say_who_acts,
    deeds.views_are_guarded_and_thin,
    deeds.writing_views_do_it_once,
    deeds.tasks_take_ids,
    places.calls_stay_in_their_place,
    places.imports_stay_in_their_place,
    places.one_clock,
]


def module(path: str, text: str) -> Module:
    return Module(path, dedent(text))


ATOMIC = "@transaction.atomic\n"
FAULTS = [
    (directions.apps_point_down, "network/search/find.py", "from referrals.models import Client"),
    (directions.apps_point_down, "core/access.py", "import network.models"),
    (directions.apps_point_down, "core/pdf.py", "from gpv_portal.settings import base"),
    (directions.apps_point_down, "core/clock.py", "from tests.people import make"),
    (directions.layers_point_down, "referrals/services/send.py", "import referrals.forms"),
    (directions.layers_point_down, "referrals/access.py", "from referrals.services import send"),
    (directions.layers_point_down, "referrals/workflow.py", "from referrals.models import Inquiry"),
    (directions.layers_point_down, "referrals/forms/ask.py", "from referrals.views import ask"),
    (directions.layers_point_down, "conferences/services.py", "import referrals.views.inbox"),
    (directions.layers_point_down, "referrals/wording.py", "from referrals.views import ask"),
    (reading.rows_come_from_readers, "referrals/views/a.py", "Inquiry.objects.filter(pk=pk)"),
    (reading.rows_come_from_readers, "referrals/access.py", "rows = Inquiry.objects"),
    (reading.rows_come_from_readers, "network/forms.py", "Service.objects.all()"),
    (reading.no_shortcut_past_readers, "referrals/services.py", "get_object_or_404(Client, pk=1)"),
    (reading.no_shortcut_past_readers, "referrals/access.py", "Client._default_manager.all()"),
    (
        deeds.services_say_who_acts,
        "referrals/services/a.py",
        f"{ATOMIC}def send(a, *, by: Actor): 1",
    ),
    (deeds.services_say_who_acts, "referrals/services/a.py", f"{ATOMIC}def send(*, inquiry): 1"),
    (deeds.services_say_who_acts, "referrals/services/a.py", f"{ATOMIC}def send(*, by): 1"),
    (deeds.services_say_who_acts, "network/services/memberships.py", "def grant(user): 1"),
    (
        deeds.views_are_guarded_and_thin,
        "core/views/a.py",
        '@guard("x")\n@require_safe\ndef page(request): 1',
    ),
    (deeds.views_are_guarded_and_thin, "core/views/a.py", '@guard("x")\ndef page(request): 1'),
    (
        deeds.views_are_guarded_and_thin,
        "core/views/a.py",
        '@require_safe\n@guard("x")\ndef page(request):' + "\n    1" * 16,
    ),
    (
        deeds.writing_views_do_it_once,
        "core/views/a.py",
        '@require_POST\n@guard("x")\ndef send(request): 1',
    ),
    (deeds.tasks_take_ids, "core/tasks.py", "@shared_task\ndef deliver(message: Message): 1"),
    (deeds.tasks_take_ids, "core/tasks.py", "@shared_task\ndef deliver(message): 1"),
    (places.calls_stay_in_their_place, "core/access.py", "user.has_perm('x')"),
    (places.calls_stay_in_their_place, "core/access.py", "get_objects_for_user(user, 'x')"),
    (places.calls_stay_in_their_place, "referrals/documents.py", "reveal(client, 'name')"),
    (places.calls_stay_in_their_place, "referrals/views/a.py", "sealing.reveal(client, 'name')"),
    (places.calls_stay_in_their_place, "referrals/tasks.py", "render.delay(str(pk))"),
    (places.calls_stay_in_their_place, "core/outbox.py", "deliver.apply_async((pk,))"),
    (places.calls_stay_in_their_place, "referrals/tasks.py", "Actor(None, None, Via.TASK)"),
    (places.calls_stay_in_their_place, "network/services/people.py", "user.groups.add(group)"),
    (places.calls_stay_in_their_place, "core/templatetags/ui.py", "mark_safe('<b>')"),
    (places.calls_stay_in_their_place, "core/views/a.py", "csrf_exempt(view)"),
    (places.calls_stay_in_their_place, "core/audit.py", "AuditEntry.objects.raw('SELECT 1')"),
    (places.imports_stay_in_their_place, "referrals/access.py", "from guardian import shortcuts"),
    (places.imports_stay_in_their_place, "referrals/documents.py", "from weasyprint import HTML"),
    (
        places.imports_stay_in_their_place,
        "core/keyset.py",
        "from django.utils.timezone import now",
    ),
    (places.imports_stay_in_their_place, "core/urls.py", "from django.contrib import admin"),
    (
        places.imports_stay_in_their_place,
        "network/views/contacts.py",
        "from django.views.decorators.csrf import csrf_exempt",
    ),
    (
        places.imports_stay_in_their_place,
        "core/views/a.py",
        "from django.contrib.auth.decorators import login_not_required",
    ),
    (
        places.imports_stay_in_their_place,
        "network/services/memberships.py",
        "from network.models import FacilityUserObjectPermission",
    ),
    (places.one_clock, "referrals/deadlines.py", "due = timezone.now()"),
    (places.one_clock, "referrals/deadlines.py", "today = dt.date.today()"),
    (places.one_clock, "referrals/deadlines.py", "now = datetime.now(tz=UTC)"),
    (places.one_clock, "referrals/models/a.py", "models.DateTimeField(auto_now_add=True)"),
    (places.one_clock, "core/audit.py", "sql = 'UPDATE t SET at = now()'"),
]

RIGHT = [
    (directions.apps_point_down, "conferences/access.py", "from referrals.models import Client"),
    (directions.layers_point_down, "referrals/views/a.py", "from referrals.services import send"),
    (directions.layers_point_down, "referrals/models/a.py", "from referrals.workflow import State"),
    (directions.layers_point_down, "conferences/access.py", "from referrals.services import x"),
    (reading.rows_come_from_readers, "referrals/views/a.py", "Inquiry.objects.visible_to(by)"),
    (reading.rows_come_from_readers, "referrals/views/a.py", "fetch(Inquiry.objects.visible_to)"),
    (reading.rows_come_from_readers, "referrals/services.py", "Inquiry.objects.filter(pk=1)"),
    (reading.no_shortcut_past_readers, "core/access.py", "grant._default_manager.filter()"),
    (deeds.services_say_who_acts, "referrals/services.py", f"{ATOMIC}def send(*, by: Actor): 1"),
    (deeds.services_say_who_acts, "referrals/services.py", "def _write(row): 1"),
    (
        deeds.views_are_guarded_and_thin,
        "core/views/a.py",
        '@require_safe\n@guard("x")\ndef page(request):' + "\n    1" * 15,
    ),
    (
        deeds.writing_views_do_it_once,
        "core/views/a.py",
        '@require_POST\n@guard("x")\n@once\ndef send(request): 1',
    ),
    (deeds.tasks_take_ids, "core/tasks.py", "@shared_task\ndef deliver(message_id: str): 1"),
    (places.calls_stay_in_their_place, "referrals/access.py", "reveal(client, 'name')"),
    (places.calls_stay_in_their_place, "core/tasks.py", "deliver.delay(str(pk))"),
    (places.imports_stay_in_their_place, "network/models/facility.py", "import guardian.models"),
    (places.one_clock, "referrals/deadlines.py", "due = clock.now()"),
]
