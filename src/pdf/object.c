/* The home of libharu: its object layer (values, dictionaries, arrays) and nothing of its document layer, which has
 * its own idea of fonts, dates and identifiers. Its way of writing a file knows no object streams, without which a
 * tagged file is twice as large; so the file is put together here. */
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
#include "pdf/flate.h"

struct objects {
    struct arena *arena;
    HPDF_Error_Rec error;
    HPDF_MMgr memory;
    struct flate *flate;
    void **numbered; /* the indirect objects by number; nothing is number 0 */
    size_t count, capacity;
    struct buffer closing; /* the text of the dictionary that is being closed */
};

/* What hangs on a dictionary as its attribute, which libharu leaves alone: the bytes of a stream, or the text of a
 * dictionary that was closed. */
struct content {
    const char *bytes;
    size_t length;
    bool is_stream;
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

/* libharu writes a reference where an object is put that says it is indirect. */
static void *add_numbered(struct objects *objects, void *object)
{
    objects->numbered = arena_grow(objects->arena, objects->numbered, objects->count, &objects->capacity,
                                   sizeof *objects->numbered);
    if (object) ((HPDF_Obj_Header *)object)->obj_id = (HPDF_UINT32)objects->count | HPDF_OTYPE_INDIRECT;
    objects->numbered[objects->count++] = object;
    return object;
}

struct objects *objects_new(void)
{
    struct objects *objects = allocate(sizeof *objects);
    HPDF_Error_Init(&objects->error, NULL);
    objects->memory = HPDF_MMgr_New(&objects->error, 0, allocate, release);
    objects->arena = arena_new();
    objects->flate = flate_new(objects->arena);
    objects->closing = buffer_new(objects->arena);
    objects->numbered = NULL;
    objects->count = objects->capacity = 0;
    add_numbered(objects, NULL);
    return objects;
}

void objects_free(struct objects *objects)
{
    for (size_t i = 1; i < objects->count; i++) HPDF_Obj_ForceFree(objects->memory, objects->numbered[i]);
    HPDF_MMgr_Free(objects->memory);
    arena_free(objects->arena);
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
    return add_numbered(objects, HPDF_Dict_New(objects->memory));
}

struct array *array_new(struct objects *objects)
{
    return (struct array *)HPDF_Array_New(objects->memory);
}

struct array *array_numbered(struct objects *objects)
{
    return add_numbered(objects, HPDF_Array_New(objects->memory));
}

struct dictionary *stream_new(struct objects *objects, const void *bytes, size_t length, bool compressed)
{
    struct dictionary *dictionary = dictionary_numbered(objects);
    struct content *content = arena_make(objects->arena, struct content);
    *content = (struct content){.is_stream = true};
    dict_of(dictionary)->attr = content;
    if (length > INT32_MAX) HPDF_SetError(&objects->error, HPDF_INVALID_PARAMETER, 0);
    else if (compressed) content->bytes = flate_compress(objects->flate, bytes, length, &content->length);
    else content->bytes = arena_copy(objects->arena, bytes, content->length = length);
    if (compressed) put_name(dictionary, "Filter", "FlateDecode");
    return dictionary;
}

static HPDF_STATUS write_to_buffer(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    buffer_add_bytes(stream->attr, (const char *)bytes, length);
    return HPDF_OK;
}

static void write_value(struct objects *objects, struct buffer *out, void *object)
{
    HPDF_Stream stream = HPDF_CallbackWriter_New(objects->memory, write_to_buffer, out);
    HPDF_Obj_WriteValue(object, stream, NULL);
    HPDF_Stream_Free(stream);
}

/* The members go, the dictionary itself stays for the references to it. */
static void forget_members(HPDF_Dict dict)
{
    for (HPDF_UINT i = 0; i < dict->list->count; i++) {
        HPDF_DictElement member = HPDF_List_ItemAt(dict->list, i);
        HPDF_Obj_Free(dict->mmgr, member->value);
        HPDF_FreeMem(dict->mmgr, member);
    }
    HPDF_List_Clear(dict->list);
}

void dictionary_close(struct objects *objects, struct dictionary *dictionary)
{
    struct content *content = arena_make(objects->arena, struct content);
    objects->closing.length = 0;
    write_value(objects, &objects->closing, dictionary);
    content->length = objects->closing.length;
    content->bytes = arena_copy(objects->arena, objects->closing.data, content->length);
    dict_of(dictionary)->attr = content;
    forget_members(dict_of(dictionary));
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

enum { IDENTIFIER_SIZE = 16, GROUP_SIZE = 200, ENTRY_SIZE = 7 };

struct saving {
    struct objects *objects;
    struct buffer file;
    struct buffer entries; /* of the cross-reference stream, ENTRY_SIZE bytes each, by object number */

    /* The object stream (7.5.7) that is being filled. */
    size_t group; /* its number */
    int group_count;
    struct buffer index, values;
};

/* Type, place and index of an object (table 18). */
static void set_entry(struct saving *saving, size_t number, int type, size_t place, int index)
{
    const int bytes[ENTRY_SIZE] = {type, (int)(place >> 24) & 255, (int)(place >> 16) & 255, (int)(place >> 8) & 255,
                                   (int)place & 255, index >> 8, index & 255};
    while (saving->entries.length < (number + 1) * ENTRY_SIZE) buffer_add_char(&saving->entries, 0);
    for (int i = 0; i < ENTRY_SIZE; i++) saving->entries.data[number * ENTRY_SIZE + (size_t)i] = (char)bytes[i];
}

static void begin_object(struct saving *saving, size_t number)
{
    set_entry(saving, number, 1, saving->file.length, 0);
    buffer_format(&saving->file, "%zu 0 obj\n", number);
}

static const struct content *content_of(const void *object)
{
    return ((const HPDF_Obj_Header *)object)->obj_class == HPDF_OCLASS_DICT ? ((HPDF_Dict)object)->attr : NULL;
}

/* The dictionary and its bytes. */
static void write_stream(struct saving *saving, size_t number)
{
    void *dictionary = saving->objects->numbered[number];
    const struct content *content = ((HPDF_Dict)dictionary)->attr;
    put_number(dictionary, "Length", (long)content->length);
    begin_object(saving, number);
    write_value(saving->objects, &saving->file, dictionary);
    buffer_add(&saving->file, "\nstream\n");
    buffer_add_bytes(&saving->file, content->bytes, content->length);
    buffer_add(&saving->file, "\nendstream\nendobj\n");
}

/* Writes the object stream that was filled, behind all objects that were made before. */
static void end_group(struct saving *saving)
{
    if (saving->group_count == 0) return;
    size_t first = saving->index.length;
    buffer_add_bytes(&saving->index, saving->values.data, saving->values.length);
    struct dictionary *stream = stream_new(saving->objects, saving->index.data, saving->index.length, true);
    put_name(stream, "Type", "ObjStm");
    put_number(stream, "N", saving->group_count);
    put_number(stream, "First", (long)first);
    write_stream(saving, saving->group);
    saving->group_count = 0;
    saving->index.length = saving->values.length = 0;
}

static void add_to_group(struct saving *saving, size_t number)
{
    void *object = saving->objects->numbered[number];
    const struct content *closed = content_of(object);
    if (saving->group_count == GROUP_SIZE) end_group(saving);
    saving->group = saving->objects->count; /* the stream is the next object that is made */
    set_entry(saving, number, 2, saving->group, saving->group_count++);
    buffer_format(&saving->index, "%zu %zu ", number, saving->values.length);
    if (closed) buffer_add_bytes(&saving->values, closed->bytes, closed->length);
    else write_value(saving->objects, &saving->values, object);
    buffer_add_char(&saving->values, '\n');
}

static void write_objects(struct saving *saving)
{
    size_t count = saving->objects->count; /* without the object streams that are made on the way */
    set_entry(saving, 0, 0, 0, 65535);
    for (size_t number = 1; number < count; number++) {
        const struct content *content = content_of(saving->objects->numbered[number]);
        if (content && content->is_stream) write_stream(saving, number);
        else add_to_group(saving, number);
    }
    end_group(saving);
}

/* ---- the end of the file ---- */

static struct array *field_widths(struct objects *objects)
{
    struct array *widths = array_new(objects);
    add_number(widths, 1);
    add_number(widths, 4);
    add_number(widths, 2);
    return widths;
}

static void add_identifier(struct array *identifiers, HPDF_BYTE digest[IDENTIFIER_SIZE])
{
    HPDF_MMgr memory = array_of(identifiers)->mmgr;
    HPDF_Array_Add(array_of(identifiers), HPDF_Binary_New(memory, digest, IDENTIFIER_SIZE));
}

/* Both identifiers (14.4) are a digest of all that was written. */
static struct array *identifiers_of(struct saving *saving)
{
    HPDF_MD5_CTX context;
    HPDF_BYTE digest[IDENTIFIER_SIZE];
    struct array *identifiers = array_new(saving->objects);
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, (const HPDF_BYTE *)saving->file.data, (HPDF_UINT32)saving->file.length);
    HPDF_MD5Final(digest, &context);
    add_identifier(identifiers, digest);
    add_identifier(identifiers, digest);
    return identifiers;
}

/* The cross-reference stream (7.5.8), which is the trailer too. */
static void write_references(struct saving *saving, struct dictionary *catalog, struct dictionary *information)
{
    size_t number = saving->objects->count;
    size_t place = saving->file.length;
    struct array *identifiers = identifiers_of(saving);
    set_entry(saving, number, 1, place, 0);
    struct dictionary *stream = stream_new(saving->objects, saving->entries.data, saving->entries.length, true);
    put_name(stream, "Type", "XRef");
    put_number(stream, "Size", (long)number + 1);
    put_array(stream, "W", field_widths(saving->objects));
    put_dictionary(stream, "Root", catalog);
    put_dictionary(stream, "Info", information);
    put_array(stream, "ID", identifiers);
    write_stream(saving, number);
    buffer_format(&saving->file, "startxref\n%zu\n%%%%EOF\n", place);
}

const unsigned char *objects_save(struct objects *objects, struct arena *arena, struct dictionary *catalog,
                                  struct dictionary *information, size_t *length)
{
    struct saving saving = {.objects = objects, .file = buffer_new(arena), .entries = buffer_new(arena),
                            .index = buffer_new(arena), .values = buffer_new(arena)};
    buffer_add(&saving.file, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); /* ISO 19005-2, 6.1.2 */
    write_objects(&saving);
    write_references(&saving, catalog, information);
    if (HPDF_Error_GetCode(&objects->error) != HPDF_OK || saving.file.length > INT32_MAX) return NULL;
    *length = saving.file.length;
    return (const unsigned char *)saving.file.data;
}
