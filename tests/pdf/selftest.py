#!/usr/bin/python3
"""Prove that every rule of check_pdf.py can fail: a conforming sample passes, and each of many
single mutations fails exactly the rules that it should."""
import io
import os
import sys
import tempfile
from multiprocessing import Pool

import pikepdf

import check_pdf  # noqa: F401  (enters all rules)
import mutations_content  # noqa: F401  (importing a module enters its mutations)
import mutations_document  # noqa: F401
import mutations_metadata  # noqa: F401
import mutations_structure  # noqa: F401
import rules
import sample
from document import Document
from mutation import MUTATIONS, Mutation
from selftest_reading import reading_failures

ORIGINAL = sample.make()

# Rules that no mutation of a small file can break: more than eight million objects.
UNTESTABLE = frozenset(("A-6.1.13-7",))


def failed_rules(data: bytes) -> set[str]:
    with tempfile.NamedTemporaryFile(suffix=".pdf", delete=False) as file:
        file.write(data)
    try:
        findings = rules.apply_all(Document(file.name))
    finally:
        os.unlink(file.name)
    stopped = [one for one in findings if one.what.startswith("check stopped")]
    assert not stopped, f"{len(stopped)} checks stopped, first {stopped[0]}"
    return {rule_id for finding in findings for rule_id in finding.ids}


def mutate(one: Mutation) -> bytes:
    if one.of_bytes:
        return one.change(ORIGINAL)
    pdf = pikepdf.open(io.BytesIO(ORIGINAL), inherit_page_attributes=False)
    one.change(pdf)
    return sample.save(pdf)


def judge(index: int) -> tuple[set[str], str]:
    """The rules that failed, and what is wrong with the outcome ('' if nothing)."""
    one = MUTATIONS[index]
    try:
        failed = failed_rules(mutate(one))
    except Exception as error:
        return set(), f"{one.name}: {type(error).__name__}: {error}"
    missing, surplus = one.expected - failed, failed - one.expected
    problems = [f"not found {sorted(missing)}"] * bool(missing) + \
        [f"found as well {sorted(surplus)}"] * bool(surplus)
    return failed, f"{one.name}: {', '.join(problems)}" if problems else ""


def main() -> int:
    failures = [f"unchanged sample: found {sorted(found)}"
                for found in [failed_rules(ORIGINAL)] if found]
    failures += reading_failures(ORIGINAL)
    with Pool() as pool:
        outcomes = pool.map(judge, range(len(MUTATIONS)), chunksize=4)
    failures += [problem for _, problem in outcomes if problem]
    seen = set().union(*(failed for failed, _ in outcomes))
    never = {rule_id for one in rules.RULES for rule_id in one.ids} - seen - UNTESTABLE
    failures += [f"no mutation makes {rule_id} fail" for rule_id in sorted(never)]
    for failure in failures:
        print(failure)
    total = len(MUTATIONS) + 1 + rules.count_ids()
    print(f"{max(0, total - len(failures))} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
