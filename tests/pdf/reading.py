"""The text of a tagged PDF in the order of its structure tree, as assistive technology reads it
(ISO 32000-1, 14.8.2.3 and 14.9)."""
import unicodedata
from dataclasses import dataclass, field
from typing import Iterator

from content import Item
from structure import Element, MarkedContentReference

INLINE = frozenset("Span Quote Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP".split())
INLINE_IN_TEXT = frozenset(("Figure", "Formula"))  # with a paragraph around them
TEXT_HOLDERS = INLINE | {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Caption"}
SOFT_HYPHEN = "\u00AD"


@dataclass
class Run:
    """Text with the item that shows it; None for text that only an attribute gives."""
    text: str
    item: Item | None = None


@dataclass
class Block:
    element: Element
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Soft hyphens, which a line's end made visible, are not part of the words."""
        joined = "".join(run.text for run in self.runs).replace(SOFT_HYPHEN, "")
        return unicodedata.normalize("NFC", " ".join(joined.split()))


def is_inline(element: Element) -> bool:
    if element.standard in INLINE_IN_TEXT:
        return element.parent_type in TEXT_HOLDERS
    if element.standard == "Lbl":
        return element.parent_type != "LI"
    return element.standard in INLINE


def blocks(document, leave_out=lambda element: False) -> list[Block]:
    """One block for each element that starts a line, in reading order; empty ones are dropped."""
    found: list[Block] = []
    for element in document.tree.top:
        read(document, element, found, leave_out)
    return [block for block in found if block.text]


def read(document, element: Element, found: list[Block], leave_out):
    if leave_out(element):
        return
    inline = is_inline(element) and found
    holder = found[-1].element if inline else element
    if not inline:
        found.append(Block(element))
    replacement = replacement_text(element)
    if replacement is not None:
        found[-1].runs.append(Run(replacement))
        return
    for kid in element.kids:
        if isinstance(kid, MarkedContentReference):
            if found[-1].element is not holder:
                found.append(Block(holder))  # text after a block inside this element
            found[-1].runs += runs_of(document, kid)
        elif isinstance(kid, Element):
            if is_inline(kid) and found[-1].element is not holder:
                found.append(Block(holder))
            read(document, kid, found, leave_out)


def replacement_text(element: Element) -> str | None:
    """ActualText replaces content, Alt stands for it (14.9.3, 14.9.4)."""
    actual = element.text("/ActualText")
    return actual if actual is not None else element.text("/Alt")


def runs_of(document, reference: MarkedContentReference) -> Iterator[Run]:
    """The text of one marked-content sequence; an ActualText in it counts once."""
    last_mark = None
    for item in document.content.marked.get((reference.container, reference.mcid), []):
        if item.kind != "text" or item.font is None:
            continue
        mark = next((one for one in item.marks if one.text("/ActualText") is not None), None)
        if mark is None:
            yield Run(document.fonts[item.font].text(item.codes), item)
        elif mark is not last_mark:
            yield Run(mark.text("/ActualText"), item)
        last_mark = mark


def line_ends(document) -> Iterator[tuple[str, str, str]]:
    """(place, text before, text after) wherever a block's text goes on, on another line."""
    for block in blocks(document):
        shown = [run for run in block.runs if run.item is not None]
        for before, after in zip(shown, shown[1:]):
            if starts_line(before.item, after.item):
                yield f"{after.item.where}, {block.element.path}", before.text, after.text


def starts_line(before: Item, after: Item) -> bool:
    """Text on the next line starts further left and lower; in the next column higher up. A
    superscript or a word in another font goes on to the right."""
    if before.page != after.page:
        return True
    return after.x <= before.x and after.y < before.y - 2 or after.y > before.y + 30
