"""Mutations of the content streams, fonts, colours and images."""
import io

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from mutation import (append, both, catalog, content, descendant, drop, font, mutation, of_type, once,
                      page, put)
from sample import PROFILE_FILE, codes, font_subset

ARTIFACT = "/Artifact BMC {} EMC"

mutation("UA-7.1-1", "artifact inside tagged content",
         content(0, "72 780 Td", "/Artifact BMC EMC 72 780 Td"))
mutation("UA-7.1-2 PDF-14.7.4.4-2", "tagged content inside an artifact",
         content(0, "/Artifact <</Type /Pagination>> BDC",
                 "/Artifact <</Type /Pagination>> BDC /P <</MCID 90>> BDC EMC"))
mutation("UA-7.1-3", "text outside tags",
         append(0, f"BT /F1 12 Tf 72 200 Td {codes('los')} Tj ET"))
mutation("UA-7.1-3", "line outside tags", append(0, "72 200 m 100 200 l S"))
mutation("UA-7.1-3 PDF-14.7.4.4-2", "MCID that the tree does not know",
         append(0, f"/P <</MCID 90>> BDC BT /F1 12 Tf 72 200 Td {codes('los')} Tj ET EMC"))
mutation("PDF-14.7.4.4-1", "MCID used twice",
         append(0, f"/H1 <</MCID 0>> BDC BT /F1 12 Tf 400 200 Td {codes('weer')} Tj ET EMC"))


def parent_tree(number: int):
    return lambda pdf: pdf.Root.StructTreeRoot.ParentTree.Nums[number]


def wrong_parent(pdf):
    parent_tree(1)(pdf)[0] = of_type("H2")(pdf)


def claimed_twice(pdf):
    of_type("H2")(pdf).K.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=0))


def claims_nothing(pdf):
    of_type("H2")(pdf).K.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=77))


mutation("PDF-14.7.4.4-2", "ParentTree names another element", wrong_parent)
mutation("PDF-14.7.4.4-2", "page without StructParents", drop(page(1), "/StructParents"))
mutation("PDF-14.7.4.4-3 PDF-14.8.2.5-1", "content of two elements", claimed_twice)
mutation("PDF-14.7.4.4-3", "element names content that is not there", claims_nothing)
mutation("PDF-14.6.1-1", "content tagged otherwise than its element",
         content(0, "/H1 <</MCID 0>>", "/P <</MCID 0>>"))
mutation("PDF-14.6.1-2", "marked content not ended", append(0, "/Artifact BMC"))
mutation("PDF-14.6.1-2", "marked content across a text object's edge",
         append(0, "/Artifact BMC BT EMC ET"))
mutation("PDF-14.8.2.2-1", "artifact of an unknown type",
         content(0, "/Type /Pagination", "/Type /Header"))
mutation("PDF-8.4.2-1", "q without Q", append(0, "q"))
mutation("PDF-8.4.2-1", "Q without q", append(0, "Q"))
mutation("A-6.1.13-8", "q nested 29 deep", append(0, "q " * 29 + "Q " * 29))
mutation("PDF-9.4.1-1", "text without text object",
         append(0, ARTIFACT.format(f"/F1 12 Tf {codes('los')} Tj")))
mutation("PDF-9.4.1-1 A-6.2.2-2", "font that is not in Resources",
         append(0, ARTIFACT.format(f"BT /F9 12 Tf {codes('los')} Tj ET")))
mutation("A-6.2.2-1", "unknown operator", append(0, "BX foo EX"))


def inherited_resources(pdf):
    pdf.Root.Pages.Resources = pdf.pages[1].obj.Resources
    del pdf.pages[1].obj["/Resources"]


mutation("A-6.2.2-2 PDF-9.4.1-1", "inherited resources", inherited_resources)


def form(times: int, mcid: bool = False, subtype: str = "Form", **entries):
    """A form XObject painted in different elements or artifacts."""
    def change(pdf):
        data = b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC" if mcid else b"0 0 9 9 re f"
        made = pikepdf.Stream(pdf, data, Type=Name.XObject, Subtype=Name("/" + subtype),
                              BBox=[0, 0, 9, 9], Resources=Dictionary(), **entries)
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=pdf.make_indirect(made))
        for _ in range(times):
            append(0, ARTIFACT.format("/X Do"))(pdf)
    return change


