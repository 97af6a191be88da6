#include "commands/manual.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"

static const char head[] =
    ".TH OORDEEL\\-MESSAGES 7 \"\" \"oordeel " VERSION "\" \"Messages\"\n"
    ".SH NAME\n"
    "oordeel\\-messages \\- what oordeel tells about content, and what to do about it\n"
    ".SH DESCRIPTION\n"
    "A message of\n.BR oordeel (1)\n"
    "ends with its code in brackets. This page lists all codes with their severity, cause and cure. It is written by the\n"
    "program itself from the table that it works with.\n"
    ".PP\n"
    "An\n.B error\nkeeps the site and the PDFs from being built. A\n.B warning\nis probably a mistake; a\n.B note\n"
    "is good to know. A check that is\n.B off\nis not made unless one asks for it.\n"
    ".PP\n"
    "The key\n.B checks\nof\n.I site.yaml\ngives codes another severity:\n"
    ".PP\n.nf\n.RS\n"
    "checks:\n"
    "  heading\\-point: off\n"
    "  sentence\\-long: note\n"
    "  figures\\-exceeded: error\n"
    ".RE\n.fi\n"
    ".PP\n"
    "Warnings, notes and all checks of the text may be set to\n.BR error ,\n.BR warning ,\n.BR note \" or \" off .\n"
    "The errors under MISTAKES cannot be lowered: without their mending there is no sound report.\n";

static int by_name(const void *a, const void *b)
{
    return strcmp(message_code_name(*(const enum message_code *)a), message_code_name(*(const enum message_code *)b));
}

/* The text as man(7) source, on a line of its own; what stands between backquotes is bold. */
static void add_text(struct buffer *out, const char *text)
{
    bool bold = false;
    for (const char *c = text; *c; c++) {
        if (*c == '`') {
            bold = !bold;
            buffer_add(out, bold ? "\\fB" : "\\fR");
        } else if (*c == '\\') buffer_add(out, "\\e");
        else if (*c == '-') buffer_add(out, "\\-");
        else if (*c == '\'' && c == text) buffer_add(out, "\\(aq");
        else if (*c == '.' && c == text) buffer_add(out, "\\&.");
        else buffer_add_char(out, *c);
    }
    buffer_add(out, "\n");
}

static void add_code(struct buffer *out, enum message_code code)
{
    buffer_add(out, ".TP\n.BR ");
    for (const char *c = message_code_name(code); *c; c++) buffer_add(out, *c == '-' ? "\\-" : (char[]){*c, '\0'});
    buffer_format(out, " \" (%s)\"\n", severity_name(message_code_severity(code)));
    add_text(out, message_code_cause(code));
    buffer_add(out, ".br\n");
    add_text(out, message_code_cure(code));
}

/* The codes whose severity may be set to anything (`free`), or the others, by name. */
static void add_codes(struct buffer *out, bool free)
{
    enum message_code codes[MESSAGE_CODES];
    size_t count = 0;
    for (size_t i = 0; i < MESSAGE_CODES; i++) {
        if (message_code_is_finding((enum message_code)i) == free) codes[count++] = (enum message_code)i;
    }
    qsort(codes, count, sizeof *codes, by_name);
    for (size_t i = 0; i < count; i++) add_code(out, codes[i]);
}

void manual_of_messages(struct buffer *out)
{
    buffer_add(out, head);
    buffer_add(out, ".SH CHECKS\nWhat contradicts, leaks or hinders in content that is otherwise sound.\n");
    add_codes(out, true);
    buffer_add(out, ".SH MISTAKES\nWhat cannot be read, is missing or does not fit together, and what a template, a style\n"
                    "or a font lacks.\n");
    add_codes(out, false);
    buffer_add(out, ".SH SEE ALSO\n.BR oordeel (1)\n");
}
