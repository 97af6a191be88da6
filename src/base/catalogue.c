/* What is known of each code: the table catalogue.h. */
#include <string.h>

#include "base/message.h"

struct entry {
    const char *name;
    enum severity severity;
    bool finding; /* of a sound model: its severity may be set to anything */
    const char *cause, *cure;
};

static const struct entry catalogue[] = {
#define MESSAGE(name, code, severity, cause, cure) [name] = {code, severity, false, cause, cure},
#define FINDING(name, code, severity, cause, cure) [name] = {code, severity, true, cause, cure},
#include "base/catalogue.h"
#undef FINDING
#undef MESSAGE
};

static const char *const severities[] = {
    [SEVERITY_OFF] = "off", [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

const char *message_code_name(enum message_code code)
{
    return catalogue[code].name;
}

const char *message_code_cause(enum message_code code)
{
    return catalogue[code].cause;
}

const char *message_code_cure(enum message_code code)
{
    return catalogue[code].cure;
}

enum severity message_code_severity(enum message_code code)
{
    return catalogue[code].severity;
}

bool message_code_is_finding(enum message_code code)
{
    return catalogue[code].finding;
}

bool message_code_may_be(enum message_code code, enum severity severity)
{
    return catalogue[code].finding || catalogue[code].severity < SEVERITY_ERROR || severity == SEVERITY_ERROR;
}

bool message_code_find(const char *name, enum message_code *code)
{
    for (size_t i = 0; i < MESSAGE_CODES; i++) {
        if (strcmp(catalogue[i].name, name) != 0) continue;
        *code = (enum message_code)i;
        return true;
    }
    return false;
}

const char *severity_name(enum severity severity)
{
    return severities[severity];
}

bool severity_find(const char *name, enum severity *severity)
{
    for (size_t i = 0; i < sizeof severities / sizeof *severities; i++) {
        if (strcmp(severities[i], name) != 0) continue;
        *severity = (enum severity)i;
        return true;
    }
    return false;
}