def form_in_itself(pdf):
    form(1)(pdf)
    made = pdf.pages[0].obj.Resources.XObject.X
    made.Resources = Dictionary(XObject=Dictionary(X=made))
    made.write(b"/X Do")


def form_in_two_elements(pdf):
    form(1)(pdf)
    content(0, "q 1 0 0 rg", "/X Do q 1 0 0 rg")(pdf)


mutation("", "form XObject painted twice as artifact", form(2))
mutation("UA-7.20-2", "form XObject in an element and in an artifact", form_in_two_elements)
mutation("PDF-7.8.2-1", "form XObject that paints itself", form_in_itself)
mutation("A-6.2.9-1", "form XObject with OPI", form(1, OPI=Dictionary()))
mutation("A-6.2.9-2 UA-7.20-1", "reference XObject", form(1, Ref=Dictionary()))
mutation("A-6.2.9-3", "PostScript XObject", form(1, subtype="PS"))

# Fonts

mutation("A-6.2.11.2-1", "font without Type", drop(descendant, "/Type"))
mutation("A-6.2.11.2-2", "font of an unknown Subtype",
         put(descendant, "/Subtype", Name.CIDFontType9))
mutation("A-6.2.11.2-3 PDF-9.6.4-1", "font without BaseFont", drop(font, "/BaseFont"))
mutation("A-6.2.11.2-7", "font file of an unknown Subtype",
         put(lambda pdf: descendant(pdf).FontDescriptor.FontFile2, "/Subtype", Name.TrueType))
mutation("PDF-9.7.1-1", "vertical writing", put(font, "/Encoding", Name("/Identity-V")))
mutation("UA-7.21.3.2-1 A-6.2.11.3.2-1", "no CIDToGIDMap", drop(descendant, "/CIDToGIDMap"))
mutation("PDF-9.7.4.2-1", "CIDToGIDMap that is a stream",
         put(descendant, "/CIDToGIDMap", lambda pdf: pikepdf.Stream(pdf, b"\0\0")))
mutation("PDF-9.6.4-1", "no subset tag",
         both(*(put(find, key, Name.DejaVuSans) for find, key in (
             (font, "/BaseFont"), (descendant, "/BaseFont"),
             (lambda pdf: descendant(pdf).FontDescriptor, "/FontName")))))
mutation("PDF-9.6.4-1", "names of the font differ",
         put(font, "/BaseFont", Name("/ABCDEG+DejaVuSans")))
mutation("PDF-9.8.1-1", "font descriptor without Flags",
         drop(lambda pdf: descendant(pdf).FontDescriptor, "/Flags"))
mutation("UA-7.21.4.1-1 A-6.2.11.4.1-1", "font not embedded",
         drop(lambda pdf: descendant(pdf).FontDescriptor, "/FontFile2"))
mutation("UA-7.21.4.2-2 A-6.2.11.4.2-2", "CIDSet that lacks glyphs",
         put(lambda pdf: descendant(pdf).FontDescriptor, "/CIDSet",
             lambda pdf: pikepdf.Stream(pdf, b"\xf0")))


def second_subset(pdf):
    """Page 2 uses another font file under the same name."""
    other = Dictionary(font(pdf))
    inner = Dictionary(descendant(pdf))
    descriptor = Dictionary(inner.FontDescriptor)
    descriptor.FontFile2 = pdf.make_stream(descriptor.FontFile2.read_bytes())
    inner.FontDescriptor = pdf.make_indirect(descriptor)
    other.DescendantFonts = [pdf.make_indirect(inner)]
    pdf.pages[1].obj.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(other)))


mutation("PDF-9.6.4-2", "two subsets with one name", second_subset)


def font_program(change):
    """The embedded font after a change by fontTools."""
    def changed(pdf):
        stream = descendant(pdf).FontDescriptor.FontFile2
        program = TTFont(io.BytesIO(stream.read_bytes()))
        change(program)
        buffer = io.BytesIO()
        program.save(buffer)
        stream.write(buffer.getvalue())
    return changed


def forbid_embedding(program):
    program["OS/2"].fsType = 2


def blank_e(program):
    """The glyph of e loses its outline, as after wrong subsetting."""
    name = program.getGlyphName(font_subset()[1][ord("e")])
    glyph = program["glyf"][name]
    glyph.expand(program["glyf"])
    glyph.numberOfContours = 0


