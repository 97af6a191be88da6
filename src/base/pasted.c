#include "base/pasted.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

/* What becomes of a character. Of those that are read as others, `letters` says as what. */
enum fate { FATE_KEPT, FATE_READ, FATE_DROPPED, FATE_LOST, FATE_REFUSED };

struct kind {
    uint32_t first, last;
    enum fate fate;
    bool (*holds)(const char *text, size_t at, size_t bytes); /* NULL: everywhere */
    const char *letters;
    const char *name;
};

/* ---- what stands around a character ---- */

static uint32_t before(const char *text, size_t at)
{
    size_t bytes;
    if (at == 0) return 0;
    do at--;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
    return utf8_decode(text + at, &bytes);
}

static uint32_t behind(const char *text, size_t at)
{
    size_t bytes;
    return text[at] ? utf8_decode(text + at, &bytes) : 0;
}

/* Joiners and breaks have a work to do in scripts from Hebrew on, and in emoji; in others they only hide. */
static bool is_western(uint32_t code_point)
{
    return utf8_is_letter(code_point) && code_point < 0x0590;
}

static bool in_word(const char *text, size_t at, size_t bytes)
{
    return is_western(before(text, at)) && is_western(behind(text, at + bytes));
}

/* A word that was broken where a line ended, and is two words now. */
static bool breaks_word(const char *text, size_t at, size_t bytes)
{
    uint32_t next = behind(text, at + bytes);
    return is_western(before(text, at)) && (next == '\n' || next == ' ');
}

static bool begins_line(const char *text, size_t at, size_t bytes)
{
    if (!strchr(" \t", text[at + bytes])) return false;
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) at--;
    return at == 0 || text[at - 1] == '\n';
}

static bool is_misread(const char *text, size_t at, size_t bytes);

/* ---- the table: the first that fits ---- */

/* Meanings of bytes 0x80 to 0x9F in Windows-1252, as browsers take them (HTML, "numeric character reference end state");
 * 0x85 is a line end in other sets, so it has two meanings. */
static const struct kind kinds[] = {
    {0xFB00, 0xFB00, FATE_READ, NULL, "ff", "ligature"},
    {0xFB01, 0xFB01, FATE_READ, NULL, "fi", "ligature"},
    {0xFB02, 0xFB02, FATE_READ, NULL, "fl", "ligature"},
    {0xFB03, 0xFB03, FATE_READ, NULL, "ffi", "ligature"},
    {0xFB04, 0xFB04, FATE_READ, NULL, "ffl", "ligature"},
    {0xFB05, 0xFB06, FATE_READ, NULL, "st", "ligature"},
    {0x0132, 0x0132, FATE_READ, NULL, "IJ", "ligature"},
    {0x0133, 0x0133, FATE_READ, NULL, "ij", "ligature"},
    {0x0149, 0x0149, FATE_READ, NULL, "\u2019n", "ligature"},
    {0x1D400, 0x1D7FF, FATE_READ, NULL, NULL, "letter of formulas"},
    {0xFF10, 0xFF19, FATE_READ, NULL, NULL, "wide digit"},
    {0xFF21, 0xFF3A, FATE_READ, NULL, NULL, "wide letter"},
    {0xFF41, 0xFF5A, FATE_READ, NULL, NULL, "wide letter"},
    {0x80, 0x80, FATE_READ, NULL, "\u20AC", "control code of Windows"},
    {0x82, 0x82, FATE_READ, NULL, "\u201A", "control code of Windows"},
    {0x83, 0x83, FATE_READ, NULL, "\u0192", "control code of Windows"},
    {0x84, 0x84, FATE_READ, NULL, "\u201E", "control code of Windows"},
    {0x86, 0x86, FATE_READ, NULL, "\u2020", "control code of Windows"},
    {0x87, 0x87, FATE_READ, NULL, "\u2021", "control code of Windows"},
    {0x89, 0x89, FATE_READ, NULL, "\u2030", "control code of Windows"},
    {0x8A, 0x8A, FATE_READ, NULL, "\u0160", "control code of Windows"},
    {0x8B, 0x8B, FATE_READ, NULL, "\u2039", "control code of Windows"},
    {0x8C, 0x8C, FATE_READ, NULL, "\u0152", "control code of Windows"},
    {0x8E, 0x8E, FATE_READ, NULL, "\u017D", "control code of Windows"},
    {0x91, 0x91, FATE_READ, NULL, "\u2018", "control code of Windows"},
    {0x92, 0x92, FATE_READ, NULL, "\u2019", "control code of Windows"},
    {0x93, 0x93, FATE_READ, NULL, "\u201C", "control code of Windows"},
    {0x94, 0x94, FATE_READ, NULL, "\u201D", "control code of Windows"},
    {0x95, 0x95, FATE_READ, NULL, "\u2022", "control code of Windows"},
    {0x96, 0x96, FATE_READ, NULL, "\u2013", "control code of Windows"},
    {0x97, 0x97, FATE_READ, NULL, "\u2014", "control code of Windows"},
    {0x99, 0x99, FATE_READ, NULL, "\u2122", "control code of Windows"},
    {0x9A, 0x9A, FATE_READ, NULL, "\u0161", "control code of Windows"},
    {0x9B, 0x9B, FATE_READ, NULL, "\u203A", "control code of Windows"},
    {0x9C, 0x9C, FATE_READ, NULL, "\u0153", "control code of Windows"},
    {0x9E, 0x9E, FATE_READ, NULL, "\u017E", "control code of Windows"},
    {0x9F, 0x9F, FATE_READ, NULL, "\u0178", "control code of Windows"},
    {0xFEFF, 0xFEFF, FATE_DROPPED, NULL, "", "byte-order mark"},
    {0x2060, 0x2060, FATE_DROPPED, in_word, "", "invisible joiner"},
    {0x200B, 0x200D, FATE_DROPPED, in_word, "", "invisible space or joiner"},
    {0x180E, 0x180E, FATE_DROPPED, in_word, "", "invisible separator"},
    {0xF02D, 0xF0FF, FATE_READ, begins_line, "\u2022", "bullet of Word"},
    {0xFFFD, 0xFFFD, FATE_LOST, NULL, NULL, "stands where a letter was lost"},
    {0xFFFC, 0xFFFC, FATE_LOST, NULL, NULL, "stands where a picture or another object was"},
    {0xE000, 0xF8FF, FATE_LOST, NULL, NULL, "is private to one font and says nothing in another"},
    {0xF0000, 0x10FFFD, FATE_LOST, NULL, NULL, "is private to one font and says nothing in another"},
    {0xAD, 0xAD, FATE_LOST, breaks_word, NULL, "breaks a word in two, which was one at the end of a line"},
    {0xA8, 0xA8, FATE_LOST, in_word, NULL, "is an accent beside its letter, not on it"},
    {0xC2, 0xC3, FATE_LOST, is_misread, NULL, "begins a letter that was saved in another encoding"},
    {0xE2, 0xE2, FATE_LOST, is_misread, NULL, "begins a sign that was saved in another encoding"},
};

