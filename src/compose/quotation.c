#include "compose/quotation.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

enum { SHOWN_WORDS = 8 };

struct word {
    const char *folded; /* as it is compared */
    const char *start;  /* as it was written */
    size_t length;
};

struct words {
    struct word *items;
    size_t count, capacity;
};

/* ---- words ---- */

static bool is_one_of(uint32_t c, const uint32_t *list)
{
    while (*list && *list != c) list++;
    return *list;
}

/* White space of any width. */
static bool is_space(uint32_t c)
{
    return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

/* What writers and typesetters change: quotation marks, brackets around an omission, soft hyphens. */
static bool is_dropped(uint32_t c)
{
    static const uint32_t dropped[] = {'"', '\'', '`', '(', ')', '[', ']', 0xAB, 0xAD, 0xBB, 0};
    return is_one_of(c, dropped) || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

static bool is_end_mark(char c)
{
    return strchr(".,;:!?", c);
}

/* An omission is a word of its own, with no letters. */
static void add_word(struct arena *arena, struct words *words, struct buffer *letters, const char *start, const char *end)
{
    size_t length = letters->length;
    const char *text = buffer_text(letters);
    while (length && is_end_mark(text[length - 1])) length--;
    while (length && is_end_mark(*text)) text++, length--;
    if (length) {
        words->items = arena_grow(arena, words->items, words->count, &words->capacity, sizeof *words->items);
        words->items[words->count++] =
            (struct word){utf8_upper(arena, arena_copy(arena, text, length)), start, (size_t)(end - start)};
    }
    letters->length = 0;
}

static void add_omission(struct arena *arena, struct words *words, const char *start)
{
    words->items = arena_grow(arena, words->items, words->count, &words->capacity, sizeof *words->items);
    words->items[words->count++] = (struct word){"", start, 0};
}

static struct words words_of(struct arena *arena, const char *text, bool omissions)
{
    struct words words = {0};
    struct buffer letters = buffer_new(arena);
    const char *start = text;
    for (size_t length; *text; text += length) {
        uint32_t c = utf8_decode(text, &length);
        bool omission = c == 0x2026 || strncmp(text, "...", 3) == 0;
        if (omission && c == '.') length = 3;
        if (omission || is_space(c)) {
            add_word(arena, &words, &letters, start, text);
            if (omission && omissions) add_omission(arena, &words, text);
            start = text + length;
        } else if (!is_dropped(c)) {
            buffer_add_bytes(&letters, text, length);
        }
    }
    add_word(arena, &words, &letters, start, text);
    return words;
}

/* ---- search ---- */

static bool is_same(const struct word *a, const struct word *b)
{
    return strcmp(a->folded, b->folded) == 0;
}

/* failure[i]: how much of the piece is still matched when word i is not (Knuth, Morris, Pratt 1977). */
static size_t *failures(struct arena *arena, const struct word *piece, size_t count)
{
    size_t *failure = arena_array(arena, count + 1, sizeof *failure);
    for (size_t i = 1, matched = 0; i < count; i++) {
        while (matched && !is_same(&piece[i], &piece[matched])) matched = failure[matched];
        if (is_same(&piece[i], &piece[matched])) matched++;
        failure[i + 1] = matched;
    }
    return failure;
}

/* How far the words of a piece go on in the source at best: `matched` of them, up to word `at` of the source. */
struct match {
    size_t matched, at;
};

static struct match find(struct arena *arena, const struct word *piece, size_t count, const struct words *source, size_t from)
{
    const size_t *failure = failures(arena, piece, count);
    struct match best = {0, from};
    for (size_t i = from, matched = 0; i < source->count && matched < count; i++) {
        while (matched && !is_same(&source->items[i], &piece[matched])) matched = failure[matched];
        if (is_same(&source->items[i], &piece[matched])) matched++;
        if (matched > best.matched) best = (struct match){matched, i + 1};
    }
    return best;
}

/* ---- the whole ---- */

static const char *shown(struct arena *arena, const struct word *words, size_t count)
{
    size_t most = count < SHOWN_WORDS ? count : SHOWN_WORDS;
    if (most == 0) return "";
    const char *start = words[0].start, *end = words[most - 1].start + words[most - 1].length;
    return arena_format(arena, "%.*s%s", (int)(end - start), start, count > most ? " …" : "");
}

bool quotation_holds(struct arena *arena, const char *quotation, const char *source, struct departure *departure)
{
    const struct words quoted = words_of(arena, quotation, true), whole = words_of(arena, source, false);
    size_t from = 0;
    for (size_t begin = 0, end; begin < quoted.count; begin = end + 1) {
        for (end = begin; end < quoted.count && *quoted.items[end].folded;) end++;
        struct match match = find(arena, quoted.items + begin, end - begin, &whole, from);
        from = match.at;
        if (match.matched == end - begin) continue;
        size_t departs = begin + match.matched;
        departure->quoted = shown(arena, quoted.items + departs, end - departs);
        departure->source = shown(arena, whole.items + from, whole.count - from);
        return false;
    }
    return true;
}
