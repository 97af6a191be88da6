/* Every message of the program: MESSAGE(enumerator, stable code, severity, cause).
 * Included with different meanings of MESSAGE, so without a guard. Sorted by room. */

/* base: files */
MESSAGE(FILE_UNREADABLE, "file-unreadable", SEVERITY_ERROR, "A file or folder that is needed cannot be read.")
MESSAGE(FILE_UNWRITABLE, "file-unwritable", SEVERITY_ERROR, "Output cannot be written; the old output is left as it was.")
MESSAGE(FILE_TOO_LARGE, "file-too-large", SEVERITY_ERROR, "An input file is larger than the program accepts.")
MESSAGE(FILE_NOT_UTF8, "file-not-utf8", SEVERITY_ERROR, "A file holds bytes that are not UTF-8, or a NUL.")
MESSAGE(PATH_OUTSIDE, "path-outside", SEVERITY_ERROR, "A path in content leaves the content folder.")

/* document */
MESSAGE(MERGED_NOT_WELL_FORMED, "merged-not-well-formed", SEVERITY_ERROR, "A template makes text that is not well-formed XHTML.")
MESSAGE(ELEMENT_UNKNOWN, "element-unknown", SEVERITY_ERROR, "A template uses an element that HTML does not have.")
MESSAGE(ELEMENT_REFUSED_HERE, "element-refused", SEVERITY_ERROR, "A template uses an element that a document may not hold, such as script.")
MESSAGE(ATTRIBUTE_REFUSED, "attribute-refused", SEVERITY_ERROR, "A template uses an attribute that a document may not hold: style, or an event handler.")
MESSAGE(DOCUMENT_TOO_DEEP, "document-too-deep", SEVERITY_ERROR, "Elements are nested deeper than the program accepts.")
MESSAGE(DOCUMENT_TOO_LARGE, "document-too-large", SEVERITY_ERROR, "A merged document is larger than the program accepts.")

/* compose */
MESSAGE(WORD_MISSING, "word-missing", SEVERITY_ERROR, "The interface words of a language lack one that is needed.")
MESSAGE(BLOCK_UNKNOWN, "block-unknown", SEVERITY_ERROR, "A boxed block has a kind that does not exist.")
MESSAGE(BLOCK_CONTENT, "block-content", SEVERITY_ERROR, "A boxed block lacks its title, or holds what its kind cannot hold.")
MESSAGE(HEADING_MISPLACED, "heading-misplaced", SEVERITY_ERROR, "A heading stands inside a list, a quote or a table.")
MESSAGE(HEADING_TOO_DEEP, "heading-too-deep", SEVERITY_ERROR, "Headings are nested deeper than six levels.")
MESSAGE(HEADING_EMPTY, "heading-empty", SEVERITY_ERROR, "A heading has no text.")
MESSAGE(FOOTNOTE_UNKNOWN, "footnote-unknown", SEVERITY_ERROR, "A footnote is called that is not there, or is there and not called.")
MESSAGE(REFERENCE_SCHEME, "reference-scheme", SEVERITY_ERROR, "A link refers to a kind of thing that does not exist.")
MESSAGE(REFERENCE_TARGET, "reference-target", SEVERITY_ERROR, "A link refers to something that the document does not have.")
MESSAGE(LINK_DEAD, "link-dead", SEVERITY_ERROR, "A link leads to nothing.")
MESSAGE(LINK_EMPTY, "link-empty", SEVERITY_ERROR, "A link has no text.")
MESSAGE(ID_TWICE, "id-twice", SEVERITY_ERROR, "Two elements of a document have the same id.")
MESSAGE(ID_INVALID, "id-invalid", SEVERITY_ERROR, "An id is empty or holds spaces.")
MESSAGE(HTML_INVALID, "html-invalid", SEVERITY_ERROR, "A template makes HTML that is not valid.")
