"""Mutations of the structure tree, tables, lists and annotations."""
import pikepdf
from pikepdf import Array, Dictionary, Name, String

from mutation import (add_kid, append, both, catalog, content, drop, elements, link, move, mutation,
                      new_element, of_type, page, put, retype)


def tree(pdf):
    return pdf.Root.StructTreeRoot


def roles(**mapped: str):
    return put(tree, "/RoleMap",
               lambda pdf: Dictionary({f"/{key}": Name("/" + value) for key, value in mapped.items()}))


def attributes(find, owner: str, **entries):
    return put(find, "/A", lambda pdf: Dictionary(O=Name("/" + owner), **entries))


def no_tree(pdf):
    """Without a tree nothing is tagged: that the links are not either is found too."""
    del pdf.Root["/StructTreeRoot"]


mutation("UA-7.1-11 A-6.7.3.3-1 UA-7.1-3 PDF-14.7.4.4-2 UA-7.18.5-1 PDF-14.7.4.3-1",
         "no structure tree", no_tree)
mutation("UA-7.1-5 A-6.7.3.4-1", "unknown structure type", retype("Sect", "Hoofdstuk"))
mutation("", "structure type of our own, mapped", both(retype("Sect", "Hoofdstuk"),
                                                       roles(Hoofdstuk="Deel", Deel="Sect")))
mutation("UA-7.1-6 A-6.7.3.4-2", "role map in a circle", roles(Een="Twee", Twee="Een"))
mutation("UA-7.1-7 A-6.7.3.4-3", "standard type mapped", roles(Code="Span"))
mutation("UA-7.1-12", "element without P", drop(of_type("H2"), "/P"))
mutation("PDF-14.7.2-1", "P names another element",
         put(of_type("H2"), "/P", lambda pdf: pdf.Root.StructTreeRoot.K))


def second_document(pdf):
    top = tree(pdf).K
    made = new_element(pdf, tree(pdf), "Document")
    move(of_type("Sect"), lambda _: made, 0)(pdf)
    tree(pdf).K = Array([top, made])


mutation("PDF-14.8.4.2-1", "two top elements", second_document)
mutation("PDF-14.7.2-2", "ID not in the IDTree", drop(tree, "/IDTree"))

mutation("UA-7.2-21 UA-7.2-2 UA-7.2-22 UA-7.2-23 UA-7.2-24 UA-7.2-30 UA-7.2-33 UA-7.2-34",
         "no language for ActualText and E",
         both(drop(catalog, "/Lang"), put(of_type("H2"), "/ActualText", String("x")),
              put(of_type("H2"), "/E", String("x"))))
mutation("UA-7.2-2 UA-7.2-22 UA-7.2-24 UA-7.2-30 UA-7.2-31 UA-7.2-32 UA-7.2-33 UA-7.2-34",
         "no language for Alt and E in marked content",
         both(drop(catalog, "/Lang"),
              append(0, "/Artifact BMC /Span <</Alt (x) /E (x)>> BDC EMC EMC")))
mutation("UA-7.2-2 UA-7.2-33", "language on the top element only",
         both(drop(catalog, "/Lang"), put(of_type("Document"), "/Lang", String("nl")),
              lambda pdf: untagged_text_removed(pdf)))


def untagged_text_removed(pdf):
    """Artifacts inherit no language from the tree: give theirs in the property list."""
    for index in range(2):
        content(index, "/Type /Pagination", "/Type /Pagination /Lang (nl)")(pdf)


mutation("UA-7.2-29", "empty language on an element", put(of_type("H2"), "/Lang", String("")))
mutation("UA-7.2-29 A-6.7.4-1", "wrong language in marked content",
         content(0, "/Span <<", "/Span <</Lang (n_l)"))

mutation("UA-7.3-1", "figure without Alt", drop(of_type("Figure"), "/Alt"))
mutation("UA-7.3-1", "figure with empty Alt", put(of_type("Figure"), "/Alt", String("")))
mutation("PDF-14.8.5.4.3-1", "figure without BBox", drop(of_type("Figure"), "/A"))
mutation("UA-7.7-1", "formula without Alt",
         both(retype("Figure", "Formula"), drop(of_type("Formula"), "/Alt")))

