/* Abbreviations: used and never introduced, introduced too late, twice or for nothing. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "check/phrase.h"
#include "check/terms.h"

/* What needs no introduction: the well-known, the names of institutions, and those that the program expands itself. */
struct familiar {
    const struct words *words;
    const char **names;
    size_t count, capacity;
};

/* ---- familiar ---- */

static void add_familiar(struct checker *checker, struct familiar *familiar, const char *name, size_t length)
{
    familiar->names =
        arena_grow(checker->arena, familiar->names, familiar->count, &familiar->capacity, sizeof *familiar->names);
    familiar->names[familiar->count++] = arena_copy(checker->arena, name, length);
}

/* Each abbreviation in a name. */
static void add_names(struct checker *checker, struct familiar *familiar, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, " ()/,"), abbreviation = abbreviation_length(text, length);
        if (abbreviation) add_familiar(checker, familiar, text, abbreviation);
        text += length + (text[length] != '\0');
    }
}

static struct familiar familiar_to(struct checker *checker)
{
    struct familiar familiar = {.words = checker->words};
    const struct publication *publication = checker->publication;
    for (size_t i = 0; i < publication->institution_count; i++) {
        add_names(checker, &familiar, publication->institutions[i].name);
        add_names(checker, &familiar, publication->institutions[i].short_name);
    }
    for (size_t i = 0; i < checker->report->abbreviation_count; i++)
        add_names(checker, &familiar, checker->report->abbreviations[i].name);
    return familiar;
}

static bool is_familiar(const struct familiar *familiar, const char *name)
{
    for (size_t i = 0; i < familiar->count; i++) {
        if (strcmp(familiar->names[i], name) == 0) return true;
    }
    return is_one_of(name, familiar->words->lists[LIST_KNOWN]);
}

/* ---- uses ---- */

/* The name behind "(hierna: ": up to the bracket, a comma, or the word "en". Its bytes; 0: none. */
static size_t introduced_length(const struct passage *passage, size_t index, size_t *begin)
{
    const struct token *token = token_near(passage, index, index);
    size_t length = phrase_at(passage, index, LIST_INTRODUCING);
    if (!length || !index || !token_is_mark(token_near(passage, index, index - 1), "(")) return 0;
    token = token_near(passage, index, index + length);
    if (token_is_mark(token, ":")) token = token_near(passage, index, index + ++length);
    if (!token) return 0;
    if (token->kind == TOKEN_MARK) token = token_near(passage, index, index + ++length); /* a quote */
    if (!token || token->kind == TOKEN_MARK) return 0;
    *begin = token->at;
    size_t end = token->at;
    while (token && (token->kind != TOKEN_MARK || token_is_mark(token, "-"))) {
        end = token->at + token->length;
        token = token_near(passage, index, index + ++length);
    }
    return end - *begin;
}

static size_t without_ending(const char *text, size_t length)
{
    static const char *const endings[] = {"\xE2\x80\x99s", "'s", NULL};
    for (size_t i = 0; endings[i]; i++) {
        size_t end = strlen(endings[i]);
        if (length > end && memcmp(text + length - end, endings[i], end) == 0) return length - end;
    }
    return length;
}

/* The summary, and what others wrote, are also read apart from the report. */
static bool is_read_with(const struct text *one, const struct text *other)
{
    bool apart = one->letter || other->letter || one->role == TEXT_SUMMARY || other->role == TEXT_SUMMARY;
    return one == other || !apart;
}

static void tell_twice(struct checker *checker, struct term *term, const struct passage *passage, size_t index)
{
    const struct passage *first = term->introduced.passage;
    if (!is_read_with(first->in, passage->in)) {
        term->introduced = (struct use){passage, index};
        return;
    }
    if (term->twice_told) return;
    term->twice_told = true;
    struct place before = token_place(first, &first->tokens[term->introduced.index]);
    message_add(checker->messages, INTRODUCED_TWICE, token_place(passage, &passage->tokens[index]),
                "`%s` is introduced in %s on line %u already; expected it once", term->name, before.source->path,
                before.line);
}

