"""What the catalog, the page dictionaries, the outline and the name dictionary must and must not
have (ISO 14289-1, 7.1; ISO 19005-2, 6.4 to 6.11)."""
import re

import pikepdf

from document import text_of
from rules import rule
from structure import name_tree, number_tree

LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")  # RFC 3066


@rule("UA-6.2-1", "A-6.7.2.2-1", text="MarkInfo says that the file is marked")
def marked(document):
    if document.catalog.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "catalog", "MarkInfo without Marked true"


@rule("UA-7.1-4", text="MarkInfo does not admit suspects")
def suspects(document):
    if document.catalog.get("/MarkInfo", {}).get("/Suspects") is True:
        yield "catalog", "Suspects is true"


@rule("UA-7.1-10", text="window title shows the document's title, not its file name")
def display_title(document):
    if document.catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "catalog", "ViewerPreferences without DisplayDocTitle true"


@rule("UA-7.1-11", "A-6.7.3.3-1", text="catalog has a structure tree")
def structure_tree(document):
    if not document.tree.present:
        yield "catalog", "no StructTreeRoot"


@rule("UA-7.2-29", text="every language is a tag of RFC 3066")
def language_syntax(document):
    for where, language in languages(document):
        if not LANGUAGE.fullmatch(language):
            yield where, f"Lang {language!r}"


@rule("A-6.7.4-1", text="every language is a tag of RFC 3066 or empty")
def language_syntax_or_empty(document):
    for where, language in languages(document):
        if language and not LANGUAGE.fullmatch(language):
            yield where, f"Lang {language!r}"


def languages(document):
    if document.language is not None:
        yield "catalog", document.language
    for element in document.tree.elements:
        if "/Lang" in element.raw:
            yield element.path, element.text("/Lang") or ""
    for page, mark, _ in document.content.marks:
        if mark.text("/Lang") is not None:
            yield f"page {page}, {mark.tag}", mark.text("/Lang")


def outline_items(document):
    stack = [document.catalog.get("/Outlines", {}).get("/First")]
    while stack:
        item = stack.pop()
        if item is not None:
            yield item
            stack += [item.get("/Next"), item.get("/First")]


@rule("UA-7.2-2", text="language of the outline's titles is known")
def outline_language(document):
    if document.language is None and any(True for _ in outline_items(document)):
        yield "outline", "catalog has no Lang"


@rule("PDF-12.3.3-1", text="there is an outline, for moving through a long document (WCAG 2.4.5)")
def outline_present(document):
    if not any(True for _ in outline_items(document)):
        yield "catalog", "no Outlines with entries"


@rule("PDF-12.3.3-2", text="every outline entry has a title and leads to a page of this file")
def outline_targets(document):
    for item in outline_items(document):
        title = text_of(item.get("/Title"))
        if not (title or "").strip():
            yield "outline", "entry without Title"
        target = item.get("/Dest", item.get("/A", {}).get("/D"))
        problem = destination_problem(document, target)
        if problem:
            yield f"outline, {title!r}", problem


def destination_problem(document, target) -> str | None:
    """What is wrong with a destination (12.3.2), None when it leads somewhere."""
    if target is None:
        return "no destination"
    if isinstance(target, (pikepdf.String, pikepdf.Name)):
        name, target = target, named_destination(document, target)
        if target is None:
            return f"named destination {str(name)!r} does not exist"
    if isinstance(target, pikepdf.Dictionary):
        target = target.get("/D")
    if not isinstance(target, pikepdf.Array) or not isinstance(target[0], pikepdf.Dictionary):
        return "destination is not a page of this file"
    return None if target[0].objgen in document.page_numbers else "destination is not in the page tree"


def named_destination(document, name):
    if isinstance(name, pikepdf.Name):
        return document.catalog.get("/Dests", {}).get(str(name))
    names = document.catalog.get("/Names", {}).get("/Dests")
    return dict(name_tree(names)).get(bytes(name)) if names is not None else None


@rule("PDF-12.4.2-1", text="pages have labels, so that printed and shown page numbers agree")
def page_labels(document):
    labels = document.catalog.get("/PageLabels")
    if labels is None or 0 not in dict(number_tree(labels)):
        yield "catalog", "no PageLabels that start at the first page"


@rule("A-6.2.2-2", text="every page has its own Resources, none inherited")
def own_resources(document):
    for number, page in enumerate(document.pages, 1):
        if "/Resources" not in page:
            yield f"page {number}", "no Resources in the page dictionary"
    for fault, where, what in document.content.faults:
        if fault == "resource":
            yield where, what


