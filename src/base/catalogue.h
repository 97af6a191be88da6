/* Every message of the program: MESSAGE(enumerator, stable code, severity, cause, cure).
 * The cause says what is wrong in one line, the cure what its author can do about it; the manual lists both.
 * FINDING is the same for what the room check/ finds in a sound model: site.yaml may give it any severity, while an error of
 * MESSAGE cannot be lowered. Included with different meanings of both, so without a guard. Sorted by room. */

/* base: files */
MESSAGE(FILE_UNREADABLE, "file-unreadable", SEVERITY_ERROR,
        "A file or folder that is needed cannot be read.",
        "Check that the file or folder is there and that you may read it.")
MESSAGE(FILE_UNWRITABLE, "file-unwritable", SEVERITY_ERROR,
        "Output cannot be written; the old output is left as it was.",
        "Check that the disk has room and that you may write there, or choose another folder with --output.")
MESSAGE(OUTPUT_FOREIGN, "output-foreign", SEVERITY_ERROR,
        "The output folder holds files that the program did not make, or that were changed since.",
        "Choose an empty or new folder with --output, or move those files away.")
MESSAGE(OUTPUT_BUSY, "output-busy", SEVERITY_ERROR,
        "Another build is writing the same output folder.",
        "Wait until it is done, or choose another folder with --output.")
MESSAGE(OUTPUT_TAKEN, "output-taken", SEVERITY_ERROR,
        "A report or content folder is to be begun where something is already.",
        "Choose another name, or move away what is there.")
MESSAGE(FILE_TOO_LARGE, "file-too-large", SEVERITY_ERROR,
        "An input file is larger than the program accepts.",
        "Split the file, or take out what does not belong in it.")
MESSAGE(FILE_NOT_UTF8, "file-not-utf8", SEVERITY_ERROR,
        "A file holds bytes that are not UTF-8, or a NUL.",
        "Save the file as UTF-8 in the editor.")
MESSAGE(PATH_OUTSIDE, "path-outside", SEVERITY_ERROR,
        "A path in content leaves the content folder.",
        "Copy the file into the content folder and name it there.")

/* content: YAML and Markdown */
MESSAGE(YAML_SYNTAX, "yaml-syntax", SEVERITY_ERROR,
        "A YAML file cannot be read as it is written.",
        "Compare the line with the example in the manual: `key: value`, lists with `- `, all indented alike.")
MESSAGE(YAML_TAB, "yaml-tab", SEVERITY_ERROR,
        "A line of a YAML file is indented with a tab.",
        "Indent with spaces.")
MESSAGE(YAML_SPACE, "yaml-space", SEVERITY_ERROR,
        "A space in a YAML file is one that YAML does not know: a no-break space, or one of another width.",
        "Replace it by an ordinary space.")
MESSAGE(YAML_LIST_SIGN, "yaml-list-sign", SEVERITY_ERROR,
        "A list in YAML is written with a dash or a bullet.",
        "Begin each item with a hyphen and a space.")
MESSAGE(YAML_DECIMAL, "yaml-decimal", SEVERITY_ERROR,
        "A decimal comma within braces or brackets ends the value.",
        "Put the number in quotes, \"13,6\", or write a point: 13.6.")
MESSAGE(YAML_QUOTES_CURLED, "yaml-quotes-curled", SEVERITY_NOTE,
        "A value in YAML stands between curled quotes, which are printed.",
        "Write straight quotes; put straight ones around curled ones that belong to the text.")
MESSAGE(YAML_MISSING_SPACE, "yaml-missing-space", SEVERITY_ERROR,
        "A colon in a YAML file has no space after it.",
        "Write a space behind the colon.")
MESSAGE(YAML_QUOTES_NEEDED, "yaml-quotes-needed", SEVERITY_ERROR,
        "A value begins with, or holds, a character that means something in YAML.",
        "Put the whole value in double quotes.")
MESSAGE(YAML_QUOTE_OPEN, "yaml-quote-open", SEVERITY_ERROR,
        "A quote is opened and never closed.",
        "Close the quote at the end of the value.")
MESSAGE(YAML_DUPLICATE_KEY, "yaml-duplicate-key", SEVERITY_ERROR,
        "A key stands twice in one map.",
        "Keep one of the two.")
MESSAGE(YAML_NOT_SUPPORTED, "yaml-not-supported", SEVERITY_ERROR,
        "A part of YAML that content does not use: anchors, tags, a second document, keys that are no texts.",
        "Write the value out, with plain keys and values.")
MESSAGE(YAML_TOO_DEEP, "yaml-too-deep", SEVERITY_ERROR,
        "Lists and maps are nested deeper than 64.",
        "Write it flatter; no file needs more than a few levels.")
MESSAGE(CONTROL_CHARACTER, "control-character", SEVERITY_ERROR,
        "A text holds a control character.",
        "Remove the character; it is often left by copying from a PDF or a word processor.")
MESSAGE(CHARACTER_READ, "character-read", SEVERITY_NOTE,
        "A character that pasting left, such as the ligature U+FB01, is read as the letters that it stands for.",
        "Nothing has to be done; write the letters themselves in the file to have it silent.")
MESSAGE(CHARACTER_LOST, "character-lost", SEVERITY_WARNING,
        "A character stands where a letter or sign was lost: U+FFFD, a letter private to one font, Ã« for ë.",
        "Look up in the source what stood there, and write it.")
MESSAGE(RAW_HTML, "raw-html", SEVERITY_ERROR,
        "HTML in Markdown; it is not passed on.",
        "Write it in Markdown; what must be read as such goes between backquotes.")
MESSAGE(COMMENT_OPEN, "comment-open", SEVERITY_ERROR,
        "A comment in Markdown, `<!-- ... -->`, takes text with it.",
        "End the comment with `-->`, and write nothing behind that on its line.")
MESSAGE(LINK_REFUSED, "link-refused", SEVERITY_ERROR,
        "A link has an address that is not accepted.",
        "Use https, mailto, a file of the report, or a reference such as `norm:1a.3`.")
MESSAGE(TITLE_UNSHOWN, "title-unshown", SEVERITY_WARNING,
        "The title of a link or picture, or the word behind the signs of code, is shown nowhere.",
        "Write it in the text, or remove it.")
MESSAGE(FOOTNOTE_UNDEFINED, "footnote-undefined", SEVERITY_ERROR,
        "A footnote is called but has no text in this file.",
        "Write its text in the same file: `[^name]: text`.")
MESSAGE(FOOTNOTE_UNUSED, "footnote-unused", SEVERITY_ERROR,
        "A footnote has a text but is never called.",
        "Call it in the text with `[^name]`, or remove it.")
MESSAGE(FOOTNOTE_TWICE, "footnote-twice", SEVERITY_ERROR,
        "A footnote has two texts in one file.",
        "Give one of the two another name, and call it by that.")
