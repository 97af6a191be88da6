#!/usr/bin/python3
"""Print the words of <main> of HTML pages in order, one per line, as a reader of the site meets
them; what is marked as belonging to the site only is left out."""
import argparse
import sys
import unicodedata

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"

# Elements that stand in a line of text; at the edges of all others words end.
INLINE = frozenset("a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span "
                   "strong sub sup time tspan u var wbr".split())
NEVER_SHOWN = frozenset("nav script style template noscript".split())
NOTE_ROLES = frozenset(("doc-endnotes", "doc-footnote"))


def local_name(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_contents(element) -> bool:
    """The report's own table of contents: its heading is read, its entries say the headings again."""
    return local_name(element) == "nav" and "contents" in element.get("class", "").split()


def is_left_out(element) -> bool:
    return ((local_name(element) in NEVER_SHOWN and not is_contents(element)) or element.get("hidden") is not None
            or element.get("data-only") == "site" or element.get("aria-hidden") == "true")


def is_note(element) -> bool:
    return element.get("role") in NOTE_ROLES


def alternative(element) -> str | None:
    """The text that stands for an image: in the PDF it is the Alt of a Figure."""
    if local_name(element) == "img":
        return element.get("alt", "")
    if element.get("role") != "img":
        return None
    if element.get("aria-label") is not None:
        return element.get("aria-label")
    return next(("".join(child.itertext()) for child in element if local_name(child) == "title"), None)


def texts(element, notes: bool, inside: bool):
    """Pieces of text; a space is an edge between blocks. `notes` asks for the notes' text only."""
    if is_left_out(element) or (is_note(element) and not notes):
        return
    inside = inside or is_note(element)
    edge = "" if local_name(element) in INLINE else " "
    yield edge
    image = alternative(element)
    if image is not None:
        yield image if inside or not notes else ""
    else:
        if inside or not notes:
            yield element.text or ""
        for child in element:
            if local_name(child) and not (is_contents(element) and local_name(child) == "ol"):
                yield from texts(child, notes, inside)
            if inside or not notes:
                yield child.tail or ""
    yield edge


def words(path: str, notes: bool = False) -> list[str]:
    with open(path, "rb") as file:
        document = html5lib.parse(file, transport_encoding="utf-8")
    mains = list(document.iter(f"{XHTML}main"))
    text = " ".join("".join(texts(main, notes, False)) for main in mains)
    return unicodedata.normalize("NFC", text.replace("\u00AD", "")).split()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", metavar="PAGE.html")
    parser.add_argument("--notes", action="store_true", help="the words of notes, instead of the body's")
    options = parser.parse_args()
    for path in options.pages:
        for word in words(path, options.notes):
            print(word)
    return 0


if __name__ == "__main__":
    sys.exit(main())
