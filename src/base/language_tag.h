/* Tags of languages: `nl`, `en-GB`, `zh-Hant`. */
#ifndef BASE_LANGUAGE_TAG_H
#define BASE_LANGUAGE_TAG_H

#include <stdbool.h>

/* Well-formed as far as reports need it (RFC 5646, section 2.1, without grandfathered and private tags): a language of two
 * or three letters, then subtags of one to eight letters and digits. Whether anyone speaks it is not asked. */
bool language_tag_is_sound(const char *tag);

/* The same language, whatever the region or script: `nl` and `nl-BE`. */
bool language_tag_agrees(const char *one, const char *other);

/* Whether the language is written from right to left: by the tag's script (`az-Arab`, `ar-Latn`), otherwise by what the
 * language is commonly written in (CLDR, likely subtags). */
bool language_tag_is_right_to_left(const char *tag);

#endif