MESSAGE(FOOTNOTE_NESTED, "footnote-nested", SEVERITY_ERROR,
        "A footnote is called inside a footnote or a block's title.",
        "Say it in the note itself, or in the text.")
MESSAGE(TITLE_STRUCK, "title-struck", SEVERITY_ERROR,
        "Words are struck out in a title, the head of a table or the text of a link, and are not where those are listed or read aloud.",
        "Write the words as they are to be; strike out in paragraphs, items and cells only.")
MESSAGE(BLOCK_MARKER, "block-marker", SEVERITY_ERROR,
        "The marker of a boxed block, `[!KIND] Title {#id}`, is malformed.",
        "Write `> [!KIND] Title {#id}`, and the block's text on the lines below, each after `> `.")
MESSAGE(MARKDOWN_TOO_DEEP, "markdown-too-deep", SEVERITY_ERROR,
        "Blocks or emphasis are nested deeper than 32.",
        "Write it flatter.")
MESSAGE(PARAGRAPH_TOO_LARGE, "paragraph-too-large", SEVERITY_ERROR,
        "A paragraph has too many emphasis marks, images or links.",
        "Split the paragraph, and escape marks that are meant as such with a backslash.")
MESSAGE(TABLE_TOO_LARGE, "table-too-large", SEVERITY_ERROR,
        "A table in Markdown has too many columns or cells.",
        "Split the table.")
/* font */
MESSAGE(FONT_MISSING, "font-missing", SEVERITY_WARNING,
        "A font that a style sheet asks for is not installed, or may not be embedded.",
        "Install the font, or name another in styles/house.css.")
MESSAGE(FONT_NONE, "font-none", SEVERITY_ERROR,
        "The machine has no font that can be embedded.",
        "Install a font package, such as fonts-dejavu or the one that the style sheet asks for.")
MESSAGE(FONT_NO_GLYPH, "font-no-glyph", SEVERITY_WARNING,
        "A character is in no font of the machine.",
        "Write another character, or install a font that has it.")
MESSAGE(FONT_SUBSET_FAILED, "font-subset-failed", SEVERITY_ERROR,
        "A font file is damaged.",
        "Install the font package anew.")
MESSAGE(FONT_NOT_FOR_WEB, "font-not-for-web", SEVERITY_WARNING,
        "A font's licence bits forbid its use on a site.",
        "Name another font in styles/house.css; readers of the site see theirs meanwhile.")
/* document */
MESSAGE(MERGED_NOT_WELL_FORMED, "merged-not-well-formed", SEVERITY_ERROR,
        "A template makes text that is not well-formed XHTML.",
        "Close every element of the template in the order in which they were opened.")
MESSAGE(ELEMENT_UNKNOWN, "element-unknown", SEVERITY_ERROR,
        "A template uses an element that HTML does not have.",
        "Use an element of HTML.")
MESSAGE(ELEMENT_REFUSED_HERE, "element-refused", SEVERITY_ERROR,
        "A template uses an element that a document may not hold, such as script.",
        "Take the element out of the template.")
MESSAGE(ATTRIBUTE_REFUSED, "attribute-refused", SEVERITY_ERROR,
        "A template uses an attribute that a document may not hold: style, or an event handler.",
        "Use a class and say the rest in the style sheet.")
MESSAGE(DOCUMENT_TOO_DEEP, "document-too-deep", SEVERITY_ERROR,
        "Elements are nested deeper than the program accepts.",
        "Nest less in the template.")
MESSAGE(DOCUMENT_TOO_LARGE, "document-too-large", SEVERITY_ERROR,
        "A merged document is larger than the program accepts.",
        "Split the report.")

/* compose */
MESSAGE(WORD_MISSING, "word-missing", SEVERITY_ERROR,
        "The interface words of a language lack one that is needed.",
        "Add the word to templates/words/LANGUAGE.yaml.")
MESSAGE(BLOCK_UNKNOWN, "block-unknown", SEVERITY_ERROR,
        "A boxed block has a kind that does not exist.",
        "Use one of the kinds that the message names.")
MESSAGE(BLOCK_CONTENT, "block-content", SEVERITY_ERROR,
        "A boxed block lacks its title, or holds what its kind cannot hold.",
        "Give the block a title, and below it only what its kind holds.")
MESSAGE(FOOTNOTE_UNKNOWN, "footnote-unknown", SEVERITY_ERROR,
        "A footnote is called that is not there, or is there and not called.",
        "Let the template show the call and the note together.")
MESSAGE(REFERENCE_SCHEME, "reference-scheme", SEVERITY_ERROR,
        "A link refers to a kind of thing that does not exist.",
        "Use one of the kinds that the message names, such as `norm:` or `annex:`.")
MESSAGE(REFERENCE_TARGET, "reference-target", SEVERITY_ERROR,
        "A link refers to something that the document does not have.",
        "Refer to something that is there, by its id.")
MESSAGE(LINK_DEAD, "link-dead", SEVERITY_ERROR,
        "A link leads to nothing.",
        "Refer to something that is there.")
MESSAGE(LINK_EMPTY, "link-empty", SEVERITY_ERROR,
        "A link has no text.",
        "Write a text between the brackets.")
MESSAGE(MARKUP_INVALID, "markup-invalid", SEVERITY_ERROR,
        "A template makes HTML that is not valid.",
        "Mend the template as the rules of HTML say.")
/* template: compiling */
MESSAGE(TEMPLATE_TAG_UNCLOSED, "template-tag-unclosed", SEVERITY_ERROR,
        "A mustache tag has no closing delimiter.",
        "Close the tag with `}}`.")
MESSAGE(TEMPLATE_SECTION_UNCLOSED, "template-section-unclosed", SEVERITY_ERROR,
        "A section, parent or block of a template has no closing tag.",
        "Write `{{/name}}` where it ends.")
MESSAGE(TEMPLATE_CLOSING_STRAY, "template-closing-stray", SEVERITY_ERROR,
        "A closing tag of a template closes nothing that is open.",
        "Remove the tag, or open what it closes.")
MESSAGE(TEMPLATE_DELIMITERS, "template-delimiters", SEVERITY_ERROR,
        "A tag that sets delimiters does not hold two delimiters.",
        "Write two delimiters, as in `{{=<% %>=}}`.")
MESSAGE(TEMPLATE_NAME, "template-name", SEVERITY_ERROR,
        "A mustache tag holds no name, or what cannot be one.",
        "Write a name of the data, parts joined by points.")
MESSAGE(TEMPLATE_NESTING, "template-nesting", SEVERITY_ERROR,
        "Tags of a template, or folders of templates, are nested too deeply.",
        "Nest less, or move a part to a partial.")
