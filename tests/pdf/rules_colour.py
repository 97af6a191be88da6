"""Colour, graphics state parameters, images and transparency (ISO 19005-2, 6.2.3 to 6.2.10)."""
from functools import lru_cache

import pikepdf

from rules import rule

ALLOWED_SPACES = ("DeviceGray", "DeviceRGB", "DeviceCMYK", "ICCBased", "CalRGB", "CalGray", "Lab",
                  "Indexed")


def output_intents(document):
    return list(document.catalog.get("/OutputIntents", []))


@rule("PDF-14.11.5-1", text="there is one PDF/A output intent, with its profile and identifier")
def output_intent_present(document):
    intents = [one for one in output_intents(document) if one.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield "catalog", f"{len(intents)} output intents GTS_PDFA1"
    for intent in intents:
        if not isinstance(intent.get("/DestOutputProfile"), pikepdf.Stream):
            yield "output intent", "no DestOutputProfile"
        if "/OutputConditionIdentifier" not in intent:
            yield "output intent", "no OutputConditionIdentifier"


def profile_problem(profile, classes, spaces) -> str | None:
    """The header of an ICC profile (ICC.1:2004-10, 7.2)."""
    header = profile.read_bytes()[:128]
    if len(header) < 128 or header[36:40] != b"acsp":
        return "not an ICC profile"
    if header[12:16] not in classes:
        return f"profile of class {header[12:16]!r}"
    if header[16:20] not in spaces:
        return f"profile of colour space {header[16:20]!r}"
    if header[8] >= 5:
        return f"profile of version {header[8]}"
    components = {b"GRAY": 1, b"RGB ": 3, b"Lab ": 3, b"CMYK": 4}[header[16:20]]
    if profile.get("/N") != components:
        return f"N is {profile.get('/N')}, the profile has {components} components"
    return None


@rule("A-6.2.3-1", text="output intent's profile is of class prtr or mntr, version below 5")
def output_profile(document):
    for intent in output_intents(document):
        profile = intent.get("/DestOutputProfile")
        if isinstance(profile, pikepdf.Stream):
            problem = profile_problem(profile, (b"prtr", b"mntr"), (b"RGB ", b"CMYK", b"GRAY"))
            if problem:
                yield "output intent", problem


@rule("A-6.2.3-2", text="all output intents share one profile")
def one_output_profile(document):
    profiles = {intent.DestOutputProfile.objgen for intent in output_intents(document)
                if "/DestOutputProfile" in intent}
    if len(profiles) > 1:
        yield "catalog", f"{len(profiles)} output profiles"


@rule("A-6.2.3-3", text="a PDF/X output intent has its profile in the file")
def profile_reference(document):
    for intent in output_intents(document):
        if "/DestOutputProfileRef" in intent:
            yield "output intent", "DestOutputProfileRef is present"


@rule("A-6.2.4.2-1", text="profiles of ICCBased colour spaces are valid")
def input_profiles(document):
    for where, one in icc_profiles(document):
        problem = profile_problem(one, (b"prtr", b"mntr", b"scnr", b"spac"),
                                  (b"RGB ", b"CMYK", b"GRAY", b"Lab "))
        if problem:
            yield where, problem


def icc_profiles(document):
    """Streams in arrays [/ICCBased stream], wherever a colour space may stand."""
    for where, one in document.dictionaries:
        for _, value in one.items():
            if isinstance(value, pikepdf.Array) and len(value) == 2 and value[0] == "/ICCBased":
                yield where, value[1]


DEVICE_RULES = {"A-6.2.4.3-2": ("DeviceRGB", b"RGB "), "A-6.2.4.3-3": ("DeviceCMYK", b"CMYK"),
                "A-6.2.4.3-4": ("DeviceGray", None)}


def require_output_space(rule_id: str, space: str, wanted: bytes | None):
    @rule(rule_id, text=f"{space} is used only if the output intent gives it a meaning")
    def judged(document):
        output = document.output_colour_space
        places = [document.content.spaces.get(space)] + [
            where for where, image in document.content.images.values()
            if image.get("/ColorSpace") == "/" + space]
        for where in places:
            if where and (output is None or wanted not in (None, output)):
                yield where, f"{space} with output intent {output!r}"


for device_rule, device_parts in DEVICE_RULES.items():
    require_output_space(device_rule, *device_parts)


@rule("PDF-8.6.6-1", text="no Separation, DeviceN or Pattern colour: a report needs none",
      covers="A-6.2.4.4-1 A-6.2.4.4-2 A-6.1.13-9".split())
def special_spaces(document):
    for space, where in document.content.spaces.items():
        if space not in ALLOWED_SPACES:
            yield where, f"colour space {space}"


@lru_cache(maxsize=1)
def graphics_states(document):
    """Dictionaries used by gs, and any other that says it is an ExtGState."""
    used = list(document.content.states.values())
    keys = {one.objgen for _, one in used if one.is_indirect}
    return used + [(where, one) for where, one in document.dictionaries
                   if one.get("/Type") == "/ExtGState" and one.objgen not in keys]


def forbid_state_key(rule_id: str, key: str, text: str, allowed: tuple = ()):
    @rule(rule_id, text=text)
    def absent(document):
        for where, state in graphics_states(document):
            if key in state and state[key] not in allowed:
                yield where, f"{key} is present"


forbid_state_key("A-6.2.5-1", "/TR", "ExtGState has no TR")
forbid_state_key("A-6.2.5-2", "/TR2", "ExtGState's TR2 is Default", ("/Default",))
forbid_state_key("A-6.2.5-3", "/HTP", "ExtGState has no HTP")


@rule("PDF-10.5-1", text="no halftones: a report leaves them to the printer",
      covers="A-6.2.5-4 A-6.2.5-5 A-6.2.5-6".split())
def halftones(document):
    for where, state in graphics_states(document):
        if state.get("/HT", "/Default") != "/Default":
            yield where, "HT is present"


@rule("A-6.2.4.2-2", text="no overprint mode 1 with overprinting")
def overprint(document):
    for where, state in graphics_states(document):
        if state.get("/OPM") == 1 and (state.get("/OP") is True or state.get("/op") is True):
            yield where, "OPM 1 with overprint"


INTENTS = ("/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation")


@rule("A-6.2.6-1", text="rendering intents are the four of ISO 32000-1")
def rendering_intents(document):
    states = [(where, state.get("/RI")) for where, state in graphics_states(document)]
    images = [(where, image.get("/Intent")) for where, image in image_dictionaries(document)]
    for where, intent in document.content.rendering_intents + states + images:
        if intent is not None and intent not in INTENTS:
            yield where, f"rendering intent {intent}"


BLEND_MODES = frozenset(
    "/Normal /Compatible /Multiply /Screen /Overlay /Darken /Lighten /ColorDodge /ColorBurn "
    "/HardLight /SoftLight /Difference /Exclusion /Hue /Saturation /Color /Luminosity".split())


@rule("A-6.2.10-1", text="blend modes are those of ISO 32000-1")
def blend_modes(document):
    for where, state in graphics_states(document):
        modes = state.get("/BM", "/Normal")
        for mode in modes if isinstance(modes, pikepdf.Array) else [modes]:
            if str(mode) not in BLEND_MODES:
                yield where, f"blend mode {mode}"


@rule("A-6.2.10-2", text="transparency has a blending colour space: the output intent's or the page's")
def transparency(document):
    if document.output_colour_space is not None:
        return
    for where, state in graphics_states(document):
        alpha = any(float(state.get(key, 1)) < 1 for key in ("/ca", "/CA"))
        if alpha or "/SMask" in state:
            yield where, "transparency without output intent"
    for where, image in document.content.images.values():
        if "/SMask" in image:
            yield where, "image with SMask without output intent"


def image_dictionaries(document):
    return [(where, one) for where, one in document.streams() if one.get("/Subtype") == "/Image"]


@rule("A-6.2.8-1", text="images have no alternates")
def image_alternates(document):
    for where, image in image_dictionaries(document):
        if "/Alternates" in image:
            yield where, "image with Alternates"


@rule("A-6.2.8-2", text="images have no OPI")
def image_opi(document):
    for where, image in image_dictionaries(document):
        if "/OPI" in image:
            yield where, "image with OPI"


@rule("A-6.2.8-3", text="images are not interpolated")
def image_interpolation(document):
    for where, image in image_dictionaries(document):
        if image.get("/Interpolate", False) is not False:
            yield where, "image with Interpolate true"
    for where, image in document.content.inline_images:
        if image.obj.get("/I", image.obj.get("/Interpolate", False)) is not False:
            yield where, "inline image with Interpolate true"


@rule("A-6.2.8-4", text="images have 1, 2, 4, 8 or 16 bits per component")
def image_bits(document):
    for where, image in image_dictionaries(document):
        if image.get("/ImageMask") is not True and \
                image.get("/BitsPerComponent") not in (None, 1, 2, 4, 8, 16):
            yield where, f"BitsPerComponent is {image.BitsPerComponent}"


@rule("A-6.2.8-5", text="image masks have 1 bit per component")
def mask_bits(document):
    for where, image in image_dictionaries(document):
        if image.get("/ImageMask") is True and image.get("/BitsPerComponent") not in (None, 1):
            yield where, f"mask with BitsPerComponent {image.BitsPerComponent}"


@rule("PDF-7.4.9-1", text="no JPEG 2000: the report's images are PNG and JPEG",
      covers=[f"A-6.2.8.3-{number}" for number in range(1, 6)])
def jpeg2000(document):
    for where, image in image_dictionaries(document):
        if "/JPXDecode" in str(image.get("/Filter")):
            yield where, "image with JPXDecode"


COMPONENTS = {"/DeviceGray": 1, "/DeviceRGB": 3}
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF markers (ITU-T T.81, table B.1)


def jpeg_frame(data: bytes) -> tuple[int, int, int] | None:
    """Width, height and components of a JPEG; None when it is none."""
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2:at + 4], "big")
        if marker in FRAMES:
            height, width = (int.from_bytes(data[at + i:at + i + 2], "big") for i in (5, 7))
            return width, height, data[at + 9]
        at += 2 + length
    return None


