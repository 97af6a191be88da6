"""XMP metadata: identification, title, extension schemas, and agreement with the Info dictionary
(ISO 14289-1, 5 and 7.1; ISO 19005-2, 6.6)."""
import re

from document import text_of
from rules import rule
from xmp import (ADOBE_PDF, DC, EXTENSION, PDFA_ID, PDFUA_ID, PREDEFINED, PROPERTY, RDF, SCHEMA,
                 VALUE_TYPES, XML_LANG, XMP_BASIC, field, sequence, text)

IN_METADATA = "metadata"


@rule("UA-7.1-8", "A-6.6.2.1-1", text="catalog has an XML metadata stream")
def metadata_stream(document):
    stream = document.xmp.stream
    if stream is None:
        yield "catalog", "no Metadata stream"
    elif stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield IN_METADATA, "stream without Type Metadata and Subtype XML"


@rule("PDF-14.3.2-1", text="metadata can be read without decompression, by tools that know no PDF")
def metadata_plain(document):
    if document.xmp.present and "/Filter" in document.xmp.stream:
        yield IN_METADATA, "stream has a Filter"


@rule("A-6.6.2.1-2", text="packet header has no bytes attribute")
def packet_bytes(document):
    if re.search(r"\bbytes\s*=", document.xmp.header):
        yield IN_METADATA, "xpacket header with bytes"


@rule("A-6.6.2.1-3", text="packet header has no encoding attribute")
def packet_encoding(document):
    if re.search(r"\bencoding\s*=", document.xmp.header):
        yield IN_METADATA, "xpacket header with encoding"


@rule("A-6.6.2.1-4", text="metadata is well-formed RDF/XML")
def well_formed(document):
    if document.xmp.present and document.xmp.root is None:
        yield IN_METADATA, document.xmp.error or "no RDF"


@rule("A-6.6.2.1-5", text="metadata is UTF-8")
def utf8(document):
    if document.xmp.present and document.xmp.encoding != "UTF-8":
        yield IN_METADATA, document.xmp.encoding


@rule("UA-5-1", text="metadata says that the file is PDF/UA")
def ua_identification(document):
    if not any(one.namespace == PDFUA_ID for one in document.xmp.properties):
        yield IN_METADATA, "no pdfuaid properties"


@rule("UA-5-2", text="PDF/UA part is 1")
def ua_part(document):
    part = document.xmp.literal(PDFUA_ID, "part")
    if any(one.namespace == PDFUA_ID for one in document.xmp.properties) and part != "1":
        yield IN_METADATA, f"pdfuaid:part is {part!r}"


@rule("A-6.6.4-1", text="metadata says that the file is PDF/A")
def a_identification(document):
    if not any(one.namespace == PDFA_ID for one in document.xmp.properties):
        yield IN_METADATA, "no pdfaid properties"


@rule("A-6.6.4-2", text="PDF/A part is 2")
def a_part(document):
    if document.xmp.literal(PDFA_ID, "part") not in ("2", None):
        yield IN_METADATA, f"pdfaid:part is {document.xmp.literal(PDFA_ID, 'part')!r}"


@rule("A-6.6.4-3", text="PDF/A conformance level is A")
def a_conformance(document):
    conformance = document.xmp.literal(PDFA_ID, "conformance")
    if conformance != "A" and document.xmp.get(PDFA_ID, "part"):
        yield IN_METADATA, f"pdfaid:conformance is {conformance!r}"


IDENTIFICATION_PREFIXES = {
    "UA-5-3": (PDFUA_ID, "part", "pdfuaid"), "UA-5-4": (PDFUA_ID, "amd", "pdfuaid"),
    "UA-5-5": (PDFUA_ID, "corr", "pdfuaid"), "A-6.6.4-4": (PDFA_ID, "part", "pdfaid"),
    "A-6.6.4-5": (PDFA_ID, "conformance", "pdfaid"), "A-6.6.4-6": (PDFA_ID, "amd", "pdfaid"),
    "A-6.6.4-7": (PDFA_ID, "corr", "pdfaid"),
}


def require_prefix(rule_id: str, namespace: str, name: str, prefix: str):
    @rule(rule_id, text=f"{prefix}:{name} is written with that prefix")
    def prefixed(document):
        found = document.xmp.get(namespace, name)
        if found and found.prefix != prefix:
            yield IN_METADATA, f"written as {found.label}"


