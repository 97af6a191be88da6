#!/usr/bin/python3
"""Judge PDF files by the machine-checkable rules of PDF/UA-1 and PDF/A-2a. See README.md."""
import argparse
import sys

import pikepdf

import rules
import rules_annotations
import rules_catalog
import rules_colour
import rules_content
import rules_file
import rules_fonts
import rules_metadata
import rules_structure
import rules_heard  # noqa: F401
import rules_tables  # noqa: F401  (importing a module enters its rules in the table)
from document import Document


def list_rules():
    for one in sorted(rules.RULES, key=lambda entry: entry.ids):
        covers = f"  [makes needless: {' '.join(one.covers)}]" if one.covers else ""
        print(f"{' '.join(one.ids)}: {one.text}{covers}")
    print(f"{rules.count_ids()} rules")


def check(path: str, most: int, left_out: set) -> int:
    """Print the findings of one file; give back the number of failed rules."""
    try:
        document = Document(path)
    except (pikepdf.PdfError, OSError) as error:
        print(f"{path}: PDF-7.5.1-1: cannot be opened: {error} (where: file)")
        return 1
    findings = [one for one in rules.apply_all(document) if not left_out.intersection(one.ids)]
    shown: dict[tuple, int] = {}
    for finding in findings:
        shown[finding.ids] = shown.get(finding.ids, 0) + 1
        if shown[finding.ids] <= most:
            print(f"{path}: {' '.join(finding.ids)}: {finding.what} (where: {finding.where})")
    for ids, count in shown.items():
        if count > most:
            print(f"{path}: {' '.join(ids)}: and {count - most} more")
    return sum(len(ids) for ids in shown)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE.pdf")
    parser.add_argument("--list", action="store_true", help="print the table of rules")
    parser.add_argument("--except", dest="left_out", default="", metavar="RULE,…", help="rules that are not applied")
    parser.add_argument("--most", type=int, default=20, metavar="N",
                        help="findings shown of one rule in one file (default 20)")
    options = parser.parse_args()
    if options.list:
        list_rules()
        return 0
    if not options.files:
        parser.error("no files")
    failed = sum(check(path, options.most, set(options.left_out.split(","))) for path in options.files)
    print(f"{rules.count_ids() * len(options.files)} rules applied, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
