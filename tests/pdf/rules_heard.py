"""What is heard where nothing is seen: names, alternatives, expansions, links in a list of links (ISO 32000-1, 14.9; ISO 14289-1,
7.3, 7.18.5). No validator asks for these; people do."""
import re

from document import text_of
from rules import rule
from rules_catalog import outline_items

SILENT = re.compile("[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]")
SHORTEST = 8  # characters of a sentence


def names(document):
    """Every text that stands for something else, with its place."""
    for item in outline_items(document):
        yield "bookmark", text_of(item.get("/Title")) or ""
    for where, _, annotation in document.annotations():
        yield f"{where}: Contents", text_of(annotation.get("/Contents")) or ""
    for element in document.tree.elements:
        for key in ("/Alt", "/E", "/T"):
            yield f"{element.path}: {key}", element.text(key) or ""


@rule("PDF-14.9-1", text="names hold no soft hyphens, marks without width or letters of private use")
def silent_marks(document):
    for where, text in names(document):
        if SILENT.search(text):
            yield where, f"{text!a}"


@rule("PDF-14.9.5-1", text="an expansion says something, and stands at words")
def expansion(document):
    for element in document.tree.elements:
        text = element.text("/E")
        if text is None:
            continue
        if not text.strip():
            yield element.path, "E is empty"
        elif element.standard in ("Figure", "Table", "L", "Sect", "Div"):
            yield element.path, f"E at a {element.standard}"


@rule("UA-7.18.5-3", text="the link of a note's call says more than its number")
def note_call(document):
    for element in document.tree.of_type("Link"):
        if "Lbl" not in element.child_types or element.parent_type != "Reference":
            continue
        for reference in element.object_references:
            contents = text_of(reference.target.get("/Contents")) or ""
            if len(contents.strip()) < SHORTEST:
                yield element.path, f"Contents is {contents!r}"
