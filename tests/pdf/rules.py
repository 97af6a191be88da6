"""The table of rules, and how they are run.

A rule's id names its source: UA- is ISO 14289-1 (PDF/UA-1) and A- is ISO 19005-2 (PDF/A-2), each
followed by the clause and test number that validators use; PDF- is a clause of ISO 32000-1 that
no validator tests, but without which assistive technology or an archive gets less than it needs.
"""
from dataclasses import dataclass
from typing import Callable, Iterable


@dataclass(frozen=True)
class Rule:
    ids: tuple[str, ...]     # one rule of each standard that asks the same
    text: str
    check: Callable          # Document -> iterable of (where, what is wrong)
    covers: tuple[str, ...]  # finer rules that this stricter one makes needless


@dataclass(frozen=True)
class Finding:
    ids: tuple[str, ...]
    where: str
    what: str


RULES: list[Rule] = []


def rule(*ids: str, text: str, covers: Iterable[str] = ()):
    """Enter a check in the table. The check yields (where, what) for everything it finds."""
    def enter(check):
        known = {known_id for entry in RULES for known_id in entry.ids}
        assert not known & set(ids), f"rule entered twice: {ids}"
        RULES.append(Rule(ids, text, check, tuple(covers)))
        return check
    return enter


def apply(one: Rule, document) -> list[Finding]:
    """A check that cannot finish is a finding too: a file that confuses it has not passed."""
    findings = []
    try:
        for where, what in one.check(document):
            findings.append(Finding(one.ids, where, what))
    except Exception as error:
        findings.append(Finding(one.ids, "file", f"check stopped: {type(error).__name__}: {error}"))
    return findings


def apply_all(document) -> list[Finding]:
    return [finding for one in RULES for finding in apply(one, document)]


def count_ids() -> int:
    return sum(len(one.ids) for one in RULES)