CATALOG_FORBIDS = {
    "/NeedsRendering": "A-6.4.2-2", "/AA": "A-6.5.2-1", "/Requirements": "A-6.11-1",
}


def forbid_in_catalog(key: str, rule_id: str):
    @rule(rule_id, text=f"catalog has no {key[1:]}")
    def absent(document):
        if key in document.catalog:
            yield "catalog", f"{key} is present"


for forbidden_key, forbidding_rule in CATALOG_FORBIDS.items():
    forbid_in_catalog(forbidden_key, forbidding_rule)


@rule("PDF-12.7-1", text="no interactive form, signature or permission: a report asks nothing back",
      covers="A-6.4.1-1 A-6.4.1-2 A-6.4.1-3 A-6.4.2-1 A-6.4.3-1 A-6.4.3-2 A-6.4.3-3 A-6.1.12-1 "
             "A-6.1.12-2 UA-7.15-1 UA-7.2-25 UA-7.18.1-3 UA-7.18.4-1 UA-7.18.4-2".split())
def no_form(document):
    for key in ("/AcroForm", "/Perms"):
        if key in document.catalog:
            yield "catalog", f"{key} is present"
    for element in document.tree.of_type("Form"):
        yield element.path, "Form element"


@rule("PDF-8.11-1", text="no optional content: what is shown does not depend on settings",
      covers="UA-7.10-1 UA-7.10-2 A-6.9-1 A-6.9-2 A-6.9-3 A-6.9-4".split())
def no_optional_content(document):
    if "/OCProperties" in document.catalog:
        yield "catalog", "OCProperties is present"


@rule("PDF-7.11.4-1", text="no embedded files: PDF/A-2 allows only PDF/A there, the data goes beside",
      covers="UA-7.11-1 A-6.8-2 A-6.8-5".split())
def no_embedded_files(document):
    if "/EmbeddedFiles" in document.catalog.get("/Names", {}):
        yield "catalog", "EmbeddedFiles in Names"
    for where, one in document.dictionaries:
        if "/EF" in one:
            yield where, "file specification with EF"


@rule("PDF-13-1", text="no multimedia",
      covers="UA-7.18.6.2-1 UA-7.18.6.2-2".split())
def no_multimedia(document):
    for where, one in document.dictionaries:
        if one.get("/Type") in ("/MediaClip", "/Rendition", "/MediaPlayers"):
            yield where, f"{one.Type} dictionary"


@rule("A-6.10-1", text="no alternate presentations")
def alternate_presentations(document):
    if "/AlternatePresentations" in document.catalog.get("/Names", {}):
        yield "catalog", "AlternatePresentations in Names"


@rule("A-6.10-2", text="no presentation steps")
def presentation_steps(document):
    for number, page in enumerate(document.pages, 1):
        if "/PresSteps" in page:
            yield f"page {number}", "PresSteps is present"


@rule("A-6.5.2-2", text="pages have no additional actions")
def page_actions(document):
    for number, page in enumerate(document.pages, 1):
        if "/AA" in page:
            yield f"page {number}", "AA is present"


ALLOWED_ACTIONS = ("/GoTo", "/GoToR", "/URI", "/Named")


@rule("A-6.5.1-1", text="actions only go somewhere; no scripts, launches or media")
def actions(document):
    for where, action in all_actions(document):
        if action.get("/S") not in ALLOWED_ACTIONS:
            yield where, f"action {action.get('/S')}"
    if "/JavaScript" in document.catalog.get("/Names", {}):
        yield "catalog", "JavaScript in Names"


@rule("A-6.5.1-2", text="named actions only turn pages")
def named_actions(document):
    for where, action in all_actions(document):
        if action.get("/S") == "/Named" and action.get("/N") not in (
                "/NextPage", "/PrevPage", "/FirstPage", "/LastPage"):
            yield where, f"named action {action.get('/N')}"


def all_actions(document):
    """Actions hang from A, AA, OpenAction and Next; the Type entry is optional."""
    for where, one in document.dictionaries:
        for key in ("/A", "/OpenAction", "/Next"):
            value = one.get(key)
            if isinstance(value, pikepdf.Dictionary) and isinstance(value.get("/S"), pikepdf.Name):
                if "/O" not in value:  # a structure attribute also hangs from A
                    yield where, value