mutation("PDF-9.9-1", "embedding forbidden", font_program(forbid_embedding))
mutation("PDF-14.8.2.4-1", "blank glyph", font_program(blank_e))


def widths(index: int, width: int):
    def change(pdf):
        descendant(pdf).W[1][index] = width
    return change


def unicode_of(character: str, text: str):
    """Another ToUnicode text for a character, or none."""
    def change(pdf):
        glyph = font_subset()[1][ord(character)]
        old = f"<{glyph:04X}> <{ord(character):04X}>\n".encode()
        stream = font(pdf).ToUnicode
        stream.write(once(stream.read_bytes(), old, f"<{glyph:04X}> <{text}>\n".encode() if text else b""))
    return change


def to_unicode(old: bytes, new: bytes):
    def change(pdf):
        font(pdf).ToUnicode.write(once(font(pdf).ToUnicode.read_bytes(), old, new))
    return change


mutation("UA-7.21.5-1 A-6.2.11.5-1", "wrong width", widths(font_subset()[1][ord("e")], 500))
mutation("", "width that differs by rounding",
         widths(font_subset()[1][ord("e")], font_subset()[2][font_subset()[1][ord("e")]] + 0.9))
mutation("UA-7.21.4.1-2 A-6.2.11.4.1-2 UA-7.21.7-1 A-6.2.11.7.2-1", "glyph that the font lacks",
         append(0, ARTIFACT.format("BT /F1 12 Tf <0FFF> Tj ET")))
mutation("UA-7.21.8-1 A-6.2.11.8-1 UA-7.21.7-1 A-6.2.11.7.2-1", ".notdef shown",
         append(0, ARTIFACT.format("BT /F1 12 Tf <0000> Tj ET")))
mutation("UA-7.21.7-1 A-6.2.11.7.2-1", "character without ToUnicode", unicode_of("w", ""))
mutation("UA-7.21.7-1 A-6.2.11.7.2-1", "no ToUnicode", drop(font, "/ToUnicode"))
mutation("UA-7.21.7-2 A-6.2.11.7.2-2", "ToUnicode with U+FEFF", unicode_of("w", "FEFF"))
mutation("UA-7.21.7-2 A-6.2.11.7.2-2", "ToUnicode with U+0000", unicode_of("~", "0000"))
mutation("A-6.2.11.7.3-1", "private-use character",
         append(0, ARTIFACT.format(f"BT /F1 12 Tf {codes(chr(0xF8FF))} Tj ET")))
mutation("", "private-use character with ActualText",
         append(0, "/Artifact BMC /Span <</ActualText (x)>> BDC "
                   f"BT /F1 12 Tf {codes(chr(0xF8FF))} Tj ET EMC EMC"))
mutation("PDF-9.10.3-1", "ToUnicode with codes of one byte",
         to_unicode(b"<0000> <FFFF>", b"<00> <FF>"))
mutation("UA-7.21.3.3-2 A-6.2.11.3.3-2", "CMap with WMode 1",
         to_unicode(b"/CMapType 2 def", b"/CMapType 2 def /WMode 1 def"))
mutation("UA-7.21.3.3-3 A-6.2.11.3.3-3", "CMap that builds on another",
         to_unicode(b"begincmap", b"begincmap /Identity-H usecmap"))
mutation("PDF-14.8.2.5-1", "line end without space",
         content(0, codes("broken woord, en "), codes("broken woord, en")))

# Colour and images

DEVICE_COLOUR = "A-6.2.4.3-2 A-6.2.4.3-4"
mutation(f"{DEVICE_COLOUR} PDF-14.11.5-1", "no output intent", drop(catalog, "/OutputIntents"))
mutation("PDF-14.11.5-1", "output intent without identifier",
         drop(lambda pdf: pdf.Root.OutputIntents[0], "/OutputConditionIdentifier"))
mutation("A-6.2.4.3-3", "CMYK colour", append(0, ARTIFACT.format("0 0 0 1 k 0 0 1 1 re f")))
mutation("PDF-8.6.6-1", "pattern colour", append(0, ARTIFACT.format("/Pattern cs 0 0 1 1 re f")))


def profile(position: int, data: bytes):
    def change(pdf):
        stream = pdf.Root.OutputIntents[0].DestOutputProfile
        old = stream.read_bytes()
        stream.write(old[:position] + data + old[position + len(data):])
        stream.N = 3
    return change


