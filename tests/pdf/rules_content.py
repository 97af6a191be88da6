"""What is painted on the pages: everything tagged or an artifact, and well nested
(ISO 14289-1, 7.1 and 7.20; ISO 19005-2, 6.2.2; ISO 32000-1, 14.6 and 14.7.4)."""
from rules import rule


def tagged_element(document, mark):
    """The element that owns a mark's content, None when the tree does not know it."""
    if mark is None:
        return None
    owners = document.tree.by_content.get((mark.container, mark.mcid))
    return owners[0] if owners else None


def is_tagged(document, marks) -> bool:
    """Whether one of the marks is the content of an element."""
    return any(mark.mcid is not None and tagged_element(document, mark)
               for mark in marks)


@rule("UA-7.1-1", text="no artifact inside tagged content")
def artifact_in_tagged(document):
    for page, mark, around in document.content.marks:
        if mark.tag == "Artifact" and is_tagged(document, around):
            yield f"page {page}", f"artifact inside {around[-1].tag}"


@rule("UA-7.1-2", text="no tagged content inside an artifact")
def tagged_in_artifact(document):
    for page, mark, around in document.content.marks:
        if mark.mcid is not None and any(one.tag == "Artifact" for one in around):
            yield f"page {page}", f"{mark.tag} with MCID {mark.mcid} inside an artifact"


@rule("UA-7.1-3", text="everything painted is tagged content or an artifact")
def content_outside(document):
    for item in document.content.items:
        if not item.artifact and not is_tagged(document, item.marks):
            about = f" with MCID {item.mark.mcid}" if item.mark else ""
            yield item.where, f"{item.kind}{about} that is neither: {shown_text(document, item)!r}"


def shown_text(document, item) -> str:
    return document.fonts[item.font].text(item.codes) if item.font else ""


@rule("PDF-14.7.4.4-1", text="an MCID occurs once in a content stream")
def mcid_unique(document):
    seen = {}
    for page, mark, _ in document.content.marks:
        if mark.mcid is not None:
            if seen.setdefault((page, mark.container, mark.mcid), mark) is not mark:
                yield f"page {page}", f"MCID {mark.mcid} again"


@rule("PDF-14.7.4.4-2", text="ParentTree leads from every MCID to the element that has it as a kid")
def parent_tree_content(document):
    holders = {page.objgen: page for page in document.pages} | document.content.form_streams
    for page, mark, _ in document.content.marks:
        if mark.mcid is None:
            continue
        parent = document.tree.parent_of_content(holders[mark.container], mark.mcid)
        if parent is None:
            yield f"page {page}", f"MCID {mark.mcid} is not in the ParentTree"
        elif parent is not tagged_element(document, mark):
            yield f"page {page}", f"MCID {mark.mcid}: ParentTree names {parent.path}, which lacks it"


@rule("PDF-14.7.4.4-3", text="every MCID that an element names exists and belongs to it alone")
def referenced_content(document):
    existing = {(mark.container, mark.mcid) for _, mark, _ in document.content.marks}
    for key, elements in document.tree.by_content.items():
        if key not in existing:
            yield elements[0].path, f"MCID {key[1]} is not on its page"
        if len(elements) > 1:
            yield elements[1].path, f"MCID {key[1]} belongs to {elements[0].path} as well"


@rule("PDF-14.6.1-1", text="the tag written in the content is that of the element")
def same_tag(document):
    for page, mark, _ in document.content.marks:
        element = tagged_element(document, mark) if mark.mcid is not None else None
        if element and mark.tag not in (element.type, element.standard):
            yield f"page {page}", f"MCID {mark.mcid} is {mark.tag}, its element is {element.type}"


@rule("PDF-14.6.1-2", text="marked content is balanced, also against text objects; no MCID in an MCID")
def marks_balanced(document):
    yield from faults(document, "mark-balance")
    for page, mark, around in document.content.marks:
        if mark.mcid is not None and any(one.mcid is not None for one in around):
            yield f"page {page}", f"MCID {mark.mcid} inside tagged content"


def faults(document, kind: str):
    for fault, where, what in document.content.faults:
        if fault == kind:
            yield where, what


ARTIFACT_TYPES = ("/Pagination", "/Layout", "/Page", "/Background")


@rule("PDF-14.8.2.2-1", text="an artifact's Type is one that the standard knows")
def artifact_type(document):
    for page, mark, _ in document.content.marks:
        if mark.tag == "Artifact" and mark.properties is not None:
            kind = mark.properties.get("/Type")
            if kind is not None and kind not in ARTIFACT_TYPES:
                yield f"page {page}", f"artifact of Type {kind}"


@rule("PDF-8.4.2-1", text="q and Q are balanced in every content stream")
def saves_balanced(document):
    yield from faults(document, "q-balance")


@rule("A-6.1.13-8", text="q is nested at most 28 deep")
def saves_nested(document):
    yield from faults(document, "q-depth")


@rule("PDF-9.4.1-1", text="text objects are balanced, and text is shown in them with a font")
def text_objects(document):
    yield from faults(document, "text")


@rule("PDF-7.8.2-1", text="content streams can be parsed")
def content_syntax(document):
    yield from faults(document, "syntax")


@rule("A-6.2.2-1", text="content streams have operators of ISO 32000-1 only")
def operators(document):
    yield from faults(document, "operator")


@rule("A-6.2.9-3", text="no PostScript XObjects")
def postscript(document):
    yield from faults(document, "postscript")


@rule("A-6.2.9-1", text="form XObjects have no OPI, PS or Subtype2 PS")
def form_keys(document):
    for where, form in forms(document):
        if "/OPI" in form or "/PS" in form or form.get("/Subtype2") == "/PS":
            yield where, "form XObject with OPI or PS"


@rule("UA-7.20-1", "A-6.2.9-2", text="no reference XObjects")
def reference_xobjects(document):
    for where, form in forms(document):
        if "/Ref" in form:
            yield where, "form XObject with Ref"


@rule("UA-7.20-2", text="a form XObject's content belongs to one element, or always to artifacts")
def form_parents(document):
    for key, uses in document.content.forms.items():
        marks = {mark for _, mark in uses}
        holds_mcids = any(mark.container == key and mark.mcid is not None
                          for _, mark, _ in document.content.marks)
        if len(marks) > 1 or (holds_mcids and len(uses) > 1):
            yield uses[-1][0], f"form XObject {key[0]} is painted for several elements"


def forms(document):
    return [(where, one) for where, one in document.streams() if one.get("/Subtype") == "/Form"]


@rule("UA-7.2-34", text="language of all text is known")
def text_language(document):
    if document.language is not None:
        return
    for item in document.content.text_items:
        element = tagged_element(document, item.mark)
        if not (element and element.language) and not any(mark.text("/Lang") for mark in item.marks):
            yield item.where, f"no Lang for {shown_text(document, item)!r}"


MARK_TEXTS = {"UA-7.2-30": "/ActualText", "UA-7.2-31": "/Alt", "UA-7.2-32": "/E"}


def require_mark_language(rule_id: str, key: str):
    @rule(rule_id, text=f"language of {key[1:]} in marked content is known")
    def known(document):
        for page, mark, around in document.content.marks:
            if document.language is None and mark.text(key) is not None:
                marks = (*around, mark)
                inner = next((one for one in reversed(marks) if one.mcid is not None), None)
                element = tagged_element(document, inner)
                if not (element and element.language) and not any(one.text("/Lang") for one in marks):
                    yield f"page {page}", f"{mark.tag} with {key} without language"


for mark_rule, mark_key in MARK_TEXTS.items():
    require_mark_language(mark_rule, mark_key)
