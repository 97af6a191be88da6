/* The home of libharu: its object layer (values, dictionaries, arrays, Flate streams) and nothing of its document
 * layer, which has its own idea of fonts, dates and identifiers. Its way of writing a file knows no object streams,
 * without which a tagged file is twice as large; so the file is put together here. */
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

/* The bytes hang on the dictionary as its attribute, which libharu leaves alone. */
static void free_bytes(HPDF_Dict dict)
{
    HPDF_Stream_Free(dict->attr);
}

struct dictionary *stream_new(struct objects *objects, const void *bytes, size_t length, bool compressed)
{
    struct dictionary *dictionary = dictionary_numbered(objects);
    HPDF_Dict dict = dict_of(dictionary);
    HPDF_Stream stream = HPDF_MemStream_New(objects->memory, HPDF_STREAM_BUF_SIZ);
    dict->attr = stream;
    dict->free_fn = free_bytes;
    if (length > INT32_MAX) HPDF_SetError(&objects->error, HPDF_INVALID_PARAMETER, 0);
    else HPDF_Stream_Write(stream, bytes, (HPDF_UINT)length);
    if (compressed) put_name(dictionary, "Filter", "FlateDecode");
    return dictionary;
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
    HPDF_Stream out; /* writes into `file` */
    struct buffer entries; /* of the cross-reference stream, ENTRY_SIZE bytes each, by object number */

    /* The object stream (7.5.7) that is being filled. */
    HPDF_UINT group; /* its number; 0: none */
    int group_count;
    struct buffer index, values;
    HPDF_Stream values_out;
};

static HPDF_STATUS write_to_buffer(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    buffer_add_bytes(stream->attr, (const char *)bytes, length);
    return HPDF_OK;
}

static HPDF_UINT object_count(const struct objects *objects)
{
    return objects->table->entries->count;
}

/* Type, place and index of an object (table 18). */
static void set_entry(struct saving *saving, HPDF_UINT number, int type, size_t place, int index)
{
    const int bytes[ENTRY_SIZE] = {type, (int)(place >> 24) & 255, (int)(place >> 16) & 255, (int)(place >> 8) & 255,
                                   (int)place & 255, index >> 8, index & 255};
    while (saving->entries.length < (number + 1) * (size_t)ENTRY_SIZE) buffer_add_char(&saving->entries, 0);
    for (int i = 0; i < ENTRY_SIZE; i++) saving->entries.data[number * ENTRY_SIZE + (size_t)i] = (char)bytes[i];
}

static void begin_object(struct saving *saving, HPDF_UINT number)
{
    set_entry(saving, number, 1, saving->file.length, 0);
    buffer_format(&saving->file, "%u 0 obj\n", number);
}

/* The dictionary and its bytes. */
static void write_stream(struct saving *saving, HPDF_Dict dict)
{
    struct buffer bytes = buffer_new(saving->file.arena);
    HPDF_Stream stream = HPDF_CallbackWriter_New(saving->objects->memory, write_to_buffer, &bytes);
    bool compressed = HPDF_Dict_GetItem(dict, "Filter", HPDF_OCLASS_NAME);
    HPDF_Stream_WriteToStream(dict->attr, stream, compressed ? HPDF_STREAM_FILTER_FLATE_DECODE : 0, NULL);
    HPDF_Dict_AddNumber(dict, "Length", (HPDF_INT32)bytes.length);
    HPDF_Obj_WriteValue(dict, saving->out, NULL);
    buffer_add(&saving->file, "\nstream\n");
    buffer_add_bytes(&saving->file, buffer_text(&bytes), bytes.length);
    buffer_add(&saving->file, "\nendstream\nendobj\n");
    HPDF_Stream_Free(stream);
}

/* Writes the object stream that was filled. */
static void end_group(struct saving *saving)
{
    if (saving->group_count == 0) return;
    HPDF_Dict dict = HPDF_Xref_GetEntry(saving->objects->table, saving->group)->obj;
    HPDF_Stream stream = dict->attr;
    put_number((struct dictionary *)dict, "N", saving->group_count);
    put_number((struct dictionary *)dict, "First", (long)saving->index.length);
    HPDF_Stream_Write(stream, (HPDF_BYTE *)saving->index.data, (HPDF_UINT)saving->index.length);
    HPDF_Stream_Write(stream, (HPDF_BYTE *)saving->values.data, (HPDF_UINT)saving->values.length);
    begin_object(saving, saving->group);
    write_stream(saving, dict);
    saving->group_count = 0;
    saving->index.length = saving->values.length = 0;
}

static void begin_group(struct saving *saving)
{
    struct dictionary *stream = stream_new(saving->objects, "", 0, true);
    put_name(stream, "Type", "ObjStm");
    saving->group = object_count(saving->objects) - 1;
}

static void add_to_group(struct saving *saving, HPDF_UINT number, void *object)
{
    if (saving->group_count == GROUP_SIZE) end_group(saving);
    if (saving->group_count == 0) begin_group(saving);
    set_entry(saving, number, 2, saving->group, saving->group_count++);
    buffer_format(&saving->index, "%u %zu ", number, saving->values.length);
    HPDF_Obj_WriteValue(object, saving->values_out, NULL);
    buffer_add_char(&saving->values, '\n');
}

static bool is_stream(void *object)
{
    return ((HPDF_Obj_Header *)object)->obj_class == HPDF_OCLASS_DICT && ((HPDF_Dict)object)->attr;
}

static void write_objects(struct saving *saving)
{
    HPDF_UINT count = object_count(saving->objects); /* without the object streams that are made on the way */
    set_entry(saving, 0, 0, 0, 65535);
    for (HPDF_UINT number = 1; number < count; number++) {
        void *object = HPDF_Xref_GetEntry(saving->objects->table, number)->obj;
        if (!is_stream(object)) {
            add_to_group(saving, number, object);
            continue;
        }
        begin_object(saving, number);
        write_stream(saving, object);
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
    HPDF_UINT number = object_count(saving->objects);
    size_t place = saving->file.length;
    struct array *identifiers = identifiers_of(saving);
    begin_object(saving, number);
    struct dictionary *stream = stream_new(saving->objects, saving->entries.data, saving->entries.length, true);
    put_name(stream, "Type", "XRef");
    put_number(stream, "Size", (long)number + 1);
    put_array(stream, "W", field_widths(saving->objects));
    put_dictionary(stream, "Root", catalog);
    put_dictionary(stream, "Info", information);
    put_array(stream, "ID", identifiers);
    write_stream(saving, dict_of(stream));
    buffer_format(&saving->file, "startxref\n%zu\n%%%%EOF\n", place);
}

const unsigned char *objects_save(struct objects *objects, struct arena *arena, struct dictionary *catalog,
                                  struct dictionary *information, size_t *length)
{
    struct saving saving = {.objects = objects, .file = buffer_new(arena), .entries = buffer_new(arena),
                            .index = buffer_new(arena), .values = buffer_new(arena)};
    saving.out = HPDF_CallbackWriter_New(objects->memory, write_to_buffer, &saving.file);
    saving.values_out = HPDF_CallbackWriter_New(objects->memory, write_to_buffer, &saving.values);
    buffer_add(&saving.file, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); /* ISO 19005-2, 6.1.2 */
    write_objects(&saving);
    write_references(&saving, catalog, information);
    HPDF_Stream_Free(saving.out);
    HPDF_Stream_Free(saving.values_out);
    if (HPDF_Error_GetCode(&objects->error) != HPDF_OK || saving.file.length > INT32_MAX) return NULL;
    *length = saving.file.length;
    return (const unsigned char *)saving.file.data;
}
