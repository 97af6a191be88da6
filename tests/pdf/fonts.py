"""A font as the rules need it: which code has which glyph, width and Unicode text
(ISO 32000-1, 9.7 and 9.10.3), next to what the embedded font program says."""
import io
import logging
from functools import cached_property

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont

from tokens import string_value, tokens


# fontTools remarks on matters that are no part of the rules, such as the date of a font.
logging.getLogger("fontTools").setLevel(logging.ERROR)


class ToUnicode:
    """The bfchar and bfrange sections of a ToUnicode CMap."""

    def __init__(self, data: bytes):
        self.text: dict[int, str] = {}
        self.code_lengths: set[int] = set()
        self.wmode = 0
        self.uses_other = False
        self.parse(list(tokens(data)))

    def parse(self, parts):
        operands = []
        for index, token in enumerate(parts):
            if token.kind != "word":
                operands.append(token)
                if token.text == b"/WMode" and parts[index + 1].kind == "integer":
                    self.wmode = int(parts[index + 1].text)
                continue
            if token.text == b"endbfchar":
                self.add_characters(operands)
            elif token.text == b"endbfrange":
                self.add_ranges(operands)
            elif token.text == b"endcodespacerange":
                self.code_lengths = {len(string_value(one)) for one in operands}
            elif token.text == b"usecmap":
                self.uses_other = True
            operands = []

    def add_characters(self, operands):
        for code, text in zip(operands[::2], operands[1::2]):
            self.text[number(code)] = unicode_text(text)

    def add_ranges(self, operands):
        position = 0
        while position + 2 < len(operands):
            first, last, target = operands[position:position + 3]
            position += 3
            if target.text != b"[":
                self.add_range(number(first), number(last), unicode_text(target))
                continue
            for code in range(number(first), number(last) + 1):
                self.text[code] = unicode_text(operands[position])
                position += 1
            position += 1  # the closing bracket

    def add_range(self, first: int, last: int, text: str):
        for code in range(first, last + 1):
            self.text[code] = text[:-1] + chr(ord(text[-1]) + code - first)


def number(token) -> int:
    return int.from_bytes(string_value(token), "big")


def unicode_text(token) -> str:
    return string_value(token).decode("utf-16-be", errors="surrogatepass")


def widths_of(array) -> dict[int, float]:
    """The W array: `c [w …]` and `first last w` (9.7.4.3)."""
    widths, parts, position = {}, list(array), 0
    while position < len(parts):
        first = int(parts[position])
        if isinstance(parts[position + 1], pikepdf.Array):
            for offset, width in enumerate(parts[position + 1]):
                widths[first + offset] = float(width)
            position += 2
        else:
            for code in range(first, int(parts[position + 1]) + 1):
                widths[code] = float(parts[position + 2])
            position += 3
    return widths


class Font:
    def __init__(self, raw: pikepdf.Dictionary):
        self.raw = raw
        self.subtype = str(raw.get("/Subtype", "?"))[1:]
        self.name = str(raw.get("/BaseFont", "?"))[1:]
        self.composite = self.subtype == "Type0"
        descendants = raw.get("/DescendantFonts", [])
        self.descendant = descendants[0] if len(descendants) else raw
        self.descriptor = self.descendant.get("/FontDescriptor")

    @property
    def where(self) -> str:
        return f"font {self.name}"

    @cached_property
    def file(self) -> pikepdf.Stream | None:
        if self.descriptor is None:
            return None
        keys = ("/FontFile2", "/FontFile3", "/FontFile")
        return next((self.descriptor[key] for key in keys if key in self.descriptor), None)

    @cached_property
    def program(self) -> "Program | None":
        return Program(self.file.read_bytes()) if self.file is not None else None

    @cached_property
    def widths(self) -> dict[int, float]:
        return widths_of(self.descendant.get("/W", []))

    def width(self, cid: int) -> float:
        return self.widths.get(cid, float(self.descendant.get("/DW", 1000)))

    @cached_property
    def to_unicode(self) -> ToUnicode | None:
        stream = self.raw.get("/ToUnicode")
        return ToUnicode(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else None

    def codes(self, data: bytes) -> list[int]:
        """Two bytes a code in Identity-H, one in a simple font."""
        size = 2 if self.composite else 1
        return [int.from_bytes(data[start:start + size], "big") for start in range(0, len(data), size)]

    def text(self, data: bytes) -> str:
        known = self.to_unicode.text if self.to_unicode else {}
        return "".join(known.get(code, "\uFFFD") for code in self.codes(data))


class Program:
    """The embedded font program: TrueType, OpenType or bare CFF."""

    def __init__(self, data: bytes):
        self.sfnt = self.cff = None
        if data[:4] in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
            self.sfnt = TTFont(io.BytesIO(data), lazy=True)
        else:
            fonts = CFFFontSet()
            fonts.decompile(io.BytesIO(data), None)
            self.cff = fonts[fonts.fontNames[0]]

    @cached_property
    def glyph_order(self) -> list[str]:
        return self.sfnt.getGlyphOrder() if self.sfnt else self.cff.charset

    def has_glyph(self, glyph: int) -> bool:
        return glyph < len(self.glyph_order)

    def width(self, glyph: int) -> float:
        """In thousandths of the em, as W has it."""
        name = self.glyph_order[glyph]
        if self.sfnt:
            return self.sfnt["hmtx"][name][0] * 1000 / self.sfnt["head"].unitsPerEm
        charstring = self.cff.CharStrings[name]
        private = charstring.private
        extractor = T2WidthExtractor(private.Subrs if hasattr(private, "Subrs") else [],
                                     self.cff.GlobalSubrs if hasattr(self.cff, "GlobalSubrs") else [],
                                     private.nominalWidthX, private.defaultWidthX)
        extractor.execute(charstring)
        return extractor.width * self.cff.FontMatrix[0] * 1000

    def is_blank(self, glyph: int) -> bool:
        """Whether nothing is drawn; only known of glyf outlines."""
        if not self.sfnt or "glyf" not in self.sfnt:
            return False
        return self.sfnt["glyf"][self.glyph_order[glyph]].numberOfContours == 0

    @property
    def embedding(self) -> int:
        """fsType of the OS/2 table: what the font's owner permits."""
        return self.sfnt["OS/2"].fsType if self.sfnt and "OS/2" in self.sfnt else 0