/* How a byte from 0x80 to 0xBF shows when it is taken for Windows-1252. */
static bool shows_continuation(uint32_t code_point)
{
    if (code_point >= 0x80 && code_point <= 0xBF) return true;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t bytes;
        if (kinds[i].first >= 0x80 && kinds[i].first < 0xA0 && utf8_decode(kinds[i].letters, &bytes) == code_point) return true;
    }
    return false;
}

/* UTF-8 that was read as Windows-1252: its first byte shows as Â or Ã, and a second follows; or as â, and two follow. */
static bool is_misread(const char *text, size_t at, size_t bytes)
{
    uint32_t first = utf8_decode(text + at, &bytes), second = behind(text, at + bytes);
    if (first == 0xE2) return second == 0x20AC || second == 0x80;
    return shows_continuation(second);
}

/* Most text is ASCII and common accents, of which no kind has one. */
static bool may_be_pasted(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    bool accent = c[0] == 0xC3 && c[1] != 0x82 && c[1] != 0x83 && c[1] != 0xA2;
    bool dash = c[0] == 0xE2 && c[1] == 0x80 && c[2] >= 0x90 && c[2] < 0xA8;
    return c[0] >= 0xC2 && !accent && !dash;
}

static const struct kind invisible = {0, 0, FATE_REFUSED, NULL, " ", NULL};

/* NULL: an ordinary character. */
static const struct kind *kind_of(const char *text, size_t at, uint32_t code_point, size_t bytes)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bool within = code_point >= kinds[i].first && code_point <= kinds[i].last;
        if (within && (!kinds[i].holds || kinds[i].holds(text, at, bytes))) return &kinds[i];
    }
    return code_point >= 0x80 && utf8_is_control(code_point) ? &invisible : NULL;
}

/* ---- reading ---- */

enum { MOST_TOLD = 100, MOST_READ = 32, WORD_MOST = 40 };

/* A character that is read as others, and where it came first. */
struct seen {
    uint32_t code_point;
    const struct kind *kind;
    size_t at, count;
};

struct reading {
    struct arena *arena;
    const char *text;
    struct place where;
    bool placed; /* the text is that of the source, so that offsets are places */
    struct messages *messages;
    struct buffer out;
    struct seen seen[MOST_READ];
    size_t seen_count, told;
    bool mended; /* something was replaced */
};

static bool is_gap(char c)
{
    return !c || strchr(" \t\n", c);
}

