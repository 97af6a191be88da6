/* Every message of the program: MESSAGE(enumerator, stable code, severity, cause).
 * Included with different meanings of MESSAGE, so without a guard. Sorted by room. */

/* base: files */
MESSAGE(FILE_UNREADABLE, "file-unreadable", SEVERITY_ERROR, "A file or folder that is needed cannot be read.")
MESSAGE(FILE_UNWRITABLE, "file-unwritable", SEVERITY_ERROR, "Output cannot be written; the old output is left as it was.")
MESSAGE(OUTPUT_FOREIGN, "output-foreign", SEVERITY_ERROR, "The output folder holds files that the program did not make.")
MESSAGE(FILE_TOO_LARGE, "file-too-large", SEVERITY_ERROR, "An input file is larger than the program accepts.")
MESSAGE(FILE_NOT_UTF8, "file-not-utf8", SEVERITY_ERROR, "A file holds bytes that are not UTF-8, or a NUL.")
MESSAGE(PATH_OUTSIDE, "path-outside", SEVERITY_ERROR, "A path in content leaves the content folder.")

/* content: YAML and Markdown */
MESSAGE(YAML_SYNTAX, "yaml-syntax", SEVERITY_ERROR, "A YAML file cannot be read as it is written.")
MESSAGE(YAML_TAB, "yaml-tab", SEVERITY_ERROR, "A line of a YAML file is indented with a tab.")
MESSAGE(YAML_MISSING_SPACE, "yaml-missing-space", SEVERITY_ERROR, "A colon in a YAML file has no space after it.")
MESSAGE(YAML_QUOTES_NEEDED, "yaml-quotes-needed", SEVERITY_ERROR,
        "A value begins with, or holds, a character that means something in YAML.")
MESSAGE(YAML_QUOTE_OPEN, "yaml-quote-open", SEVERITY_ERROR, "A quote is opened and never closed.")
MESSAGE(YAML_DUPLICATE_KEY, "yaml-duplicate-key", SEVERITY_ERROR, "A key stands twice in one map.")
MESSAGE(YAML_NOT_SUPPORTED, "yaml-not-supported", SEVERITY_ERROR,
        "A part of YAML that content does not use: anchors, tags, a second document, keys that are no texts.")
MESSAGE(YAML_TOO_DEEP, "yaml-too-deep", SEVERITY_ERROR, "Lists and maps are nested deeper than 64.")
MESSAGE(CONTROL_CHARACTER, "control-character", SEVERITY_ERROR, "A text holds a control character.")
MESSAGE(RAW_HTML, "raw-html", SEVERITY_ERROR, "HTML in Markdown; it is not passed on.")
MESSAGE(LINK_REFUSED, "link-refused", SEVERITY_ERROR, "A link has an address that is not accepted.")
MESSAGE(FOOTNOTE_UNDEFINED, "footnote-undefined", SEVERITY_ERROR, "A footnote is called but has no text in this file.")
MESSAGE(FOOTNOTE_UNUSED, "footnote-unused", SEVERITY_ERROR, "A footnote has a text but is never called.")
MESSAGE(FOOTNOTE_TWICE, "footnote-twice", SEVERITY_ERROR, "A footnote has two texts in one file.")
MESSAGE(FOOTNOTE_NESTED, "footnote-nested", SEVERITY_ERROR, "A footnote is called inside a footnote or a block's title.")
MESSAGE(BLOCK_MARKER, "block-marker", SEVERITY_ERROR, "The marker of a boxed block, `[!KIND] Title {#id}`, is malformed.")
MESSAGE(MARKDOWN_TOO_DEEP, "markdown-too-deep", SEVERITY_ERROR, "Blocks or emphasis are nested deeper than 32.")
MESSAGE(TABLE_TOO_LARGE, "table-too-large", SEVERITY_ERROR, "A table in Markdown has too many columns or cells.")
/* document */
MESSAGE(MERGED_NOT_WELL_FORMED, "merged-not-well-formed", SEVERITY_ERROR, "A template makes text that is not well-formed XHTML.")
MESSAGE(ELEMENT_UNKNOWN, "element-unknown", SEVERITY_ERROR, "A template uses an element that HTML does not have.")
MESSAGE(ELEMENT_REFUSED_HERE, "element-refused", SEVERITY_ERROR, "A template uses an element that a document may not hold, such as script.")
MESSAGE(ATTRIBUTE_REFUSED, "attribute-refused", SEVERITY_ERROR, "A template uses an attribute that a document may not hold: style, or an event handler.")
MESSAGE(DOCUMENT_TOO_DEEP, "document-too-deep", SEVERITY_ERROR, "Elements are nested deeper than the program accepts.")
MESSAGE(DOCUMENT_TOO_LARGE, "document-too-large", SEVERITY_ERROR, "A merged document is larger than the program accepts.")