MESSAGE(TEMPLATE_PARENT_CONTENT, "template-parent-content", SEVERITY_ERROR,
        "A parent tag holds something else than blocks, which would be lost.",
        "Put the text in a block, `{{$name}}…{{/name}}`.")
MESSAGE(TEMPLATE_BLOCK_TWICE, "template-block-twice", SEVERITY_ERROR,
        "A parent tag overrides the same block twice.",
        "Keep one of the two.")
/* template: rendering */
MESSAGE(TEMPLATE_UNKNOWN_NAME, "template-unknown-name", SEVERITY_ERROR,
        "A template asks for a name that the data does not have.",
        "Use a name of the view; src/report/README.md lists them.")
MESSAGE(TEMPLATE_UNKNOWN_TEMPLATE, "template-unknown-template", SEVERITY_ERROR,
        "A partial or parent names a template that is not there.",
        "Correct the name, or add the template.")
MESSAGE(TEMPLATE_UNKNOWN_BLOCK, "template-unknown-block", SEVERITY_ERROR,
        "A template overrides a block that its parent does not have.",
        "Use a block that the parent has.")
MESSAGE(TEMPLATE_ESCAPING, "template-escaping", SEVERITY_ERROR,
        "Text would be written without escaping, or markup with it.",
        "Use two braces for text, three for markup.")
MESSAGE(TEMPLATE_NO_TEXT, "template-no-text", SEVERITY_ERROR,
        "A template writes a value that has no text: a list, a map, or true.",
        "Write one of its members, or open it as a section.")
MESSAGE(TEMPLATE_RECURSION, "template-recursion", SEVERITY_ERROR,
        "Templates call each other without end.",
        "Let one of them call the other only under a condition that ends.")
MESSAGE(TEMPLATE_TOO_LARGE, "template-too-large", SEVERITY_ERROR,
        "A template, what it makes, or the work for it, is larger than the program accepts.",
        "Take work out of the template, or split the report.")
/* report: the schema of the YAML files */
MESSAGE(UNKNOWN_KEY, "unknown-key", SEVERITY_ERROR,
        "A key that this kind of file or record does not have.",
        "Correct the key, or remove it; the message lists those that the file has.")
MESSAGE(MISSING_KEY, "missing-key", SEVERITY_ERROR,
        "A key that must be there is not.",
        "Add the key.")
MESSAGE(WRONG_KIND, "wrong-kind", SEVERITY_ERROR,
        "A text stands where a list is expected, or the like.",
        "Write what the message expects: a text, a list (`- item`) or a map (`key: value`).")
MESSAGE(VALUE_MALFORMED, "value-malformed", SEVERITY_ERROR,
        "A text does not have the form that its key asks for.",
        "Write it in the form that the message gives.")
MESSAGE(VALUE_UNKNOWN, "value-unknown", SEVERITY_ERROR,
        "A text is none of the words that its key allows.",
        "Use one of the words that the message lists.")
MESSAGE(ID_MALFORMED, "id-malformed", SEVERITY_ERROR,
        "An id holds other characters than a-z, 0-9, point and hyphen.",
        "Use lower-case letters, digits, points and hyphens only.")
MESSAGE(ID_DUPLICATE, "id-duplicate", SEVERITY_ERROR,
        "Two things have the same id or code.",
        "Give one of them another id.")
MESSAGE(DATE_MALFORMED, "date-malformed", SEVERITY_ERROR,
        "A date is not written as year-month-day.",
        "Write the date as 2025-03-04.")
MESSAGE(DATE_IMPOSSIBLE, "date-impossible", SEVERITY_ERROR,
        "A date is no day of the calendar.",
        "Look up the day that was meant.")
MESSAGE(DATES_OUT_OF_ORDER, "dates-out-of-order", SEVERITY_ERROR,
        "Dates do not follow one another.",
        "Put the dates in their order, or correct the one that is wrong.")
MESSAGE(COLOUR_MALFORMED, "colour-malformed", SEVERITY_ERROR,
        "A colour is not written as #rrggbb.",
        "Write the colour as `#` and six digits of 0-9 and a-f.")
MESSAGE(SYMBOL_MALFORMED, "symbol-malformed", SEVERITY_ERROR,
        "A symbol is no SVG path of the accepted commands.",
        "Use the commands M, L, H, V, C and Z with numbers, on a grid of 24 by 24.")
MESSAGE(TOO_MANY, "too-many", SEVERITY_ERROR,
        "A list or map has more entries than the program accepts.",
        "Write less, or split the file.")

/* report: names and things */
MESSAGE(FILE_MISSING, "file-missing", SEVERITY_ERROR,
        "A file that must be there is not.",
        "Write the file, or correct its name.")
MESSAGE(FILE_UNUSED, "file-unused", SEVERITY_WARNING,
        "A file or folder in content that nothing reads.",
        "Correct its name, or move it out of the content folder.")
MESSAGE(FOLDER_NAME, "folder-name", SEVERITY_ERROR,
        "The name of a report's folder is no id.",
        "Rename the folder; its name is part of the report's address.")
MESSAGE(NO_REPORTS, "no-reports", SEVERITY_WARNING,
        "The content folder holds no report.",
        "Make a folder with a report.yaml in it, or name another content folder.")
MESSAGE(SCALE_UNUSABLE, "scale-unusable", SEVERITY_ERROR,
        "A scale has too few steps, or none that judges.",
        "Give the scale two steps or more without `judged: false`.")
MESSAGE(UNKNOWN_INSTITUTION, "unknown-institution", SEVERITY_ERROR,
        "An id is not in institutions.yaml.",
        "Correct the id, or add the institution to institutions.yaml.")
MESSAGE(INSTITUTION_KIND, "institution-kind", SEVERITY_ERROR,
        "An id names an institution of another kind than is needed here.",
        "Name another, or correct its `kind` in institutions.yaml.")
MESSAGE(PARENT_CIRCLE, "parent-circle", SEVERITY_ERROR,
        "An institution is its own parent, directly or through others.",
        "Remove `parent` from the one at the top.")
MESSAGE(UNKNOWN_FRAMEWORK, "unknown-framework", SEVERITY_ERROR,
        "A report names a framework that has no file.",
        "Correct the name, or add frameworks/NAME.yaml.")
MESSAGE(UNKNOWN_REPORT, "unknown-report", SEVERITY_ERROR,
        "A report refers to one that is not there, or a plan answers a plan.",
        "Write the name of the folder of the report that is answered.")
MESSAGE(ANSWERS_NOTHING, "answers-nothing", SEVERITY_ERROR,
        "A report that answers no other says that it does.",
        "Remove `answers`, or make the report a plan.")
MESSAGE(VERDICT_WITHOUT_FRAMEWORK, "verdict-without-framework", SEVERITY_ERROR,
        "A report has a verdict, but no framework that says what it means.",
        "Name the framework, or remove the verdict.")