mutation("UA-7.4.2-1", "heading level skipped", retype("H2", "H3"))
mutation("UA-7.4.2-1", "first heading is H2", retype("H1", "H2"))
mutation("UA-7.4.4-2 UA-7.4.4-3", "H and H1", retype("H2", "H"))
mutation("UA-7.4.4-1", "two H in one element",
         both(retype("H1", "H"), retype("H2", "H"), move(of_type("H", 1), of_type("Document"), 0)))
mutation("PDF-14.8.4.3.2-1", "no headings", both(retype("H1", "P"), retype("H2", "P")))

def without_headers(pdf):
    """The table says with Scope alone which headers its cells have."""
    for cell in elements(pdf, "TD"):
        del cell["/A"]


def spans(find, **entries):
    """Other attributes of the cell stay."""
    def change(pdf):
        cell = find(pdf)
        for key, value in entries.items():
            cell.A[f"/{key}"] = value
    return change


mutation("UA-7.9-1 PDF-14.8.5.7-4", "note without ID",
         both(drop(of_type("Note"), "/ID"), *(drop(of_type("TH", number), "/ID") for number in range(3)),
              drop(tree, "/IDTree"), without_headers))
mutation("UA-7.9-2 PDF-14.7.2-2 PDF-14.7.4-1", "two notes with one ID",
         add_kid(of_type("Document"), "Note", ID=String("note-1")))
mutation("PDF-14.8.4.2-2", "content directly in Sect", retype("P", "Sect", 2))
mutation("PDF-14.7.4-1", "empty paragraph", add_kid(of_type("Sect"), "P"))
mutation("PDF-14.8.4.3-1", "heading inside a paragraph",
         move(of_type("H2"), of_type("P"), 0))

# Tables: the grid is 3 by 3, its first row spans 1 + 2, its first column 1 + 2

mutation("UA-7.2-3 PDF-14.7.4-1", "paragraph in a table", add_kid(of_type("Table"), "P"))
mutation("UA-7.2-10", "paragraph in a row", retype("TD", "P"))
mutation("UA-7.2-36 PDF-14.7.4-1", "paragraph in THead", add_kid(of_type("THead"), "P"))
mutation("UA-7.2-37 PDF-14.7.4-1", "paragraph in TBody", add_kid(of_type("TBody"), "P"))
mutation("UA-7.2-38 PDF-14.7.4-1", "paragraph in TFoot",
         both(add_kid(of_type("Table"), "TFoot"), add_kid(of_type("TFoot"), "P")))
mutation("UA-7.2-4 PDF-14.7.4-1", "row outside a table", add_kid(of_type("Sect"), "TR"))
mutation("UA-7.2-5 PDF-14.7.4-1", "THead outside a table", add_kid(of_type("Sect"), "THead"))
mutation("UA-7.2-6 PDF-14.7.4-1", "TBody outside a table", add_kid(of_type("Sect"), "TBody"))
mutation("UA-7.2-7 PDF-14.7.4-1", "TFoot outside a table", add_kid(of_type("Sect"), "TFoot"))
mutation("UA-7.2-8 PDF-14.8.5.7-1", "TH outside a row", add_kid(of_type("Sect"), "TH"))
mutation("UA-7.2-9", "TD outside a row", add_kid(of_type("Sect"), "TD"))
mutation("UA-7.2-11 PDF-14.7.4-1", "two THead", add_kid(of_type("Table"), "THead"))
mutation("UA-7.2-12 PDF-14.7.4-1", "two TFoot",
         both(add_kid(of_type("Table"), "TFoot"), add_kid(of_type("Table"), "TFoot")))
mutation("UA-7.2-13 UA-7.2-14 PDF-14.7.4-1", "THead and TFoot without TBody",
         both(retype("TBody", "TFoot"), add_kid(of_type("Sect"), "P")))
mutation("UA-7.2-39 PDF-14.7.4-1", "two captions", add_kid(of_type("Table"), "Caption"))
mutation("UA-7.2-16", "caption between the rows", move(of_type("Caption"), of_type("Table"), 1))
mutation("UA-7.2-15 UA-7.2-43", "overlapping cells",
         both(spans(of_type("TD", 1), RowSpan=2), spans(of_type("TD", 2), ColSpan=2)))
