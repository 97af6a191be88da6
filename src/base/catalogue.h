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

/* font */
MESSAGE(FONT_MISSING, "font-missing", SEVERITY_WARNING, "A font that a style sheet asks for is not installed, or may not be embedded.")
MESSAGE(FONT_NONE, "font-none", SEVERITY_ERROR, "The machine has no font that can be embedded.")
MESSAGE(FONT_NO_GLYPH, "font-no-glyph", SEVERITY_WARNING, "A character is in no font of the machine.")
MESSAGE(FONT_SUBSET_FAILED, "font-subset-failed", SEVERITY_ERROR, "A font file is damaged.")
MESSAGE(FONT_NOT_FOR_WEB, "font-not-for-web", SEVERITY_WARNING, "A font's licence bits forbid its use on a site.")

/* style */
MESSAGE(STYLE_SYNTAX, "style-syntax", SEVERITY_ERROR, "A style sheet is not CSS: a bracket, a string or a declaration is wrong.")
MESSAGE(STYLE_VALUE, "style-value", SEVERITY_ERROR, "A property has a value that it cannot take.")
MESSAGE(STYLE_VARIABLE, "style-variable", SEVERITY_ERROR, "A custom property is used that is not set, or that needs itself.")
MESSAGE(STYLE_PROPERTY, "style-property", SEVERITY_WARNING, "A style sheet has a property that the print style does not know.")
MESSAGE(STYLE_SELECTOR, "style-selector", SEVERITY_WARNING, "A style sheet has a selector that the print style does not know.")
MESSAGE(STYLE_AT_RULE, "style-at-rule", SEVERITY_WARNING, "A style sheet has an at-rule that the print style does not know.")
MESSAGE(STYLE_LIMIT, "style-limit", SEVERITY_ERROR, "A style sheet is larger or more deeply nested than the program accepts.")
