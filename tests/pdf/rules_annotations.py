"""Annotations, in practice links (ISO 14289-1, 7.18; ISO 19005-2, 6.3)."""
import functools
import pathlib
import urllib.parse

import pikepdf

from document import Document, inherited, text_of
from rules import rule
from rules_catalog import destination_problem

ALLOWED = frozenset(
    "/Text /Link /FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline "
    "/Squiggly /StrikeOut /Stamp /Caret /Ink /Popup /FileAttachment /Widget /PrinterMark /TrapNet "
    "/Watermark /Redact".split())

HIDDEN = 2


def described(document):
    """The annotations that are seen: not hidden (12.5.3)."""
    for where, page, annotation in document.annotations():
        if not int(annotation.get("/F", 0)) & HIDDEN:
            yield where, annotation


@rule("A-6.3.1-1", text="annotations are of a type that PDF/A-2 allows")
def annotation_type(document):
    for where, _, annotation in document.annotations():
        if annotation.get("/Subtype") not in ALLOWED:
            yield where, f"annotation of Subtype {annotation.get('/Subtype')}"


@rule("A-6.3.2-1", text="an annotation has flags")
def flags_present(document):
    for where, _, annotation in document.annotations():
        if "/F" not in annotation and annotation.get("/Subtype") != "/Popup":
            yield where, "no F"


@rule("A-6.3.2-2", text="an annotation is printed and never hidden")
def flags_value(document):
    for where, _, annotation in document.annotations():
        flags = int(annotation.get("/F", 4))
        if not flags & 4 or flags & (1 | 2 | 32 | 256):
            yield where, f"F is {flags}"


@rule("A-6.3.3-1", text="an annotation other than a link has an appearance")
def appearance_present(document):
    for where, _, annotation in document.annotations():
        left, bottom, right, top = annotation.get("/Rect", [0, 0, 0, 0])
        has_area = left != right or bottom != top
        if annotation.get("/Subtype") not in ("/Link", "/Popup") and has_area:
            if "/AP" not in annotation:
                yield where, "no AP"


@rule("A-6.3.3-2", text="an appearance dictionary has N only")
def appearance_keys(document):
    for where, _, annotation in document.annotations():
        if "/AP" in annotation and set(annotation.AP.keys()) != {"/N"}:
            yield where, f"AP has {sorted(annotation.AP.keys())}"


@rule("A-6.3.3-4", text="the normal appearance is a stream", covers=["A-6.3.3-3"])
def appearance_stream(document):
    for where, _, annotation in document.annotations():
        normal = annotation.get("/AP", {}).get("/N")
        if normal is not None and not isinstance(normal, pikepdf.Stream):
            yield where, "AP's N is not a stream"


@rule("UA-7.18.3-1", text="tab order follows the structure on pages with annotations")
def tab_order(document):
    for number, page in enumerate(document.pages, 1):
        if len(page.get("/Annots", [])) and page.get("/Tabs") != "/S":
            yield f"page {number}", f"Tabs is {page.get('/Tabs')}"


@rule("UA-7.18.1-1", text="annotations other than links are in an Annot element")
def in_annot(document):
    for where, annotation in described(document):
        parent = document.tree.parent_of_object(annotation)
        if annotation.get("/Subtype") not in ("/Widget", "/PrinterMark", "/Link"):
            if not parent or parent.standard != "Annot":
                yield where, "not in an Annot element"


@rule("UA-7.18.1-2", text="annotations have Contents, or their element an Alt")
def annotation_description(document):
    for where, annotation in described(document):
        parent = document.tree.parent_of_object(annotation)
        if not text_of(annotation.get("/Contents")) and not (parent and parent.text("/Alt")):
            yield where, "neither Contents nor Alt"


@rule("UA-7.2-24", text="language of an annotation's Contents is known")
def contents_language(document):
    for where, _, annotation in document.annotations():
        parent = document.tree.parent_of_object(annotation)
        if document.language is None and text_of(annotation.get("/Contents")) is not None:
            if not (parent and parent.language):
                yield where, "Contents without language"


@rule("UA-7.18.2-1", text="no TrapNet annotations")
def trap_net(document):
    for where, annotation in described(document):
        if annotation.get("/Subtype") == "/TrapNet":
            yield where, "TrapNet annotation"