mutation("UA-7.2-41 PDF-14.8.4.3.4-1", "cell below the last row", spans(of_type("TD", 3), RowSpan=2))
mutation("PDF-14.8.4.3.4-1 UA-7.2-43", "cell that reaches into the next group", spans(of_type("TH"), RowSpan=2))
mutation("PDF-14.8.5.7-3", "span of half a column", spans(of_type("TD"), ColSpan=1.5))
mutation("PDF-14.8.5.7-3", "span of no row", spans(of_type("TD"), RowSpan=0))
mutation("UA-7.2-42 PDF-14.7.4-1", "row without cells", add_kid(of_type("TBody"), "TR"))
mutation("UA-7.2-42", "row with a cell too few",
         lambda pdf: (content(1, "/TD <</MCID 13>> BDC", "/Artifact BMC")(pdf), remove_last_cell(pdf)))
mutation("UA-7.2-43", "row with a cell too many", add_kid(of_type("TR", 2), "TD"))


def remove_last_cell(pdf):
    row = elements(pdf, "TR")[2]
    row.K = Array(list(row.K)[:-1])


mutation("PDF-14.8.5.7-4", "cells below several headers name none", without_headers)
mutation("PDF-14.8.5.7-2", "a header named twice",
         spans(of_type("TD"), Headers=Array([String("head-3"), String("head-3")])))
mutation("UA-7.5-1 PDF-14.8.5.7-1 PDF-14.8.5.7-4", "headers without Scope",
         both(without_headers, attributes(of_type("TH", 1), "Table", ColSpan=2),
              attributes(of_type("TH", 2), "Table", RowSpan=2)))
mutation("PDF-14.8.5.7-1", "one header without Scope",
         attributes(of_type("TH", 1), "Table", ColSpan=2))
mutation("UA-7.5-2 PDF-14.8.5.7-1 PDF-14.8.5.7-2", "Headers that do not exist",
         both(attributes(of_type("TH", 1), "Table", ColSpan=2),
              attributes(of_type("TH", 2), "Table", RowSpan=2),
              *(attributes(of_type("TD", number), "Table", Headers=Array([String("kop")]))
                for number in range(4))))

# Lists and contents

mutation("UA-7.2-17 PDF-14.8.4.3.3-1 PDF-14.7.4-1", "LI outside a list", add_kid(of_type("Sect"), "LI"))
mutation("UA-7.2-18 PDF-14.7.4-1", "LBody outside a list item", add_kid(of_type("Sect"), "LBody"))
mutation("UA-7.2-19 PDF-14.7.4-1", "paragraph in a list", add_kid(of_type("L"), "P"))
mutation("UA-7.2-20 PDF-14.8.4.3.3-1 PDF-14.7.4-1", "paragraph in a list item",
         move(of_type("P", 3), of_type("LI"), 1))
mutation("UA-7.2-40 PDF-14.7.4-1", "list caption not first", add_kid(of_type("L"), "Caption"))
mutation("PDF-14.8.5.5-1", "list without ListNumbering", drop(of_type("L"), "/A"))
mutation("PDF-14.8.5.5-1", "unknown ListNumbering",
         attributes(of_type("L"), "List", ListNumbering=Name.Stars))
mutation("", "list of terms", attributes(of_type("L"), "List", ListNumbering=Name("/None")))
mutation("PDF-14.8.4.3.3-1 PDF-14.7.4-1", "list item with two bodies", add_kid(of_type("LI"), "LBody"))
mutation("UA-7.2-26 PDF-14.8.4.2-3 PDF-14.7.4-1", "TOCI outside a table of contents",
         add_kid(of_type("Sect"), "TOCI"))
mutation("UA-7.2-27 PDF-14.7.4-1", "paragraph in a table of contents", add_kid(of_type("TOC"), "P"))
mutation("UA-7.2-28 PDF-14.7.4-1", "contents caption not first", add_kid(of_type("TOC"), "Caption"))

# What is heard

mutation("PDF-14.9-1", "soft hyphen in a bookmark", put(lambda pdf: pdf.Root.Outlines.First, "/Title", String("Ra\u00adpport")))
mutation("PDF-14.9-1", "letter of private use in an alternative", put(of_type("Figure"), "/Alt", String("Een \ue001 vlak")))
mutation("PDF-14.9-1", "mark without width in a link", put(link(0), "/Contents", String("Over\u200bde lijst")))
mutation("PDF-14.9.5-1", "empty expansion", put(of_type("P"), "/E", String(" ")))
mutation("PDF-14.9.5-1", "expansion at a table", put(of_type("Table"), "/E", String("tabel")))