MESSAGE(UNKNOWN_NORM, "unknown-norm", SEVERITY_ERROR,
        "A norm is not in the report's framework.",
        "Correct the norm's id, or add the norm to the framework.")
MESSAGE(UNKNOWN_THEME, "unknown-theme", SEVERITY_ERROR,
        "A theme is not in the report's framework.",
        "Correct the theme's id, or add the theme to the framework.")
MESSAGE(UNKNOWN_CODE, "unknown-code", SEVERITY_ERROR,
        "A judgment or verdict is not on the framework's scale.",
        "Use one of the codes that the message lists.")
MESSAGE(NORM_NOT_JUDGED, "norm-not-judged", SEVERITY_ERROR,
        "A norm of the framework has no judgment.",
        "Add the norm to judgments.yaml, with `unknown`, note and source when its judgment is lost.")
MESSAGE(THEME_WITHOUT_VERDICT, "theme-without-verdict", SEVERITY_ERROR,
        "A theme of the framework has no verdict.",
        "Add the theme's verdict to judgments.yaml.")
MESSAGE(UNKNOWN_UNEXPLAINED, "unknown-unexplained", SEVERITY_ERROR,
        "A judgment is unknown, and no note and source say why.",
        "Add `note` (what is not known) and `source` (where it was looked for).")
MESSAGE(JUDGED_STEP_MISUSED, "judged-step-misused", SEVERITY_ERROR,
        "A theme without norms has a verdict that judges.",
        "Give the theme the verdict that does not judge.")
MESSAGE(NOT_JUDGED_DOUBTFUL, "not-judged-doubtful", SEVERITY_WARNING,
        "A step that does not judge stands where a judgment is expected.",
        "Say why in a `note`, or give the judgment or verdict that was meant.")

/* report: the texts */
MESSAGE(TITLE_MISSING, "title-missing", SEVERITY_ERROR,
        "A text does not begin with its title.",
        "Begin the file with a line `# Title`.")
MESSAGE(TITLE_TWICE, "title-twice", SEVERITY_ERROR,
        "A text has a second title.",
        "Write later headings with `##`.")
MESSAGE(TITLE_UNEXPECTED, "title-unexpected", SEVERITY_ERROR,
        "A findings file has a title; the framework gives it.",
        "Remove the title.")
MESSAGE(HEADING_SKIPPED, "heading-skipped", SEVERITY_ERROR,
        "A heading skips a level.",
        "Use the next level, one `#` more than the heading above it.")
MESSAGE(HEADING_TOO_DEEP, "heading-too-deep", SEVERITY_ERROR,
        "A heading is deeper than ##### (in a finding: ####).",
        "Use `#####` at most (in a finding `####`), or a paragraph that begins with bold words.")
MESSAGE(HEADING_NESTED, "heading-nested", SEVERITY_ERROR,
        "A heading stands inside a list, a quote or a block.",
        "Move the heading out of the list, quote or block.")
MESSAGE(HEADING_EMPTY, "heading-empty", SEVERITY_ERROR,
        "A heading has no text.",
        "Write the heading's text, or remove the marks.")
MESSAGE(HEADING_UNKNOWN, "heading-unknown", SEVERITY_ERROR,
        "A heading in a findings file is no norm of the theme.",
        "Write the id of a norm of the theme, as `## 1a.1`.")
MESSAGE(HEADING_MISSING, "heading-missing", SEVERITY_ERROR,
        "A findings file has no heading for a norm, or for the verdict.",
        "Add the heading, as the message writes it.")
MESSAGE(HEADING_TWICE, "heading-twice", SEVERITY_ERROR,
        "A heading stands twice in a findings file.",
        "Join the two parts under one heading.")
MESSAGE(HEADINGS_OUT_OF_ORDER, "headings-out-of-order", SEVERITY_ERROR,
        "Norms do not stand in the framework's order.",
        "Move the norm to its place.")
MESSAGE(SHORTCOMINGS_MALFORMED, "shortcomings-malformed", SEVERITY_ERROR,
        "Shortcomings are not one list at the end of a norm.",
        "Write `### Tekortkomingen` (or the word of the report's language) last under the norm, with one list.")
MESSAGE(SHORTCOMINGS_UNEXPECTED, "shortcomings-unexpected", SEVERITY_WARNING,
        "A norm with the best judgment has shortcomings.",
        "Check the judgment in judgments.yaml, or move the text to the findings.")
MESSAGE(SHORTCOMINGS_EXPECTED, "shortcomings-expected", SEVERITY_WARNING,
        "A norm without the best judgment has no shortcomings.",
        "List them under `### Tekortkomingen`, or check the judgment in judgments.yaml.")
MESSAGE(VERDICT_TEXT, "verdict-text", SEVERITY_WARNING,
        "The text of a verdict does not name the verdict.",
        "Name the verdict in the text, in the words of the framework.")
MESSAGE(QUESTION_COUNT, "question-count", SEVERITY_ERROR,
        "The institution's response does not have three questions.",
        "Give the response its three questions, each as a heading `##`.")
MESSAGE(TEXT_EMPTY, "text-empty", SEVERITY_ERROR,
        "A file or section that must hold text is empty.",
        "Write the text, or remove the file or heading.")
MESSAGE(ANNEX_NAME, "annex-name", SEVERITY_ERROR,
        "An annex's file name does not begin with its number.",
        "Name the files 1-name.md, 2-name.md and so on, without gaps.")
MESSAGE(CHAPTER_NAME, "chapter-name", SEVERITY_ERROR,
        "A chapter's file name does not begin with its number.",
        "Name the files 1-name.md, 2-name.md and so on, without gaps.")
MESSAGE(IMAGE_ELSEWHERE, "image-elsewhere", SEVERITY_ERROR,
        "An image is not a file of the report.",
        "Copy the image into the report's folder images/.")
MESSAGE(DRAFT_UNFINISHED, "draft-unfinished", SEVERITY_WARNING,
        "A draft lacks something that a final report must have.",
        "Add what is missing before the report becomes final.")

/* pdf */
MESSAGE(PDF_COLOUR_PROFILE, "pdf-colour-profile", SEVERITY_ERROR,
        "The colour profile for PDF files is not a usable RGB profile.",
        "Install the package icc-profiles-free anew.")
MESSAGE(PDF_TOO_LARGE, "pdf-too-large", SEVERITY_ERROR,
        "A report exceeds what a PDF file may hold.",
        "Split the report.")

/* style */
MESSAGE(STYLE_SYNTAX, "style-syntax", SEVERITY_ERROR,
        "A style sheet is not CSS: a bracket, a string or a declaration is wrong.",
        "Close the bracket or string, and write `property: value;`.")
