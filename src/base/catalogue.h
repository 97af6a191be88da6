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
/* template: compiling */
MESSAGE(TEMPLATE_TAG_UNCLOSED, "template-tag-unclosed", SEVERITY_ERROR, "A mustache tag has no closing delimiter.")
MESSAGE(TEMPLATE_SECTION_UNCLOSED, "template-section-unclosed", SEVERITY_ERROR, "A section, parent or block of a template has no closing tag.")
MESSAGE(TEMPLATE_CLOSING_STRAY, "template-closing-stray", SEVERITY_ERROR, "A closing tag of a template closes nothing that is open.")
MESSAGE(TEMPLATE_DELIMITERS, "template-delimiters", SEVERITY_ERROR, "A tag that sets delimiters does not hold two delimiters.")
MESSAGE(TEMPLATE_NAME, "template-name", SEVERITY_ERROR, "A mustache tag holds no name, or what cannot be one.")
MESSAGE(TEMPLATE_NESTING, "template-nesting", SEVERITY_ERROR, "Tags of a template, or folders of templates, are nested too deeply.")
MESSAGE(TEMPLATE_PARENT_CONTENT, "template-parent-content", SEVERITY_ERROR, "A parent tag holds something else than blocks, which would be lost.")
MESSAGE(TEMPLATE_BLOCK_TWICE, "template-block-twice", SEVERITY_ERROR, "A parent tag overrides the same block twice.")
/* template: rendering */
MESSAGE(TEMPLATE_UNKNOWN_NAME, "template-unknown-name", SEVERITY_ERROR, "A template asks for a name that the data does not have.")
MESSAGE(TEMPLATE_UNKNOWN_TEMPLATE, "template-unknown-template", SEVERITY_ERROR, "A partial or parent names a template that is not there.")
MESSAGE(TEMPLATE_UNKNOWN_BLOCK, "template-unknown-block", SEVERITY_ERROR, "A template overrides a block that its parent does not have.")
MESSAGE(TEMPLATE_ESCAPING, "template-escaping", SEVERITY_ERROR, "Text would be written without escaping, or markup with it.")
MESSAGE(TEMPLATE_NO_TEXT, "template-no-text", SEVERITY_ERROR, "A template writes a value that has no text: a list, a map, or true.")
MESSAGE(TEMPLATE_RECURSION, "template-recursion", SEVERITY_ERROR, "Templates call each other without end.")
MESSAGE(TEMPLATE_TOO_LARGE, "template-too-large", SEVERITY_ERROR, "A template, what it makes, or the work for it, is larger than the program accepts.")
