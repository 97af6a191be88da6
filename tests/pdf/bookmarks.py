#!/usr/bin/python3
"""The bookmarks of a PDF hold every entry of the site's table of contents, in order, and each leads to a page that shows it.

    bookmarks.py REPORT_FOLDER PDF
"""
import pathlib
import re
import subprocess
import sys

import lxml.html
import pikepdf


def fold(text):
    return re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip()


def flatten(items):
    for item in items:
        yield item
        yield from flatten(item.children)


def page_of(pdf, item, numbers):
    destination = item.destination if item.destination is not None else item.action.D
    return numbers[destination[0].objgen]


def words_of(pdf_path, page):
    told = subprocess.run(["pdftotext", "-f", str(page), "-l", str(page), pdf_path, "-"], text=True, stdout=subprocess.PIPE, check=True)
    return re.sub(r"\W", "", told.stdout)


def main(folder, pdf_path):
    index = lxml.html.parse(str(pathlib.Path(folder) / "index.html")).getroot()
    entries = [fold(a.text_content()) for a in index.xpath("//main//nav[contains(@class,'contents')]//a")]
    wrong = [] if entries else ["the site's table of contents is empty"]
    with pikepdf.open(pdf_path) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        with pdf.open_outline() as outline:
            bookmarks = [(fold(item.title), page_of(pdf, item, numbers)) for item in flatten(outline.root)]
    rest = iter(bookmarks)
    for entry in entries:
        page = next((number for title, number in rest if title == entry), None)
        if page is None:
            wrong.append(f"no bookmark in its place for: {entry}")
            break
        if re.sub(r"\W", "", entry) not in words_of(pdf_path, page):
            wrong.append(f"page {page} does not show: {entry}")
    print("\n".join(wrong) or f"{len(entries)} entries")
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
