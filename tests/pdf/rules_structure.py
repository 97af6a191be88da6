"""The structure tree as a whole, and the elements of text (ISO 14289-1, 7.1 to 7.4, 7.7, 7.9)."""
from collections import Counter

import pikepdf

from reading import line_ends
from rules import rule
from structure import HEADINGS, STANDARD_TYPES, name_tree


@rule("UA-7.1-5", "A-6.7.3.4-1", text="every structure type is standard or mapped to a standard one")
def standard_types(document):
    for element in document.tree.elements:
        if element.standard is None:
            yield element.path, f"{element.type} is not mapped to a standard type"


@rule("UA-7.1-6", "A-6.7.3.4-2", text="the role map has no circles")
def circular_roles(document):
    role_map = document.tree.role_map
    for start in role_map:
        chain, written = [start], role_map[start]
        while written in role_map and written not in chain:
            chain.append(written)
            written = role_map[written]
        if written == start:
            yield "RoleMap", " → ".join([*chain, start])


@rule("UA-7.1-7", "A-6.7.3.4-3", text="standard types are not mapped to something else")
def remapped_types(document):
    for written, target in document.tree.role_map.items():
        if written in STANDARD_TYPES:
            yield "RoleMap", f"{written} is mapped to {target}"


@rule("UA-7.1-12", text="every element has its parent in P")
def parent_entry(document):
    for element in document.tree.elements:
        if not isinstance(element.raw.get("/P"), pikepdf.Dictionary):
            yield element.path, "no P"


@rule("PDF-14.7.2-1", text="P names the element of which it is a kid, and no element is met twice")
def parent_is_right(document):
    for element in document.tree.elements:
        expected = element.parent.raw if element.parent else document.tree.root
        written = element.raw.get("/P")
        if isinstance(written, pikepdf.Dictionary) and written.objgen != expected.objgen:
            yield element.path, "P names another element"
    for path in document.tree.cycles:
        yield path, "element is a kid for the second time"


@rule("PDF-14.8.4.2-1", text="the tree has one top element, of type Document")
def document_element(document):
    types = [element.standard for element in document.tree.top]
    if document.tree.present and types != ["Document"]:
        yield "StructTreeRoot", f"top elements are {types}"


@rule("PDF-14.7.2-2", text="element IDs are unique and in the IDTree, which is sorted")
def id_tree(document):
    tree = document.tree.root.get("/IDTree") if document.tree.present else None
    leaves = list(name_tree(tree)) if tree is not None else []
    listed = {name: element.objgen for name, element in leaves}
    if [name for name, _ in leaves] != sorted(listed):
        yield "IDTree", "names are not sorted and unique"
    for element in document.tree.elements:
        if element.id is not None and listed.get(element.id) != element.raw.objgen:
            yield element.path, f"ID {element.id!r} is not in the IDTree for this element"


TEXT_KEYS = {"UA-7.2-21": "/ActualText", "UA-7.2-22": "/Alt", "UA-7.2-23": "/E"}


def require_text_language(rule_id: str, key: str):
    @rule(rule_id, text=f"language of {key[1:]} on an element is known")
    def known(document):
        for element in document.tree.elements:
            if document.language is None and element.text(key) is not None and not element.language:
                yield element.path, f"{key[1:]} without language"


for text_rule, text_key in TEXT_KEYS.items():
    require_text_language(text_rule, text_key)


@rule("UA-7.3-1", text="a figure has an alternative or replacement text")
def figure_text(document):
    for element in document.tree.of_type("Figure"):
        if not element.text("/Alt") and element.text("/ActualText") is None:
            yield element.path, "neither Alt nor ActualText"


@rule("PDF-14.8.5.4.3-1", text="a figure has a BBox of positive size, so that it can be shown enlarged")
def figure_box(document):
    for element in document.tree.of_type("Figure", "Formula"):
        box = element.attribute("Layout", "/BBox")
        sides = [float(side) for side in box] if box is not None else []
        if len(sides) != 4 or sides[0] >= sides[2] or sides[1] >= sides[3]:
            yield element.path, f"BBox is {sides or 'missing'}"