MESSAGE(STYLE_VALUE, "style-value", SEVERITY_ERROR,
        "A property has a value that it cannot take.",
        "Use a value that the property takes.")
MESSAGE(STYLE_VARIABLE, "style-variable", SEVERITY_ERROR,
        "A custom property is used that is not set, or that needs itself.",
        "Set the custom property in `:root`, with a value that does not need itself.")
MESSAGE(STYLE_PROPERTY, "style-property", SEVERITY_WARNING,
        "A style sheet has a property that the print style does not know.",
        "Remove the property, or move it to a sheet for screens only.")
MESSAGE(STYLE_SELECTOR, "style-selector", SEVERITY_WARNING,
        "A style sheet has a selector that the print style does not know.",
        "Write a simpler selector.")
MESSAGE(STYLE_AT_RULE, "style-at-rule", SEVERITY_WARNING,
        "A style sheet has an at-rule that the print style does not know.",
        "Remove the rule, or move it to a sheet for screens only.")
MESSAGE(STYLE_LIMIT, "style-limit", SEVERITY_ERROR,
        "A style sheet is larger or more deeply nested than the program accepts.",
        "Write less in one sheet.")

/* style: what a house sets */
MESSAGE(VARIABLE_UNUSED, "variable-unused", SEVERITY_WARNING,
        "A house sets a custom property that no style sheet uses.",
        "Correct its name: styles/house.css has all that there are.")
MESSAGE(CONTRAST_LOW, "contrast-low", SEVERITY_WARNING,
        "Two colours of a house that stand on each other are hard to tell apart (WCAG 2.2, 1.4.3 and 1.4.11).",
        "Make one of the two darker or lighter, until the contrast is what the message asks for.")
MESSAGE(TEMPLATE_UNUSED, "template-unused", SEVERITY_WARNING,
        "A template of a house that nothing asks for.",
        "Give it the name of the template that it is to replace, or call it in another with `{{>name}}`.")
MESSAGE(WORD_UNUSED, "word-unused", SEVERITY_WARNING,
        "A word of a house that nothing asks for.",
        "Correct its key: templates/words/nl.yaml has all that there are.")

/* layout */
MESSAGE(LAYOUT_OVERFLOW, "layout-overflow", SEVERITY_WARNING,
        "Something is larger than a page of the PDF and is cut off.",
        "Make it smaller: split the table, or shorten what cannot be broken.")
MESSAGE(PAGES_UNSETTLED, "pages-unsettled", SEVERITY_WARNING,
        "Page numbers in the text of the PDF push what they name to other pages, without end.",
        "Change a few words near the place, and look whether the page numbers there are right.")

/* content: what was probably meant otherwise */
MESSAGE(MARKDOWN_SLIP, "markdown-slip", SEVERITY_WARNING,
        "A mark of Markdown stands in the text as it is.",
        "Close the mark, or escape it with a backslash when it is meant as text.")
MESSAGE(MARK_LEFT, "mark-left", SEVERITY_WARNING,
        "`{#…}`, `{.…}` or `{lang=…}` stands in a text or a heading, and is printed as it stands.",
        "Remove it: only titles of blocks have such braces. Headings get their ids from their words; a language is said as in `[words](lang:en)`.")
MESSAGE(LINK_BROKEN, "link-broken", SEVERITY_ERROR,
        "A link is not closed, or holds a space.",
        "Close the brackets, and write spaces in addresses as %20.")
MESSAGE(TABLE_BROKEN, "table-broken", SEVERITY_ERROR,
        "A table lacks its second line, or a row has other cells than the head.",
        "Give the table its line `| --- | --- |`, and each row as many cells as the head.")
MESSAGE(HEADING_SPACE, "heading-space", SEVERITY_ERROR,
        "A heading has no space behind its marks.",
        "Write a space behind the marks.")
MESSAGE(CODE_OPEN, "code-open", SEVERITY_ERROR,
        "A block of code does not end.",
        "Close the block with the marks that opened it.")
MESSAGE(LIST_CONTINUED, "list-continued", SEVERITY_WARNING,
        "A line that is not indented goes on with a list's item.",
        "Indent the line as far as the item's text, or leave an empty line before it.")
MESSAGE(FOOTNOTE_COLON, "footnote-colon", SEVERITY_ERROR,
        "The text of a footnote has no colon behind its name.",
        "Write `[^name]: text`.")
MESSAGE(YAML_COMMENT, "yaml-comment", SEVERITY_WARNING,
        "A text in YAML is cut off by a `#`.",
        "Put the value in quotes.")
MESSAGE(HEADING_UNMARKED, "heading-unmarked", SEVERITY_ERROR,
        "A line that must be a heading is none, or one of another level.",
        "Write the line as the message shows it.")
MESSAGE(VERDICT_CONTRADICTED, "verdict-contradicted", SEVERITY_ERROR,
        "The text of a verdict names another verdict.",
        "Correct the text or judgments.yaml: one of the two is wrong.")
MESSAGE(TITLE_NUMBERED, "title-numbered", SEVERITY_WARNING,
        "A title holds the number that the program gives it.",
        "Remove the number from the title.")

/* report: what site.yaml says of the checks */
MESSAGE(CHECK_UNKNOWN, "check-unknown", SEVERITY_ERROR,
        "A severity is given to a code that does not exist.",
        "Write one of the codes of oordeel-messages(7).")
MESSAGE(CHECK_FIXED, "check-fixed", SEVERITY_ERROR,
        "An error without whose mending there is no report is given a lower severity.",
        "Remove the code from `checks`, and mend what it tells.")

/* text blocks and running text */
MESSAGE(BLOCK_ATTRIBUTE, "block-attribute", SEVERITY_ERROR,
        "The braces of a boxed block's title name what its kind does not have.",
        "Write what the kind knows: `{#id .variant lang=en}`, or nothing.")
MESSAGE(SOURCE_UNCITED, "source-uncited", SEVERITY_WARNING,
        "A source has an id for citing, and no text cites it.",
        "Cite it with `[](source:id)`, or take its id away.")
MESSAGE(ABBREVIATION_UNUSED, "abbreviation-unused", SEVERITY_WARNING,
        "An abbreviation of a report's abbreviations.yaml is in none of its texts.",
        "Take it out of the file, or correct how it is written.")
MESSAGE(ABBREVIATION_EXPLAINED, "abbreviation-explained", SEVERITY_WARNING,
        "An author introduces an abbreviation that the program had to explain at an earlier use.",
        "Introduce it where it comes first, or leave the introduction to the program.")
MESSAGE(ABBREVIATION_MALFORMED, "abbreviation-malformed", SEVERITY_ERROR,
        "An abbreviation or its meaning has a form that cannot be introduced in a sentence.",
        "Write `GI: gecertificeerde instelling`: the short form, and its meaning in words.")