for prefix_rule, prefix_parts in IDENTIFICATION_PREFIXES.items():
    require_prefix(prefix_rule, *prefix_parts)


@rule("UA-7.1-9", text="metadata has a title")
def title(document):
    found = document.xmp.get(DC, "title")
    if not found or found.prefix != "dc" or not (found.in_language("x-default") or "").strip():
        yield IN_METADATA, "no dc:title with an x-default text"


@rule("UA-7.2-33", text="language of the metadata's default texts is known")
def metadata_language(document):
    for one in document.xmp.properties:
        if document.language is None and one.in_language("x-default") is not None:
            yield IN_METADATA, f"{one.label} has x-default, catalog has no Lang"


@rule("PDF-14.9.2-1", text="metadata names the document's language, and the catalog names the same")
def language_agrees(document):
    found = document.xmp.get(DC, "language")
    languages = [text(item) for item in found.items] if found else []
    if document.language and document.language not in languages:
        yield IN_METADATA, f"dc:language is {languages}, Lang is {document.language!r}"


@rule("A-6.6.2.3.1-1", text="every property is predefined or described by an extension schema")
def property_defined(document):
    for one in document.xmp.properties:
        known = one.name in PREDEFINED.get(one.namespace, {})
        if not known and (one.namespace, one.name) not in document.xmp.described:
            yield IN_METADATA, f"{one.label} is not described"


DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
LITERALS = {"Integer": re.compile(r"[+-]?\d+"), "Date": DATE, "Boolean": re.compile("True|False")}


@rule("A-6.6.2.3.1-2", text="every property has the type that its schema gives it")
def property_type(document):
    for one in document.xmp.properties:
        kind = PREDEFINED.get(one.namespace, {}).get(one.name) or \
            document.xmp.described.get((one.namespace, one.name))
        if kind and not has_type(one, kind):
            yield IN_METADATA, f"{one.label} is not a valid {kind}"


def has_type(one, kind: str) -> bool:
    if kind == "Lang Alt":
        return one.container == "Alt" and all(item.get(XML_LANG) for item in one.items)
    wanted = kind.split()[0].capitalize()
    if wanted in ("Bag", "Seq", "Alt"):
        return one.container == wanted
    literal = LITERALS.get(kind)
    return one.container is None and (literal is None or bool(literal.fullmatch(one.literal)))


EXTENSION_NAMESPACES = {
    EXTENSION: ("pdfaExtension", {"schemas"}),
    SCHEMA: ("pdfaSchema", {"schema", "namespaceURI", "prefix", "property", "valueType"}),
    PROPERTY: ("pdfaProperty", {"name", "valueType", "category", "description"}),
}


def extension_nodes(document):
    for schema in document.xmp.extension_schemas:
        for node in schema.iter():
            if isinstance(node.tag, str) and not node.tag.startswith(f"{{{RDF}}}"):
                yield node


@rule("A-6.6.2.3.2-1", text="extension schemas have no fields but the prescribed ones")
def extension_fields(document):
    for node in extension_nodes(document):
        namespace, _, name = node.tag[1:].partition("}")
        if name not in EXTENSION_NAMESPACES.get(namespace, ("", ()))[1]:
            yield IN_METADATA, f"extension schema field {node.prefix}:{name}"


@rule("A-6.6.2.3.3-1", text="pdfaExtension:schemas is a Bag and has that prefix")
def extension_container(document):
    found = document.xmp.get(EXTENSION, "schemas")
    if found and (found.container != "Bag" or found.prefix != "pdfaExtension"):
        yield IN_METADATA, f"{found.label} is a {found.container}"


def schema_field_problem(node, namespace: str, name: str) -> str | None:
    found = field(node, namespace, name)
    prefix = EXTENSION_NAMESPACES[namespace][0]
    if found is None or not text(found):
        return f"{prefix}:{name} is missing"
    return None if found.prefix == prefix else f"{prefix}:{name} has prefix {found.prefix}"


def require_schema_field(rule_id: str, name: str):
    @rule(rule_id, text=f"every extension schema has its pdfaSchema:{name}")
    def present(document):
        for schema in document.xmp.extension_schemas:
            problem = schema_field_problem(schema, SCHEMA, name)
            if problem:
                yield IN_METADATA, problem


