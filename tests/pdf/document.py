"""A PDF file opened for checking: one place from which all rules get what they look at."""
from functools import cached_property

import pikepdf

from content import ContentReader
from fonts import Font
from raw import RawFile
from structure import StructureTree
from xmp import Xmp


class Document:
    def __init__(self, path: str):
        self.path = path
        with open(path, "rb") as file:
            self.data = file.read()
        self.pdf = pikepdf.open(path, inherit_page_attributes=False)
        self.catalog = self.pdf.Root
        self.pages = [page.obj for page in self.pdf.pages]
        self.page_numbers = {page.objgen: number for number, page in enumerate(self.pages, 1)}

    @cached_property
    def raw(self) -> RawFile:
        raw = RawFile(self.data, lambda number, generation: self.pdf.get_object(number, generation))
        for where, one in self.dictionaries:
            if isinstance(one, pikepdf.Stream) and one.get("/Type") == "/ObjStm":
                raw.add_object_stream(where, one.read_bytes())
        for where, data in self.content.streams:
            raw.add_content(where, data)
        return raw

    @cached_property
    def dictionaries(self) -> list[tuple[str, pikepdf.Object]]:
        """Every dictionary and stream of the file, direct ones included, with its place."""
        found = []
        for one in self.pdf.objects:
            if isinstance(one, pikepdf.Object):  # a Length that stands apart is a plain number
                collect(one, f"object {one.objgen[0]}", found)
        collect(self.pdf.trailer, "trailer", found)
        return found

    @cached_property
    def content(self) -> ContentReader:
        return ContentReader(self.pages)

    @cached_property
    def fonts(self) -> dict[tuple, Font]:
        """The fonts that show text, by object number."""
        return {key: Font(one) for key, one in self.content.fonts.items()}

    @cached_property
    def tree(self) -> StructureTree:
        return StructureTree(self.catalog.get("/StructTreeRoot"))

    @cached_property
    def xmp(self) -> Xmp:
        return Xmp(self.catalog.get("/Metadata"))

    @cached_property
    def language(self) -> str | None:
        """The catalog's language (14.9.2), which holds for whatever names no other."""
        return text_of(self.catalog.get("/Lang"))

    @cached_property
    def output_colour_space(self) -> bytes | None:
        """The colour space in the header of the PDF/A output intent's profile (6.2.3)."""
        for intent in self.catalog.get("/OutputIntents", []):
            if intent.get("/S") == "/GTS_PDFA1" and "/DestOutputProfile" in intent:
                return intent.DestOutputProfile.read_bytes()[16:20]
        return None

    def streams(self):
        return [(where, one) for where, one in self.dictionaries if isinstance(one, pikepdf.Stream)]

    def annotations(self):
        """Every annotation with its page and place."""
        for number, page in enumerate(self.pages, 1):
            for index, annotation in enumerate(page.get("/Annots", [])):
                kind = str(annotation.get("/Subtype", "?"))[1:]
                yield f"page {number}, annotation {index + 1} ({kind})", page, annotation


def collect(one, where: str, found: list):
    """Walk direct values; an indirect child has its own turn."""
    if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        found.append((where, one))
        children = [value for _, value in one.items()]
    elif isinstance(one, pikepdf.Array):
        children = list(one)
    else:
        return
    for child in children:
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            collect(child, where, found)


def inherited(page: pikepdf.Dictionary, key: str):
    """A page attribute, from the page or from the nodes above it (7.7.3.4)."""
    while page is not None and key not in page:
        page = page.get("/Parent")
    return page[key] if page is not None else None


def text_of(value) -> str | None:
    """A text string or None; anything else written where text belongs counts as absent."""
    return str(value) if isinstance(value, pikepdf.String) else None