/* tables */
MESSAGE(TABLE_SPAN, "table-span", SEVERITY_ERROR,
        "A `<` or `^` in a table joins no cells that can be one.",
        "Put `<` to the right of the cell that goes on, `^` below it, in the same block of rows; write `\\<` or `\\^` for the sign itself.")
MESSAGE(TABLE_HEAD, "table-head", SEVERITY_ERROR,
        "A row of `===` in a table makes no head row.",
        "Write the row of `===` right below a row of headings, in each of its cells.")
MESSAGE(TABLE_ROWS_UNNAMED, "table-rows-unnamed", SEVERITY_WARNING,
        "The first column of a table does not name its rows, so that a cell is heard without what it is about.",
        "Begin each row with its name, or say with `{.rows}` or `{.columns}` behind the caption whether the column heads them.")
MESSAGE(TABLE_TOO_WIDE, "table-too-wide", SEVERITY_WARNING,
        "A table has more columns than a page of the PDF can hold.",
        "Split the table, or let rows and columns change places.")

/* drafts and embargo */
MESSAGE(REPORT_WITHHELD, "report-withheld", SEVERITY_ERROR,
        "A report refers to one that is not published: a draft, or a report under embargo.",
        "Publish both in one edition (--drafts for a preview, --date for an embargo), or take the reference out.")
MESSAGE(EMBARGO_WITHOUT_DATE, "embargo-without-date", SEVERITY_NOTE,
        "A report is under embargo and no --date says whether that is over; it is left out.",
        "Give the day of publication with --date=YYYY-MM-DD, or take `embargo` out of report.yaml.")
MESSAGE(SUPERVISION_STEP, "supervision-step", SEVERITY_ERROR,
        "A step of the supervision of an institution does not follow from the one before it.",
        "Put the steps in the order of their dates; only a supervision that was begun can be extended or ended.")

/* images and drawings */
MESSAGE(IMAGE_FORMAT, "image-format", SEVERITY_ERROR,
        "An image is of a kind that the program does not take.",
        "Convert it to PNG or JPEG with RGB colours, or draw it as SVG.")
MESSAGE(IMAGE_DAMAGED, "image-damaged", SEVERITY_ERROR,
        "An image file is damaged or not whole.",
        "Copy or export the image once more.")
MESSAGE(IMAGE_TOO_LARGE, "image-too-large", SEVERITY_ERROR,
        "An image has more pixels, or a drawing more parts, than the program accepts.",
        "Scale the image down to 2000 pixels across, or export a simpler drawing.")
MESSAGE(IMAGE_NAME, "image-name", SEVERITY_ERROR,
        "An image's file name holds characters that make trouble in addresses.",
        "Name it with letters, digits, hyphens and points only, in the report's folder `images/`.")
MESSAGE(IMAGE_ALTERNATIVE, "image-alternative", SEVERITY_ERROR,
        "A figure has no text that says what is to be seen.",
        "Write it between the square brackets: `![What is to be seen](images/name.png)`.")
MESSAGE(IMAGE_OUTSIDE_FIGURE, "image-outside-figure", SEVERITY_ERROR,
        "An image stands outside a figure block.",
        "Write `> [!FIGURE] Caption` and, on the next line, `> ![What is to be seen](images/name.png)`; in a template, the drawing "
        "itself: `<svg>`.")
FINDING(IMAGE_COARSE, "image-coarse", SEVERITY_WARNING,
        "An image has too few pixels for its size in print.",
        "Replace it by one with more pixels, or by a drawing in SVG.")
MESSAGE(DRAWING_REFUSED, "drawing-refused", SEVERITY_ERROR,
        "An SVG file holds what cannot be drawn alike on the site and in print.",
        "Export it as plain SVG of shapes, groups and texts, without gradients, pictures and texts as HTML; or save it as PNG at 300 dots "
        "per inch.")
MESSAGE(DRAWING_CLIPS, "drawing-clips", SEVERITY_ERROR,
        "A drawing cuts its shapes to outlines that are too large together.",
        "Let a group of shapes share one clip, or save the drawing as PNG at 300 dots per inch.")
MESSAGE(DRAWING_IGNORED, "drawing-ignored", SEVERITY_WARNING,
        "An SVG file asks for an effect that is left out.",
        "Take the effect out of the drawing, or draw what it should show.")
/* commands */
MESSAGE(SCHEMA_UNKNOWN, "schema-unknown", SEVERITY_ERROR,
        "A JSON Schema is asked for that does not exist.",
        "Name one of those that the message lists, as in `oordeel dump schema report`.")
MESSAGE(NEW_LACKS, "new-lacks", SEVERITY_ERROR,
        "A new report needs an institution or a framework that the content folder does not have.",
        "Add it to institutions.yaml or frameworks/ first; `oordeel check` tells why one that is there cannot be read.")
MESSAGE(NEW_NAME, "new-name", SEVERITY_ERROR,
        "The name of a new report cannot be its id.",
        "Choose a name of lower-case letters, digits, points and hyphens, such as `jb-noord-2025`.")
/* report: surveys */
MESSAGE(SURVEY_FORM, "survey-form", SEVERITY_ERROR,
        "A question of a survey lacks its figures, or has figures that its chart cannot show.",
        "Give the question `answers`, or `columns` and `rows` with a figure for each column; or choose another `chart`.")
MESSAGE(SURVEY_TOO_LARGE, "survey-too-large", SEVERITY_ERROR,
        "A figure of a survey is larger than it can be: over 100 percent, over n, over 10.",
        "Correct the figure, the question's `unit` or its `n`.")
MESSAGE(SURVEY_SUM, "survey-sum", SEVERITY_WARNING,
        "The figures of a question do not add up to 100 percent, or to n.",
        "Correct the figures; write `multiple: true` when one could give several answers, or give the question an `n` of its own.")
MESSAGE(SURVEY_MEAN, "survey-mean", SEVERITY_WARNING,
        "The mean of a question is not that of its answers.",
        "Correct the mean or the answers, or leave out `mean`: it is then computed.")

/* compose: charts */
MESSAGE(CHART_FORM, "chart-form", SEVERITY_ERROR,
        "The table of a chart has more or fewer rows or columns than its kind can show.",
        "Give the table labels in its first column and figures in the others, or choose another kind, such as `{.bars}`.")
MESSAGE(CHART_VALUE, "chart-value", SEVERITY_ERROR,
        "A cell of a chart's table holds no number that can be drawn.",
        "Write a number as the report's language has it, or `onbekend` (in English `unknown`).")
MESSAGE(CHART_SUM, "chart-sum", SEVERITY_WARNING,
        "The parts of a chart do not add up to 100 percent.",
        "Correct the figures, or choose `{.bars}`, whose figures need not make a whole.")
