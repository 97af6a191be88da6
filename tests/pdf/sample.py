"""A small report as a conforming PDF, made without the program under test, for the self-test.

It has one of everything that the rules look at: headings, a paragraph over two lines and one over
two pages, a hyphenated word, contents, a figure, a list, a table with spans, a note, two links.
"""
import io
from functools import lru_cache

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

FONT_FILE = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
PROFILE_FILE = "/usr/share/color/icc/sRGB.icc"
CHARACTERS = "".join(chr(code) for code in range(0x20, 0x7F)) + "ë•\uF8FF"

XMP = """<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Klein rapport</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>2025-03-01T12:00:00+01:00</xmp:CreateDate>
<pdf:Producer>selftest</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@lru_cache
def font_subset() -> tuple[bytes, dict[int, int], list[int]]:
    """The font file, character -> glyph, and the glyphs' widths in thousandths."""
    font = TTFont(FONT_FILE)
    # DejaVu has no U+F8FF: it borrows a glyph, to have a private-use character to show
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0xF8FF] = "diamond" if "diamond" in font.getGlyphOrder() else "bullet"
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["FFTM"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    buffer = io.BytesIO()
    font.save(buffer)
    small = TTFont(io.BytesIO(buffer.getvalue()))
    glyphs = {character: small.getGlyphID(name) for character, name in small.getBestCmap().items()}
    scale = 1000 / small["head"].unitsPerEm
    widths = [round(small["hmtx"][name][0] * scale) for name in small.getGlyphOrder()]
    return buffer.getvalue(), glyphs, widths


def codes(text: str) -> str:
    return "<" + "".join(f"{font_subset()[1][ord(one)]:04X}" for one in text) + ">"


def to_unicode() -> bytes:
    _, glyphs, _ = font_subset()
    pairs = [f"<{glyph:04X}> <{ord_hex(character)}>" for character, glyph in sorted(glyphs.items())]
    chunks = [pairs[start:start + 100] for start in range(0, len(pairs), 100)]
    sections = "\n".join(f"{len(one)} beginbfchar\n" + "\n".join(one) + "\nendbfchar" for one in chunks)
    return ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + sections +
            "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").encode()


def ord_hex(character: int) -> str:
    return chr(character).encode("utf-16-be").hex().upper()


class Sample:
    def __init__(self):
        self.pdf = pikepdf.new()
        self.headers: list = []             # TH elements, in the order of their IDs
        self.contents: list[list[str]] = []
        self.parents: list[list] = []       # of each page: the element of each MCID
        self.objects: list[tuple] = []      # annotations and their elements
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self.element(None, "Document")
        self.font = self.make_font()

    def make_font(self):
        data, _, widths = font_subset()
        name = Name("/ABCDEF+DejaVuSans")
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=name, Flags=4, FontBBox=[-1021, -463, 1793, 1232],
            ItalicAngle=0, Ascent=928, Descent=-236, CapHeight=729, StemV=80,
            FontFile2=self.pdf.make_stream(data, Length1=len(data)))
        descendant = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, CIDToGIDMap=Name.Identity,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=self.pdf.make_indirect(descriptor), W=[0, Array(widths)])
        return self.pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"),
            DescendantFonts=[self.pdf.make_indirect(descendant)],
            ToUnicode=self.pdf.make_stream(to_unicode())))

    def page(self):
        number = len(self.contents)
        page = self.pdf.make_indirect(Dictionary(
            Type=Name.Page, MediaBox=[0, 0, 595, 842], StructParents=number, Tabs=Name.S,
            Resources=Dictionary(Font=Dictionary(F1=self.font)), Annots=[]))
        self.pdf.pages.append(pikepdf.Page(page))
        self.page_object = self.pdf.pages[-1].obj
        self.contents.append([])
        self.parents.append([])

    def element(self, parent, kind: str, **entries):
        made = self.pdf.make_indirect(Dictionary(
            Type=Name.StructElem, S=Name("/" + kind), P=self.root if parent is None else parent,
            K=Array(), **entries))
        if parent is None:
            self.root.K = made
        else:
            parent.K.append(made)
        return made

    def mark(self, element) -> str:
        """Open the next marked-content sequence of this page for an element."""
        mcid = len(self.parents[-1])
        self.parents[-1].append(element)
        element.K.append(Dictionary(Type=Name.MCR, Pg=self.page_object, MCID=mcid))
        return f"/{str(element.S)[1:]} <</MCID {mcid}>> BDC"

    def write(self, *lines: str):
        self.contents[-1] += lines

    def text(self, element, text: str, x: int, y: int):
        self.write(self.mark(element), f"BT /F1 12 Tf {x} {y} Td {codes(text)} Tj ET", "EMC")

    def add(self, parent, kind: str, text: str, x: int, y: int, **entries):
        element = self.element(parent, kind, **entries)
        self.text(element, text, x, y)
        return element

    def link(self, parent, text: str, x: int, y: int, **target):
        link = self.add(parent, "Link", text, x, y)
        annotation = self.pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=[x, y - 3, x + 100, y + 10], F=4,
            Border=[0, 0, 0], Contents=String(text), StructParent=100 + len(self.objects), **target))
        self.page_object.Annots.append(annotation)
        self.objects.append((annotation, link))
        link.K.append(Dictionary(Type=Name.OBJR, Pg=self.page_object, Obj=annotation))

    def footer(self, text: str):
        self.write("/Artifact <</Type /Pagination>> BDC",
                   f"0 0 1 rg 72 50 451 1 re f BT /F1 9 Tf 72 40 Td {codes(text)} Tj ET", "EMC")


def attributes(owner: str, **entries):
    return Dictionary(O=Name("/" + owner), **entries)


