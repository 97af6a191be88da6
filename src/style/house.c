/* What a house sets in its own sheets: variables that nothing uses, families of fonts. */
#include <string.h>

#include "base/buffer.h"
#include "style/properties.h"
#include "style/sheet.h"

void style_set_own(struct sheet *sheet)
{
    sheet->own = true;
    for (struct rule *rule = sheet->rules; rule; rule = rule->next) {
        for (size_t i = 0; i < rule->declarations.count; i++) rule->declarations.items[i].own = true;
    }
}

/* ---- variables ---- */

struct names {
    const char **items;
    size_t count, capacity;
};

static void add_name(struct arena *arena, struct names *names, const char *name)
{
    names->items = arena_grow(arena, names->items, names->count, &names->capacity, sizeof *names->items);
    names->items[names->count++] = name;
}

static bool has_name(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->items[i], name) == 0) return true;
    }
    return false;
}

/* What the shipped sheets set, and what any sheet uses, in rules for whatever medium: var() in a property that paper does not
 * have counts as well, so the tokens are asked and not the declarations. */
static void collect_names(struct arena *arena, const struct sheet *sheet, struct names *names)
{
    const struct tokens tokens = tokens_read(arena, sheet->source);
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.items[i];
        if (token->type != TOKEN_IDENT || strncmp(token->text, "--", 2) != 0) continue;
        size_t before = i;
        while (before > 0 && tokens.items[before - 1].type == TOKEN_SPACE) before--;
        const struct token *opening = before ? &tokens.items[before - 1] : NULL;
        bool used = opening && opening->type == TOKEN_FUNCTION && same_word(opening->text, "var");
        if ((used || !sheet->own) && !has_name(names, token->text)) add_name(arena, names, token->text);
    }
}

static void check_sheet_variables(const struct sheet *sheet, const struct names *known, struct messages *messages)
{
    for (const struct rule *rule = sheet->rules; rule; rule = rule->next) {
        for (size_t i = 0; i < rule->declarations.count; i++) {
            const struct declaration *declaration = &rule->declarations.items[i];
            if (!declaration->custom || has_name(known, declaration->custom)) continue;
            message_add(messages, VARIABLE_UNUSED, declaration->place,
                        "nothing uses “%s”; expected a custom property that a style sheet uses", declaration->custom);
            const char *near = suggest(declaration->custom, known->items, known->count);
            if (near) message_hint(messages, "did you mean “%s”?", near);
        }
    }
}

void style_check_variables(struct arena *arena, struct sheet *const *sheets, size_t count, struct messages *messages)
{
    struct names known = {0};
    for (size_t i = 0; i < count; i++) collect_names(arena, sheets[i], &known);
    for (size_t i = 0; i < count; i++) {
        if (sheets[i]->own) check_sheet_variables(sheets[i], &known, messages);
    }
}

/* ---- families of fonts ---- */

/* Names of a list are strings, or words with single spaces between (CSS Fonts 3, clause 3.1). */
static void each_family(struct arena *arena, const struct declaration *declaration, const struct family_reader *reader)
{
    struct buffer name = buffer_new(arena);
    for (size_t i = 0; i <= declaration->token_count; i++) {
        const struct token *token = i < declaration->token_count ? &declaration->tokens[i] : NULL;
        bool word = token && (token->type == TOKEN_IDENT || token->type == TOKEN_STRING);
        if (word) buffer_format(&name, "%s%s", name.length ? " " : "", token->text);
        if (word || (token && token->type == TOKEN_SPACE)) continue;
        if (name.length) reader->take(reader->context, buffer_text(&name), declaration->place);
        name = buffer_new(arena);
    }
}

void style_each_family(struct arena *arena, const struct sheet *sheet, const struct family_reader *reader)
{
    for (const struct rule *rule = sheet->rules; rule; rule = rule->next) {
        for (size_t i = 0; i < rule->declarations.count; i++) {
            const struct declaration *declaration = &rule->declarations.items[i];
            bool own = declaration->property && declaration->property->type == VALUE_FONT_FAMILY && !declaration->tokens;
            if (declaration->custom) each_family(arena, declaration, reader);
            for (const char *const *name = own ? declaration->value.names : NULL; name && *name; name++)
                reader->take(reader->context, *name, declaration->place);
        }
    }
}
