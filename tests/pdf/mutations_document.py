"""Mutations of the file as bytes, the catalog and the outline."""
import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from mutation import append, byte_mutation, catalog, drop, mutation, once, page, put

BROKEN = "PDF-7.5.4-1"  # a reader has to repair the file


def replace(old: bytes, new: bytes):
    return lambda data: once(data, old, new)


byte_mutation("UA-6.1-1 A-6.1.2-1", "version 1.9 in the header", replace(b"%PDF-1.7", b"%PDF-1.9"))
byte_mutation("A-6.1.3-1", "no file identifier", replace(b"/ID [", b"/IX ["))
byte_mutation("A-6.1.2-2", "no binary comment", lambda data: data[:10] + b"abcd" + data[14:])
byte_mutation("A-6.1.3-3", "text after the end-of-file marker", lambda data: data + b"tail\n")
byte_mutation("A-6.1.4-2", "space after the xref keyword", replace(b"\nxref\n", b"\nxref "))
byte_mutation("A-6.1.6-1", "hexadecimal string with an odd number of digits",
              replace(b"<FEFF00AD>", b"<FEFF00A> "))
byte_mutation(f"A-6.1.6-2 {BROKEN}", "hexadecimal string with other characters",
              replace(b"<FEFF00AD>", b"<FEFF0zAD>"))


def wrong_length(data: bytes) -> bytes:
    """The first stream's Length is two bytes too small."""
    start = data.index(b"/Length ") + 8
    end = start
    while data[end:end + 1].isdigit():
        end += 1
    return data[:start] + str(int(data[start:end]) - 2).encode().rjust(end - start, b"0") + data[end:]


byte_mutation(f"A-6.1.7.1-1 {BROKEN}", "Length too small", wrong_length)
byte_mutation(f"A-6.1.7.1-2 {BROKEN}", "space after the stream keyword",
              lambda data: data.replace(b">>\nstream\n", b">> stream\r", 1))
byte_mutation("A-6.1.9-1", "two spaces between object and generation number",
              lambda data: once(data, b"\n3 0 obj", b" 3 0 obj"))
byte_mutation(BROKEN, "cross-reference table with wrong keyword",
              replace(b"\nxref\n", b"\nxxxx\n"))


def encrypted(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="x", user=""),
                 object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return buffer.getvalue()


byte_mutation("A-6.1.3-2 UA-7.16-1 PDF-14.3.2-1", "encrypted", encrypted)


def stream_with_filter(pdf):
    """An empty LZW stream: the codes 256 (clear) and 257 (end) of nine bits."""
    return pikepdf.Stream(pdf, b"\x80\x40\x40", Filter=Name.LZWDecode)


mutation("A-6.1.7.2-1", "LZW filter", put(catalog, "/Piece", stream_with_filter))
mutation("A-6.1.10-1", "LZW filter of an inline image",
         append(0, "/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x80\x40\x40 EI EMC"))
mutation("A-6.1.13-2", "real number too large", append(0, "9" * 39 + ".0 w"))
mutation("A-6.1.13-5", "real number too small", append(0, "0." + "0" * 38 + "1 w"))
mutation("A-6.1.7.1-3", "stream with FFilter",
         put(lambda pdf: pdf.Root.Metadata, "/FFilter", Name.FlateDecode))
mutation("A-6.1.13-4", "name of 128 bytes", put(catalog, "/Piece", Name("/" + "n" * 128)))
mutation("A-6.1.13-3", "string of 32768 bytes", put(catalog, "/Piece", String("x" * 32768)))
mutation("A-6.1.13-1", "integer of 33 bits", put(catalog, "/Piece", 2147483648))
byte_mutation("A-6.1.8-1", "name that is not UTF-8",
              replace(b"/Type /Outlines", b"/Type /Outli#e9"))
mutation("A-6.1.13-11", "page of 14401 units", put(page(1), "/MediaBox", Array([0, 0, 595, 14401])))

mutation("UA-6.2-1 A-6.7.2.2-1", "not marked", put(catalog, "/MarkInfo", Dictionary(Marked=False)))
mutation("UA-7.1-4", "suspects", put(catalog, "/MarkInfo", Dictionary(Marked=True, Suspects=True)))
mutation("UA-7.1-10", "title not displayed", drop(catalog, "/ViewerPreferences"))
mutation("UA-7.2-29 A-6.7.4-1 PDF-14.9.2-1", "language with an underscore",
         put(catalog, "/Lang", String("nl_NL")))
mutation("UA-7.2-2 UA-7.2-22 UA-7.2-24 UA-7.2-30 UA-7.2-33 UA-7.2-34", "no language",
         drop(catalog, "/Lang"))
mutation("PDF-12.3.3-1", "no outline", drop(catalog, "/Outlines"))
mutation("PDF-12.3.3-2", "outline entry without title",
         put(lambda pdf: pdf.Root.Outlines.First, "/Title", String(" ")))
mutation("PDF-12.3.3-2", "outline entry to nowhere",
         put(lambda pdf: pdf.Root.Outlines.First, "/Dest", String("elders")))
mutation("PDF-12.4.2-1", "no page labels", drop(catalog, "/PageLabels"))

mutation("PDF-12.7-1", "interactive form", put(catalog, "/AcroForm", Dictionary(Fields=[])))
mutation("PDF-8.11-1", "optional content",
         put(catalog, "/OCProperties", Dictionary(OCGs=[], D=Dictionary())))
mutation("PDF-7.11.4-1", "embedded file",
         put(catalog, "/Piece", Dictionary(Type=Name.Filespec, EF=Dictionary())))
mutation("PDF-13-1", "multimedia", put(catalog, "/Piece", Dictionary(Type=Name.MediaClip)))
mutation("A-6.4.2-2", "rendering needed", put(catalog, "/NeedsRendering", True))
mutation("A-6.5.2-1", "additional actions", put(catalog, "/AA", Dictionary()))
mutation("A-6.11-1", "requirements", put(catalog, "/Requirements", Array()))
mutation("A-6.10-1", "alternate presentations",
         put(lambda pdf: pdf.Root.Names, "/AlternatePresentations", Dictionary()))
mutation("A-6.10-2", "presentation steps", put(page(0), "/PresSteps", Dictionary()))
mutation("A-6.5.2-2", "additional actions of a page", put(page(0), "/AA", Dictionary()))
mutation("A-6.5.1-1", "script", put(catalog, "/OpenAction",
                                    Dictionary(S=Name.JavaScript, JS=String("1"))))
mutation("A-6.5.1-2", "named action Print", put(catalog, "/OpenAction",
                                                Dictionary(S=Name.Named, N=Name.Print)))