def first_page(sample: Sample):
    sample.page()
    document = sample.document
    sample.add(document, "H1", "Klein rapport", 72, 780)
    entry = sample.element(sample.element(sample.element(document, "TOC"), "TOCI"), "Reference")
    sample.link(entry, "Over de lijst", 72, 760, Dest=String("lijst"))
    paragraph = sample.element(document, "P")
    sample.write(sample.mark(paragraph), f"BT /F1 12 Tf 72 740 Td {codes('Een alinea met een afge')} Tj",
                 f"/Span <</ActualText <FEFF00AD>>> BDC {codes('-')} Tj EMC",
                 f"0 -14 Td {codes('broken woord, en ')} Tj 0 -14 Td {codes('een derde regel')} Tj ET EMC")
    sample.link(sample.element(paragraph, "Reference"), "1", 300, 712,
                Dest=[sample.page_object, Name.Fit])
    note = sample.element(document, "Note", ID=String("note-1"))
    sample.add(note, "Lbl", "1 ", 72, 100)
    sample.add(note, "P", "Een voetnoot.", 82, 100)
    figure = sample.element(document, "Figure", Alt=String("Een rood vlak"),
                            A=attributes("Layout", BBox=[72, 600, 172, 650], Placement=Name.Block))
    sample.write(sample.mark(figure), "q 1 0 0 rg 72 600 100 50 re f Q EMC")
    sample.split = sample.add(document, "P", "Deze alinea begint hier en ", 72, 500)
    sample.footer("Pagina 1")


def second_page(sample: Sample):
    sample.page()
    document = sample.document
    sample.text(sample.split, "eindigt hier.", 72, 780)
    section = sample.element(document, "Sect")
    sample.add(section, "H2", "Over de lijst", 72, 750)
    items = sample.element(section, "L", A=attributes("List", ListNumbering=Name.Disc))
    for number, text in enumerate(("eerste", "tweede")):
        item = sample.element(items, "LI")
        sample.add(item, "Lbl", "• ", 72, 730 - 14 * number)
        sample.add(sample.element(item, "LBody"), "P", text, 86, 730 - 14 * number)
    table(sample, section)
    paragraph = sample.add(section, "P", "Zie ", 72, 500)
    sample.link(paragraph, "de site", 100, 500,
                A=Dictionary(S=Name.URI, URI=String("https://example.nl/")))
    sample.text(paragraph, ".", 180, 500)
    sample.footer("Pagina 2")


def header_cell(sample, row, text, x, y, scope, **spans):
    made = sample.add(row, "TH", text, x, y, A=attributes("Table", Scope=Name("/" + scope), **spans))
    made.ID = String(f"head-{len(sample.headers) + 1}")
    sample.headers.append(made)


def data_cell(sample, row, text, x, y):
    names = Array([String("head-2"), String("head-3")])
    sample.add(row, "TD", text, x, y, A=attributes("Table", Headers=names))


def table(sample: Sample, section):
    made = sample.element(section, "Table")
    sample.add(made, "Caption", "Tabel 1", 72, 660)
    row = sample.element(sample.element(made, "THead"), "TR")
    header_cell(sample, row, "Norm", 72, 640, "Column")
    header_cell(sample, row, "Oordeel", 172, 640, "Column", ColSpan=2)
    body = sample.element(made, "TBody")
    row = sample.element(body, "TR")
    header_cell(sample, row, "1a", 72, 620, "Row", RowSpan=2)
    data_cell(sample, row, "goed", 172, 620)
    data_cell(sample, row, "ja", 272, 620)
    row = sample.element(body, "TR")
    data_cell(sample, row, "matig", 172, 600)
    data_cell(sample, row, "nee", 272, 600)


def finish(sample: Sample):
    pdf, root = sample.pdf, sample.pdf.Root
    for page, lines in zip(pdf.pages, sample.contents):
        page.obj.Contents = pdf.make_stream("\n".join(lines).encode())
    entries = [(number, Array(parents)) for number, parents in enumerate(sample.parents)]
    entries += [(annotation.StructParent, link) for annotation, link in sample.objects]
    tree = sample.root
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=[one for pair in entries for one in pair]))
    tree.ParentTreeNextKey = pdf.make_indirect(200)  # numbers can be objects too
    note = sample.document.K[3]
    names = [entry for header in sample.headers for entry in (header.ID, header)]
    tree.IDTree = Dictionary(Names=Array([*names, String("note-1"), note]))
    profile = open(PROFILE_FILE, "rb").read()
    root.StructTreeRoot = tree
    root.MarkInfo = Dictionary(Marked=True)
    root.Lang = String("nl-NL")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Names = Dictionary(Dests=Dictionary(Names=[String("lijst"), Array([pdf.pages[1].obj, Name.Fit])]))
    root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D)])
    root.OutputIntents = [Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"),
        DestOutputProfile=pdf.make_stream(profile, N=3))]
    root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
    outlines.First = outlines.Last = pdf.make_indirect(Dictionary(
        Title=String("Klein rapport"), Parent=outlines, Dest=[pdf.pages[0].obj, Name.Fit]))
    root.Outlines = outlines
    pdf.docinfo["/Title"] = "Klein rapport"
    pdf.docinfo["/Producer"] = "selftest"
    pdf.docinfo["/CreationDate"] = "D:20250301120000+01'00'"


def save(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, static_id=True, force_version="1.7", compress_streams=False,
             fix_metadata_version=False, stream_decode_level=pikepdf.StreamDecodeLevel.none,
             object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return buffer.getvalue()


def make() -> bytes:
    sample = Sample()
    first_page(sample)
    second_page(sample)
    finish(sample)
    return save(sample.pdf)
