/* Every message of the program: MESSAGE(enumerator, stable code, severity, cause).
 * Included with different meanings of MESSAGE, so without a guard. Sorted by room. */

/* base: files */
MESSAGE(FILE_UNREADABLE, "file-unreadable", SEVERITY_ERROR, "A file or folder that is needed cannot be read.")
MESSAGE(FILE_UNWRITABLE, "file-unwritable", SEVERITY_ERROR, "Output cannot be written; the old output is left as it was.")
MESSAGE(OUTPUT_FOREIGN, "output-foreign", SEVERITY_ERROR, "The output folder holds files that the program did not make.")
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
