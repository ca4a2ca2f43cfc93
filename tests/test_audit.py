"""The judgements on known flaws of dependencies, and what compares them with an audit. Needs no network."""

from __future__ import annotations

import importlib.util
import json
import re
from datetime import date
from importlib.machinery import SourceFileLoader
from importlib.metadata import requires
from typing import Any, Dict, List

import pytest
from ruamel.yaml import YAML

from bot.config import PROJECT

loader = SourceFileLoader("audit", str(PROJECT / "scripts" / "audit"))
spec = importlib.util.spec_from_loader("audit", loader)
assert spec is not None
audit = importlib.util.module_from_spec(spec)
loader.exec_module(audit)

ENTRIES: List[Dict[str, Any]] = YAML(typ="safe").load(audit.JUDGEMENTS)["judgements"] or []
TEXTS = ("use", "shield")
KEYS = {"package", "version", "advisories", "held_by", "reached", "judged", *TEXTS}
ID = re.compile(r"CVE-\d{4}-\d{4,}|PYSEC-\d{4}-\d+|GHSA(-[0-9a-z]{4}){3}")
LOCK = {"aiohttp": "3.9.5", "ruamel-yaml": "0.17.21"}
every_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["package"])


def report(**flaws: List[Dict[str, Any]]) -> str:
    """What pip-audit writes of the two packages in LOCK."""
    names = {"aiohttp": "aiohttp", "ruamel.yaml": "ruamel_yaml"}
    packages = [
        {"name": name, "version": LOCK[audit.even(name)], "vulns": flaws.get(key, [])} for name, key in names.items()
    ]
    return json.dumps({"dependencies": packages, "fixes": []})


def flaw(name: str, *aliases: str, fixed: str = "3.10.2") -> Dict[str, Any]:
    return {"id": name, "aliases": list(aliases), "fix_versions": [fixed] if fixed else [], "description": "Bad."}


def judged(*ids: str, package: str = "aiohttp", version: str = "3.9.5") -> List[Any]:
    return [audit.Judgement(package, version, name) for name in ids]


@every_entry
def test_a_judgement_says_all_there_is_to_say(entry: Dict[str, Any]) -> None:
    assert set(entry) == KEYS
    assert entry["advisories"]
    assert isinstance(entry["version"], str)
    assert isinstance(entry["reached"], bool)
    for text in [*entry["advisories"].values(), *(entry[key] for key in TEXTS)]:
        assert re.search(r"\w{3}.*\.$", text), "a sentence, with a full stop"
    assert isinstance(entry["judged"], date)
    assert date(2026, 11, 1) <= entry["judged"] <= date.today()  # noqa: DTZ011


@every_entry
def test_the_judged_version_is_the_locked_one(entry: Dict[str, Any]) -> None:
    assert audit.read_lock(audit.LOCK).get(audit.even(entry["package"])) == entry["version"]


@every_entry
def test_what_is_said_to_hold_a_package_does(entry: Dict[str, Any]) -> None:
    holder, needed = entry["held_by"].split(": ")
    assert needed in [line.split(" ;")[0] for line in requires(holder) or []]


def test_each_advisory_is_judged_once() -> None:
    ids = [judgement.id for judgement in audit.read_judgements(audit.JUDGEMENTS)]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not ID.fullmatch(name)] == []


