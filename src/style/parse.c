/* CSS Syntax Module Level 3, clause 5: tokens into rules and declarations. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/message.h"
#include "style/properties.h"
#include "style/sheet.h"

enum { LARGEST_SHEET = 4 * 1024 * 1024, MOST_TOLD = 100, DEEPEST = 8 };

/* ---- messages ---- */

static struct place place_of(const struct parser *parser, const struct token *token)
{
    return (struct place){.source = parser->sheet->source, .line = token->line, .column = token->column};
}

static bool is_quiet(const struct parser *parser)
{
    return !(parser->media & MEDIUM_PRINT) || parser->told > MOST_TOLD;
}

void parser_tell(struct parser *parser, enum message_code code, const struct token *token, const char *format, ...)
{
    if (is_quiet(parser)) return;
    if (parser->told++ == MOST_TOLD) {
        message_add(parser->messages, STYLE_LIMIT, place_of(parser, token), "more mistakes of this sheet are not told");
        return;
    }
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    message_add(parser->messages, code, place_of(parser, token), "%s", text);
}

void parser_hint(struct parser *parser, const char *format, ...)
{
    if (is_quiet(parser)) return;
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    message_hint(parser->messages, "%s", text);
}

const char *parser_quote(struct parser *parser, size_t start, size_t end)
{
    enum { LONGEST_QUOTE = 60 };
    const struct token *items = parser->tokens.items;
    while (start < end && items[start].type == TOKEN_SPACE) start++;
    while (end > start && items[end - 1].type == TOKEN_SPACE) end--;
    if (start >= end) return "";
    const char *text = parser->sheet->source->text + items[start].start;
    size_t length = items[end - 1].end - items[start].start, shown = length;
    if (length > LONGEST_QUOTE) shown = LONGEST_QUOTE;
    while (shown < length && shown > 0 && ((unsigned char)text[shown] & 0xC0) == 0x80) shown--;
    return arena_format(parser->arena, "%.*s%s", (int)shown, text, shown < length ? "…" : "");
}

/* ---- stepping ---- */

static const struct token *token_at(const struct parser *parser, size_t at)
{
    return &parser->tokens.items[at];
}

/* The token behind this one and, when it opens a group, behind that group. */
static size_t behind(const struct parser *parser, size_t at)
{
    const struct token *token = token_at(parser, at);
    return token_opens(token) && token->partner > at ? token->partner + 1 : at + 1;
}

static size_t skip_space(const struct parser *parser, size_t at, size_t end)
{
    while (at < end && token_at(parser, at)->type == TOKEN_SPACE) at++;
    return at;
}

/* The first such sign that is not inside a group, or `end`. */
static size_t find_sign(const struct parser *parser, size_t at, size_t end, char sign)
{
    while (at < end && !token_is_sign(token_at(parser, at), sign)) at = behind(parser, at);
    return at < end ? at : end;
}

/* ---- declarations ---- */

static bool holds_variable(const struct token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tokens[i].type == TOKEN_FUNCTION && same_word(tokens[i].text, "var")) return true;
    }
    return false;
}

static void add_declaration(struct parser *parser, struct declarations *into, struct declaration declaration)
{
    into->items = arena_grow(parser->arena, into->items, into->count, &into->capacity, sizeof declaration);
    into->items[into->count++] = declaration;
}

/* Takes `!important` off the end of a value. */
static bool take_important(const struct parser *parser, size_t start, size_t *end)
{
    size_t at = *end;
    while (at > start && token_at(parser, at - 1)->type == TOKEN_SPACE) at--;
    if (at < start + 2 || token_at(parser, at - 1)->type != TOKEN_IDENT) return false;
    if (!same_word(token_at(parser, at - 1)->text, "important")) return false;
    at--;
    while (at > start && token_at(parser, at - 1)->type == TOKEN_SPACE) at--;
    if (at == start || !token_is_sign(token_at(parser, at - 1), '!')) return false;
    *end = at - 1;
    return true;
}

/* What holds a string that is not closed was told already. */
static bool holds_bad_string(const struct parser *parser, size_t start, size_t end)
{
    while (start < end && token_at(parser, start)->type != TOKEN_BAD_STRING) start++;
    return start < end;
}

