"""How a mutation of the sample is described, and the small tools that mutations share."""
from dataclasses import dataclass
from typing import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name


@dataclass(frozen=True)
class Mutation:
    expected: frozenset[str]  # the ids of exactly the rules that must fail
    name: str
    change: Callable          # of a Pdf in place, or of the file's bytes giving new bytes
    of_bytes: bool = False


MUTATIONS: list[Mutation] = []


def mutation(expected: str, name: str, change: Callable):
    MUTATIONS.append(Mutation(frozenset(expected.split()), name, change))


def byte_mutation(expected: str, name: str, change: Callable):
    MUTATIONS.append(Mutation(frozenset(expected.split()), name, change, True))


def once(where: bytes, old: bytes, new: bytes) -> bytes:
    assert old in where, f"sample has no {old!r}"
    return where.replace(old, new, 1)


def content(page: int, old: str, new: str) -> Callable:
    """A change of text in the content stream of a page, counted from 0."""
    def change(pdf):
        stream = pdf.pages[page].obj.Contents
        stream.write(once(stream.read_bytes(), old.encode("latin-1"), new.encode("latin-1")))
    return change


def append(page: int, text: str) -> Callable:
    def change(pdf):
        stream = pdf.pages[page].obj.Contents
        stream.write(stream.read_bytes() + b"\n" + text.encode("latin-1"))
    return change


def xmp(old: str, new: str) -> Callable:
    def change(pdf):
        stream = pdf.Root.Metadata
        stream.write(once(stream.read_bytes(), old.encode(), new.encode()))
    return change


def elements(pdf, kind: str) -> list:
    """The structure elements of a type, in tree order."""
    found = []

    def walk(one):
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            if one.S == "/" + kind:
                found.append(one)
            for kid in list(one.K) if isinstance(one.get("/K"), Array) else []:
                walk(kid)
    walk(pdf.Root.StructTreeRoot.K)
    return found


def put(find: Callable, key: str, value) -> Callable:
    """Set an entry; a callable value is made anew for each file."""
    def change(pdf):
        find(pdf)[key] = value(pdf) if callable(value) else value
    return change


def drop(find: Callable, key: str) -> Callable:
    def change(pdf):
        del find(pdf)[key]
    return change


def of_type(kind: str, index: int = 0) -> Callable:
    return lambda pdf: elements(pdf, kind)[index]


def retype(kind: str, new: str, index: int = 0) -> Callable:
    """Give an element another type, and its marked content the same tag."""
    def change(pdf):
        element = elements(pdf, kind)[index]
        element.S = Name("/" + new)
        for reference in element.K:
            if isinstance(reference, Dictionary) and "/MCID" in reference:
                stream = reference.Pg.Contents
                mark = f"<</MCID {int(reference.MCID)}>> BDC".encode()
                stream.write(once(stream.read_bytes(), f"/{kind} ".encode() + mark,
                                  f"/{new} ".encode() + mark))
    return change


def new_element(pdf, parent, kind: str, **entries):
    return pdf.make_indirect(Dictionary(
        Type=Name.StructElem, S=Name("/" + kind), P=parent, K=Array(), **entries))


def add_kid(find: Callable, kind: str, first: bool = False, **entries) -> Callable:
    def change(pdf):
        parent = find(pdf)
        made = new_element(pdf, parent, kind, **entries)
        parent.K = Array([made, *parent.K] if first else [*parent.K, made])
    return change


def move(kid: Callable, parent: Callable, position: int) -> Callable:
    """Take an element out of its parent and put it among the kids of another."""
    def change(pdf):
        element, target = kid(pdf), parent(pdf)
        element.P.K = Array([one for one in element.P.K if one != element])
        kids = list(target.K)
        kids.insert(position, element)
        target.K = Array(kids)
        element.P = target
    return change


def both(*changes: Callable) -> Callable:
    def change(pdf):
        for one in changes:
            one(pdf)
    return change


def catalog(pdf):
    return pdf.Root


def page(index: int) -> Callable:
    return lambda pdf: pdf.pages[index].obj


def font(pdf):
    return pdf.pages[0].obj.Resources.Font.F1


def descendant(pdf):
    return font(pdf).DescendantFonts[0]


def link(index: int) -> Callable:
    """Annotations in file order: contents entry, note reference, site."""
    return lambda pdf: [one for sheet in pdf.pages for one in sheet.obj.Annots][index]
