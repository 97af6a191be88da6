"""The document's XMP packet (ISO 16684-1) as properties with the prefixes they were written with."""
import re
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DC = "http://purl.org/dc/elements/1.1/"
XMP_BASIC = "http://ns.adobe.com/xap/1.0/"
XMP_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
XMP_MM = "http://ns.adobe.com/xap/1.0/mm/"
ADOBE_PDF = "http://ns.adobe.com/pdf/1.3/"
PDFA_ID = "http://www.aiim.org/pdfa/ns/id/"
PDFUA_ID = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"

# The predefined properties that a report can use. Others are known to the XMP specification as
# well; a writer that starts to use one adds it here after looking up its type.
PREDEFINED = {
    DC: {"title": "Lang Alt", "description": "Lang Alt", "rights": "Lang Alt",
         "creator": "Seq", "date": "Seq", "contributor": "Bag", "language": "Bag",
         "publisher": "Bag", "relation": "Bag", "subject": "Bag", "type": "Bag",
         "coverage": "Text", "format": "Text", "identifier": "Text", "source": "Text"},
    XMP_BASIC: {"CreateDate": "Date", "ModifyDate": "Date", "MetadataDate": "Date",
                "CreatorTool": "Text", "Identifier": "Bag", "Label": "Text", "BaseURL": "Text"},
    XMP_RIGHTS: {"Marked": "Boolean", "WebStatement": "Text", "UsageTerms": "Lang Alt",
                 "Owner": "Bag", "Certificate": "Text"},
    XMP_MM: {"DocumentID": "Text", "InstanceID": "Text", "VersionID": "Text",
             "OriginalDocumentID": "Text", "RenditionClass": "Text"},
    ADOBE_PDF: {"Producer": "Text", "Keywords": "Text", "PDFVersion": "Text", "Trapped": "Text"},
    PDFA_ID: {"part": "Integer", "conformance": "Text", "amd": "Text", "corr": "Text"},
    EXTENSION: {"schemas": "Bag"},
}

VALUE_TYPES = frozenset((*"Text Integer Boolean Date URI URL Real MIMEType Locale ProperName "
                         "AgentName GUID RenditionClass XPath Choice".split(), "Lang Alt"))

HEADER = re.compile(r"<\?xpacket\s+begin=(?P<quote>[\"'])(?P<bom>.*?)(?P=quote)(?P<rest>[^?]*)\?>")


@dataclass
class Property:
    namespace: str
    name: str
    prefix: str | None
    node: etree._Element | None  # None when written as an attribute of rdf:Description
    literal: str

    @property
    def label(self) -> str:
        return f"{self.prefix}:{self.name}"

    @property
    def container(self) -> str | None:
        """Bag, Seq or Alt, None for a simple value."""
        for child in self.node if self.node is not None else []:
            if etree.QName(child).namespace == RDF:
                return etree.QName(child).localname
        return None

    @property
    def items(self) -> list[etree._Element]:
        if self.node is None or not len(self.node):
            return []
        return [child for child in self.node[0] if child.tag == f"{{{RDF}}}li"]

    def in_language(self, language: str) -> str | None:
        return next((item.text or "" for item in self.items if item.get(XML_LANG) == language), None)


class Xmp:
    def __init__(self, stream):
        self.present = isinstance(stream, pikepdf.Stream)
        self.stream = stream if self.present else None
        self.data = stream.read_bytes() if self.present else b""
        self.error: str | None = None

    @cached_property
    def encoding(self) -> str:
        """UTF-16 and UTF-32 packets show themselves by zero bytes."""
        if b"\x00" in self.data[:8]:
            return "UTF-16 or UTF-32"
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError:
            return "not UTF-8"
        return "UTF-8"

    @cached_property
    def header(self) -> str:
        found = HEADER.search(self.data.decode("utf-8", errors="replace"))
        return found.group("rest") if found else ""

    @cached_property
    def root(self) -> etree._Element | None:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True,
                                 remove_pis=True)
        try:
            found = etree.fromstring(self.data.strip(b" \n\r\t\x00"), parser)
        except etree.XMLSyntaxError as error:
            self.error = str(error)
            return None
        rdf = found if found.tag == f"{{{RDF}}}RDF" else found.find(f"{{{RDF}}}RDF")
        if rdf is None:
            self.error = "no rdf:RDF element"
        return rdf

    @cached_property
    def properties(self) -> list[Property]:
        found = []
        for description in self.root if self.root is not None else []:
            for name, value in description.attrib.items():
                qualified = etree.QName(name)
                if qualified.namespace not in (RDF, None, XML_LANG[1:-5]):
                    prefixes = {uri: prefix for prefix, uri in description.nsmap.items()}
                    found.append(Property(qualified.namespace, qualified.localname,
                                          prefixes.get(qualified.namespace), None, value))
            for node in description:
                qualified = etree.QName(node)
                found.append(Property(qualified.namespace, qualified.localname, node.prefix, node,
                                      (node.text or "").strip()))
        return found

    def get(self, namespace: str, name: str) -> Property | None:
        return next((one for one in self.properties
                     if one.namespace == namespace and one.name == name), None)

    def literal(self, namespace: str, name: str) -> str | None:
        found = self.get(namespace, name)
        return found.literal if found else None

    @cached_property
    def extension_schemas(self) -> list[etree._Element]:
        found = self.get(EXTENSION, "schemas")
        return found.items if found else []

    @cached_property
    def described(self) -> dict[tuple[str, str], str]:
        """(namespace, name) -> value type, of the properties that extension schemas describe."""
        found = {}
        for schema in self.extension_schemas:
            namespace = field(schema, SCHEMA, "namespaceURI")
            for one in sequence(schema, SCHEMA, "property"):
                found[(text(namespace), text(field(one, PROPERTY, "name")))] = \
                    text(field(one, PROPERTY, "valueType"))
        return found


def field(node: etree._Element, namespace: str, name: str) -> etree._Element | None:
    """A field of a structure, directly under it or inside its rdf:Description."""
    found = node.find(f"{{{namespace}}}{name}")
    if found is None:
        inner = node.find(f"{{{RDF}}}Description")
        found = inner.find(f"{{{namespace}}}{name}") if inner is not None else None
    return found


def text(node: etree._Element | None) -> str:
    return (node.text or "").strip() if node is not None else ""


def sequence(node: etree._Element, namespace: str, name: str) -> list[etree._Element]:
    holder = field(node, namespace, name)
    return list(holder.iterfind(f"{{{RDF}}}Seq/{{{RDF}}}li")) if holder is not None else []
