/* JSON out (RFC 8259), indented by two spaces, for dumps and data. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/value.h"

struct json {
    struct buffer *out;
    unsigned depth;
    bool first; /* nothing was written yet in this object or array */
};

struct json json_new(struct buffer *out);

/* `key` is NULL inside an array and at the top. */
void json_open(struct json *json, const char *key, char bracket);  /* '{' or '[' */
void json_close(struct json *json, char bracket);                  /* '}' or ']' */
void json_string(struct json *json, const char *key, const char *text); /* text NULL: null */
void json_number(struct json *json, const char *key, double number);    /* at most three decimals */
void json_boolean(struct json *json, const char *key, bool boolean);

/* A value and all below it; markup as its text. */
void json_value(struct json *json, const char *key, const struct value *value);

#endif