static void tell_value(struct parser *parser, size_t name, size_t start, size_t end, const struct target *target)
{
    if (is_quiet(parser) || holds_bad_string(parser, start, end)) return;
    const char *value = parser_quote(parser, start, end);
    start = skip_space(parser, start, end);
    parser_tell(parser, STYLE_VALUE, token_at(parser, start), "“%s” is not a value of %s; expected: %s", value,
                token_at(parser, name)->text, target_expected(parser->arena, target));
    const char *nearest = target_suggest_keyword(target, value);
    if (nearest) parser_hint(parser, "did you mean “%s”?", nearest);
}

static void tell_name(struct parser *parser, size_t name)
{
    if (is_quiet(parser)) return;
    const char *text = token_at(parser, name)->text, *nearest = target_suggest(text);
    parser_tell(parser, STYLE_PROPERTY, token_at(parser, name),
                "the property “%s” is not known and left out; one of the subset was expected", text);
    if (nearest) parser_hint(parser, "did you mean “%s”?", nearest);
}

/* A declaration whose value is tokens start to end, without !important. */
static void read_value(struct parser *parser, struct declaration declaration, size_t name, size_t start, size_t end,
                       struct declarations *into)
{
    struct target target;
    struct longhands longhands;
    declaration.tokens = token_at(parser, start);
    declaration.token_count = end - start;
    if (!target_find(token_at(parser, name)->text, &target)) {
        tell_name(parser, name);
        return;
    }
    if (target.ignored) return;
    if (holds_variable(declaration.tokens, declaration.token_count)) {
        declaration.property = target.property;
        declaration.shorthand = target.shorthand;
        add_declaration(parser, into, declaration);
        return;
    }
    struct reader reader = {.arena = parser->arena, .tokens = declaration.tokens, .count = declaration.token_count};
    if (!target_read(&target, &reader, &longhands)) {
        tell_value(parser, name, start, end, &target);
        return;
    }
    declaration.tokens = NULL;
    for (size_t i = 0; i < longhands.count; i++) {
        declaration.property = longhands.items[i].property;
        declaration.value = longhands.items[i].value;
        add_declaration(parser, into, declaration);
    }
}

/* Reads `name: value` in tokens start to end. */
static void read_declaration(struct parser *parser, size_t start, size_t end, struct declarations *into)
{
    size_t colon = skip_space(parser, start + 1, end);
    const struct token *name = token_at(parser, start);
    if (name->type != TOKEN_IDENT || colon >= end || !token_is_sign(token_at(parser, colon), ':')) {
        parser_tell(parser, STYLE_SYNTAX, name, "“%s” is not a declaration; “property: value;” was expected",
                    parser_quote(parser, start, end));
        return;
    }
    struct declaration declaration = {.place = place_of(parser, name)};
    size_t from = skip_space(parser, colon + 1, end);
    declaration.important = take_important(parser, from, &end);
    if (name->text[0] == '-' && name->text[1] == '-') {
        declaration.custom = name->text;
        declaration.tokens = token_at(parser, from);
        declaration.token_count = end - from;
        add_declaration(parser, into, declaration);
        return;
    }
    read_value(parser, declaration, start, from, end, into);
}

/* Where the declaration that begins at `start` ends: at its semicolon, or behind a block in curly brackets, so
 * that a rule inside a rule does not swallow what follows it. */
static size_t declaration_end(const struct parser *parser, size_t start, size_t end)
{
    size_t at = start;
    while (at < end && !token_is_sign(token_at(parser, at), ';')) {
        bool block = token_is_open(token_at(parser, at), '{');
        at = behind(parser, at);
        if (block) break;
    }
    return at < end ? at : end;
}

void declarations_read(struct parser *parser, size_t start, size_t end, bool page, struct declarations *into)
{
    for (size_t at = start, limit; at < end; at = limit) {
        const struct token *token = token_at(parser, at);
        limit = at + 1;
        if (token->type == TOKEN_SPACE || token_is_sign(token, ';')) continue;
        limit = declaration_end(parser, at, end);
        if (page && token->type == TOKEN_AT_KEYWORD) continue;
        read_declaration(parser, at, limit, into);
    }
}