/* Abbreviations that are parts of a longer name, BEN in BEN-NH and JB in JB Noord, are made clear with it. */
static void explain_parts(struct terms *terms, const struct passage *passage, size_t index, const struct term *term)
{
    const char *part = term->name;
    while (*part) {
        size_t length = strcspn(part, " -"), abbreviation = abbreviation_length(part, length);
        if (abbreviation && term->name[abbreviation]) {
            struct term *known = terms_get(terms, part, abbreviation);
            if (!known->explained.passage) known->explained = (struct use){passage, index};
        }
        part += length + (part[length] != '\0');
    }
}

/* Gives the index behind the introduction, or the same. */
static size_t read_introduction(struct checker *checker, struct terms *terms, const struct passage *passage,
                                size_t index)
{
    size_t begin, length = introduced_length(passage, index, &begin);
    if (!length) return index;
    struct term *term = terms_get(terms, passage->text + begin, without_ending(passage->text + begin, length));
    size_t at = index;
    while (at < passage->token_count && passage->tokens[at].at < begin) at++;
    size_t name = at;
    while (at < passage->token_count && passage->tokens[at].at < begin + length) at++;
    if (!term->introduced.passage) term->introduced = (struct use){passage, name};
    else tell_twice(checker, term, passage, name);
    explain_parts(terms, passage, name, term);
    return at;
}

/* "IVRK (het Internationaal Verdrag …)": one of the first words in the bracket begins as the abbreviation does. */
static bool is_spelt_out(const struct passage *passage, size_t index)
{
    enum { MOST = 2 };
    int first = tolower((unsigned char)passage->text[passage->tokens[index].at]);
    for (size_t i = 0; i < MOST; i++) {
        const struct token *token = token_near(passage, index, index + 2 + i);
        if (token && token->kind == TOKEN_WORD && tolower((unsigned char)passage->text[token->at]) == first)
            return true;
    }
    return false;
}

/* "(RvdK)" behind the words that it stands for, "RvdK (Raad …)", "RvdK betekent", or the only thing in a cell or entry.
 */
static bool is_explained(const struct passage *passage, size_t index, size_t length)
{
    const struct token *token = &passage->tokens[index], *before = index ? token_near(passage, index, index - 1) : NULL;
    const struct token *after = token_near(passage, index, index + 1);
    bool alone = token->at == 0 && token->length == length;
    if (alone && (passage->kind == PASSAGE_CELL || node_is(passage->node, "dt")) && passage->token_count == 1)
        return true;
    if (alone && token_is_mark(after, ":")) return true;
    if (token_is_mark(before, "(") && token->length == length)
        return token_is_mark(after, ")") || token_is_mark(after, ",");
    if (token_is_word(after, LIST_MEANING)) return true;
    return token_is_mark(after, "(") && is_spelt_out(passage, index);
}

/* "TODO" is told as such; the letters behind "NL91" name a bank. */
static bool is_no_name(const struct passage *passage, size_t index)
{
    const struct token *before = index ? token_near(passage, index, index - 1) : NULL;
    bool account = before && before->length == 4 && isupper((unsigned char)passage->text[before->at]) &&
                   isdigit((unsigned char)passage->text[before->at + 2]);
    const char *word = passage->tokens[index].word;
    return account || is_one_of(word, later_words) || strcmp(word, "xxx") == 0;
}

static void read_use(struct terms *terms, const struct passage *passage, size_t index)
{
    const struct token *token = &passage->tokens[index];
    const char *text = passage->text + token->at;
    size_t length = token->kind == TOKEN_WORD ? abbreviation_length(text, token->length) : 0;
    if (!length || is_no_name(passage, index)) return;
    struct term *term = terms_get(terms, text, length);
    struct use use = {passage, index};
    if (is_explained(passage, index, length)) {
        if (!term->explained.passage) term->explained = use;
        return;
    }
    if (!term->used.passage) term->used = use;
    if (term->introduced.passage && !term->again.passage) term->again = use;
}

static bool is_read(const struct passage *passage)
{
    return passage->words && (passage->kind == PASSAGE_TEXT || passage->kind == PASSAGE_HEADING ||
                              passage->kind == PASSAGE_CELL || passage->kind == PASSAGE_TITLE);
}

