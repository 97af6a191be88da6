#include "commands/house.h"

#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "content/content.h"

struct house {
    struct arena *arena;
    struct press *press;
    struct messages *messages;
    const char *shipped; /* templates/ of the program */
    const char *folder;  /* house/ of the content */
    const char **templates; /* the names of what is shipped, for suggestions */
    size_t template_count, template_capacity;
    struct buffer text; /* of all templates of the house: what they call and ask for */
};

static struct place place_of(const struct house *house, const char *name)
{
    struct source *source = arena_make(house->arena, struct source);
    *source = (struct source){.path = file_join(house->arena, "house", name), .text = ""};
    return (struct place){.source = source};
}

static void tell_unread(const struct house *house, const char *name, const char *last, const char *const *known, size_t count)
{
    message_add(house->messages, FILE_UNUSED, place_of(house, name), "nothing reads this file or folder");
    const char *near = suggest(last, known, count);
    if (near) message_hint(house->messages, "did you mean `%s`?", near);
}

/* Names in a folder of the house that are none of the known ones. */
static void check_names(const struct house *house, const char *folder, const char *const *known, size_t count)
{
    for (const char **name = file_list(house->arena, file_join(house->arena, house->folder, folder), folder, NULL); *name; name++) {
        bool read = false;
        for (size_t i = 0; i < count; i++) read |= strcmp(*name, known[i]) == 0;
        if (!read) tell_unread(house, *folder ? file_join(house->arena, folder, *name) : *name, *name, known, count);
    }
}

/* ---- templates ---- */

static bool is_template(const char *name)
{
    size_t length = strlen(name);
    return length > 9 && strcmp(name + length - 9, ".mustache") == 0;
}

/* The names of the templates below a folder, as partials call them, with what their files are called. */
static void list_shipped(struct house *house, const char *below)
{
    for (const char **name = file_list(house->arena, file_join(house->arena, house->shipped, below), below, NULL); *name; name++) {
        const char *path = *below ? file_join(house->arena, below, *name) : *name;
        if (!is_template(*name)) {
            if (file_is_folder(file_join(house->arena, house->shipped, path))) list_shipped(house, path);
            continue;
        }
        house->templates = arena_grow(house->arena, house->templates, house->template_count, &house->template_capacity,
                                      sizeof *house->templates);
        house->templates[house->template_count++] = arena_copy(house->arena, path, strlen(path) - 9);
    }
}

static bool is_shipped(const struct house *house, const char *name)
{
    for (size_t i = 0; i < house->template_count; i++) {
        if (strcmp(house->templates[i], name) == 0) return true;
    }
    return false;
}

/* `{{>name}}` or `{{<name}}` in a template of the house. */
static bool is_called(const struct house *house, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = buffer_text(&house->text); (at = strstr(at, name)); at++) {
        const char *before = at;
        while (before > house->text.data && before[-1] == ' ') before--;
        if (before > house->text.data && strchr("<>", before[-1]) && strchr(" }", at[length])) return true;
    }
    return false;
}

static void check_template(const struct house *house, const char *path)
{
    const char *name = arena_copy(house->arena, path, strlen(path) - 9);
    if (is_shipped(house, name) || is_called(house, name)) return;
    message_add(house->messages, TEMPLATE_UNUSED, place_of(house, file_join(house->arena, "templates", path)),
                "nothing asks for the template `%s`; expected the name of one that comes with the program, or a call of it", name);
    const char *near = suggest(name, house->templates, house->template_count);
    if (near) message_hint(house->messages, "did you mean `%s`?", near);
}

enum { DEEPEST = 8 };

static void each_template(struct house *house, const char *below, void (*visit)(struct house *house, const char *path),
                          unsigned depth)
{
    const char *folder = file_join(house->arena, house->folder, "templates");
    for (const char **name = file_list(house->arena, file_join(house->arena, folder, below), below, NULL);
         *name && depth < DEEPEST; name++) {
        const char *path = *below ? file_join(house->arena, below, *name) : *name;
        if (strcmp(path, "words") == 0) continue;
        if (file_is_folder(file_join(house->arena, folder, path))) each_template(house, path, visit, depth + 1);
        else visit(house, path);
    }
}

static void collect_text(struct house *house, const char *path)
{
    const char *file = file_join(house->arena, house->folder, file_join(house->arena, "templates", path));
    const struct source *source = is_template(path) ? file_read(house->arena, file, path, messages_new(house->arena)) : NULL;
    if (source) buffer_add(&house->text, source->text);
}

static void check_file(struct house *house, const char *path)
{
    if (is_template(path)) check_template(house, path);
    else tell_unread(house, file_join(house->arena, "templates", path), path, NULL, 0);
}

/* ---- words ---- */

/* `words.chart.none` in a template of the house: a word of its own. */
static bool is_asked(const struct house *house, const char *path)
{
    return strstr(buffer_text(&house->text), arena_format(house->arena, "words.%s", path)) != NULL;
}

static void tell_word(const struct house *house, const struct value *words, const struct member *member, const char *path)
{
    message_add(house->messages, WORD_UNUSED, member->place, "nothing asks for the word `%s`", path);
    const char **keys = arena_array(house->arena, words->count, sizeof *keys);
    for (size_t i = 0; i < words->count; i++) keys[i] = words->members[i].key;
    const char *near = suggest(member->key, keys, words->count);
    if (near) message_hint(house->messages, "did you mean `%s`?", near);
}

