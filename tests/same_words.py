#!/usr/bin/python3
"""Compare the words of a report's pages with those of its PDF: the same, in the same order.

Notes stand at the end of a page on the site and near their call in the PDF: they are compared apart.
"""
import argparse
import difflib
import sys
from pathlib import Path
from urllib.parse import unquote, urldefrag

import html5lib

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "pdf"), str(HERE / "site")]

import page_words  # noqa: E402
import struct_text  # noqa: E402

# What a PDF has and a page has not: the table of contents (the site's is a nav) and the labels of
# lists (a browser draws them, they are not in the page's text).
BODY_SKIP = "TOC,LI/Lbl,Note"
NOTE_SKIP = "LI/Lbl"

CONTEXT = 6      # words shown before and after a difference
MOST_SHOWN = 20  # differences shown


def report_pages(directory: Path) -> list[Path]:
    """The report's pages in reading order: index.html, then the links of its <nav class="contents">."""
    with open(directory / "index.html", "rb") as file:
        index = html5lib.parse(file, transport_encoding="utf-8", namespaceHTMLElements=False)
    pages = [directory / "index.html"]
    for nav in index.iter("nav"):
        if "contents" in nav.get("class", "").split():
            for link in nav.iter("a"):
                address = unquote(urldefrag(link.get("href", "")).url)
                page = directory / address if address else directory / "index.html"
                if page not in pages:
                    pages.append(page)
    return pages


def differences(site: list[str], pdf: list[str]):
    """(position in the site's words, words of the site, words of the PDF) for each difference."""
    matcher = difflib.SequenceMatcher(None, site, pdf)
    for kind, start, end, pdf_start, pdf_end in matcher.get_opcodes():
        if kind != "equal":
            yield start, site[start:end], pdf[pdf_start:pdf_end]


def show(site: list[str], start: int, only_site: list[str], only_pdf: list[str]):
    before = " ".join(site[max(0, start - CONTEXT):start])
    end = start + len(only_site)
    after = " ".join(site[end:end + CONTEXT])
    print(f"… {before} [site: {' '.join(only_site)}] [pdf: {' '.join(only_pdf)}] {after} …")


def compare(label: str, site: list[str], pdf: list[str]) -> bool:
    if site == pdf:
        print(f"{label}: the same {len(site)} words")
        return True
    found = list(differences(site, pdf))
    for start, only_site, only_pdf in found[:MOST_SHOWN]:
        show(site, start, only_site, only_pdf)
    print(f"{label}: {len(found)} differences; {len(site)} words on the site, {len(pdf)} in the PDF")
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path, metavar="REPORT_DIR")
    parser.add_argument("pdf", metavar="FILE.pdf")
    options = parser.parse_args()
    pages = report_pages(options.report)
    if len(pages) == 1:
        print(f"{options.report}/index.html: no links in <nav class=\"contents\">")
        return 1
    body = [word for page in pages for word in page_words.words(str(page))]
    notes = [word for page in pages for word in page_words.words(str(page), notes=True)]
    same_body = compare("text", body, struct_text.words(options.pdf, BODY_SKIP))
    same_notes = compare("notes", notes, struct_text.words_inside(options.pdf, "Note", NOTE_SKIP))
    return 0 if same_body and same_notes else 1


if __name__ == "__main__":
    sys.exit(main())
