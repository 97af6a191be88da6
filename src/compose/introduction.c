#include "compose/introduction.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

static const char apostrophe[] = "\u2019";

/* ---- letters around a place ---- */

static bool is_word_character(uint32_t code_point)
{
    return utf8_is_letter(code_point) || utf8_is_digit(code_point);
}

static bool begins_word(const char *text)
{
    size_t length;
    return *text && is_word_character(utf8_decode(text, &length));
}

/* The last character of a text; 0: it is empty. */
static uint32_t last_character(const char *text, size_t length)
{
    size_t size;
    if (length == 0) return 0;
    size_t at = length - 1;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80) at--;
    return utf8_decode(text + at, &size);
}

static bool ends_word(const char *text, size_t length)
{
    return is_word_character(last_character(text, length));
}

/* White space at the begin of a text, a no-break space too. */
static size_t space_length(const char *text)
{
    size_t length = 0, size;
    while (text[length]) {
        uint32_t code_point = utf8_decode(text + length, &size);
        if (!utf8_is_space(code_point) && code_point != 0xA0) break;
        length += size;
    }
    return length;
}

/* What follows the use, in its own text or behind that. */
static const char *following(const struct use *use, size_t length)
{
    const char *rest = use->text + length;
    return *rest ? rest : use->behind;
}

/* ---- the use ---- */

size_t use_length(const char *text, const char *name)
{
    size_t at = 0, size, text_size;
    for (const char *begin = name; *name; name += size) {
        uint32_t wanted = utf8_decode(name, &size);
        if (wanted == ' ') {
            size_t space = space_length(text + at);
            if (!space) return 0;
            at += space;
            continue;
        }
        uint32_t found = text[at] ? utf8_decode(text + at, &text_size) : 0;
        bool same = found == wanted || (name == begin && found && utf8_lower(found) == wanted);
        if (!same) return 0;
        at += text_size;
    }
    return at;
}

/* What stands before is `IGJ/`, or `(IGJ)/` where that is explained: words that begin with a capital, and a stroke. */
static bool is_alternative(const char *before, size_t length)
{
    if (before[length - 1] != '/') return false;
    size_t begin = length, size;
    while (begin && !strchr(" \n\t(", before[begin - 1])) begin--;
    for (size_t at = begin; at < length; at += size) {
        uint32_t code_point = utf8_decode(before + at, &size);
        bool first = at == begin || before[at - 1] == '/';
        bool capital = utf8_is_letter(code_point) && utf8_lower(code_point) != code_point;
        if (first ? !capital : code_point != '/' && code_point != ')' && !is_word_character(code_point)) return false;
    }
    return true;
}

/* `vng.nl`, `info@gi`, `a/gi`. */
static bool is_in_address(const struct use *use)
{
    size_t before = strlen(use->before);
    const char *behind = following(use, use->length);
    if (before && strchr("@/.", use->before[before - 1]) && !(before > 1 && use->before[before - 2] == ' '))
        return !is_alternative(use->before, before);
    return *behind == '@' || (*behind == '.' && begins_word(behind + 1));
}

bool use_is_whole(const struct use *use)
{
    return !ends_word(use->before, strlen(use->before)) && !begins_word(following(use, use->length)) &&
           !is_in_address(use);
}

/* The end of the word that the use is part of: `GI’s`, `GI-medewerkers`. */
static size_t word_length(const struct use *use)
{
    size_t at = use->length, size;
    while (use->text[at]) {
        const char *next = use->text + at;
        uint32_t code_point = utf8_decode(next, &size);
        bool joint = (code_point == '-' || code_point == '\'' || code_point == 0x2019) && begins_word(next + size);
        if (!joint && !is_word_character(code_point)) break;
        at += size;
    }
    return at;
}

/* ---- introduced by the author ---- */

static const char *const quotes[] = {"\u2018", "\u2019", "\u201C", "\u201D", "'", "\""};

static size_t trim_quotes(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        size_t size = strlen(quotes[i]);
        if (length >= size && strncmp(text + length - size, quotes[i], size) == 0)
            return trim_quotes(text, length - size);
    }
    return length;
}

static const char *past_quotes(const char *text)
{
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        if (strncmp(text, quotes[i], strlen(quotes[i])) == 0) return past_quotes(text + strlen(quotes[i]));
    }
    return text;
}

/* The bracket that is open before the use, or NULL. */
static const char *open_bracket(const char *before)
{
    const char *open = strrchr(before, '('), *close = strrchr(before, ')');
    return open && (!close || close < open) ? open : NULL;
}

static bool is_in_brackets(const struct use *use, const char *hereafter)
{
    const char *open = open_bracket(use->before);
    if (!open) return false;
    const char *inside = open + 1;
    size_t length = trim_quotes(inside, strlen(inside));
    if (strncmp(inside, hereafter, strlen(hereafter)) == 0) return true;
    const char *behind = past_quotes(following(use, word_length(use)));
    return length == 0 && *behind == ')' && open > use->before; /* something stands before the bracket */
}