/* Puts the house's words in the place of those of the same key. */
static void lay_over(const struct house *house, struct value *words, const struct value *own, const char *above)
{
    for (size_t i = 0; i < own->count; i++) {
        const struct member *member = &own->members[i];
        const char *path = arena_format(house->arena, "%s%s", above, member->key);
        struct value *there = value_get(words, member->key);
        if (!there) {
            if (!is_asked(house, path)) tell_word(house, words, member, path);
            value_set(house->arena, words, member->key, member->value);
        } else if (there->kind != member->value->kind) {
            message_add(house->messages, WRONG_KIND, member->value->place, "`%s` is a %s; expected a %s", path,
                        value_kind_name(member->value->kind), value_kind_name(there->kind));
        } else if (there->kind == VALUE_MAP) {
            lay_over(house, there, member->value, arena_format(house->arena, "%s.", path));
        } else {
            *there = *member->value;
        }
    }
}

static struct value *words_of(struct press *press, const char *language)
{
    for (size_t i = 0; i < press->language_count; i++) {
        if (strcmp(press->words[i].language, language) == 0) return press->words[i].words;
    }
    return NULL;
}

static void load_own_words(struct house *house, const char *name)
{
    const char *path = arena_format(house->arena, "templates/words/%s", name), *ending = strrchr(name, '.');
    struct value *words = ending && strcmp(ending, ".yaml") == 0
                              ? words_of(house->press, arena_copy(house->arena, name, (size_t)(ending - name)))
                              : NULL;
    if (!words) {
        static const char *const known[] = {"nl.yaml", "en.yaml"};
        tell_unread(house, path, name, known, sizeof known / sizeof *known);
        return;
    }
    const struct source *source = file_read(house->arena, file_join(house->arena, house->folder, path),
                                            file_join(house->arena, "house", path), house->messages);
    struct value *own = source ? content_read_yaml(house->arena, source, house->messages) : NULL;
    if (own && own->kind == VALUE_MAP) lay_over(house, words, own, "");
    else if (own)
        message_add(house->messages, WRONG_KIND, own->place, "the file is a %s; expected `key: word`", value_kind_name(own->kind));
}

static void load_templates(struct house *house)
{
    const char *folder = file_join(house->arena, house->folder, "templates");
    if (!file_is_folder(folder)) return;
    house->press->house_templates = folder;
    list_shipped(house, "");
    each_template(house, "", collect_text, 0);
    templates_add_folder(house->press->templates, folder, "house/templates", house->messages);
    each_template(house, "", check_file, 0);
    for (const char **name = file_list(house->arena, file_join(house->arena, folder, "words"),
                                       "house/templates/words", house->messages);
         *name; name++)
        load_own_words(house, *name);
}

/* ---- style sheets ---- */

static struct sheet *read_sheet(const struct house *house, bool own, const char *name, struct messages *messages)
{
    const char *folder = own ? house->press->house : house->press->styles;
    const char *path = file_join(house->arena, folder, name);
    if (own && !file_exists(path)) return NULL;
    const char *shown = file_join(house->arena, own ? "house/styles" : "styles", name);
    const struct source *source = file_read(house->arena, path, shown, messages);
    struct sheet *sheet = source ? style_read(house->arena, source, messages) : NULL;
    if (sheet && own) style_set_own(sheet);
    return sheet;
}

static void place_family(void *context, const char *name, struct place place)
{
    fonts_place_family(((struct press *)context)->fonts, name, place);
}

/* For print the house's sheet comes last; on screens screen.css comes behind it, for the dark colours. What a sheet for screens
 * has that paper has not is no mistake, so nothing of it is told. */
static void check_styles(const struct house *house, struct sheet *own)
{
    struct arena *arena = house->arena;
    struct press *press = house->press;
    struct messages *silent = messages_new(arena);
    struct sheet *sheets[SHEET_MOST + 2], *screen = read_sheet(house, false, "screen.css", silent);
    struct sheet *own_screen = read_sheet(house, true, "screen.css", silent);
    size_t count = 0;
    for (size_t i = 0; i < press->sheet_count; i++) sheets[count++] = press->sheets[i];
    if (own) style_check_contrast(arena, sheets, count, "print", house->messages);
    if (screen) sheets[count++] = screen;
    if (own_screen) sheets[count++] = own_screen;
    style_check_contrast(arena, sheets, count, "screen", house->messages);
    style_check_contrast(arena, sheets, count, "dark", house->messages);
    style_check_variables(arena, sheets, count, house->messages);
}

static void load_styles(struct house *house)
{
    static const char *const known[] = {"house.css", "screen.css"};
    struct press *press = house->press;
    const char *folder = file_join(house->arena, house->folder, "styles");
    if (!file_is_folder(folder)) return;
    press->house = folder;
    check_names(house, "styles", known, sizeof known / sizeof *known);
    struct sheet *own = read_sheet(house, true, "house.css", house->messages);
    if (own) press->sheets[press->sheet_count++] = own;
    const struct family_reader families = {.take = place_family, .context = press};
    if (own) style_each_family(house->arena, own, &families);
    check_styles(house, own);
}

void house_load(struct arena *arena, struct press *press, const char *data, const char *content, struct messages *messages)
{
    static const char *const known[] = {"styles", "templates"};
    struct house house = {.arena = arena, .press = press, .messages = messages, .text = buffer_new(arena)};
    house.shipped = file_join(arena, data, "templates");
    house.folder = file_join(arena, content, "house");
    if (!file_is_folder(house.folder)) return;
    check_names(&house, "", known, sizeof known / sizeof *known);
    load_templates(&house);
    load_styles(&house);
}
