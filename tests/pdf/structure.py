"""The structure tree (ISO 32000-1, 14.7): elements, marked-content and object references, types."""
from dataclasses import dataclass, field
from functools import cached_property
from typing import Iterator

import pikepdf

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")

# ISO 32000-1, 14.8.4
STANDARD_TYPES = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private "
    "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot "
    "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP "
    "Figure Formula Form".split())


@dataclass(eq=False)
class MarkedContentReference:
    container: tuple  # object number of the page or form
    mcid: int


@dataclass(eq=False)
class ObjectReference:
    target: pikepdf.Object


@dataclass(eq=False)
class Element:
    raw: pikepdf.Dictionary
    type: str               # as written
    standard: str | None    # as the role map has it
    parent: "Element | None"
    path: str
    kids: list = field(default_factory=list)

    @property
    def children(self) -> list["Element"]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def child_types(self) -> list[str | None]:
        return [child.standard for child in self.children]

    @property
    def parent_type(self) -> str | None:
        return self.parent.standard if self.parent else None

    @property
    def mcids(self) -> list[MarkedContentReference]:
        return [kid for kid in self.kids if isinstance(kid, MarkedContentReference)]

    @property
    def object_references(self) -> list[ObjectReference]:
        return [kid for kid in self.kids if isinstance(kid, ObjectReference)]

    def text(self, key: str) -> str | None:
        value = self.raw.get(key)
        return str(value) if isinstance(value, pikepdf.String) else None

    @property
    def id(self) -> bytes | None:
        value = self.raw.get("/ID")
        return bytes(value) if isinstance(value, pikepdf.String) else None

    def attribute(self, owner: str, key: str, default=None):
        """The value of a structure attribute (14.7.5); A may be one dictionary or an array."""
        attributes = self.raw.get("/A", [])
        if not isinstance(attributes, pikepdf.Array):
            attributes = [attributes]
        for one in attributes:
            if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and one.get("/O") == "/" + owner:
                if key in one:
                    return one[key]
        return default

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def language(self) -> str | None:
        """The nearest Lang on the way up (14.9.2.3)."""
        element = self
        while element is not None:
            if element.text("/Lang") is not None:
                return element.text("/Lang")
            element = element.parent
        return None


class StructureTree:
    def __init__(self, root: pikepdf.Dictionary | None):
        self.root = root
        self.present = isinstance(root, pikepdf.Dictionary)
        self.role_map = self.read_role_map()
        self.cycles: list[str] = []         # elements reached a second time
        self.seen: set[tuple] = set()
        self.top: list[Element] = []
        if self.present:
            self.top = [kid for kid in self.read_kids(root, None, None) if isinstance(kid, Element)]

    def read_role_map(self) -> dict[str, str]:
        if not self.present or "/RoleMap" not in self.root:
            return {}
        return {key[1:]: str(value)[1:] for key, value in self.root.RoleMap.items()}

    def standard_type(self, written: str) -> str | None:
        """The standard type at the end of the role map's chain, None when there is none."""
        seen = set()
        while written not in STANDARD_TYPES:
            if written in seen or written not in self.role_map:
                return None
            seen.add(written)
            written = self.role_map[written]
        return written

    def read_kids(self, holder: pikepdf.Dictionary, parent: Element | None, page) -> list:
        kids = holder.get("/K", [])
        if not isinstance(kids, pikepdf.Array):
            kids = [kids]
        counts: dict[str, int] = {}
        found = [self.read_kid(kid, parent, page, counts) for kid in kids]
        return [kid for kid in found if kid is not None]

    def read_kid(self, kid, parent, page, counts):
        if isinstance(kid, int):
            return MarkedContentReference(page.objgen if page is not None else (0, 0), kid)
        if not isinstance(kid, pikepdf.Dictionary):
            return None
        kind = kid.get("/Type")
        if kind == "/MCR":
            container = kid.get("/Stm", kid.get("/Pg", page))
            return MarkedContentReference(container.objgen if container is not None else (0, 0),
                                          int(kid.MCID))
        if kind == "/OBJR":
            return ObjectReference(kid.get("/Obj"))
        return self.read_element(kid, parent, counts)

    def read_element(self, raw, parent, counts) -> Element | None:
        written = str(raw.get("/S", "/?"))[1:]
        counts[written] = counts.get(written, 0) + 1
        path = f"{parent.path}/{written}[{counts[written]}]" if parent else written
        if raw.objgen in self.seen and raw.is_indirect:
            self.cycles.append(path)
            return None
        self.seen.add(raw.objgen)
        element = Element(raw, written, self.standard_type(written), parent, path)
        element.kids = self.read_kids(raw, element, raw.get("/Pg"))
        return element

    def walk(self) -> Iterator[Element]:
        for element in self.top:
            yield from element.walk()

    @cached_property
    def elements(self) -> list[Element]:
        return list(self.walk())

    def of_type(self, *types: str) -> list[Element]:
        return [element for element in self.elements if element.standard in types]

    @cached_property
    def by_object(self) -> dict[tuple, Element]:
        return {element.raw.objgen: element for element in self.elements}

    @cached_property
    def by_content(self) -> dict[tuple, list[Element]]:
        """(container, MCID) -> the elements that name it as a kid."""
        found: dict[tuple, list[Element]] = {}
        for element in self.elements:
            for reference in element.mcids:
                found.setdefault((reference.container, reference.mcid), []).append(element)
        return found

    @cached_property
    def parent_tree(self) -> dict[int, pikepdf.Object]:
        if not self.present or "/ParentTree" not in self.root:
            return {}
        return dict(number_tree(self.root.ParentTree))

    def parent_of_object(self, one) -> Element | None:
        """The element that the ParentTree names for an annotation or image (14.7.4.4)."""
        entry = self.parent_tree.get(one.get("/StructParent"))
        return self.by_object.get(entry.objgen) if isinstance(entry, pikepdf.Dictionary) else None

    def parent_of_content(self, holder, mcid: int) -> Element | None:
        """The element that the ParentTree names for an MCID of a page or form."""
        entry = self.parent_tree.get(holder.get("/StructParents"))
        if not isinstance(entry, pikepdf.Array) or not 0 <= mcid < len(entry):
            return None
        element = entry[mcid]
        return self.by_object.get(element.objgen) if isinstance(element, pikepdf.Dictionary) else None


def number_tree(node) -> Iterator[tuple[int, pikepdf.Object]]:
    """The leaves of a number tree in order (7.9.7)."""
    numbers = node.get("/Nums", [])
    for index in range(0, len(numbers) - 1, 2):
        yield int(numbers[index]), numbers[index + 1]
    for kid in node.get("/Kids", []):
        yield from number_tree(kid)


def name_tree(node) -> Iterator[tuple[bytes, pikepdf.Object]]:
    """The leaves of a name tree in order (7.9.6)."""
    names = node.get("/Names", [])
    for index in range(0, len(names) - 1, 2):
        yield bytes(names[index]), names[index + 1]
    for kid in node.get("/Kids", []):
        yield from name_tree(kid)
