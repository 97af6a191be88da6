"""Fonts and the glyphs they show (ISO 14289-1, 7.21; ISO 19005-2, 6.2.11)."""
import re
from collections import defaultdict
from functools import lru_cache

import pikepdf

from rules import rule

SUBTYPES = ("Type1", "MMType1", "TrueType", "Type3", "Type0", "CIDFontType0", "CIDFontType2")


def font_dictionaries(document):
    return [(where, one) for where, one in document.dictionaries
            if one.get("/Type") == "/Font" or "/BaseFont" in one]


@rule("A-6.2.11.2-1", text="a font dictionary has Type Font")
def font_type(document):
    for where, one in font_dictionaries(document):
        if one.get("/Type") != "/Font":
            yield where, "font without Type"


@rule("A-6.2.11.2-2", text="a font has a Subtype of ISO 32000-1")
def font_subtype(document):
    for where, one in font_dictionaries(document):
        if str(one.get("/Subtype", "?"))[1:] not in SUBTYPES:
            yield where, f"font of Subtype {one.get('/Subtype')}"


@rule("A-6.2.11.2-3", text="a font has a BaseFont")
def base_font(document):
    for where, one in font_dictionaries(document):
        if one.get("/Subtype") != "/Type3" and not isinstance(one.get("/BaseFont"), pikepdf.Name):
            yield where, "font without BaseFont"


@rule("A-6.2.11.2-7", text="a font file's Subtype is one that PDF 1.7 knows")
def font_file_subtype(document):
    for font in document.fonts.values():
        kind = font.file.get("/Subtype") if font.file is not None else None
        if kind is not None and kind not in ("/Type1C", "/CIDFontType0C", "/OpenType"):
            yield font.where, f"font file of Subtype {kind}"


@rule("PDF-9.7.1-1", text="all fonts are composite with Identity-H, so that every glyph has a code",
      covers="A-6.2.11.2-4 A-6.2.11.2-5 A-6.2.11.2-6 A-6.2.11.6-1 A-6.2.11.6-2 A-6.2.11.6-3 "
             "A-6.2.11.6-4 A-6.2.11.4.2-1 A-6.2.11.3.1-1 A-6.2.11.3.3-1 A-6.1.13-10 UA-7.21.6-1 "
             "UA-7.21.6-2 UA-7.21.6-3 UA-7.21.6-4 UA-7.21.4.2-1 UA-7.21.3.1-1 UA-7.21.3.3-1".split())
def composite(document):
    for font in document.fonts.values():
        if not font.composite:
            yield font.where, f"font of Subtype {font.subtype}"
        elif font.raw.get("/Encoding") != "/Identity-H":
            yield font.where, f"Encoding is {font.raw.get('/Encoding')}"


@rule("UA-7.21.3.2-1", "A-6.2.11.3.2-1", text="CIDFontType2 has a CIDToGIDMap")
def cid_to_gid_map(document):
    for font in document.fonts.values():
        if font.descendant.get("/Subtype") == "/CIDFontType2" and font.file is not None:
            if not isinstance(font.descendant.get("/CIDToGIDMap"), (pikepdf.Name, pikepdf.Stream)):
                yield font.where, "no CIDToGIDMap"


@rule("PDF-9.7.4.2-1", text="CIDToGIDMap is Identity: the codes are the glyphs of the subset")
def cid_to_gid_identity(document):
    for font in document.fonts.values():
        found = font.descendant.get("/CIDToGIDMap", "/Identity")
        if found != "/Identity":
            yield font.where, "CIDToGIDMap is not Identity"


@rule("UA-7.21.3.3-2", "A-6.2.11.3.3-2", text="a CMap's WMode agrees with its dictionary")
def cmap_wmode(document):
    for font in document.fonts.values():
        if font.to_unicode and int(font.raw.ToUnicode.get("/WMode", 0)) != font.to_unicode.wmode:
            yield font.where, "WMode differs between CMap and its dictionary"


@rule("UA-7.21.3.3-3", "A-6.2.11.3.3-3", text="a CMap builds on no other")
def cmap_alone(document):
    for font in document.fonts.values():
        if font.to_unicode and (font.to_unicode.uses_other or "/UseCMap" in font.raw.ToUnicode):
            yield font.where, "CMap with usecmap"


@rule("UA-7.21.4.1-1", "A-6.2.11.4.1-1", text="every font is embedded")
def embedded(document):
    for font in document.fonts.values():
        if font.file is None:
            yield font.where, "no font file"


@rule("PDF-9.9-1", text="the font's owner permits embedding and subsetting (fsType)")
def embedding_permitted(document):
    for font in document.fonts.values():
        permission = font.program.embedding if font.program else 0
        if permission & 0x000F == 0x0002 or permission & 0x0300:
            yield font.where, f"fsType is {permission:#06x}"


@rule("PDF-9.6.4-1", text="a subset has a tag of six capitals, in all three names the same")
def subset_tag(document):
    for font in document.fonts.values():
        names = {font.name, str(font.descendant.get("/BaseFont"))[1:]}
        if font.descriptor is not None:
            names.add(str(font.descriptor.get("/FontName"))[1:])
        if len(names) > 1 or not re.match(r"[A-Z]{6}\+", font.name):
            yield font.where, f"names are {sorted(names)}"