for schema_rule, schema_field in (("A-6.6.2.3.3-2", "schema"), ("A-6.6.2.3.3-3", "namespaceURI"),
                                  ("A-6.6.2.3.3-4", "prefix")):
    require_schema_field(schema_rule, schema_field)


@rule("A-6.6.2.3.3-5", text="pdfaSchema:property is a Seq")
def schema_properties(document):
    for schema in document.xmp.extension_schemas:
        found = field(schema, SCHEMA, "property")
        if found is not None and (found.prefix != "pdfaSchema" or
                                  not sequence(schema, SCHEMA, "property")):
            yield IN_METADATA, "pdfaSchema:property is not a Seq of properties"


@rule("A-6.6.2.3.3-6", text="no value types of our own: the extension schemas need none",
      covers=[f"A-6.6.2.3.3-{number}" for number in range(11, 19)])
def no_value_types(document):
    for schema in document.xmp.extension_schemas:
        if field(schema, SCHEMA, "valueType") is not None:
            yield IN_METADATA, "pdfaSchema:valueType is present"


def described_properties(document):
    for schema in document.xmp.extension_schemas:
        yield from sequence(schema, SCHEMA, "property")


def require_property_field(rule_id: str, name: str, allowed=None):
    @rule(rule_id, text=f"every described property has a valid pdfaProperty:{name}")
    def present(document):
        for one in described_properties(document):
            problem = schema_field_problem(one, PROPERTY, name)
            if problem:
                yield IN_METADATA, problem
            elif allowed and text(field(one, PROPERTY, name)) not in allowed:
                yield IN_METADATA, f"pdfaProperty:{name} is {text(field(one, PROPERTY, name))!r}"


ARRAYS = {f"{array} {kind}" for array in ("Bag", "Seq", "Alt", "bag", "seq", "alt")
          for kind in VALUE_TYPES}
require_property_field("A-6.6.2.3.3-7", "name")
require_property_field("A-6.6.2.3.3-8", "valueType", VALUE_TYPES | ARRAYS)
require_property_field("A-6.6.2.3.3-9", "category", ("internal", "external"))
require_property_field("A-6.6.2.3.3-10", "description")


@rule("PDF-14.3.3-1", text="Info dictionary and metadata say the same")
def info_agrees(document):
    info = document.pdf.trailer.get("/Info", {})
    for key, expected in info_counterparts(document.xmp).items():
        written = text_of(info.get(key))
        if written is not None and (expected is None or comparable(key, written) != expected):
            yield "Info", f"{key} is {written!r}, metadata has {expected!r}"


def info_counterparts(xmp) -> dict[str, str | None]:
    def default_text(name):
        found = xmp.get(DC, name)
        return found.in_language("x-default") if found else None

    creators = xmp.get(DC, "creator")
    return {
        "/Title": default_text("title"), "/Subject": default_text("description"),
        "/Author": ", ".join(text(item) for item in creators.items) if creators else None,
        "/Keywords": xmp.literal(ADOBE_PDF, "Keywords"),
        "/Producer": xmp.literal(ADOBE_PDF, "Producer"),
        "/Creator": xmp.literal(XMP_BASIC, "CreatorTool"),
        "/CreationDate": xmp_date(xmp.literal(XMP_BASIC, "CreateDate")),
        "/ModDate": xmp_date(xmp.literal(XMP_BASIC, "ModifyDate")),
    }


def xmp_date(written: str | None) -> str | None:
    """2025-03-01T12:00:00+01:00 as the digits and zone of a PDF date: 20250301120000+0100."""
    if written is None:
        return None
    date, zone = re.fullmatch(r"(.*?)(Z|[+-]\d\d:\d\d)?", written).groups()
    return re.sub(r"\D", "", date).ljust(14, "0") + (zone or "").replace(":", "").replace("Z", "+0000")


def comparable(key: str, written: str) -> str:
    """A PDF date (7.9.4) in the same form; other texts as they are."""
    if not key.endswith("Date"):
        return written
    date, zone = re.fullmatch(r"D:(\d+)(Z|[+-]\d\d'\d\d'?)?.*", written).groups()
    return date.ljust(14, "0") + (zone or "").replace("'", "").replace("Z", "+0000")
