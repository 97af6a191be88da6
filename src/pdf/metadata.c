/* What the file says about itself: XMP (ISO 19005-2, 6.6), document information that agrees with it, and the
 * output intent (6.2.3). */
#include <string.h>

#include "base/file.h"
#include "pdf/file.h"

/* ---- XMP ---- */

static void add_escaped(struct buffer *xml, const char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '&') buffer_add(xml, "&amp;");
        else if (c == '<') buffer_add(xml, "&lt;");
        else if (c == '>') buffer_add(xml, "&gt;");
        else buffer_add_char(xml, c < 0x20 ? ' ' : *text);
    }
}

static void add_property(struct buffer *xml, const char *before, const char *text, const char *after)
{
    if (!text || !*text) return;
    buffer_add(xml, before);
    add_escaped(xml, text);
    buffer_add(xml, after);
}

/* The namespace of PDF/UA is not one that PDF/A knows, so it is described (6.6.2.3). */
static const char ua_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

static void add_dublin_core(struct buffer *xml, const struct pdf_metadata *metadata)
{
    buffer_add(xml, "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                    "<dc:format>application/pdf</dc:format>\n");
    add_property(xml, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->title,
                 "</rdf:li></rdf:Alt></dc:title>\n");
    add_property(xml, "<dc:language><rdf:Bag><rdf:li>", metadata->language, "</rdf:li></rdf:Bag></dc:language>\n");
    add_property(xml, "<dc:creator><rdf:Seq><rdf:li>", metadata->author, "</rdf:li></rdf:Seq></dc:creator>\n");
    add_property(xml, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->subject,
                 "</rdf:li></rdf:Alt></dc:description>\n");
    buffer_add(xml, "</rdf:Description>\n");
}

/* Dates are those of the content, never of the run of the program. */
static const char *packet_of(struct arena *arena, const struct pdf_metadata *metadata)
{
    struct buffer xml = buffer_new(arena);
    buffer_add(&xml, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    add_dublin_core(&xml, metadata);
    buffer_add(&xml, "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    add_property(&xml, "<xmp:CreatorTool>", metadata->producer, "</xmp:CreatorTool>\n");
    add_property(&xml, "<xmp:CreateDate>", metadata->date, "</xmp:CreateDate>\n");
    add_property(&xml, "<pdf:Producer>", metadata->producer, "</pdf:Producer>\n");
    buffer_add(&xml, "</rdf:Description>\n"
                     "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                     " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                     "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
                     "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
    buffer_add(&xml, ua_schema);
    buffer_add(&xml, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return xml.data;
}

/* ---- output intent ---- */

/* An RGB profile of a display or printer, of a version that PDF/A knows (ICC.1, 7.2). */
static bool is_usable(const unsigned char *profile, size_t length)
{
    if (length < 128 || memcmp(profile + 36, "acsp", 4) != 0 || memcmp(profile + 16, "RGB ", 4) != 0) return false;
    bool device = memcmp(profile + 12, "mntr", 4) == 0 || memcmp(profile + 12, "prtr", 4) == 0;
    return device && profile[8] < 5;
}

static bool write_output_intent(struct file *file, struct messages *messages)
{
    size_t length;
    const char *path = file->metadata->colour_profile;
    const unsigned char *bytes = file_read_bytes(file->arena, path, &length, messages);
    if (!bytes) return false;
    if (!is_usable(bytes, length)) {
        message_add(messages, PDF_COLOUR_PROFILE, (struct place){0},
                    "%s is no colour profile for PDF/A; an RGB profile of version 2 or 4 was expected", path);
        return false;
    }
    struct dictionary *profile = stream_new(file->objects, bytes, length, true);
    struct dictionary *intent = dictionary_new(file->objects);
    struct array *intents = array_new(file->objects);
    put_number(profile, "N", 3);
    put_name(intent, "Type", "OutputIntent");
    put_name(intent, "S", "GTS_PDFA1");
    put_text(intent, "OutputConditionIdentifier", "sRGB IEC61966-2.1");
    put_text(intent, "Info", "sRGB IEC61966-2.1");
    put_dictionary(intent, "DestOutputProfile", profile);
    add_dictionary(intents, intent);
    put_array(file->catalog, "OutputIntents", intents);
    return true;
}

bool write_metadata(struct file *file, struct messages *messages)
{
    const char *packet = packet_of(file->arena, file->metadata);
    struct dictionary *stream = stream_new(file->objects, packet, strlen(packet), false);
    put_name(stream, "Type", "Metadata");
    put_name(stream, "Subtype", "XML");
    put_dictionary(file->catalog, "Metadata", stream);
    return write_output_intent(file, messages);
}

/* ---- document information (14.3.3) ---- */

/* "2025-03-13" as "D:20250313" (7.9.4). */
static const char *date_of(struct arena *arena, const char *date)
{
    struct buffer text = buffer_new(arena);
    buffer_add(&text, "D:");
    for (; *date; date++) {
        if (*date >= '0' && *date <= '9') buffer_add_char(&text, *date);
    }
    return text.data;
}

struct dictionary *write_information(struct file *file)
{
    const struct pdf_metadata *metadata = file->metadata;
    struct dictionary *information = dictionary_numbered(file->objects);
    const struct { const char *key, *text; } entries[] = {
        {"Title", metadata->title},     {"Author", metadata->author},     {"Subject", metadata->subject},
        {"Creator", metadata->producer}, {"Producer", metadata->producer},
    };
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        if (entries[i].text && *entries[i].text) put_text(information, entries[i].key, entries[i].text);
    }
    if (metadata->date && *metadata->date) {
        put_text(information, "CreationDate", date_of(file->arena, metadata->date));
    }
    return information;
}