/* ---- rules ---- */

/* Where alone such a property has an effect; NULL: everywhere. */
static const char *only_place(const struct declaration *declaration)
{
    if (!declaration->property) return NULL;
    if (declaration->property->type == VALUE_SIZE) return "@page";
    return declaration->property->type == VALUE_ANGLE ? "@watermark" : NULL;
}

static void read_rule(struct parser *parser, size_t start, size_t open)
{
    const struct selector *selectors = selectors_read(parser, start, open);
    struct rule *rule = arena_make(parser->arena, struct rule);
    *rule = (struct rule){.selectors = selectors, .media = parser->media};
    declarations_read(parser, open + 1, token_at(parser, open)->partner, false, &rule->declarations);
    for (size_t i = 0; i < rule->declarations.count; i++) {
        const struct declaration *declaration = &rule->declarations.items[i];
        const char *place = only_place(declaration);
        if (!place) continue;
        parser_tell(parser, STYLE_PROPERTY, token_at(parser, open), "“%s” has no effect here; %s was expected",
                    declaration->property->name, place);
    }
    if (!selectors || !rule->declarations.count) return;
    if (parser->sheet->last_rule) parser->sheet->last_rule->next = rule;
    else parser->sheet->rules = rule;
    parser->sheet->last_rule = rule;
}

/* `(prefers-color-scheme: dark)`, alone or behind `and`: the one condition that is known. */
static bool take_dark(struct reader *reader)
{
    reader_take_word(reader, "and");
    const struct token *open = reader_peek(reader);
    if (!token_is_open(open, '(')) return false;
    reader_take(reader);
    return reader_take_word(reader, "prefers-color-scheme") && reader_take_sign(reader, ':') &&
           reader_take_word(reader, "dark") && reader_take_close(reader, ')');
}

/* One media query: a type with `only` or `not` (Media Queries 4). Gives the media for which it holds; one with a condition is
 * never true of print. */
static unsigned read_query(const struct parser *parser, size_t start, size_t end)
{
    static const struct {
        const char *name;
        unsigned media;
    } types[] = {{"all", MEDIUM_ALL}, {"print", MEDIUM_PRINT}, {"screen", MEDIUM_SCREEN}};
    struct reader reader = {.tokens = token_at(parser, start), .count = end - start};
    bool not = reader_take_word(&reader, "not");
    if (!not ) reader_take_word(&reader, "only");
    unsigned media = 0;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (reader_take_word(&reader, types[i].name)) media = types[i].media;
    }
    if (!reader_done(&reader)) return !not && media != MEDIUM_PRINT && take_dark(&reader) && reader_done(&reader) ? MEDIUM_DARK : 0;
    if (media == MEDIUM_SCREEN) media |= MEDIUM_DARK;
    return not ? ~media & MEDIUM_ALL : media;
}

static unsigned read_media(const struct parser *parser, size_t start, size_t end)
{
    unsigned media = 0;
    if (skip_space(parser, start, end) == end) return MEDIUM_ALL;
    for (size_t at = start, comma; at <= end; at = comma + 1) {
        comma = find_sign(parser, at, end, ',');
        media |= read_query(parser, at, comma);
    }
    return media;
}

/* Blocks of other media are not read at all, but for those of screen: they may be asked for. */
static void read_media_rule(struct parser *parser, size_t start, size_t open, unsigned depth)
{
    unsigned outer = parser->media;
    parser->media &= read_media(parser, start, open);
    if (depth >= DEEPEST) parser_tell(parser, STYLE_LIMIT, token_at(parser, open), "@media is nested deeper than 8");
    else if (parser->media) rules_read(parser, open + 1, token_at(parser, open)->partner, depth + 1);
    parser->media = outer;
}

static bool is_passed_over(const char *name)
{
    static const char *const names[] = {"charset",   "font-face",         "supports",
                                        "keyframes", "-webkit-keyframes", "namespace"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (same_word(names[i], name)) return true;
    }
    return false;
}

