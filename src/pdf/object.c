/* The home of libharu: its object layer (dictionaries, arrays, streams, cross-reference table) and nothing of
 * its document layer, which has its own idea of fonts, dates and identifiers. */
#include "pdf/object.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <hpdf_conf.h>
#include <hpdf_consts.h>
#include <hpdf_encrypt.h>
#include <hpdf_error.h>
#include <hpdf_mmgr.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include "base/buffer.h"
#include "base/utf8.h"

struct objects {
    HPDF_Error_Rec error;
    HPDF_MMgr memory;
    HPDF_Xref table;
};

/* libharu goes on with NULL when memory is out; the arena ends the program in its one place instead. */
static void *allocate(HPDF_UINT size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory) arena_alloc(arena_new(), SIZE_MAX);
    return memory;
}

static void release(void *memory)
{
    free(memory);
}

struct objects *objects_new(void)
{
    struct objects *objects = allocate(sizeof *objects);
    HPDF_Error_Init(&objects->error, NULL);
    objects->memory = HPDF_MMgr_New(&objects->error, 0, allocate, release);
    objects->table = HPDF_Xref_New(objects->memory, 0);
    return objects;
}

void objects_free(struct objects *objects)
{
    HPDF_Xref_Free(objects->table);
    HPDF_MMgr_Free(objects->memory);
    free(objects);
}

/* ---- containers ---- */

static HPDF_Dict dict_of(struct dictionary *dictionary)
{
    return (HPDF_Dict)(void *)dictionary;
}

static HPDF_Array array_of(struct array *array)
{
    return (HPDF_Array)(void *)array;
}

struct dictionary *dictionary_new(struct objects *objects)
{
    return (struct dictionary *)HPDF_Dict_New(objects->memory);
}

struct dictionary *dictionary_numbered(struct objects *objects)
{
    HPDF_Dict dict = HPDF_Dict_New(objects->memory);
    HPDF_Xref_Add(objects->table, dict);
    return (struct dictionary *)dict;
}

struct array *array_new(struct objects *objects)
{
    return (struct array *)HPDF_Array_New(objects->memory);
}

struct array *array_numbered(struct objects *objects)
{
    HPDF_Array array = HPDF_Array_New(objects->memory);
    HPDF_Xref_Add(objects->table, array);
    return (struct array *)array;
}

struct dictionary *stream_new(struct objects *objects, const void *bytes, size_t length, bool compressed)
{
    HPDF_Dict dict = HPDF_DictStream_New(objects->memory, objects->table);
    dict->filter = compressed ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
    if (length > INT32_MAX) {
        HPDF_SetError(&objects->error, HPDF_INVALID_PARAMETER, 0);
        return (struct dictionary *)dict;
    }
    HPDF_Stream_Write(dict->stream, bytes, (HPDF_UINT)length);
    return (struct dictionary *)dict;
}

/* ---- values ---- */

/* The bytes of a text string in UTF-16BE with its byte-order mark. */
static struct buffer utf16_of(struct arena *arena, const char *text)
{
    struct buffer bytes = buffer_new(arena);
    buffer_add_bytes(&bytes, "\xFE\xFF", 2);
    for (size_t length; *text && bytes.length < 2 * TEXT_LIMIT; text += length) {
        uint32_t code = utf8_decode(text, &length);
        if (code >= 0x10000) {
            uint32_t high = 0xD800 + ((code - 0x10000) >> 10);
            buffer_add_char(&bytes, (char)(high >> 8));
            buffer_add_char(&bytes, (char)(high & 0xFF));
            code = 0xDC00 + ((code - 0x10000) & 0x3FF);
        }
        buffer_add_char(&bytes, (char)(code >> 8));
        buffer_add_char(&bytes, (char)(code & 0xFF));
    }
    return bytes;
}

/* PDFDocEncoding (annex D.2) is ASCII here. */
static bool is_plain(const char *text)
{
    for (; *text; text++) {
        if (*text < 0x20 || *text > 0x7E) return false;
    }
    return true;
}