def components_of(space) -> int | None:
    """Of a device or ICCBased colour space; None for others."""
    if isinstance(space, pikepdf.Array) and len(space) == 2 and space[0] == "/ICCBased":
        return int(space[1].get("/N", 0))
    return COMPONENTS.get(str(space)) if isinstance(space, pikepdf.Name) else None


def data_problem(image, components: int) -> str | None:
    width, height = int(image.Width), int(image.Height)
    if image.get("/Filter") == "/DCTDecode":
        frame = jpeg_frame(image.read_raw_bytes())
        return None if frame == (width, height, components) else f"JPEG of {frame}"
    expected = (width * components * int(image.BitsPerComponent) + 7) // 8 * height
    length = len(image.read_bytes())
    return None if length == expected else f"{length} bytes instead of {expected}"


@rule("PDF-8.9.5-1", text="the data of an image are as many, and of the colours, that its dictionary says")
def image_data(document):
    for where, image in image_dictionaries(document):
        components = components_of(image.get("/ColorSpace"))
        known = components and image.get("/ImageMask") is not True and image.get("/Filter") != "/JPXDecode"
        problem = data_problem(image, components) if known else None
        if problem:
            yield where, problem


@rule("PDF-11.6.5.3-1", text="a soft mask is grey and of the size of its image")
def soft_masks(document):
    for where, image in image_dictionaries(document):
        mask = image.get("/SMask")
        if mask is not None and (mask.get("/ColorSpace") != "/DeviceGray" or mask.Width != image.Width
                                 or mask.Height != image.Height):
            yield where, "a soft mask of other colours or size"
