#include "commands/press.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "commands/house.h"
#include "content/content.h"

#ifndef DATA_FOLDER
#define DATA_FOLDER "/usr/local/share/oordeel"
#endif

static const char hyphenation_folder[] = "/usr/share/hyphen";
static const char colour_profile[] = "/usr/share/color/icc/sRGB.icc";

static bool has_data(struct arena *arena, const char *folder)
{
    return file_is_folder(file_join(arena, folder, "templates")) && file_is_folder(file_join(arena, folder, "styles"));
}

/* A program in build/ or build/asan/ stands a few folders below the templates and styles of its checkout; an installed one
 * has them in ../share, wherever it was moved. */
static const char *beside_program(struct arena *arena)
{
    enum { MOST_UP = 3 };
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0) return NULL;
    path[length] = '\0';
    for (int up = 0; up <= MOST_UP; up++) {
        char *slash = strrchr(path, '/');
        if (!slash || slash == path) return NULL;
        *slash = '\0';
        const char *shared = file_join(arena, path, "share/oordeel");
        if (up == 1 && has_data(arena, shared)) return shared;
        if (up > 0 && has_data(arena, path)) return arena_string(arena, path);
    }
    return NULL;
}

const char *press_data(struct arena *arena, const char *asked, struct messages *messages)
{
    const char *beside = beside_program(arena);
    if (asked && has_data(arena, asked)) return asked;
    if (!asked && beside) return beside;
    if (!asked && has_data(arena, DATA_FOLDER)) return DATA_FOLDER;
    message_add(messages, FILE_UNREADABLE, (struct place){0},
                "no folder with templates/ and styles/ in %s; expected the ones that come with the program",
                asked ? asked : DATA_FOLDER);
    message_hint(messages, "name it with --data FOLDER");
    return NULL;
}

/* "nl.yaml" gives the words of "nl". */
static void load_words(struct arena *arena, struct press *press, const char *folder, struct messages *messages)
{
    for (const char **name = file_list(arena, folder, "templates/words", messages); *name; name++) {
        const char *ending = strrchr(*name, '.');
        if (!ending || strcmp(ending, ".yaml") != 0 || press->language_count == LANGUAGE_MOST) continue;
        const char *shown = arena_format(arena, "templates/words/%s", *name);
        const struct source *source = file_read(arena, file_join(arena, folder, *name), shown, messages);
        struct value *words = source ? content_read_yaml(arena, source, messages) : NULL;
        if (!words) continue;
        const char *language = arena_copy(arena, *name, (size_t)(ending - *name));
        press->words[press->language_count++] = (struct words){.language = language, .words = words};
    }
    if (press->language_count == 0)
        message_add(messages, FILE_MISSING, (struct place){0}, "%s has no words of any language; expected a file such as nl.yaml", folder);
}

static void load_sheet(struct arena *arena, struct press *press, const char *folder, const char *name,
                       struct messages *messages)
{
    const char *path = file_join(arena, folder, name);
    const struct source *source = file_read(arena, path, file_join(arena, "styles", name), messages);
    if (source) press->sheets[press->sheet_count++] = style_read(arena, source, messages);
}

static const char *const shipped_sheets[] = {"house.css", "document.css", "print.css"};

struct press *press_load(struct arena *arena, const char *data, const char *content, struct messages *messages)
{
    const char *folder = press_data(arena, data, messages);
    if (!folder) return NULL;
    struct press *press = arena_make(arena, struct press);
    size_t before = messages_count(messages, SEVERITY_ERROR);
    const char *templates = file_join(arena, folder, "templates");
    press->data = folder;
    press->styles = file_join(arena, folder, "styles");
    press->templates = templates_new(arena, TEMPLATE_STRICT);
    templates_add_folder(press->templates, templates, "templates", messages);
    load_words(arena, press, file_join(arena, templates, "words"), messages);
    for (size_t i = 0; i < sizeof shipped_sheets / sizeof *shipped_sheets; i++) {
        load_sheet(arena, press, press->styles, shipped_sheets[i], messages);
    }
    if (messages_count(messages, SEVERITY_ERROR) > before) return NULL;
    press->fonts = fonts_new();
    house_load(arena, press, folder, content, messages);
    press->hyphenator = hyphenator_new(hyphenation_folder);
    return press;
}

void press_free(struct press *press)
{
    if (!press) return;
    fonts_free(press->fonts);
    hyphenator_free(press->hyphenator);
}

struct composer press_composer(const struct press *press, const char *language)
{
    struct composer composer = {.templates = press->templates, .words = press->words[0].words};
    for (size_t i = 0; i < press->language_count; i++) {
        if (strcmp(press->words[i].language, language) == 0) composer.words = press->words[i].words;
    }
    return composer;
}

struct styled *press_style(struct arena *arena, const struct press *press, const struct node *document,
                           struct messages *messages)
{
    return style_document(arena, document, press->sheets, press->sheet_count, "print", messages);
}

struct layout *press_layout(struct arena *arena, const struct press *press, const struct styled *styled,
                            const struct images *images, struct messages *messages)
{
    struct layout_input input = {.root = styled,
                                 .sheets = press->sheets,
                                 .sheet_count = press->sheet_count,
                                 .fonts = press->fonts,
                                 .hyphenator = press->hyphenator,
                                 .images = images};
    return layout_document(arena, &input, messages);
}

struct site press_site(const struct press *press, const struct publication *publication, const char *language,
                       struct output *output)
{
    return (struct site){.templates = press->templates,
                         .words = press_composer(press, language).words,
                         .title = publication->title,
                         .publisher = publication->publisher,
                         .language = language,
                         .base_url = publication->base_url,
                         .preview = publication->preview,
                         .output = output};
}

static const char *authors(struct arena *arena, const struct report *report)
{
    struct buffer names = buffer_new(arena);
    for (size_t i = 0; i < report->author_count; i++) {
        if (i > 0) buffer_add(&names, ", ");
        buffer_add(&names, report->authors[i]->name);
    }
    return names.length ? buffer_text(&names) : NULL;
}

/* A draft is called one wherever its file is listed. */
static const char *title_of(struct arena *arena, const struct press *press, const struct report *report)
{
    const struct value *draft = value_get(press_composer(press, report->language).words, "draft");
    if (report->status != REPORT_DRAFT || !draft || draft->kind != VALUE_STRING) return report->title;
    return arena_format(arena, "%s: %s", draft->text, report->title);
}

struct pdf_metadata press_metadata(struct arena *arena, const struct press *press, const struct report *report)
{
    struct date date = report->published;
    return (struct pdf_metadata){
        .title = title_of(arena, press, report),
        .author = authors(arena, report),
        .subject = report->subtitle,
        .language = report->language,
        .producer = "oordeel " VERSION,
        .date = date.year ? arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day) : NULL,
        .colour_profile = colour_profile,
    };
}
