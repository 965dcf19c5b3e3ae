"""What a reviewer would have to notice by eye, read from the syntax tree and the models."""

import inspect

import pytest
from django.apps import apps
from django.db import models

from tests.architecture import deeds, reading
from tests.architecture.planted import FAULTS, RIGHT, RULES, module
from tests.architecture.source import ROOT, modules

# reverse names on models that have a reader of their own: a side door unless there is a reason
SIDE_DOORS = {
    "network.Membership.user": "a person's own memberships, asked on their account page",
}


def _named(rule):
    return rule.__name__.replace("_", " ")


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_every_module_keeps_the_rule(rule):
    broken = [f"{m.path}:{line}: {said}" for m in modules() for line, said in rule(m)]

    assert not broken, "\n".join([rule.__doc__ or "", *broken])


@pytest.mark.parametrize(("rule", "path", "fault"), FAULTS)
def test_a_planted_fault_is_seen(rule, path, fault):
    assert list(rule(module(path, fault)))


@pytest.mark.parametrize(("rule", "path", "text"), RIGHT)
def test_the_same_deed_done_rightly_passes(rule, path, text):
    assert not list(rule(module(path, text)))


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_every_rule_has_been_tripped(rule):
    assert rule in {planted for planted, _path, _fault in FAULTS}


def test_an_exception_that_nobody_needs_any_more_is_taken_out():
    named = {*reading.FILES, *(path for path, _function in deeds.NOT_DEEDS)}

    assert not [path for path in named if not (ROOT / path).exists()]
    assert not SIDE_DOORS.keys() - {_label(field) for field in _relations()}


def _ours() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if (ROOT / m._meta.app_label).is_dir()]


def _relations() -> list[models.ForeignKey]:
    return [
        field
        for model in _ours()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField)
    ]


def _label(field: models.Field) -> str:
    return f"{field.model._meta.label}.{field.name}"


def _readers(model: type[models.Model]) -> set[str]:
    manager = getattr(model, "objects", None)
    return {name for name in reading.READERS if hasattr(manager, name)}


def test_a_guarded_model_has_no_side_door():
    open_doors = [
        _label(field)
        for field in _relations()
        if _readers(field.model) and not field.remote_field.hidden
    ]

    assert sorted(open_doors) == sorted(SIDE_DOORS)


@pytest.mark.parametrize("app", ["referrals", "conferences"])
def test_a_case_model_has_a_reader_or_a_parent(app):
    lost = [
        model.__name__
        for model in apps.get_app_config(app).get_models()
        if not _readers(model)
        and not any(
            not field.remote_field.hidden and field.related_model._meta.app_label == app
            for field in model._meta.get_fields()
            if isinstance(field, models.ForeignKey)
        )
    ]

    assert not lost, "neither visible_to(actor) nor a parent that leads here"


def test_readers_take_the_actor_and_nothing_else():
    for model in _ours():
        for name in _readers(model) - {"published", "working_in"}:
            parameters = list(inspect.signature(getattr(model.objects, name)).parameters)

            assert parameters == ["actor"], f"{model.__name__}.{name}"