def second_intent(pdf):
    other = Dictionary(S=Name.GTS_PDFX, OutputConditionIdentifier=String("x"),
                       DestOutputProfile=pdf.make_stream(open(PROFILE_FILE, "rb").read(), N=3))
    pdf.Root.OutputIntents.append(other)


def icc_based(pdf):
    bad = pdf.make_stream(b"\0" * 200, N=3)
    pdf.pages[0].obj.Resources.ColorSpace = Dictionary(C=Array([Name.ICCBased, bad]))


mutation("A-6.2.3-1", "output profile of class scnr", profile(12, b"scnr"))
mutation("A-6.2.3-1", "output profile of version 5", profile(8, b"\x05"))
mutation("A-6.2.3-1 A-6.2.4.3-2", "grey output profile", profile(16, b"GRAY"))
mutation("A-6.2.3-2", "two output profiles", second_intent)
mutation("A-6.2.3-3", "profile reference",
         put(lambda pdf: pdf.Root.OutputIntents[0], "/DestOutputProfileRef", Dictionary()))
mutation("A-6.2.4.2-1", "ICCBased colour space with a bad profile", icc_based)


def state(**entries):
    """A graphics state dictionary, used on page 1."""
    def change(pdf):
        pdf.pages[0].obj.Resources.ExtGState = Dictionary(G=Dictionary(entries))
        append(0, "/G gs")(pdf)
    return change


def with_state(expected: str, name: str, key: str, value):
    mutation(expected, name, state(**{key: value}))


with_state("A-6.2.5-1", "transfer function", "/TR", Name.Identity)
with_state("A-6.2.5-2", "transfer function TR2", "/TR2", Name.Identity)
with_state("A-6.2.5-3", "halftone phase", "/HTP", Array([0, 0]))
with_state("PDF-10.5-1", "halftone", "/HT", Dictionary(HalftoneType=1))
with_state("A-6.2.6-1", "unknown rendering intent", "/RI", Name.Vivid)
with_state("A-6.2.10-1", "unknown blend mode", "/BM", Name.Vivid)
mutation("A-6.2.4.2-2", "overprint mode 1", state(**{"/OPM": 1, "/OP": True}))
mutation(f"A-6.2.10-2 {DEVICE_COLOUR} PDF-14.11.5-1", "transparency without output intent",
         both(drop(catalog, "/OutputIntents"), state(**{"/ca": 0.5})))
mutation("A-6.2.6-1", "unknown rendering intent in content", append(0, "/Vivid ri"))


def image(**entries):
    """A grey pixel in an artifact."""
    def change(pdf):
        made = pikepdf.Stream(pdf, b"\0", **(dict(
            Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
            ColorSpace=Name.DeviceGray) | entries))
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=pdf.make_indirect(made))
        append(0, ARTIFACT.format("/X Do"))(pdf)
    return change


mutation("", "image", image())
mutation("A-6.2.8-1", "image with alternates", image(Alternates=Array()))
mutation("A-6.2.8-2", "image with OPI", image(OPI=Dictionary()))
mutation("A-6.2.8-3", "interpolated image", image(Interpolate=True))
mutation("A-6.2.8-4", "image of 3 bits", image(BitsPerComponent=3))
mutation("A-6.2.8-5", "mask of 8 bits", image(ImageMask=True, ColorSpace=Name.DeviceGray))
mutation("PDF-7.4.9-1", "JPEG 2000 image", image(Filter=Name.JPXDecode))
mutation("A-6.2.4.3-3", "CMYK image", image(ColorSpace=Name.DeviceCMYK))
mutation("PDF-8.9.5-1", "image with too few data", image(Height=2))
mutation("PDF-8.9.5-1", "image of other colours than its data", image(ColorSpace=Name.DeviceRGB))
mutation("PDF-8.9.5-1 PDF-7.5.4-1", "image that is no JPEG", image(Filter=Name.DCTDecode))


def masked(**entries):
    """The grey pixel with a soft mask."""
    def change(pdf):
        image()(pdf)
        mask = pikepdf.Stream(pdf, b"\0", **(dict(
            Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
            ColorSpace=Name.DeviceGray) | entries))
        pdf.pages[0].obj.Resources.XObject.X.SMask = pdf.make_indirect(mask)
    return change


mutation("", "image with a soft mask", masked())
mutation("PDF-11.6.5.3-1", "soft mask of another size", masked(Width=2, Height=1, BitsPerComponent=4))