def call_without_words(pdf):
    """The number of the call in a Lbl, and nothing else in Contents."""
    call = elements(pdf, "Link")[1]
    label = new_element(pdf, call, "Lbl")
    label.K, call.K = call.K[0], Array([label, *list(call.K)[1:]])
    label.Pg = pdf.pages[0].obj
    link(1)(pdf).Contents = String("1")


mutation("UA-7.18.5-3 PDF-14.7.4.4-2 PDF-14.6.1-1", "call of a note that says its number only", call_without_words)

# Annotations

mutation("UA-7.18.5-2 UA-7.18.1-2", "link without Contents", drop(link(0), "/Contents"))
mutation("UA-7.18.5-1", "link in a Span", retype("Link", "Span", 2))
mutation("UA-7.18.5-1 PDF-14.7.4.3-1", "link without StructParent", drop(link(0), "/StructParent"))
mutation("UA-7.18.3-1", "page without tab order", drop(page(1), "/Tabs"))
mutation("A-6.3.2-1", "link without flags", drop(link(0), "/F"))
mutation("A-6.3.2-2", "link that is not printed", put(link(0), "/F", 0))
mutation("PDF-12.5.6.5-1", "link to nowhere", put(link(0), "/Dest", String("nergens")))
mutation("PDF-12.5.6.5-1", "link to a relative address",
         put(link(2), "/A", Dictionary(S=Name.URI, URI=String("elders.html"))))
mutation("PDF-12.5.6.5-1", "link to a file that is not there",
         put(link(2), "/A", Dictionary(S=Name.GoToR, F=String("../elders.pdf"), D=String("nergens"))))
mutation("PDF-12.5.2-1", "link outside its page", put(link(0), "/Rect", Array([580, 0, 700, 9])))
mutation("PDF-12.5.2-1", "link without size", put(link(0), "/Rect", Array([9, 9, 9, 9])))


def without_reference(pdf):
    element = elements(pdf, "Link")[2]
    element.K = Array(list(element.K)[:1])


def without_content(pdf):
    element = elements(pdf, "Link")[2]
    element.K = Array(list(element.K)[1:])
    content(1, "/Link <</MCID 15>> BDC", "/Artifact BMC")(pdf)


mutation("PDF-14.7.4.3-1 PDF-14.8.4.4.2-1", "Link element without annotation", without_reference)
mutation("PDF-14.8.4.4.2-1", "Link element without content", without_content)


def annotation(kind: str, tagged: str | None, **entries):
    """Another annotation on page 1, with or without an element."""
    def change(pdf):
        made = pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name("/" + kind), Rect=[9, 9, 20, 20], F=4,
            Contents=String("x"), AP=Dictionary(N=pikepdf.Stream(pdf, b"", Subtype=Name.Form)), **entries))
        pdf.pages[0].obj.Annots.append(made)
        if tagged:
            element = new_element(pdf, of_type("Sect")(pdf), tagged)
            element.K.append(Dictionary(Type=Name.OBJR, Pg=pdf.pages[0].obj, Obj=made))
            of_type("Sect")(pdf).K.append(element)
            made.StructParent = 150
            tree(pdf).ParentTree.Nums.extend([150, element])
    return change


mutation("", "note annotation", annotation("Text", "Annot"))
mutation("UA-7.18.1-1", "annotation in a Span", annotation("Text", "Span"))
mutation("A-6.3.1-1", "sound", annotation("Sound", "Annot"))
mutation("UA-7.18.2-1", "trap network", annotation("TrapNet", "Annot"))
mutation("UA-7.18.8-1", "printer's mark in the tree", annotation("PrinterMark", "Annot"))
mutation("A-6.3.3-2", "appearance for the mouse", lambda pdf: (
    annotation("Text", "Annot")(pdf), put(link(2), "/AP", Dictionary(D=Dictionary()))(pdf)))
mutation("A-6.3.3-1", "annotation without appearance", lambda pdf: (
    annotation("Text", "Annot")(pdf), drop(link(2), "/AP")(pdf)))
mutation("A-6.3.3-4", "appearance that is no stream", lambda pdf: (
    annotation("Text", "Annot")(pdf), put(link(2), "/AP", Dictionary(N=Dictionary()))(pdf)))