static void read_uses(struct checker *checker, struct terms *terms)
{
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        if (!is_read(passage)) continue;
        for (size_t j = 0; j < passage->token_count; j++) {
            size_t after = read_introduction(checker, terms, passage, j);
            if (after > j) j = after - 1;
            else read_use(terms, passage, j);
        }
    }
}

/* ---- judging ---- */

/* In capitals for emphasis: the same word stands somewhere in small letters. */
static void find_words(struct checker *checker, struct terms *terms)
{
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        for (size_t j = 0; j < passage->token_count; j++) {
            const struct token *token = &passage->tokens[j];
            bool may_be =
                token->kind == TOKEN_WORD && token->length <= 6 && islower((unsigned char)passage->text[token->at]);
            struct term *term = may_be ? terms_word(terms, token->word) : NULL;
            if (term) term->word = true;
        }
    }
}

static void check_never(struct checker *checker, const struct term *term)
{
    const struct passage *passage = term->used.passage;
    if (term->word) return;
    message_add(checker->messages, ABBREVIATION_UNKNOWN, token_place(passage, &passage->tokens[term->used.index]),
                "`%s` is nowhere introduced; expected `… (%s: %s)` at its first use", term->name,
                checker->words->lists[LIST_INTRODUCING][0], term->name);
}

/* What stands in front of the report may be read apart; but a chapter follows those before it. */
static void check_late(struct checker *checker, const struct term *term)
{
    const struct text *used = term->used.passage->in, *introduced = term->introduced.passage->in;
    bool apart = used->role == TEXT_RESPONSE || used->role == TEXT_SUMMARY || used->letter || introduced->letter;
    if (apart || used >= introduced || used->part == introduced->part)
        return;
    struct place later =
        token_place(term->introduced.passage, &term->introduced.passage->tokens[term->introduced.index]);
    message_add(checker->messages, ABBREVIATION_LATE,
                token_place(term->used.passage, &term->used.passage->tokens[term->used.index]),
                "`%s` is introduced later, in %s on line %u; expected it here, at its first use", term->name,
                later.source->path, later.line);
}

/* The name stands somewhere else in the report's text or in the framework's, as words of their own. */
static bool stands_in(const char *text, const char *name, const char *but)
{
    size_t length = strlen(name);
    for (const char *at = text; (at = strstr(at, name)); at += length) {
        bool begins = at == text || !isalnum((unsigned char)at[-1]), ends = !islower((unsigned char)at[length]);
        bool own = but && at == but;
        if (!own && begins && ends) return true;
    }
    return false;
}

static bool is_used(struct checker *checker, const struct term *term)
{
    const struct use *introduced = &term->introduced;
    const char *own = introduced->passage->text + introduced->passage->tokens[introduced->index].at;
    for (size_t i = 0; i < checker->passages.count; i++) {
        if (stands_in(checker->passages.items[i].text, term->name, own)) return true;
    }
    const struct framework *framework = checker->report->framework;
    for (size_t i = 0; framework && i < framework->theme_count; i++) {
        for (size_t j = 0; j < framework->themes[i].norm_count; j++) {
            const struct norm *norm = &framework->themes[i].norms[j];
            if (norm->criteria && stands_in(node_string(checker->arena, norm->criteria), term->name, NULL)) return true;
        }
    }
    return false;
}

static void check_unused(struct checker *checker, const struct term *term)
{
    const struct use *use = &term->introduced;
    if (is_used(checker, term)) return;
    message_add(checker->messages, INTRODUCED_UNUSED, token_place(use->passage, &use->passage->tokens[use->index]),
                "`%s` is introduced here and never used; expected the full name alone", term->name);
}

void check_abbreviations(struct checker *checker)
{
    if (!checker->words) return;
    struct terms *terms = terms_new(checker->arena);
    struct familiar familiar = familiar_to(checker);
    read_uses(checker, terms);
    find_words(checker, terms);
    for (size_t i = 0; i < terms->count; i++) {
        const struct term *term = &terms->items[i];
        if (term->introduced.passage) {
            if (is_familiar(&familiar, term->name)) continue;
            if (term->used.passage) check_late(checker, term);
            check_unused(checker, term);
        } else if (term->used.passage && !term->explained.passage && !is_familiar(&familiar, term->name))
            check_never(checker, term);
    }
}
