"""Mutations of the metadata and the Info dictionary."""
from pikepdf import Name, String

from mutation import both, catalog, drop, mutation, once, put, xmp

UNREADABLE = "UA-5-1 UA-7.1-9 A-6.6.4-1 PDF-14.3.3-1 PDF-14.9.2-1"  # nothing is known of it
PDFA = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
PDFUA = "<pdfuaid:part>1</pdfuaid:part>"


def metadata(pdf):
    return pdf.Root.Metadata


def with_bytes(old: bytes, new: bytes):
    def change(pdf):
        metadata(pdf).write(once(metadata(pdf).read_bytes(), old, new))
    return change


def describe(namespace: str, **properties: str):
    """Properties in a namespace under the prefix q."""
    body = "".join(f"<q:{name}>{value}</q:{name}>" for name, value in properties.items())
    return xmp("</rdf:RDF>", f'<rdf:Description rdf:about="" xmlns:q="http://www.aiim.org/{namespace}">'
                             f"{body}</rdf:Description></rdf:RDF>")


def field(name: str, value: str, new: str = ""):
    """Another value for a field of the extension schema, or none."""
    kind = "pdfaSchema" if name in ("schema", "namespaceURI", "prefix") else "pdfaProperty"
    return xmp(f"<{kind}:{name}>{value}</{kind}:{name}>",
               f"<{kind}:{name}>{new}</{kind}:{name}>" if new else "")


mutation(f"UA-7.1-8 A-6.6.2.1-1 {UNREADABLE}", "no metadata", drop(catalog, "/Metadata"))
mutation("UA-7.1-8 A-6.6.2.1-1", "metadata of another Subtype",
         put(metadata, "/Subtype", Name.Text))
mutation("A-6.6.2.1-2", "packet header with bytes", xmp('c9d"?>', 'c9d" bytes="99"?>'))
mutation("A-6.6.2.1-3", "packet header with encoding", xmp('c9d"?>', 'c9d" encoding="UTF-8"?>'))
mutation(f"A-6.6.2.1-4 {UNREADABLE}", "metadata not well-formed", xmp("</rdf:RDF>", ""))
mutation(f"A-6.6.2.1-4 A-6.6.2.1-5 {UNREADABLE}", "metadata in Latin-1",
         with_bytes(b"PDF/UA identification", b"caf\xe9"))

mutation("UA-5-1", "no pdfuaid", xmp(PDFUA, ""))
mutation("UA-5-2", "PDF/UA part 2", xmp("<pdfuaid:part>1", "<pdfuaid:part>2"))
mutation("UA-5-3", "pdfuaid:part with another prefix",
         both(xmp(PDFUA, ""), describe("pdfua/ns/id/", part="1")))
mutation("UA-5-4 UA-5-5 A-6.6.2.3.1-1", "pdfuaid:amd and corr with another prefix",
         describe("pdfua/ns/id/", amd="1", corr="1"))
mutation("A-6.6.4-1", "no pdfaid", xmp(PDFA, ""))
mutation("A-6.6.4-2", "PDF/A part 3", xmp("<pdfaid:part>2", "<pdfaid:part>3"))
mutation("A-6.6.4-3", "PDF/A conformance U", xmp("conformance>A<", "conformance>U<"))
mutation("A-6.6.4-4 A-6.6.4-5", "pdfaid:part with another prefix",
         both(xmp(PDFA, ""), describe("pdfa/ns/id/", part="2", conformance="A")))
mutation("A-6.6.4-6 A-6.6.4-7", "pdfaid:amd and corr with another prefix",
         describe("pdfa/ns/id/", amd="1", corr="1"))

mutation("UA-7.1-9 PDF-14.3.3-1", "no title", xmp("Klein rapport", ""))
mutation("PDF-14.9.2-1", "metadata in another language",
         xmp("<rdf:li>nl-NL</rdf:li>", "<rdf:li>en</rdf:li>"))
mutation("A-6.6.2.3.1-2", "languages in a Seq",
         xmp("<rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag>", "<rdf:Seq><rdf:li>nl-NL</rdf:li></rdf:Seq>"))
mutation("A-6.6.2.3.1-2 PDF-14.3.3-1", "date without time zone", xmp("12:00:00+01:00<", "12:00:00<"))
mutation("A-6.6.2.3.1-1", "property that no schema describes", describe("maker/", name="x"))
mutation("PDF-14.3.3-1", "Info has another title",
         put(lambda pdf: pdf.trailer.Info, "/Title", String("Ander rapport")))
mutation("PDF-14.3.3-1", "Info has another date",
         put(lambda pdf: pdf.trailer.Info, "/CreationDate", String("D:20250301120000Z")))

mutation("A-6.6.2.3.1-1", "extension schema for another namespace",
         field("namespaceURI", "http://www.aiim.org/pdfua/ns/id/", "http://www.aiim.org/other/"))
mutation("A-6.6.2.3.2-1", "unknown field in the extension schema",
         xmp("<pdfaProperty:name>", "<pdfaProperty:maker>x</pdfaProperty:maker><pdfaProperty:name>"))
mutation("A-6.6.2.3.3-1 A-6.6.2.3.1-2", "extension schemas in a Seq",
         both(xmp("schemas><rdf:Bag>", "schemas><rdf:Seq>"),
              xmp("</rdf:Bag></pdfaExtension", "</rdf:Seq></pdfaExtension")))
mutation("A-6.6.2.3.3-2", "extension schema without name", field("schema", "PDF/UA identification"))
mutation("A-6.6.2.3.3-3 A-6.6.2.3.1-1", "extension schema without namespace",
         field("namespaceURI", "http://www.aiim.org/pdfua/ns/id/"))
mutation("A-6.6.2.3.3-4", "extension schema without prefix", field("prefix", "pdfuaid"))
mutation("A-6.6.2.3.3-5 A-6.6.2.3.1-1", "described properties in a Bag",
         both(xmp("property><rdf:Seq>", "property><rdf:Bag>"),
              xmp("</rdf:Seq></pdfaSchema", "</rdf:Bag></pdfaSchema")))
mutation("A-6.6.2.3.3-6", "value types of our own",
         xmp("<pdfaSchema:prefix>", "<pdfaSchema:valueType/><pdfaSchema:prefix>"))
mutation("A-6.6.2.3.3-7 A-6.6.2.3.1-1", "described property without name", field("name", "part"))
mutation("A-6.6.2.3.3-8", "described property of an unknown type",
         field("valueType", "Integer", "Number"))
mutation("A-6.6.2.3.3-9", "described property of an unknown category",
         field("category", "internal", "secret"))
mutation("A-6.6.2.3.3-10", "described property without description",
         field("description", "Part of ISO 14289"))