def test_the_lock_is_read_whole() -> None:
    lock = audit.read_lock(audit.LOCK)
    assert lock["rasa"] == "3.6.21"
    assert len(lock) == len(re.findall(r"^\S+==", audit.LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def test_judged_findings_are_no_difference() -> None:
    findings = audit.read_report(report(aiohttp=[flaw("CVE-2024-1")]), LOCK)
    assert audit.compare(findings, judged("CVE-2024-1")) == []


def test_a_judgement_may_name_an_advisory_by_any_of_its_names() -> None:
    findings = audit.read_report(report(aiohttp=[flaw("PYSEC-2024-7", "CVE-2024-1", "GHSA-aaaa-bbbb-cccc")]), LOCK)
    for name in ("PYSEC-2024-7", "CVE-2024-1", "GHSA-aaaa-bbbb-cccc"):
        assert audit.compare(findings, judged(name)) == []


def test_two_reports_of_one_flaw_need_one_judgement() -> None:
    twice = [flaw("PYSEC-2024-7", "CVE-2024-1"), flaw("GHSA-aaaa-bbbb-cccc", "CVE-2024-1")]
    assert audit.compare(audit.read_report(report(aiohttp=twice), LOCK), judged("CVE-2024-1")) == []


def test_a_finding_without_a_judgement_is_named_with_its_mend() -> None:
    findings = audit.read_report(report(aiohttp=[flaw("PYSEC-2024-7", "CVE-2024-1")]), LOCK)
    assert audit.compare(findings, []) == ["not judged: aiohttp 3.9.5, CVE-2024-1 = PYSEC-2024-7, fixed in 3.10.2"]
    findings = audit.read_report(report(ruamel_yaml=[flaw("CVE-2024-2", fixed="")]), LOCK)
    assert audit.compare(findings, []) == ["not judged: ruamel-yaml 0.17.21, CVE-2024-2, fixed in no version"]


def test_a_judgement_without_a_finding_is_outdated() -> None:
    findings = audit.read_report(report(), LOCK)
    (line,) = audit.compare(findings, judged("CVE-2024-1"))
    assert line.startswith("outdated: the judgement of CVE-2024-1 for aiohttp 3.9.5")


@pytest.mark.parametrize("other", [{"version": "3.9.4"}, {"package": "ruamel-yaml"}])
def test_a_judgement_of_another_version_or_package_does_not_count(other: Dict[str, str]) -> None:
    findings = audit.read_report(report(aiohttp=[flaw("CVE-2024-1")]), LOCK)
    new, outdated = audit.compare(findings, judged("CVE-2024-1", **other))
    assert new.startswith("not judged")
    assert outdated.startswith("outdated")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no report"),
        ("Traceback ...", "no report"),
        ("[]", "no report"),
        ('{"dependencies": []}', "2 of 2"),
        (json.dumps({"dependencies": [{"name": "aiohttp", "skip_reason": "not found"}]}), "2 of 2"),
        (json.dumps({"dependencies": [{"name": "aiohttp", "version": "3.9.5", "vulns": []}]}), "1 of 2"),
    ],
)
def test_silence_is_no_clean_bill(text: str, reason: str) -> None:
    """pip-audit says 'no known vulnerabilities' and exits with 0 when the service knows none of the packages."""
    with pytest.raises(audit.NotAudited, match=reason):
        audit.read_report(text, LOCK)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two locked packages, one judgement."""
    monkeypatch.setattr(audit, "read_lock", lambda path: LOCK)
    monkeypatch.setattr(audit, "read_judgements", lambda path: judged("CVE-2024-1"))


def never(service: str) -> str:
    raise audit.NotAudited(f"{service} is away")


@pytest.mark.usefixtures("small")
def test_an_audit_that_could_not_be_done_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "ask", never)
    assert audit.main() == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "could NOT be done" in said.err
    assert "pypi is away" in said.err
    assert "osv is away" in said.err


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("flaws", "code"), [(["CVE-2024-1"], 0), ([], 1), (["CVE-2024-1", "CVE-2024-2"], 1)])
def test_the_exit_code_tells_whether_all_is_judged(
    monkeypatch: pytest.MonkeyPatch, flaws: List[str], code: int
) -> None:
    monkeypatch.setattr(audit, "ask", lambda service: report(aiohttp=[flaw(name) for name in flaws]))
    assert audit.main() == code


@pytest.mark.usefixtures("small")
def test_the_second_service_is_asked_when_the_first_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = report(aiohttp=[flaw("CVE-2024-1")])
    monkeypatch.setattr(audit, "ask", lambda service: answer if service == "osv" else never(service))
    assert audit.main() == 0