@rule("UA-7.18.8-1", text="PrinterMark annotations are not in the structure tree")
def printer_mark(document):
    for where, annotation in described(document):
        if annotation.get("/Subtype") == "/PrinterMark" and document.tree.parent_of_object(annotation):
            yield where, "PrinterMark in the structure tree"


def links(document):
    return [(where, annotation) for where, annotation in described(document)
            if annotation.get("/Subtype") == "/Link"]


@rule("UA-7.18.5-1", text="link annotations are in a Link element")
def link_tagged(document):
    for where, annotation in links(document):
        parent = document.tree.parent_of_object(annotation)
        if not parent or parent.standard != "Link":
            yield where, f"in {parent.path if parent else 'no element'}"


@rule("UA-7.18.5-2", text="link annotations say in Contents where they lead")
def link_contents(document):
    for where, annotation in links(document):
        if not text_of(annotation.get("/Contents")):
            yield where, "no Contents"


@rule("PDF-14.7.4.3-1", text="an annotation's element refers back to it, once")
def object_reference(document):
    references = {}
    for element in document.tree.elements:
        for reference in element.object_references:
            references.setdefault(reference.target.objgen, []).append(element)
    for where, _, annotation in document.annotations():
        owners = references.pop(annotation.objgen, [])
        if annotation.get("/Subtype") == "/Popup":
            continue
        if owners != [document.tree.parent_of_object(annotation)]:
            yield where, f"referred to by {[element.path for element in owners]}"
    for owners in references.values():
        yield owners[0].path, "refers to an object that is no annotation on a page"


@rule("PDF-14.8.4.4.2-1", text="a Link element has text and an annotation")
def link_element(document):
    for element in document.tree.of_type("Link"):
        inside = list(element.walk())
        if not any(one.mcids for one in inside):
            yield element.path, "no content"
        if not any(one.object_references for one in inside):
            yield element.path, "no annotation"


@functools.lru_cache(maxsize=8)
def other_file(path):
    return Document(path)


def remote_problem(document, action):
    """What is wrong with a link into another file (12.6.4.3), which must lie where its path leads."""
    file = action.get("/F")
    name = text_of(file.get("/UF") if isinstance(file, pikepdf.Dictionary) else file) or ""
    path = pathlib.Path(document.path).resolve().parent / urllib.parse.unquote(name)
    if not name or pathlib.PurePosixPath(name).is_absolute() or not path.is_file():
        return f"file {name!r} is not there"
    target = action.get("/D")
    if isinstance(target, pikepdf.Array):
        page = target[0] if len(target) else None
        return None if isinstance(page, int) and 0 <= page < len(other_file(str(path)).pages) else "page is not in that file"
    return destination_problem(other_file(str(path)), target)


@rule("PDF-12.5.6.5-1", text="a link leads to a page of this file or of one beside it, or to an absolute address")
def link_target(document):
    for where, annotation in links(document):
        action = annotation.get("/A", {})
        if action.get("/S") == "/URI":
            address = text_of(action.get("/URI")) or ""
            if not address.startswith(("https://", "http://", "mailto:", "tel:")):
                yield where, f"address {address!r}"
        elif action.get("/S") == "/GoToR":
            problem = remote_problem(document, action)
            if problem:
                yield where, problem
        else:
            problem = destination_problem(document, annotation.get("/Dest", action.get("/D")))
            if problem:
                yield where, problem


@rule("PDF-12.5.2-1", text="a link's rectangle has a size and lies on its page")
def link_rectangle(document):
    for where, page, annotation in document.annotations():
        left, bottom, right, top = (float(side) for side in annotation.get("/Rect", [0, 0, 0, 0]))
        box = [float(side) for side in inherited(page, "/CropBox") or inherited(page, "/MediaBox")]
        if not (left < right and bottom < top):
            yield where, "rectangle without size"
        elif left < box[0] - 1 or bottom < box[1] - 1 or right > box[2] + 1 or top > box[3] + 1:
            yield where, f"rectangle {left:g} {bottom:g} {right:g} {top:g} leaves the page"