/* `GI (gecertificeerde instelling)`. */
static bool is_explained_behind(const struct use *use, const struct abbreviation_entry *entry)
{
    const char *behind = following(use, word_length(use));
    size_t space = space_length(behind);
    if (!space || behind[space] != '(') return false;
    const char *inside = behind + space + 1;
    return use_length(inside, entry->text) || (entry->plural && use_length(inside, entry->plural));
}

bool use_introduces(const struct use *use, const struct abbreviation_entry *entry, const char *hereafter)
{
    return is_in_brackets(use, hereafter) || is_explained_behind(use, entry);
}

/* ---- introduced by the program ---- */

/* Words that end in a full stop and no sentence with them; so do all with a stop inside: `o.a.`. */
static bool is_short_word(const char *word, size_t length)
{
    static const char *const words[] = {"ca", "bijv", "nr",  "art", "vgl", "incl", "excl", "resp", "mr",  "dr",  "drs",
                                        "ir", "prof", "blz", "max", "min", "evt",  "jl",   "no",   "e.g", "i.e", "cf"};
    if (memchr(word, '.', length) || length == 1) return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        bool same = strlen(words[i]) == length && tolower((unsigned char)word[0]) == words[i][0];
        if (same && strncmp(word + 1, words[i] + 1, length - 1) == 0) return true;
    }
    return false;
}

static bool begins_sentence(const char *before)
{
    size_t length = strlen(before);
    while (length && strchr(" \n\t", before[length - 1])) length--;
    length = trim_quotes(before, length);
    while (length && strchr(" \n\t", before[length - 1])) length--;
    if (length == 0) return true;
    if (before[length - 1] == '!' || before[length - 1] == '?') return true;
    if (before[length - 1] != '.') return false;
    size_t end = length - 1, begin = end;
    while (begin && !strchr(" \n\t(", before[begin - 1])) begin--;
    return !is_short_word(before + begin, end - begin);
}

static const char *capital(struct arena *arena, const char *text)
{
    size_t length;
    utf8_decode(text, &length);
    return arena_format(arena, "%s%s", utf8_upper(arena, arena_copy(arena, text, length)), text + length);
}

bool use_goes_on(const struct use *use)
{
    const char *behind = use->behind;
    bool joint = *behind == '-' || *behind == '\'' || strncmp(behind, apostrophe, strlen(apostrophe)) == 0;
    if (use->text[word_length(use)] || !joint) return false;
    return begins_word(behind + (*behind == '-' || *behind == '\'' ? 1 : strlen(apostrophe)));
}

static bool is_plural(const struct use *use, size_t whole)
{
    const char *tail = use->text + use->length;
    size_t length = whole - use->length;
    return (length == 2 && strncmp(tail, "'s", 2) == 0) ||
           (length == strlen(apostrophe) + 1 && strncmp(tail, apostrophe, strlen(apostrophe)) == 0 &&
            tail[length - 1] == 's');
}

/* The second part of `jeugd-GI`, or of `IGJ/IJ`. */
static bool ends_compound(const struct use *use)
{
    size_t length = strlen(use->before);
    return length > 1 && strchr("-/", use->before[length - 1]) && ends_word(use->before, length - 1);
}

struct use_form use_form(struct arena *arena, const struct use *use, const struct abbreviation_entry *entry)
{
    size_t whole = word_length(use);
    bool plural = is_plural(use, whole);
    const char *meaning = plural && entry->plural ? entry->plural : entry->text;
    return (struct use_form){arena_copy(arena, use->text, plural ? whole : use->length), meaning};
}

/* A word that holds the abbreviation stays, and the explanation follows it: that is right in every sentence. */
static struct introduction explain_behind(struct arena *arena, const struct use *use,
                                          const struct abbreviation_entry *entry, size_t whole, bool inside)
{
    return (struct introduction){
        .before = arena_format(arena, "%.*s %c%s: ", (int)whole, use->text, inside ? '[' : '(', entry->name),
        .text = entry->text,
        .behind = inside ? "]" : ")",
        .form = {entry->name, entry->text},
        .replaced = whole};
}

struct introduction introduce(struct arena *arena, const struct use *use, const struct abbreviation_entry *entry,
                              const char *hereafter)
{
    size_t whole = word_length(use);
    bool inside = open_bracket(use->before), plural = entry->plural && is_plural(use, whole);
    if ((whole > use->length && !plural) || ends_compound(use)) return explain_behind(arena, use, entry, whole, inside);
    const char *text = plural ? entry->plural : entry->text;
    const char *label = plural ? arena_copy(arena, use->text, whole) : entry->name;
    const char *mark = entry->hereafter ? arena_format(arena, "%s: ", hereafter) : "";
    return (struct introduction){.before = "",
                                 .text = begins_sentence(use->before) ? capital(arena, text) : text,
                                 .behind = arena_format(arena, inside ? " [%s%s]" : " (%s%s)", mark, label),
                                 .form = {label, plural ? entry->plural : entry->text},
                                 .replaced = whole};
}