@rule("PDF-9.6.4-2", text="two subsets of one font have different tags")
def subset_unique(document):
    programs = defaultdict(set)
    for font in document.fonts.values():
        if font.file is not None:
            programs[font.name].add(font.file.objgen)
    for name, files in programs.items():
        if len(files) > 1:
            yield f"font {name}", f"{len(files)} font files of this name"


DESCRIPTOR_KEYS = ("/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent",
                   "/CapHeight", "/StemV")


@rule("PDF-9.8.1-1", text="a font descriptor has the required entries")
def descriptor_keys(document):
    for font in document.fonts.values():
        missing = [key for key in DESCRIPTOR_KEYS
                   if font.descriptor is None or key not in font.descriptor]
        if missing:
            yield font.where, f"FontDescriptor without {', '.join(missing)}"


@rule("UA-7.21.4.2-2", "A-6.2.11.4.2-2", text="a CIDSet, when there is one, lists every glyph")
def cid_set(document):
    for font in document.fonts.values():
        found = font.descriptor.get("/CIDSet") if font.descriptor is not None else None
        if found is None or not font.program:
            continue
        bits = found.read_bytes()
        for glyph in range(len(font.program.glyph_order)):
            if glyph // 8 >= len(bits) or not bits[glyph // 8] & (0x80 >> glyph % 8):
                yield font.where, f"CIDSet lacks glyph {glyph}"
                break


@lru_cache(maxsize=1)
def used_glyphs(document):
    """Each font and code that is shown, with the first item that shows it."""
    used = {}
    for item in document.content.text_items:
        if item.font is not None:
            for code in document.fonts[item.font].codes(item.codes):
                used.setdefault((item.font, code), item)
    return [(document.fonts[key], code, item) for (key, code), item in used.items()]


def place(font, item) -> str:
    return f"{item.where}, {font.where}"


@rule("UA-7.21.4.1-2", "A-6.2.11.4.1-2", text="the font program has every glyph shown")
def glyph_present(document):
    for font, code, item in used_glyphs(document):
        if font.program and not item.invisible and not font.program.has_glyph(code):
            yield place(font, item), f"glyph {code} is not in the font file"


@rule("UA-7.21.8-1", "A-6.2.11.8-1", text=".notdef is never shown")
def notdef(document):
    for font, code, item in used_glyphs(document):
        if font.composite and code == 0:
            yield place(font, item), "glyph 0 (.notdef) is shown"


@rule("UA-7.21.5-1", "A-6.2.11.5-1", text="widths in W are those of the font program")
def glyph_width(document):
    for font, code, item in used_glyphs(document):
        if font.program and not item.invisible and font.program.has_glyph(code):
            written, real = font.width(code), font.program.width(code)
            if abs(written - real) > 1:
                yield place(font, item), f"glyph {code}: W has {written:g}, font {real:g}"


@rule("UA-7.21.7-1", "A-6.2.11.7.2-1", text="every code shown has its text in ToUnicode")
def to_unicode(document):
    for font, code, item in used_glyphs(document):
        known = font.to_unicode.text if font.to_unicode else {}
        if not known.get(code):
            yield place(font, item), f"code {code:04X} is not in ToUnicode"


@rule("PDF-9.10.3-1", text="ToUnicode has a code space of two bytes, the length of the codes")
def code_space(document):
    for font in document.fonts.values():
        if font.composite and font.to_unicode and font.to_unicode.code_lengths != {2}:
            yield font.where, f"codespacerange of lengths {sorted(font.to_unicode.code_lengths)}"


@rule("UA-7.21.7-2", "A-6.2.11.7.2-2", text="ToUnicode has no U+0000, U+FEFF or U+FFFE")
def unicode_values(document):
    for font in document.fonts.values():
        for code, text in (font.to_unicode.text if font.to_unicode else {}).items():
            if any(one in "\u0000\uFEFF\uFFFE" for one in text):
                yield font.where, f"code {code:04X} is {text!r}"


@rule("A-6.2.11.7.3-1", text="private-use characters have an ActualText")
def private_use(document):
    for item in document.content.text_items:
        text = document.fonts[item.font].text(item.codes) if item.font else ""
        private = [one for one in text if is_private(ord(one))]
        if private and not has_actual_text(document, item):
            yield item.where, f"U+{ord(private[0]):04X} without ActualText"


def is_private(character: int) -> bool:
    return 0xE000 <= character <= 0xF8FF or 0xF0000 <= character <= 0x10FFFD


def has_actual_text(document, item) -> bool:
    if any(mark.text("/ActualText") is not None for mark in item.marks):
        return True
    owners = document.tree.by_content.get((item.mark.container, item.mark.mcid)) if item.mark else None
    element = owners[0] if owners else None
    while element is not None and element.text("/ActualText") is None:
        element = element.parent
    return element is not None


@rule("PDF-14.8.2.4-1", text="a character that is not blank shows ink: its glyph survived subsetting")
def glyph_has_ink(document):
    for font, code, item in used_glyphs(document):
        text = font.to_unicode.text.get(code, "") if font.to_unicode else ""
        visible = any(not one.isspace() and one not in "\u00AD\u200B\u200C\u200D" for one in text)
        if visible and font.program and font.program.has_glyph(code) and font.program.is_blank(code):
            yield place(font, item), f"glyph {code} for {text!r} is blank"