@rule("UA-7.7-1", text="a formula has an alternative or replacement text")
def formula_text(document):
    for element in document.tree.of_type("Formula"):
        if not element.text("/Alt") and element.text("/ActualText") is None:
            yield element.path, "neither Alt nor ActualText"


@rule("UA-7.4.2-1", text="the first heading is H1, and no level is skipped on the way down")
def heading_levels(document):
    last = 0
    for element in document.tree.of_type(*HEADINGS):
        level = int(element.standard[1:])
        if level > last + 1:
            yield element.path, f"H{level} after " + (f"H{last}" if last else "no heading")
        last = level


@rule("UA-7.4.4-1", text="an element has at most one H")
def one_heading(document):
    for element in document.tree.elements:
        if element.child_types.count("H") > 1:
            yield element.path, "more than one H"


@rule("UA-7.4.4-2", text="no H in a document with H1 … H6")
def unnumbered_headings(document):
    if document.tree.of_type(*HEADINGS):
        for element in document.tree.of_type("H"):
            yield element.path, "H beside numbered headings"


@rule("UA-7.4.4-3", text="no H1 … H6 in a document with H")
def numbered_headings(document):
    if document.tree.of_type("H"):
        for element in document.tree.of_type(*HEADINGS):
            yield element.path, f"{element.standard} beside H"


@rule("PDF-14.8.4.3.2-1", text="there are headings, for moving by them (WCAG 2.4.6)")
def headings_present(document):
    if document.tree.present and not document.tree.of_type("H", *HEADINGS):
        yield "structure tree", "no headings"


@rule("UA-7.9-1", text="a note has an ID")
def note_id(document):
    for element in document.tree.of_type("Note"):
        if not element.id:
            yield element.path, "no ID"


@rule("UA-7.9-2", text="IDs of notes are unique")
def note_id_unique(document):
    counts = Counter(element.id for element in document.tree.of_type("Note") if element.id)
    for element in document.tree.of_type("Note"):
        if counts[element.id] > 1:
            yield element.path, f"ID {element.id!r} is used {counts[element.id]} times"


GROUPS = frozenset("Document Part Art Sect Div BlockQuote TOC TOCI Index L LI Table THead TBody TFoot "
                   "TR".split())


@rule("PDF-14.8.4.2-2", text="grouping elements hold elements, not content itself")
def grouping(document):
    for element in document.tree.elements:
        if element.standard in GROUPS and element.mcids:
            yield element.path, f"content directly in {element.standard}"


MAY_BE_EMPTY = frozenset(("TD", "TH", "Private", "NonStruct", None))


@rule("PDF-14.7.4-1", text="elements are not empty, for a reader announces them (cells may be)")
def empty_elements(document):
    for element in document.tree.elements:
        if not element.kids and element.standard not in MAY_BE_EMPTY:
            yield element.path, f"{element.type} without content"


@rule("PDF-14.8.4.3-1", text="no block inside a heading, paragraph or inline element")
def block_in_inline(document):
    for element in document.tree.elements:
        if element.standard in BLOCKS and element.parent_type in INLINE_HOLDERS:
            yield element.path, f"{element.standard} inside {element.parent_type}"


BLOCKS = frozenset(("P", "H", *HEADINGS, *"L Table Sect Part Div BlockQuote TOC".split()))
INLINE_HOLDERS = frozenset(("P", "H", *HEADINGS, "Span", "Quote", "Reference", "Code", "Link"))


@rule("PDF-14.8.2.5-1", text="words are kept apart by real spaces, also where a line ends")
def word_breaks(document):
    """Two lines of one element meet without a space: then two words are read as one. A hyphen
    that the author wrote may end a line; one that the writer added has ActualText U+00AD."""
    for where, before, after in line_ends(document):
        if before[-1:].isalnum() and after[:1].isalnum():
            yield where, f"{before[-20:]!r} and {after[:20]!r} are one word"
