"""The file as it is written: header, trailer, cross-reference, objects, limits (ISO 19005-2, 6.1)."""
import re

import pikepdf

from document import inherited
from rules import rule
from tokens import name_value, string_value

HEADER = re.compile(rb"%PDF-1\.[0-7](\r\n|\n|\r)")


@rule("UA-6.1-1", "A-6.1.2-1", text="file starts at byte 0 with %PDF-1.0 … 1.7 and one end of line")
def header(document):
    if not HEADER.match(document.data):
        yield "header", f"starts with {document.data[:10]!r}"


@rule("A-6.1.2-2", text="second line is a comment of four bytes above 127, so that tools see binary")
def binary_comment(document):
    first = re.match(rb"[^\r\n]*(\r\n|\n|\r)", document.data)
    after = document.data[first.end():first.end() + 5]
    if after[:1] != b"%" or any(byte <= 127 for byte in after[1:]):
        yield "header", f"second line starts with {after!r}"


@rule("A-6.1.3-1", text="trailer has a file identifier")
def identifier(document):
    parts = document.pdf.trailer.get("/ID", [])
    if len(parts) != 2 or not all(len(bytes(part)) for part in parts):
        yield "trailer", "no ID of two non-empty strings"


@rule("A-6.1.3-2", "UA-7.16-1", text="file is not encrypted")
def encryption(document):
    if "/Encrypt" in document.pdf.trailer:
        yield "trailer", "Encrypt is present"


@rule("A-6.1.3-3", text="nothing but one end of line follows the end-of-file marker")
def end_of_file(document):
    after = document.raw.bytes_after_end()
    if after is None:
        yield "end", "no %%EOF"
    elif after not in (b"", b"\n", b"\r", b"\r\n"):
        yield "end", f"{len(after)} bytes after %%EOF"


@rule("A-6.1.4-2", text="xref and its subsection header are one end of line apart")
def xref_keyword(document):
    for start in document.raw.xref_keywords:
        if not re.compile(rb"xref(\r\n|\n|\r)\d+ \d+").match(document.data, start):
            yield "cross-reference table", f"{document.data[start:start + 12]!r}"


@rule("PDF-7.5.4-1", text="a reader opens the file without repairing it")
def opens_without_repair(document):
    for problem in document.pdf.check():
        yield "file", problem
    for warning in document.pdf.get_warnings():
        yield "file", str(warning)


@rule("A-6.1.6-1", text="a hexadecimal string has an even number of digits")
def hexadecimal_even(document):
    for where, token in document.raw.values["hex"]:
        if len(re.sub(rb"\s", b"", token.text[1:-1])) % 2:
            yield where, f"{token.text[:40]!r}"


@rule("A-6.1.6-2", text="a hexadecimal string has only hexadecimal digits")
def hexadecimal_digits(document):
    for where, token in document.raw.values["hex"]:
        if not re.fullmatch(rb"[0-9A-Fa-f\s\x00]*", token.text[1:-1]):
            yield where, f"{token.text[:40]!r}"


@rule("A-6.1.7.1-1", text="a stream is as long as its Length says")
def stream_length(document):
    for stream in document.raw.streams:
        if not stream.length_right:
            yield stream.where, f"endstream does not follow {stream.declared} bytes"


@rule("A-6.1.7.1-2", text="the keywords stream and endstream have their ends of line")
def stream_keywords(document):
    for stream in document.raw.streams:
        if not stream.keyword_eol_right:
            yield stream.where, "stream is not followed by LF or CR LF"
        if not stream.end_eol_right:
            yield stream.where, "endstream is not on its own line"


@rule("A-6.1.7.1-3", text="no stream keeps its data in another file")
def external_streams(document):
    for where, one in document.streams():
        for key in ("/F", "/FFilter", "/FDecodeParms"):
            if key in one:
                yield where, f"stream dictionary has {key}"


STANDARD_FILTERS = frozenset("/ASCIIHexDecode /ASCII85Decode /FlateDecode /RunLengthDecode "
                             "/CCITTFaxDecode /JBIG2Decode /DCTDecode /JPXDecode".split())


@rule("A-6.1.7.2-1", text="stream filters are those of ISO 32000-1, without LZW and Crypt")
def filters(document):
    for where, one in document.streams():
        names = one.get("/Filter", [])
        for name in [names] if isinstance(names, pikepdf.Name) else names:
            if str(name) not in STANDARD_FILTERS:
                yield where, f"filter {name}"


INLINE_FILTERS = STANDARD_FILTERS - {"/JBIG2Decode", "/JPXDecode"} | {
    "/AHx", "/A85", "/Fl", "/RL", "/CCF", "/DCT"}


@rule("A-6.1.10-1", text="inline images use allowed filters only")
def inline_filters(document):
    for where, image in document.content.inline_images:
        for name in image.filters:
            if str(name) not in INLINE_FILTERS:
                yield where, f"inline image with filter {name}"


@rule("A-6.1.8-1", text="names of fonts, colourants and structure types are UTF-8")
def utf8_names(document):
    for where, token in document.raw.values["name"]:
        try:
            name_value(token).decode("utf-8")
        except UnicodeDecodeError:
            yield where, f"name {token.text!r}"


@rule("A-6.1.9-1", text="object number, generation, obj and endobj are spaced as prescribed")
def object_spacing(document):
    for one in document.raw.objects:
        if not one.spacing_right:
            yield one.where, "spacing around obj or endobj"


@rule("A-6.1.13-1", text="integers fit in 32 bits")
def integers(document):
    for where, token in document.raw.values["integer"]:
        if not -2147483648 <= int(token.text) <= 2147483647:
            yield where, f"integer {token.text.decode()}"


@rule("A-6.1.13-2", text="real numbers are not larger than a 32-bit float holds")
def large_reals(document):
    for where, token in document.raw.values["real"]:
        if len(token.text) > 38 and abs(float(token.text)) > 3.403e38:
            yield where, f"real {token.text[:40].decode()}…"


@rule("A-6.1.13-5", text="real numbers are zero or not smaller than a 32-bit float holds")
def small_reals(document):
    for where, token in document.raw.values["real"]:
        if len(token.text) > 38 and 0 < abs(float(token.text)) < 1.175e-38:
            yield where, f"real {token.text[:40].decode()}…"


@rule("A-6.1.13-3", text="strings are at most 32767 bytes")
def long_strings(document):
    for kind in ("literal", "hex"):
        for where, token in document.raw.values[kind]:
            if len(token.text) > 32767 and len(string_value(token)) > 32767:
                yield where, f"string of {len(string_value(token))} bytes"


@rule("A-6.1.13-4", text="names are at most 127 bytes")
def long_names(document):
    for where, token in document.raw.values["name"]:
        if len(token.text) > 128 and len(name_value(token)) > 127:
            yield where, f"name of {len(name_value(token))} bytes"


@rule("A-6.1.13-7", text="at most 8388607 indirect objects")
def object_count(document):
    if len(document.raw.objects) > 8388607:
        yield "file", f"{len(document.raw.objects)} objects"


BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")


@rule("A-6.1.13-11", text="page boxes are 3 to 14400 units wide and high")
def page_boxes(document):
    for number, page in enumerate(document.pages, 1):
        for key in BOXES:
            box = inherited(page, key)
            if box is not None:
                left, bottom, right, top = (float(one) for one in box)
                if not all(3 <= abs(size) <= 14400 for size in (right - left, top - bottom)):
                    yield f"page {number}", f"{key} is {right - left:g} by {top - bottom:g}"