MESSAGE(UNKNOWN_QUESTION, "unknown-question", SEVERITY_ERROR,
        "A text shows a question that survey.yaml does not have.",
        "Write the id of one of its questions behind `[!SURVEY]`.")
MESSAGE(QUESTION_UNUSED, "question-unused", SEVERITY_WARNING,
        "A question of survey.yaml stands in no text.",
        "Show it with `> [!SURVEY] ID`, or remove it.")
/* check: judgments */
FINDING(VERDICT_FAR, "verdict-far", SEVERITY_WARNING,
        "A verdict lies far from the judgments or verdicts that it rests on.",
        "Check both in judgments.yaml and report.yaml; when they are right, say why in the text and set `verdict-far: note`.")
FINDING(VERDICT_ELSEWHERE, "verdict-elsewhere", SEVERITY_ERROR,
        "The summary, the conclusion or a sentence on a theme names another verdict than the data.",
        "Correct the text, report.yaml or judgments.yaml: one of them is wrong.")

/* check: figures */
FINDING(FIGURES_EXCEEDED, "figures-exceeded", SEVERITY_WARNING,
        "A count is larger than what it is a part of: x of y with x over y, over n, over 100%.",
        "Look both numbers up in the source and correct the wrong one.")
FINDING(FIGURES_DISAGREE, "figures-disagree", SEVERITY_WARNING,
        "Figures that say the same thing differ: a percentage and its counts, a part and the rest.",
        "Look the figures up in the source and correct the wrong one.")
FINDING(PERCENTAGES_SUM, "percentages-sum", SEVERITY_WARNING,
        "Percentages that share out a whole do not make 100%.",
        "Look them up in the source; when answers may overlap, say so in the text.")
FINDING(TOTAL_WRONG, "total-wrong", SEVERITY_WARNING,
        "The total of a table is not what the rows above it make.",
        "Add the column up again, and correct a row or the total.")
FINDING(LIST_COUNT, "list-count", SEVERITY_WARNING,
        "A text announces another number than the list below it has.",
        "Correct the number, or complete the list.")

/* check: dates */
FINDING(DAY_IMPOSSIBLE, "day-impossible", SEVERITY_WARNING,
        "A date in the text is no day of the calendar.",
        "Look up the day that was meant.")
FINDING(WEEKDAY_WRONG, "weekday-wrong", SEVERITY_WARNING,
        "A date in the text falls on another day of the week than is said.",
        "Look the day up, and correct its name or its date.")
FINDING(PERIOD_REVERSED, "period-reversed", SEVERITY_WARNING,
        "The end of a period comes before its begin.",
        "Swap the two, or correct the wrong one.")
FINDING(DATE_AFTER_PUBLICATION, "date-after-publication", SEVERITY_WARNING,
        "A text tells as past what lies after the publication of the report.",
        "Correct the date, or `published` in report.yaml.")
FINDING(DATES_DISAGREE, "dates-disagree", SEVERITY_WARNING,
        "Dates of report.yaml contradict one another.",
        "Correct the wrong one.")
FINDING(ROWS_OUT_OF_ORDER, "rows-out-of-order", SEVERITY_WARNING,
        "One row of a table by date does not stand in its place.",
        "Move the row, or correct its date.")

/* check: words */
FINDING(ABBREVIATION_UNKNOWN, "abbreviation-unknown", SEVERITY_WARNING,
        "An abbreviation is used and nowhere introduced.",
        "Introduce it at its first use, `… (hierna: OTS)`, or add it to abbreviations.yaml.")
FINDING(ABBREVIATION_LATE, "abbreviation-late", SEVERITY_WARNING,
        "An abbreviation is used in an earlier part than the one that introduces it.",
        "Introduce it at its first use.")
FINDING(INTRODUCED_TWICE, "introduced-twice", SEVERITY_WARNING,
        "A short name or abbreviation is introduced twice.",
        "Keep the first introduction, and use the short name from there on.")
FINDING(INTRODUCED_UNUSED, "introduced-unused", SEVERITY_NOTE,
        "A short name or abbreviation is introduced and never used.",
        "Remove the words in brackets.")
FINDING(RESPONSE_LONG, "response-long", SEVERITY_WARNING,
        "The response of the institution is longer than was agreed.",
        "Shorten it with the institution, or set `response_words` in site.yaml.")
FINDING(TEXT_UNFINISHED, "text-unfinished", SEVERITY_WARNING,
        "A final report holds a mark of work that is still to be done.",
        "Write the text, or make the report a draft.")
FINDING(SKELETON_LEFT, "skeleton-left", SEVERITY_WARNING,
        "A final report holds a text that `oordeel new` wrote.",
        "Write the text, remove what is not needed, or make the report a draft.")
FINDING(SKELETON_FINAL, "skeleton-final", SEVERITY_ERROR,
        "A final report still has the title, or all the texts, that `oordeel new` wrote.",
        "Fill it in, or write `status: draft` in report.yaml until it is.")
FINDING(WORD_TWICE, "word-twice", SEVERITY_WARNING,
        "A word stands twice in a row.",
        "Remove one of the two.")
FINDING(LANGUAGE_UNMARKED, "language-unmarked", SEVERITY_WARNING,
        "Words in letters of Arabic, Hebrew and the like have no language of their own.",
        "Mark them with the tag of their language, as in [words](lang:ar), or a block with {lang=ar}: they are then set from "
        "right to left and read aloud as what they are.")
FINDING(PAIR_OPEN, "pair-open", SEVERITY_WARNING,
        "A bracket or a quotation mark has no other half in its paragraph.",
        "Add the other half, or remove the one that is there.")
FINDING(SENTENCE_OPEN, "sentence-open", SEVERITY_WARNING,
        "A paragraph ends without a point or another mark.",
        "Complete the sentence; text may have been lost.")
FINDING(SENTENCE_LONG, "sentence-long", SEVERITY_OFF,
        "A sentence has more than 40 words.",
        "Split the sentence.")
FINDING(PARAGRAPH_LONG, "paragraph-long", SEVERITY_OFF,
        "A paragraph has more than 200 words.",
        "Split the paragraph.")

/* check: marks */
FINDING(MARK_IN_NUMBER, "mark-in-number", SEVERITY_WARNING,
        "Signs of emphasis stand between digits and are not printed.",
        "Write a backslash before each, or another sign such as ×.")
FINDING(TEXT_STRUCK, "text-struck", SEVERITY_WARNING,
        "A final report holds struck text.",
        "Remove what is struck; for the sign itself, write a backslash before it.")
FINDING(LINE_LISTED, "line-listed", SEVERITY_WARNING,
        "A line begins with a dash or a number and so became a list.",
        "Put the sign on the line before, or a backslash before it.")