/* The word around the character, cut to what a line can show. */
static const char *word_around(const struct reading *reading, size_t at)
{
    const char *text = reading->text;
    size_t begin = at, end = at;
    while (begin > 0 && at - begin < WORD_MOST && !is_gap(text[begin - 1])) begin--;
    while (end - at < WORD_MOST && !is_gap(text[end])) end++;
    while (((unsigned char)text[begin] & 0xC0) == 0x80) begin++;
    while (((unsigned char)text[end] & 0xC0) == 0x80) end--;
    return arena_copy(reading->arena, text + begin, end - begin);
}

static struct place place_of(const struct reading *reading, size_t at)
{
    return reading->placed ? place_at(reading->where.source, at) : reading->where;
}

static void tell(struct reading *reading, const struct kind *kind, uint32_t code_point, size_t at)
{
    bool again = !reading->placed && kind->fate == FATE_LOST && reading->where.source && reading->where.source->lost_told;
    if (again || !reading->messages || reading->told++ >= MOST_TOLD) return;
    struct place place = place_of(reading, at);
    if (kind->fate == FATE_REFUSED) {
        message_add(reading->messages, CONTROL_CHARACTER, place,
                    "the invisible character U+%04X stands here; expected none", (unsigned)code_point);
        return;
    }
    message_add(reading->messages, CHARACTER_LOST, place, "in `%s` the character U+%04X %s; expected what stands in the source",
                word_around(reading, at), (unsigned)code_point, kind->name);
}

static void note(struct reading *reading, const struct kind *kind, uint32_t code_point, size_t at)
{
    for (size_t i = 0; i < reading->seen_count; i++) {
        if (reading->seen[i].code_point != code_point) continue;
        reading->seen[i].count++;
        return;
    }
    if (reading->seen_count == MOST_READ) return;
    reading->seen[reading->seen_count++] = (struct seen){.code_point = code_point, .kind = kind, .at = at, .count = 1};
}

static const char *letters_of(struct arena *arena, const struct kind *kind, uint32_t code_point)
{
    char bytes[5] = {0};
    if (kind->letters) return kind->letters;
    utf8_encode(code_point, bytes);
    return utf8_plain(arena, bytes);
}

/* Each kind of character once, with how often it stands there: a text from a PDF has them by the hundred. */
static void tell_read(const struct reading *reading)
{
    for (size_t i = 0; i < reading->seen_count && reading->messages; i++) {
        const struct seen *seen = &reading->seen[i];
        const char *letters = letters_of(reading->arena, seen->kind, seen->code_point);
        struct buffer text = buffer_new(reading->arena);
        buffer_format(&text, "the %s U+%04X in `%s` is ", seen->kind->name, (unsigned)seen->code_point,
                      word_around(reading, seen->at));
        if (*letters) buffer_format(&text, "read as `%s`", letters);
        else buffer_add(&text, "left out");
        if (seen->count > 1) buffer_format(&text, "; it stands here %zu times", seen->count);
        message_add(reading->messages, CHARACTER_READ, place_of(reading, seen->at), "%s", buffer_text(&text));
    }
}

static void read_character(struct reading *reading, size_t at, size_t *bytes)
{
    uint32_t code_point = utf8_decode(reading->text + at, bytes);
    const struct kind *kind = kind_of(reading->text, at, code_point, *bytes);
    enum fate fate = kind ? kind->fate : FATE_KEPT;
    if (fate == FATE_LOST || fate == FATE_REFUSED) tell(reading, kind, code_point, at);
    if (fate == FATE_READ || fate == FATE_DROPPED) note(reading, kind, code_point, at);
    bool kept = fate == FATE_KEPT || fate == FATE_LOST;
    reading->mended |= !kept;
    if (kept) buffer_add_bytes(&reading->out, reading->text + at, *bytes);
    else buffer_add(&reading->out, letters_of(reading->arena, kind, code_point));
}

const char *pasted_read(struct arena *arena, const char *text, struct place where, struct messages *messages)
{
    size_t at = 0, bytes;
    while (text[at] && !may_be_pasted(text + at)) at++;
    if (!text[at]) return text;
    struct reading reading = {.arena = arena, .text = text, .where = where, .messages = messages};
    reading.placed = where.source && where.source->text == text;
    reading.out = buffer_new(arena);
    for (at = 0; text[at]; at += bytes) {
        size_t plain = at;
        while (text[plain] && !may_be_pasted(text + plain)) plain++;
        buffer_add_bytes(&reading.out, text + at, plain - at);
        at = plain, bytes = 0;
        if (text[at]) read_character(&reading, at, &bytes);
    }
    tell_read(&reading);
    return reading.mended ? buffer_text(&reading.out) : text;
}