/* Reads the at-rule at `at`, whose block opens at `open` (no block: `open` is behind it). */
static void read_at_rule(struct parser *parser, size_t at, size_t open, unsigned depth)
{
    const struct token *name = token_at(parser, at);
    bool block = token_is_open(token_at(parser, open), '{');
    if (block && same_word(name->text, "media")) read_media_rule(parser, at + 1, open, depth);
    else if (block && same_word(name->text, "page")) page_read(parser, at + 1, open);
    else if (!is_passed_over(name->text)) {
        parser_tell(parser, STYLE_AT_RULE, name, "“@%s” is not known and left out; @media or @page was expected",
                    name->text);
    }
}

/* The curly bracket that opens the block of a rule; for an at-rule also the semicolon that ends it. */
static size_t find_block(const struct parser *parser, size_t at, size_t end)
{
    bool at_rule = token_at(parser, at)->type == TOKEN_AT_KEYWORD;
    for (; at < end; at = behind(parser, at)) {
        if (token_is_open(token_at(parser, at), '{')) return at;
        if (at_rule && token_is_sign(token_at(parser, at), ';')) return at;
    }
    return end;
}

static void tell_unclosed(struct parser *parser, size_t open)
{
    bool closed = token_at(parser, token_at(parser, open)->partner)->type == TOKEN_CLOSE;
    if (!closed) parser_tell(parser, STYLE_SYNTAX, token_at(parser, open), "the block is not closed; “}” was expected");
}

/* Skips what may stand between rules: spaces and the HTML comment marks of old (clause 5.4.1). */
static bool is_between(const struct parser *parser, size_t at)
{
    const struct token *token = token_at(parser, at);
    return token->type == TOKEN_SPACE || token->type == TOKEN_BAD_COMMENT || token->type == TOKEN_END;
}

void rules_read(struct parser *parser, size_t start, size_t end, unsigned depth)
{
    for (size_t at = start, next; at < end; at = next) {
        next = at + 1;
        if (is_between(parser, at)) continue;
        size_t open = find_block(parser, at, end);
        next = open < end ? behind(parser, open) : end;
        if (open < end && token_is_open(token_at(parser, open), '{')) tell_unclosed(parser, open);
        if (token_at(parser, at)->type == TOKEN_AT_KEYWORD) {
            read_at_rule(parser, at, open, depth);
        } else if (open == end) {
            parser_tell(parser, STYLE_SYNTAX, token_at(parser, at), "“%s” is not a rule; “selector { … }” was expected",
                        parser_quote(parser, at, end));
        } else {
            read_rule(parser, at, open);
        }
    }
}

/* ---- the sheet ---- */

static void tell_bad_tokens(struct parser *parser)
{
    for (size_t i = 0; i < parser->tokens.count; i++) {
        const struct token *token = token_at(parser, i);
        if (token->type == TOKEN_BAD_STRING)
            parser_tell(parser, STYLE_SYNTAX, token, "the string is not closed on its line");
        if (token->type == TOKEN_BAD_COMMENT)
            parser_tell(parser, STYLE_SYNTAX, token, "the comment is not closed; “*/” was expected");
    }
}

static struct sheet *read_sheet(struct arena *arena, const struct source *source, struct messages *messages)
{
    struct sheet *sheet = arena_make(arena, struct sheet);
    sheet->source = source;
    struct parser parser = {.arena = arena, .sheet = sheet, .messages = messages, .media = MEDIUM_ALL};
    if (source->length > LARGEST_SHEET) {
        message_add(messages, STYLE_LIMIT, (struct place){.source = source}, "the style sheet is larger than 4 MiB");
        return sheet;
    }
    parser.tokens = tokens_read(arena, source);
    tell_bad_tokens(&parser);
    rules_read(&parser, 0, parser.tokens.count - 1, 0);
    return sheet;
}

struct sheet *style_read(struct arena *arena, const struct source *source, struct messages *messages)
{
    struct source *own = arena_make(arena, struct source);
    const char *text = user_agent_text();
    *own = (struct source){.path = "html.css", .text = text, .length = strlen(text)};
    const struct sheet *user_agent = read_sheet(arena, own, messages);
    struct sheet *sheet = read_sheet(arena, source, messages);
    sheet->user_agent = user_agent;
    return sheet;
}