static void *string_of(HPDF_MMgr memory, const char *text)
{
    if (is_plain(text) && strlen(text) < TEXT_LIMIT) return HPDF_String_New(memory, text, NULL);
    struct arena *arena = arena_new();
    struct buffer bytes = utf16_of(arena, text);
    void *string = HPDF_Binary_New(memory, (HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.length);
    arena_free(arena);
    return string;
}

/* libharu prints reals with five decimals and knows no NaN; whole numbers are shorter as integers. */
static void *number_of(HPDF_MMgr memory, double value)
{
    if (!isfinite(value)) value = 0;
    value = fmin(fmax(value, HPDF_LIMIT_MIN_REAL), HPDF_LIMIT_MAX_REAL);
    if (fabs(value - round(value)) < 0.000005) return HPDF_Number_New(memory, (HPDF_INT32)lround(value));
    return HPDF_Real_New(memory, (HPDF_REAL)value);
}

void put_name(struct dictionary *dictionary, const char *key, const char *value)
{
    HPDF_Dict_AddName(dict_of(dictionary), key, value);
}

void put_number(struct dictionary *dictionary, const char *key, long value)
{
    HPDF_Dict_AddNumber(dict_of(dictionary), key, (HPDF_INT32)value);
}

void put_real(struct dictionary *dictionary, const char *key, double value)
{
    HPDF_Dict_Add(dict_of(dictionary), key, number_of(dict_of(dictionary)->mmgr, value));
}

void put_boolean(struct dictionary *dictionary, const char *key, bool value)
{
    HPDF_Dict_AddBoolean(dict_of(dictionary), key, value ? HPDF_TRUE : HPDF_FALSE);
}

void put_text(struct dictionary *dictionary, const char *key, const char *text)
{
    HPDF_Dict_Add(dict_of(dictionary), key, string_of(dict_of(dictionary)->mmgr, text));
}

void put_bytes(struct dictionary *dictionary, const char *key, const char *text)
{
    HPDF_Dict_Add(dict_of(dictionary), key, HPDF_String_New(dict_of(dictionary)->mmgr, text, NULL));
}

void put_dictionary(struct dictionary *dictionary, const char *key, struct dictionary *value)
{
    HPDF_Dict_Add(dict_of(dictionary), key, value);
}

void put_array(struct dictionary *dictionary, const char *key, struct array *value)
{
    HPDF_Dict_Add(dict_of(dictionary), key, value);
}

void add_name(struct array *array, const char *value)
{
    HPDF_Array_AddName(array_of(array), value);
}

void add_number(struct array *array, long value)
{
    HPDF_Array_AddNumber(array_of(array), (HPDF_INT32)value);
}

void add_real(struct array *array, double value)
{
    HPDF_Array_Add(array_of(array), number_of(array_of(array)->mmgr, value));
}

void add_text(struct array *array, const char *text)
{
    HPDF_Array_Add(array_of(array), string_of(array_of(array)->mmgr, text));
}

void add_bytes(struct array *array, const char *text)
{
    HPDF_Array_Add(array_of(array), HPDF_String_New(array_of(array)->mmgr, text, NULL));
}

void add_dictionary(struct array *array, struct dictionary *value)
{
    HPDF_Array_Add(array_of(array), value);
}

void add_array(struct array *array, struct array *value)
{
    HPDF_Array_Add(array_of(array), value);
}

/* ---- the file ---- */

enum { IDENTIFIER_SIZE = 16 };

static HPDF_STATUS write_to_buffer(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    buffer_add_bytes(stream->attr, (const char *)bytes, length);
    return HPDF_OK;
}

/* Room for the two identifiers (14.4), which are known only when everything is written. */
static void reserve_identifiers(struct objects *objects)
{
    HPDF_BYTE empty[IDENTIFIER_SIZE] = {0};
    HPDF_Array identifiers = HPDF_Array_New(objects->memory);
    for (int i = 0; i < 2; i++) {
        HPDF_Array_Add(identifiers, HPDF_Binary_New(objects->memory, empty, IDENTIFIER_SIZE));
    }
    HPDF_Dict_Add(objects->table->trailer, "ID", identifiers);
}

static void write_digits(char *place, const HPDF_BYTE digest[IDENTIFIER_SIZE])
{
    static const char digits[] = "0123456789ABCDEF";
    for (int i = 0; i < IDENTIFIER_SIZE; i++) {
        place[2 * i] = digits[digest[i] >> 4];
        place[2 * i + 1] = digits[digest[i] & 15];
    }
}

/* Puts the digest of the file as it is, with zeros there, in the place of both identifiers. */
static void fill_identifiers(struct buffer *file)
{
    HPDF_MD5_CTX context;
    HPDF_BYTE digest[IDENTIFIER_SIZE];
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, (const HPDF_BYTE *)file->data, (HPDF_UINT32)file->length);
    HPDF_MD5Final(digest, &context);
    size_t place = file->length - 2 * IDENTIFIER_SIZE; /* the trailer is longer than that */
    while (place > 0 && memcmp(file->data + place, "/ID [ <", 7) != 0) place--;
    char *first = strchr(file->data + place, '<') + 1, *second = strchr(first, '<') + 1;
    write_digits(first, digest);
    write_digits(second, digest);
}

const unsigned char *objects_save(struct objects *objects, struct arena *arena, struct dictionary *catalog,
                                  struct dictionary *information, size_t *length)
{
    struct buffer file = buffer_new(arena);
    HPDF_Dict_Add(objects->table->trailer, "Root", dict_of(catalog));
    HPDF_Dict_Add(objects->table->trailer, "Info", dict_of(information));
    reserve_identifiers(objects);
    HPDF_Stream stream = HPDF_CallbackWriter_New(objects->memory, write_to_buffer, &file);
    HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); /* ISO 19005-2, 6.1.2 */
    HPDF_Xref_WriteToStream(objects->table, stream, NULL);
    HPDF_Stream_Free(stream);
    if (HPDF_Error_GetCode(&objects->error) != HPDF_OK) return NULL;
    fill_identifiers(&file);
    *length = file.length;
    return (const unsigned char *)file.data;
}