/* check: structure */
FINDING(SECTION_EMPTY, "section-empty", SEVERITY_WARNING,
        "A heading has no text under it.",
        "Write the text, or remove the heading.")
FINDING(HEADING_POINT, "heading-point", SEVERITY_WARNING,
        "A heading ends in a point, a comma or a semicolon.",
        "Remove the mark.")
FINDING(HEADING_NUMBERED, "heading-numbered", SEVERITY_WARNING,
        "A heading begins with a number, which the program gives it.",
        "Remove the number.")
FINDING(HEADING_SAME, "heading-same", SEVERITY_WARNING,
        "Two headings of the same words stand below the same one.",
        "Give one of them other words, or join the two sections.")
FINDING(TABLE_CAPTION, "table-caption", SEVERITY_WARNING,
        "A table has no caption.",
        "Put the table in a block: `> [!TABLE] Caption`, its rows below it, each after `> `.")
FINDING(CELL_SILENT, "cell-silent", SEVERITY_WARNING,
        "A cell of a table is empty, or holds a drawn sign and no word.",
        "Write why nothing stands there (not judged, unknown, none), or what the sign means.")
FINDING(LINK_UNCLEAR, "link-unclear", SEVERITY_WARNING,
        "The text of a link does not say where it leads.",
        "Write the name of what is there: a list of links is read without the text around them.")
FINDING(LINK_BARE, "link-bare", SEVERITY_NOTE,
        "An address stands as text outside the footnotes.",
        "Write words that say where the link leads, `[words](address)`, or move the address to a footnote.")
FINDING(PICTURE_UNTOLD, "picture-text", SEVERITY_WARNING,
        "The text in place of a picture says nothing of what it shows.",
        "Say in a sentence what there is to see; who cannot see the picture has nothing else.")

/* check: personal data */
FINDING(CITIZEN_NUMBER, "citizen-number", SEVERITY_ERROR,
        "A number has the form of a citizen service number (BSN) and passes its test.",
        "Remove it; a number that only looks like one goes into `allowed` of site.yaml.")
FINDING(BANK_ACCOUNT, "bank-account", SEVERITY_ERROR,
        "A number has the form of a bank account (IBAN) and passes its test.",
        "Remove it, or put it into `allowed` of site.yaml when it is public.")
FINDING(MAIL_ADDRESS, "mail-address", SEVERITY_WARNING,
        "A mail address stands in the content.",
        "Remove it, or put it, or its domain, into `allowed` of site.yaml when it is public.")
FINDING(TELEPHONE, "telephone", SEVERITY_WARNING,
        "A telephone number stands in the content.",
        "Remove it, or put it into `allowed` of site.yaml when it is public.")
FINDING(DATE_OF_BIRTH, "date-of-birth", SEVERITY_ERROR,
        "A date of birth stands in the content.",
        "Write an age, or leave it out.")
FINDING(NAME_OF_PERSON, "name-of-person", SEVERITY_ERROR,
        "One of the `names` of site.yaml stands in the content.",
        "Write the person's role.")

/* references between reports */
MESSAGE(REPORT_ITSELF, "report-itself", SEVERITY_ERROR,
        "A report refers to itself with `report:`.",
        "Write a reference within the report, such as `[](norm:1a.3)`.")
MESSAGE(REPORT_CIRCLE, "report-circle", SEVERITY_ERROR,
        "Reports refer to places in each other in a circle, so that none can be finished first.",
        "Let one of them refer to the other as a whole, with `[](report:ID)`.")
MESSAGE(QUOTATION_DIFFERS, "quotation-differs", SEVERITY_WARNING,
        "A quotation from another report does not have the words of its source.",
        "Take the words of the source, mark what is left out with `[…]`, or leave the block empty to have them filled in.")

/* measures of a plan */
MESSAGE(UNKNOWN_SHORTCOMING, "unknown-shortcoming", SEVERITY_ERROR,
        "measures.yaml names a shortcoming that the answered report does not have.",
        "Write the number that stands at the shortcoming in the report, such as 1a.1-2.")
MESSAGE(UNKNOWN_CHAPTER, "unknown-chapter", SEVERITY_ERROR,
        "A measure names a chapter that the plan does not have.",
        "Write the number of the chapter that describes the measure, or remove `chapter`.")
MESSAGE(MEASURES_UNLINKED, "measures-unlinked", SEVERITY_ERROR,
        "Measures answer shortcomings, and report.yaml does not say of which report.",
        "Add `answers: ID` with the folder of the answered report to report.yaml.")
MESSAGE(SHORTCOMING_BOTH, "shortcoming-both", SEVERITY_ERROR,
        "A shortcoming is answered by a measure and said to stay unanswered.",
        "Remove it from `unanswered`, or from the measure.")
MESSAGE(SHORTCOMING_UNANSWERED, "shortcoming-unanswered", SEVERITY_WARNING,
        "Shortcomings of the answered report have no measure.",
        "Add them to the `answers` of a measure, or say under `unanswered` why there is none.")
MESSAGE(MEASURE_IDLE, "measure-idle", SEVERITY_WARNING,
        "A measure answers no shortcoming.",
        "List in `answers` the shortcomings that it is for.")
MESSAGE(DEADLINE_DOUBTFUL, "deadline-doubtful", SEVERITY_WARNING,
        "A measure's deadline lies before the answered report, or has passed while the measure is not done.",
        "Correct the deadline, or add the step of `progress` that says how the measure ended or why it is late.")
MESSAGE(PROGRESS_DOUBTFUL, "progress-doubtful", SEVERITY_WARNING,
        "A measure goes on after it was done or dropped.",
        "Correct the step, or make what follows a measure of its own.")
/* content: what the library takes for something else */
MESSAGE(TEXT_SWALLOWED, "text-swallowed", SEVERITY_ERROR,
        "A line reads as the address of a link, is used by none, and would not be printed.",
        "Write a backslash before its first bracket.")
MESSAGE(FOOTNOTE_HALF, "footnote-half", SEVERITY_ERROR,
        "A footnote's call or text lacks one of its signs.",
        "Write `[^1]` where the note is called and `[^1]: text` on a line of its own.")
MESSAGE(HEADING_UNDERLINED, "heading-underlined", SEVERITY_WARNING,
        "A line of dashes or equals signs makes the paragraph above it a heading.",
        "Write headings with `##`, and leave an empty line before a line of dashes.")
MESSAGE(CODE_INDENTED, "code-indented", SEVERITY_WARNING,
        "Four spaces make a paragraph code, which is set as it stands.",
        "Begin the line at the margin, or put code between lines of three backquotes.")
MESSAGE(BLOCK_CONTINUED, "block-continued", SEVERITY_WARNING,
        "A line without a sign goes on with the block or footnote above it.",
        "Leave an empty line before it, or write the sign that it needs.")
