/* How libxml2 is asked to read, for both strict readers (inside document/ only). */
#ifndef DOCUMENT_XML_H
#define DOCUMENT_XML_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* Reads a text as XML and reports what it sees to `sax`, with `data`; nothing is fetched. `*parser` is set as long as
 * that lasts, so that the callbacks can ask and stop it. */
static inline void xml_parse(xmlSAXHandler *sax, void *data, xmlParserCtxt **parser, const char *text, size_t length)
{
    xmlInitParser();
    *parser = xmlCreatePushParserCtxt(sax, data, NULL, 0, NULL);
    /* NOENT: without it libxml2 leaves "&#38;" in attribute values. There are no entities to expand but its five. */
    xmlCtxtUseOptions(*parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
    xmlParseChunk(*parser, text, (int)length, 1);
    xmlFreeDoc((*parser)->myDoc);
    xmlFreeParserCtxt(*parser);
}

#endif
